"""How many people a day it takes to be done by the deadline, and how many there are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """What is left to do. `needed` is people per day, rounded up.

    `days_left` counts the open days after the figures' day up to the deadline: 0 on the last
    day (`needed` is then all of `remaining`, today), negative once it has passed (`needed`
    is then None). `needed` is 0 when nobody remains. `present` is people per open day lately,
    None when nothing is known; `reaches_on` is the day that the present pace leads to.
    """

    remaining: int
    days_left: int
    needed: int | None
    present: Fraction | None
    reaches_on: date | None

    @property
    def enough(self) -> bool:
        """Whether the present pace is the needed one or better."""
        if self.needed is None:
            return False
        return self.needed == 0 or (self.present is not None and self.present >= self.needed)


def pace(
    total: int,
    done: int,
    today: date,
    deadline: date,
    lately: Sequence[int] = (),
    target: int = 100,
    opens: date | None = None,
) -> Pace:
    """The pace from `done` of `total` at the end of `today` to `target` per cent by `deadline`.

    `lately` holds the cumulative counts at the end of consecutive days, the last of them
    `today`; the present pace is their mean daily growth. Only days from `opens` to `deadline`
    count: before the first of them nobody can do anything, and after the last nothing is late
    any more but over.
    """
    goal = -(-total * target // 100)
    remaining = max(0, goal - done)
    first = max(today, opens - _DAY) if opens else today
    days_left = (deadline - first).days
    open_days = len(lately) if opens is None else (today - opens).days + 1
    present = _growth(lately[-open_days - 1 :]) if open_days > 0 and today <= deadline else None
    return Pace(
        remaining=remaining,
        days_left=days_left,
        needed=_needed(remaining, days_left),
        present=present,
        reaches_on=_reaches(remaining, present, today),
    )


def _needed(remaining: int, days_left: int) -> int | None:
    if remaining == 0:
        return 0
    return None if days_left < 0 else -(-remaining // max(1, days_left))


def _growth(counts: Sequence[int]) -> Fraction | None:
    if len(counts) < 2:
        return None
    return Fraction(max(0, counts[-1] - counts[0]), len(counts) - 1)


def _reaches(remaining: int, present: Fraction | None, today: date) -> date | None:
    if remaining == 0:
        return today
    if not present:
        return None
    days = -(-remaining // present)
    return today + timedelta(days=days) if days <= 3650 else None
