"""How a stage stands by the clock: a pure function, so that the day is given and never asked."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.records import Contest, Stage
from models.text.formats import short_date

SOON_DAYS = 7
"""From so many days before a deadline on, the days are counted."""


class StageState(StrEnum):
    """Where a stage is: chưa mở, đang mở, còn n ngày, quá hạn, xong; đã đóng with its contest."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"
    CLOSED = "closed"


class StageStatus(NamedTuple):
    """The state with its words: "Còn 2 ngày đến hạn của xã"."""

    state: StageState
    words: str


def stage_status(stage: Stage, today: date, *, done: bool, closed: bool = False) -> StageStatus:
    """How the stage stands on `today`; `done`: all that it asks for has been reached, `closed`:
    its contest is closed, so that no day counts any more.

    Days are counted to the nearest deadline ahead: the commune's own first, then the official one.
    """
    if done:
        return StageStatus(StageState.DONE, "Xong")
    if closed:
        return StageStatus(StageState.CLOSED, "Đã đóng")
    if today < stage.starts_on:
        return StageStatus(StageState.NOT_OPEN, f"Chưa mở, từ {short_date(stage.starts_on)}")
    deadline, whose = _deadline_ahead(stage, today)
    left = (deadline - today).days
    if left < 0:
        return StageStatus(StageState.OVERDUE, f"Quá hạn {-left} ngày")
    if left > SOON_DAYS:
        return StageStatus(StageState.OPEN, f"Đang mở, còn {left} ngày")
    words = f"Còn {left} ngày đến {whose}" if left else f"Hôm nay là {whose}"
    return StageStatus(StageState.DUE_SOON, words)


def _deadline_ahead(stage: Stage, today: date) -> tuple[date, str]:
    own = stage.internal_ends_on
    if own is not None and today <= own:
        return own, "hạn của xã"
    return stage.ends_on, "hạn của thành phố"


def last_day(contest: Contest) -> date | None:
    """The day on which the last stage ends; None without stages."""
    return max((stage.ends_on for stage in contest.stages), default=None)


def is_over(contest: Contest, today: date) -> bool:
    """Whether the contest is closed, or its last day has passed."""
    last = last_day(contest)
    return contest.closed_on is not None or (last is not None and today > last)
