"""How a stage stands on each day, and when the whole contest is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.contests.blueprints import preset_contest
from models.contests.stage_status import StageState, is_over, last_day, stage_status
from models.records import Stage

WITH_OWN = Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))
WITHOUT = replace(WITH_OWN, internal_ends_on=None)


def june(day: int) -> date:
    return date(2026, 6, day)


@pytest.mark.parametrize(
    ("stage", "today", "state", "words"),
    [
        (WITH_OWN, date(2026, 5, 27), StageState.NOT_OPEN, "Chưa mở, từ 28/05/2026"),
        (WITH_OWN, date(2026, 5, 28), StageState.OPEN, "Đang mở, còn 13 ngày"),
        (WITH_OWN, june(2), StageState.OPEN, "Đang mở, còn 8 ngày"),
        (WITH_OWN, june(3), StageState.DUE_SOON, "Còn 7 ngày đến hạn của xã"),
        (WITH_OWN, june(9), StageState.DUE_SOON, "Còn 1 ngày đến hạn của xã"),
        (WITH_OWN, june(10), StageState.DUE_SOON, "Hôm nay là hạn của xã"),
        (WITH_OWN, june(11), StageState.DUE_SOON, "Hôm nay là hạn của thành phố"),
        (WITH_OWN, june(12), StageState.OVERDUE, "Quá hạn 1 ngày"),
        (WITHOUT, june(3), StageState.OPEN, "Đang mở, còn 8 ngày"),
        (WITHOUT, june(4), StageState.DUE_SOON, "Còn 7 ngày đến hạn của thành phố"),
        (WITHOUT, june(11), StageState.DUE_SOON, "Hôm nay là hạn của thành phố"),
        (WITHOUT, june(25), StageState.OVERDUE, "Quá hạn 14 ngày"),
    ],
)
def test_a_stage_by_the_clock(stage: Stage, today: date, state: StageState, words: str) -> None:
    assert stage_status(stage, today, done=False) == (state, words)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_what_is_done_is_done_on_every_day(today: date) -> None:
    assert stage_status(WITH_OWN, today, done=True) == (StageState.DONE, "Xong")


@pytest.mark.parametrize(
    ("today", "closed_on", "over"),
    [
        (june(25), None, False),
        (june(26), None, True),
        (june(20), june(20), True),
    ],
)
def test_a_contest_is_over_after_its_last_day_or_when_closed(
    today: date, closed_on: date | None, over: bool
) -> None:
    contest = replace(preset_contest("ai-2026"), closed_on=closed_on)
    assert last_day(contest) == june(25)
    assert is_over(contest, today) is over


@pytest.mark.parametrize("day", [date(2026, 5, 1), june(8), june(30)])
def test_in_a_closed_contest_no_day_counts_any_more(day):
    assert stage_status(WITH_OWN, day, done=False, closed=True).words == "Đã đóng"
    assert stage_status(WITH_OWN, day, done=True, closed=True).words == "Xong"
