"""Where the present pace leads by a deadline, and what it would take, in numbers and in words.

Every day of a stage is an open one, Saturdays, Sundays and holidays too: the platform is open all
week, and people register from home.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor
from typing import NamedTuple

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.figures.pace import Pace, pace
from models.records import Mark, Stage
from models.text.formats import day_month, number, percent, tenths

WINDOWS = (3, 7)
"""The pace is told over so many last open days."""


class Deadline(NamedTuple):
    """A day by which all is to be done: the commune's own, or that of the city."""

    day: date
    own: bool

    @property
    def words(self) -> str:
        """ "hạn của xã 10/6"."""
        return f"hạn của {'xã' if self.own else 'thành phố'} {day_month(self.day)}"


class Forecast(NamedTuple):
    """How far `done` of `total` gets by a deadline with the pace of each window of open days."""

    mark: Mark
    deadline: Deadline
    total: int
    done: int
    target: int
    paces: tuple[tuple[int, Pace], ...]

    @property
    def needed(self) -> int | None:
        """People per day that it takes, as `Pace.needed`."""
        return self.paces[0][1].needed

    def reached(self, window: int) -> int | None:
        """How many are done at the end of the deadline's day if the pace of `window` days stays.

        None where there is no pace, or the deadline has passed.
        """
        found = dict(self.paces)[window]
        if found.present is None or found.days_left < 0:
            return None
        return min(self.total, self.done + floor(found.present * found.days_left))


def deadlines_of(stage: Stage) -> tuple[Deadline, ...]:
    """The deadlines of a stage, the commune's own first."""
    city = Deadline(stage.ends_on, own=False)
    own = stage.internal_ends_on
    return (city,) if own is None else (Deadline(own, own=True), city)


def forecasts(
    mark: Mark, stage: Stage, total: int, counts: Sequence[int], today: date, target: int = 100
) -> tuple[Forecast, ...]:
    """One forecast for each deadline of `stage`, as of the end of `today`.

    `counts` are those done at the end of each day up to `today`, which is the last of them; for a
    window of 7 days 8 are wanted, and fewer will do.
    """
    done = counts[-1] if counts else 0
    return tuple(
        Forecast(
            mark,
            deadline,
            total,
            done,
            target,
            tuple(
                (each, _pace(total, done, today, deadline, counts[-each - 1 :], target, stage))
                for each in WINDOWS
            ),
        )
        for deadline in deadlines_of(stage)
    )


def _pace(
    total: int,
    done: int,
    today: date,
    deadline: Deadline,
    lately: Sequence[int],
    target: int,
    stage: Stage,
) -> Pace:
    return pace(total, done, today, deadline.day, lately, target, stage.starts_on)


def forecast_words(
    found: Forecast, window: int = WINDOWS[0], names: MarkNames = USUAL_NAMES
) -> str:
    """ "Với tốc độ 12 người/ngày (3 ngày qua), hết hạn của xã 10/6 đạt 48/532 (9,0%); cần 254
    người/ngày."
    """
    now = dict(found.paces)[window]
    doing = names.deed(found.mark)
    if not found.total:
        return "Chưa có ai thuộc đối tượng."
    if not now.remaining:
        return f"Đã đạt chỉ tiêu {found.target}% {doing}."
    left = f"còn {number(now.remaining)} người chưa {doing}"
    if now.needed is None:
        return f"Đã quá {found.deadline.words}, {left}."
    if not now.days_left:
        return f"Hôm nay là {found.deadline.words}: {left}."
    needed = f"cần {number(now.needed)} người/ngày"
    reached = found.reached(window)
    if now.present is None or reached is None:
        return f"Chưa đủ ngày để tính tốc độ; để kịp {found.deadline.words} {needed}."
    rate = f"{number(reached)}/{number(found.total)} ({percent(reached, found.total)})"
    speed = f"Với tốc độ {tenths(now.present)} người/ngày ({window} ngày qua)"
    return f"{speed}, hết {found.deadline.words} đạt {rate}; {needed}."
