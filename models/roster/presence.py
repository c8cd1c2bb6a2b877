"""Who is present on a day, and who is gone. The one place that says so.

The condition over the tables has its twin over plain values beside it, for rows that have been
read already; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select

from models.roster.periods import Days, holds_on
from models.store.schema import absences, people


@dataclass(frozen=True, slots=True)
class Times:
    """When somebody came and left, and the first and last days of the times away between."""

    came_on: date | None = None
    left_on: date | None = None
    away: Sequence[Days] = ()

    @property
    def stay(self) -> tuple[date, date]:
        """The first day here, and the first day of having left; between them lie times away."""
        return self.came_on or date.min, self.left_on or date.max


def gone_by(day: date) -> ColumnElement[bool]:
    """Whether a person has left and is not back on `day`; the day of leaving counts as gone."""
    away = select(absences.c.person_id).where(absences.c.since <= day, absences.c.until >= day)
    return or_(func.coalesce(people.c.left_on <= day, False), people.c.id.in_(away))


def is_gone(times: Times, day: date) -> bool:
    """The twin of `gone_by`."""
    return times.stay[1] <= day or holds_on(times.away, day)


def present_on(day: date) -> ColumnElement[bool]:
    """Whether a person works for the commune on `day`: has come, and is not gone.

    Whoever leaves on a day that is to come is present until then.
    """
    return and_(or_(people.c.came_on.is_(None), people.c.came_on <= day), ~gone_by(day))


def is_present(times: Times, day: date) -> bool:
    """The twin of `present_on`."""
    return times.stay[0] <= day and not is_gone(times, day)
