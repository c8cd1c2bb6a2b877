"""The first lines of a large roster are those of the whole list, and come without its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.records import PeopleQuery
from models.roster import first_lines
from models.roster.first_lines import first_ids
from models.roster.index import find_ids, is_read
from models.roster.leaving import set_left
from tests.factory import add_people


def test_first_lines_of_a_large_roster(file, monkeypatch):
    monkeypatch.setattr(first_lines, "MANY", 30)
    ids = add_people(file, 40)
    set_left(file, ids[:5], date(2026, 6, 1))
    present = first_ids(file, PeopleQuery(), 10)
    everybody = first_ids(file, PeopleQuery(include_left=True), 10)
    assert not is_read(file)
    assert 0 < len(present) <= 10
    assert tuple(present) == tuple(find_ids(file, PeopleQuery())[: len(present)])
    assert tuple(everybody) == tuple(find_ids(file, PeopleQuery(include_left=True))[:10])


def test_nothing_comes_ahead_where_it_would_not_be_quicker(file, monkeypatch):
    monkeypatch.setattr(first_lines, "MANY", 30)
    add_people(file, 20)
    assert first_ids(file, PeopleQuery(), 10) == ()
    add_people(file, 20)
    for other in (
        replace(PeopleQuery(), search="an"),
        replace(PeopleQuery(), order="unit"),
        replace(PeopleQuery(), descending=True),
        replace(PeopleQuery(), without_phone=True),
    ):
        assert first_ids(file, other, 10) == ()
    assert len(first_ids(file, PeopleQuery(), 10)) == 10
    find_ids(file, PeopleQuery())
    assert first_ids(file, PeopleQuery(), 10) == ()
