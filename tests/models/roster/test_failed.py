"""“Đã thi, chưa đạt” set and taken away by hand, many at once, and in the cells of the roster."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.figures.curve import daily_counts
from models.figures.figures import figures
from models.figures.rollup import rolled_up
from models.journal.replay import redo, undo
from models.records import Mark, PeopleQuery, Status
from models.records.cells import CellText
from models.roster.cells import plan_cells, write_cells
from models.roster.exemptions import set_exempt
from models.roster.index import count_marked, count_statuses, find_ids
from models.roster.mark_again import mark_again
from models.roster.marks import apply_results, clear_marks, set_marks
from models.roster.merging import merge_people
from models.roster.people import list_people
from models.roster.person_rows import people_by_ids
from tests.factory import add_people

D2, D5, D8 = date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 8)
FAILED = PeopleQuery(statuses=frozenset({Status.FAILED}))


def marks(file, ids):
    return [(p.registered_on, p.failed_on, p.completed_on) for p in people_by_ids(file, ids)]


def test_failing_registers_and_is_no_completion(file):
    ids = add_people(file, 2)
    result = set_marks(file, ids[:1], Mark.FAILED, D5)
    assert (result.marked, result.already) == (1, 0)
    assert marks(file, ids) == [(D5, D5, None), (None, None, None)]
    set_marks(file, ids[:1], Mark.FAILED, D8)
    assert marks(file, ids[:1]) == [(D5, D5, None)]
    set_marks(file, ids[:1], Mark.REGISTERED, D2)
    assert marks(file, ids[:1]) == [(D5, D5, None)]


def test_they_are_found_counted_and_listed(file):
    ids = add_people(file, 4)
    set_marks(file, ids[:3], Mark.FAILED, D2)
    set_marks(file, ids[:1], Mark.COMPLETED, D5)
    set_exempt(file, ids[1:2], "Nghỉ thai sản", D2, None)
    assert list(find_ids(file, FAILED)) == ids[2:3]
    assert [each.id for each in list_people(file, FAILED)] == ids[2:3]
    assert count_statuses(file)[Status.FAILED] == 1
    assert count_marked(file, ids).failed == 2
    found = figures(file)
    assert (found.registered, found.failed, found.completed) == (2, 1, 1)
    assert rolled_up(file, found).failed == 1
    assert sum(unit.failed for unit in found.units) == 1
    before = PeopleQuery(statuses=FAILED.statuses, as_of=date(2026, 6, 4))
    assert set(find_ids(file, before)) == {ids[0], ids[2]}
    assert daily_counts(file, D2, D2) == ((D2, 2, 0),)


def test_who_has_completed_does_not_fail_any_more(file):
    ids = add_people(file, 2)
    set_marks(file, ids[:1], Mark.COMPLETED, D2)
    result = set_marks(file, ids, Mark.FAILED, D5)
    assert (result.marked, result.already, result.passed) == (1, 0, 1)
    assert marks(file, ids) == [(D2, None, D2), (D5, D5, None)]
    again = mark_again(file, ids, Mark.FAILED)
    assert (again.marked, again.already, again.passed) == (0, 1, 1)


def test_passing_after_failing_keeps_both_and_takes_back_to_failed(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.FAILED, D2)
    set_marks(file, ids, Mark.COMPLETED, D5)
    assert marks(file, ids) == [(D2, D2, D5)]
    assert clear_marks(file, ids, Mark.FAILED).marked == 0
    clear_marks(file, ids, Mark.COMPLETED)
    assert marks(file, ids) == [(D2, D2, None)]
    undo(file)
    assert marks(file, ids) == [(D2, D2, D5)]
    redo(file)
    assert list(find_ids(file, FAILED)) == ids


def test_taken_away_and_set_again_with_day_and_score(file):
    from models.journal.change import changing

    ids = add_people(file, 1)
    set_marks(file, ids, Mark.FAILED, D2)
    with changing(file, "x", "Điểm") as change:
        apply_results(change, {ids[0]: {"score": 4.0}})
    assert clear_marks(file, ids, Mark.FAILED).marked == 1
    assert marks(file, ids) == [(D2, None, None)]
    assert people_by_ids(file, ids)[0].score is None
    assert mark_again(file, ids, Mark.FAILED).returned == 1
    assert marks(file, ids) == [(D2, D2, None)]
    assert people_by_ids(file, ids)[0].score == 4


def test_without_a_registration_nobody_has_failed(file):
    ids = add_people(file, 2)
    set_marks(file, ids, Mark.FAILED, D2)
    clear_marks(file, ids[:1], Mark.REGISTERED)
    plan = plan_cells(file, [CellText(ids[1], "registered_on", "")])
    assert plan.losses[0].also == "thi chưa đạt 02/06/2026"
    write_cells(file, [CellText(ids[1], "registered_on", "")])
    assert marks(file, ids) == [(None, None, None), (None, None, None)]


def test_a_registration_after_failing_is_refused_in_a_cell(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.FAILED, D2)
    (line,) = plan_cells(file, [CellText(ids[0], "registered_on", "05/06/2026")]).lines
    assert line.refusal == "Sau ngày thi chưa đạt 02/06/2026"
    write_cells(file, [CellText(ids[0], "completed_on", "05/06/2026")])
    assert marks(file, ids) == [(D2, D2, D5)]


def test_two_entries_made_one_keep_the_first_day(file):
    ids = add_people(file, 2)
    set_marks(file, ids[:1], Mark.FAILED, D5)
    set_marks(file, ids[1:], Mark.FAILED, D2)
    merge_people(file, *ids, {})
    assert marks(file, ids[:1]) == [(D2, D2, None)]


def test_a_day_to_come_is_refused(file):
    ids = add_people(file, 1)
    with pytest.raises(AppError, match="chưa đến"):
        set_marks(file, ids, Mark.FAILED, date(2026, 6, 9))
