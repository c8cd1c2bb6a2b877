"""Marks: completed implies registered, dates stand, nothing lies in the future."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.records import Mark
from models.roster.marks import clear_marks, set_dated_marks, set_marks
from models.roster.person_rows import people_by_ids
from tests.factory import add_people

D2, D5, D8 = date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 8)


def dates(file, ids):
    return [(p.registered_on, p.completed_on) for p in people_by_ids(file, ids)]


def test_completed_implies_registered(file):
    ids = add_people(file, 1)
    result = set_marks(file, ids, Mark.COMPLETED, D5)
    assert (result.marked, result.already) == (1, 0)
    assert dates(file, ids) == [(D5, D5)]


def test_a_mark_that_stands_keeps_its_date(file):
    ids = add_people(file, 2)
    set_marks(file, ids[:1], Mark.REGISTERED, D2)
    result = set_marks(file, ids, Mark.REGISTERED, D5)
    assert (result.marked, result.already) == (1, 1)
    assert dates(file, ids) == [(D2, None), (D5, None)]


def test_completing_before_the_registration_moves_the_registration(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED, D8)
    set_marks(file, ids, Mark.COMPLETED, D5)
    assert dates(file, ids) == [(D5, D5)]


def test_clearing_the_registration_clears_the_completion(file):
    ids = add_people(file, 3)
    set_marks(file, ids[:2], Mark.COMPLETED, D5)
    assert clear_marks(file, ids, Mark.REGISTERED).marked == 2
    assert dates(file, ids) == [(None, None)] * 3


def test_clearing_the_completion_keeps_the_registration(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.COMPLETED, D5)
    clear_marks(file, ids, Mark.COMPLETED)
    assert dates(file, ids) == [(D5, None)]


def test_each_person_may_have_other_dates(file):
    first, second = add_people(file, 2)
    set_dated_marks(
        file,
        Mark.REGISTERED,
        {first: {Mark.REGISTERED: D2}, second: {Mark.REGISTERED: D2, Mark.COMPLETED: D8}},
    )
    assert dates(file, [first, second]) == [(D2, None), (D2, D8)]


def test_a_day_to_come_is_refused(file):
    ids = add_people(file, 1)
    with pytest.raises(AppError, match="09/06/2026 chưa đến"):
        set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 9))
    assert dates(file, ids) == [(None, None)]
