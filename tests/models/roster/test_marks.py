"""Marking: many at once, never twice, and set again as it stood before."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.change import changing
from models.journal.replay import redo, undo
from models.records import Mark
from models.records.cells import CellText
from models.roster.cells import write_cells
from models.roster.mark_again import mark_again
from models.roster.marks import apply_results, clear_marks, set_dated_marks, set_marks
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


D2, D5, D8 = date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 8)
R, C = Mark.REGISTERED, Mark.COMPLETED


def stands(file, person):
    found = people_by_ids(file, [person])[0]
    return found.registered_on, found.completed_on, found.score


@pytest.fixture
def person(file):
    """Registered on the 2nd, completed on the 5th with 87,5."""
    (made,) = add_people(file, 1)
    set_marks(file, [made], R, D2)
    set_marks(file, [made], C, D5)
    with changing(file, "score", "Điểm") as change:
        apply_results(change, {made: {"score": 87.5, "attempts": 2}})
    return made


def test_who_was_never_marked_is_marked_today(file):
    people = add_people(file, 2)
    result = mark_again(file, people, R)
    assert (result.marked, result.already, result.returned) == (2, 0, 0)
    assert stands(file, people[0]) == (D8, None, None)


def test_the_day_of_a_registration_returns(file, person):
    clear_marks(file, [person], R)
    assert stands(file, person) == (None, None, None)
    result = mark_again(file, [person], R)
    assert (result.marked, result.returned) == (1, 1)
    assert stands(file, person) == (D2, None, None)


def test_day_score_and_attempts_of_a_completion_return(file, person):
    clear_marks(file, [person], C)
    mark_again(file, [person], C)
    assert stands(file, person) == (D2, D5, 87.5)
    assert people_by_ids(file, [person])[0].attempts == 2


def test_both_return_when_both_were_taken_away(file, person):
    clear_marks(file, [person], R)
    mark_again(file, [person], C)
    assert stands(file, person) == (D2, D5, 87.5)


def test_one_after_the_other(file, person):
    clear_marks(file, [person], R)
    mark_again(file, [person], R)
    mark_again(file, [person], C)
    assert stands(file, person) == (D2, D5, 87.5)


def test_the_newest_day_counts(file, person):
    clear_marks(file, [person], C)
    set_marks(file, [person], C, D8)
    clear_marks(file, [person], C)
    mark_again(file, [person], C)
    assert stands(file, person)[1] == D8


def test_what_was_emptied_in_a_cell_returns_too(file, person):
    write_cells(file, [CellText(person, "completed_on", "")])
    mark_again(file, [person], C)
    assert stands(file, person) == (D2, D5, 87.5)


def test_a_mark_that_was_undone_never_stood(file):
    (person,) = add_people(file, 1)
    set_marks(file, [person], R, D2)
    clear_marks(file, [person], R)
    undo(file)
    undo(file)
    mark_again(file, [person], R)
    assert stands(file, person) == (D8, None, None)


def test_undo_of_the_clearing_and_of_the_marking_again(file, person):
    clear_marks(file, [person], R)
    undo(file)
    assert stands(file, person) == (D2, D5, 87.5)
    redo(file)
    mark_again(file, [person], R)
    undo(file)
    assert stands(file, person) == (None, None, None)


def test_only_those_who_lack_the_mark_are_touched(file, person):
    others = add_people(file, 2)
    set_marks(file, others[:1], C, D8)
    clear_marks(file, [person], C)
    result = mark_again(file, [person, *others], C)
    assert (result.marked, result.already, result.returned) == (2, 1, 1)
    assert [stands(file, each)[1] for each in (person, *others)] == [D5, D8, D8]
