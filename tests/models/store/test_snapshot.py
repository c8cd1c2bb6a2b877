"""What is asked of a snapshot is answered as of one moment, whatever is written meanwhile."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.figures.figures import figures
from models.journal.change import changing
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.person_rows import count_people, people_by_ids
from models.store.snapshot import snapshot
from tests.factory import add_people


def test_what_is_written_meanwhile_is_not_seen(file):
    first = add_people(file, 2)
    with snapshot(file) as still:
        before = figures(still)
        add_people(file, 3)
        assert figures(still) == before
        assert len(list_people(still, PeopleQuery())) == 2
        assert count_people(still) == 2
        assert [person.id for person in people_by_ids(still, first)] == list(first)
    assert count_people(file) == 5


def test_nothing_is_written_into_it(file):
    with snapshot(file) as still, pytest.raises(AppError), changing(still, "test", "Thử"):
        pass
