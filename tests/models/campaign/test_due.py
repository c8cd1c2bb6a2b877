"""Which units are to be reminded, and which the chairman is told of: cases, and rules at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.campaign.due import (
    Lack,
    lack_of,
    units_behind,
    units_to_escalate,
    units_to_remind,
)
from models.campaign.terms import ReminderTerms
from models.records import (
    Contest,
    Figures,
    Level,
    LevelTone,
    Stage,
    StageKind,
    UnitFigures,
    UnitKind,
)
from models.records.reminders import Addressee, Reminder, ReminderWay, UnitCounts

STAGE = Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))
CONTEST = Contest(1, "ai", "Ứng dụng AI", "AI", "OneTouch", "", 100, (STAGE,))
TERMS = ReminderTerms(CONTEST, STAGE)
EARLY, TODAY = date(2026, 6, 1), date(2026, 6, 9)


def unit(total=10, registered=0, completed=0, unit_id=1):
    return UnitFigures(unit_id, f"Đơn vị {unit_id}", UnitKind.SCHOOL, total, registered, completed)


def whole(*units):
    return Figures(TODAY, 0, 0, 0, 0, units)


def reminder(day, number=1, to=Addressee.HEAD, unit_id=1, counts=(10, 0, 0), stage=1):
    at = datetime.combine(day, time(14, 5))
    return Reminder(
        number,
        unit_id,
        "",
        stage,
        number,
        at,
        "",
        ReminderWay.ZALO,
        to,
        "",
        "",
        UnitCounts(*counts),
    )


@pytest.mark.parametrize(
    ("counts", "today", "lack"),
    [
        ((0, 0, 0), TODAY, None),
        ((10, 10, 10), TODAY, None),
        ((10, 0, 0), EARLY, Lack.NOBODY),
        ((10, 4, 0), EARLY, Lack.LOW),
        ((10, 5, 0), EARLY, None),
        ((10, 5, 0), date(2026, 6, 6), None),
        ((10, 5, 0), date(2026, 6, 7), Lack.SHORT),
        ((10, 10, 9), TODAY, Lack.SHORT),
        ((10, 10, 9), date(2026, 6, 11), Lack.SHORT),
        ((10, 10, 9), date(2026, 6, 12), Lack.OVERDUE),
    ],
)
def test_why_a_unit_is_reminded(counts, today, lack):
    assert lack_of(unit(*counts), today, TERMS) is lack


def test_with_a_target_below_all_and_one_mark():
    less = replace_terms(contest=replace(CONTEST, target=90))
    assert lack_of(unit(10, 10, 9), TODAY, less) is None
    one = replace_terms(contest=replace(CONTEST, one_mark=True))
    assert lack_of(unit(10, 10, 4), EARLY, one) is Lack.LOW
    (due,) = units_behind(whole(unit(10, 10, 4)), (), EARLY, one)
    assert due.why == "mới hoàn thành 40,0%"


@pytest.mark.parametrize(("registered", "lack"), [(6, Lack.LOW), (7, None), (10, None)])
def test_low_is_what_the_contest_calls_low(registered, lack):
    levels = (Level(0, "thấp", LevelTone.LOW), Level(70, "được", LevelTone.FAIR))
    own = replace_terms(contest=replace(CONTEST, levels=levels))
    assert lack_of(unit(10, registered), EARLY, own) is lack


def replace_terms(**values):
    return TERMS._replace(**values)


def test_nobody_is_reminded_before_the_stage_begins():
    assert units_to_remind(whole(unit()), (), date(2026, 5, 27), TERMS) == ()


@pytest.mark.parametrize(
    "terms",
    [
        TERMS._replace(contest=replace(CONTEST, closed_on=TODAY)),
        TERMS._replace(stage=replace(STAGE, kind=StageKind.ENTRY)),
        TERMS._replace(stage=replace(STAGE, kind=StageKind.PRESENTATION)),
    ],
)
def test_nor_in_a_closed_contest_or_a_stage_that_is_no_matter_of_each(terms):
    assert units_behind(whole(unit()), (), TODAY, terms) == ()


def test_the_worst_come_first_with_the_reason_in_words():
    found = units_to_remind(
        whole(unit(10, 4, 0, 1), unit(10, 0, 0, 2), unit(20, 0, 0, 3), unit(10, 10, 9, 4)),
        (),
        TODAY,
        TERMS,
    )
    assert [(each.unit.unit_id, each.why) for each in found] == [
        (3, "chưa có ai đăng ký"),
        (2, "chưa có ai đăng ký"),
        (1, "mới đăng ký 40,0%"),
        (4, "còn 1 ngày, mới hoàn thành 90,0%"),
    ]


def test_who_was_reminded_today_waits_until_tomorrow():
    figures = whole(unit())
    given_ = [reminder(TODAY)]
    assert units_to_remind(figures, given_, TODAY, TERMS) == ()
    (due,) = units_to_remind(figures, given_, TODAY + timedelta(days=1), TERMS)
    assert (due.reminded, due.last) == (1, given_[0])


@pytest.mark.parametrize(
    ("given_", "counts", "told"),
    [
        ([], (10, 0, 0), False),
        ([reminder(date(2026, 6, 8))], (10, 0, 0), False),
        ([reminder(date(2026, 6, 6))], (10, 0, 0), True),
        ([reminder(date(2026, 6, 8)), reminder(TODAY, 2)], (10, 0, 0), True),
        ([reminder(date(2026, 6, 8)), reminder(TODAY, 2)], (10, 8, 5), False),
        ([reminder(date(2026, 6, 8)), reminder(TODAY, 2)], (10, 8, 4), True),
        ([reminder(date(2026, 6, 1), stage=2), reminder(TODAY, 2, stage=2)], (10, 0, 0), False),
    ],
)
def test_the_chairman_is_told_after_so_many_or_so_long_without_enough(given_, counts, told):
    found = units_to_escalate(whole(unit(*counts)), given_, TODAY, TERMS)
    assert bool(found) is told


def test_after_the_chairman_was_told_it_begins_anew():
    figures = whole(unit())
    first = [reminder(date(2026, 6, 5)), reminder(date(2026, 6, 6), 2)]
    told = reminder(date(2026, 6, 7), 3, Addressee.CHAIRMAN)
    assert units_to_escalate(figures, [*first, told], TODAY, TERMS) == ()
    again = [reminder(date(2026, 6, 8), 4), reminder(TODAY, 5)]
    (due,) = units_to_escalate(figures, [*first, told, *again], TODAY, TERMS)
    assert due.reminded == 4


def test_a_rule_that_is_off_tells_nobody():
    long = [reminder(date(2026, 6, 1), at) for at in range(1, 9)]
    off = replace_terms(contest=replace(CONTEST, escalate_after=0, escalate_days=0))
    assert units_to_escalate(whole(unit()), long, TODAY, off) == ()


COUNTS = st.tuples(*[st.integers(0, 30)] * 3).map(sorted).map(lambda each: each[::-1])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(COUNTS, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 20), st.booleans()), max_size=20),
    st.integers(0, 20),
)
def test_due_units_lack_somebody_and_were_not_reminded_today(counts, log, days):
    today = STAGE.starts_on + timedelta(days=days)
    units = [unit(*each, unit_id=at) for at, each in enumerate(counts)]
    past = [
        reminder(
            STAGE.starts_on + timedelta(days=min(day, days)),
            at,
            Addressee.CHAIRMAN if chairman else Addressee.HEAD,
            unit_id,
        )
        for at, (unit_id, day, chairman) in enumerate(log)
    ]
    behind = units_behind(whole(*units), past, today, TERMS)
    due = units_to_remind(whole(*units), past, today, TERMS)
    assert set(due) <= set(behind)
    assert all(each.unit.completed < each.unit.total for each in behind)
    assert all(each.last is None or each.last.day < today for each in due)
    rates = [each.unit.registered / each.unit.total for each in behind]
    assert rates == sorted(rates)
    asked = {each.unit_id for each in past if each.to is Addressee.HEAD}
    escalated = units_to_escalate(whole(*units), past, today, TERMS)
    assert {each.unit.unit_id for each in escalated} <= asked
