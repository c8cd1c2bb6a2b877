"""The pace of the commune and of each unit, from one statement: against hand counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import event

from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.figures.figures import figures
from models.figures.forecast import forecast_words
from models.figures.paces import paces
from models.records import Mark
from models.records.moment import Moment
from models.roster.marks import set_dated_marks, set_marks
from models.roster.transfers import transfer
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)


def june(day):
    return date(2026, 6, day)


def asked(file, as_of=None, **contest):
    return paces(file, figures(file, as_of), replace(current_contest(file), **contest))


def present(found, window=3):
    now = dict(found.paces)[window].present
    return None if now is None else float(now)


def test_each_mark_to_each_deadline_of_the_commune_and_of_each_unit(file):
    here = add_people(file, 20)
    there = add_people(file, 10, unit(file, "Công an xã").id)
    set_internal_deadline(file, 1, june(10))
    for day in (6, 7, 8):
        set_marks(file, here[(day - 6) * 2 : (day - 5) * 2], Mark.REGISTERED, june(day))
    set_marks(file, there[:3], Mark.COMPLETED, june(2))
    found = asked(file)
    assert [(each.mark, each.deadline.own) for each in found.whole] == [
        (Mark.REGISTERED, True), (Mark.REGISTERED, False),
        (Mark.COMPLETED, True), (Mark.COMPLETED, False),
    ]  # fmt: skip
    assert [present(each) for each in found.whole] == [2, 2, 0, 0]
    assert [round(present(each, 7), 2) for each in found.whole] == [1.29, 1.29, 0.43, 0.43]
    office = found.units[unit(file).id]
    police = found.units[unit(file, "Công an xã").id]
    assert [present(each) for each in office] == [2, 2, 0, 0]
    assert [present(each) for each in police] == [0, 0, 0, 0]
    assert forecast_words(office[0]) == (
        "Với tốc độ 2 người/ngày (3 ngày qua), hết hạn của xã 10/6 đạt 10/20 (50,0%); "
        "cần 7 người/ngày."
    )


def test_before_a_minute_of_the_day_only_what_was_done_by_then_counts(file):
    ids = add_people(file, 9)
    wanted = {who: {Mark.REGISTERED: Moment(D8, 700)} for who in ids[:6]}
    set_dated_marks(file, Mark.REGISTERED, wanted)
    noon = asked(file, Moment(D8, 600)).whole[0]
    assert (noon.done, present(noon)) == (0, 0)
    assert asked(file, D8).whole[0].done == 6


def test_who_moved_counts_where_they_are_now(file):
    ids = add_people(file, 2)
    set_marks(file, ids, Mark.REGISTERED, june(2))
    transfer(file, ids[:1], unit(file, "Công an xã").id, june(7))
    found = asked(file)
    # The one who came counts as a growth of the unit, and as a loss of the other: no pace there.
    assert present(found.units[unit(file, "Công an xã").id][0]) == 0.3333333333333333
    assert present(found.units[unit(file).id][0]) == 0


def test_a_contest_of_one_mark_has_the_pace_of_that(file):
    add_people(file, 3)
    assert {each.mark for each in asked(file, one_mark=True).whole} == {Mark.COMPLETED}


def test_a_stage_of_entries_and_no_contest_have_no_pace(file):
    add_people(file, 3)
    found = figures(file, stage=2)
    assert paces(file, found, current_contest(file)) == ((), {})
    assert paces(file, found, None) == ((), {})


def test_nobody_marked_is_a_pace_of_nothing(file):
    add_people(file, 3)
    assert [present(each) for each in asked(file).whole] == [0, 0]


def test_all_units_come_from_one_statement(file):
    ids = add_people(file, 3)
    set_marks(file, ids, Mark.REGISTERED, june(2))
    found, contest = figures(file), current_contest(file)
    told = []
    event.listen(file.engine, "before_cursor_execute", lambda *each: told.append(each[2]))
    paces(file, found, contest)
    assert len([each for each in told if "SELECT" in each]) == 1
