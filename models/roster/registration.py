"""Completed implies registered: who completes is registered, at the latest on that day.

In the database, and beside it over plain values; whatever writes or reads marks asks here.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_

from models.records import Mark
from models.store.schema import participations

GOES_WITH: dict[Mark, tuple[str, ...]] = {
    Mark.REGISTERED: ("registered_on", "completed_on", "score", "attempts"),
    Mark.COMPLETED: ("completed_on", "score", "attempts"),
}
"""What goes with a mark that is taken away: without a registration nothing is completed."""


def registered_from(registered: date | None, completed: date | None) -> date | None:
    """The first day on which somebody with these marks is registered; None when they are not."""
    return min(filter(None, (registered, completed)), default=None)


def registered_from_columns(
    registered: ColumnElement[Any], completed: ColumnElement[Any]
) -> ColumnElement[Any]:
    """The twin of `registered_from` in the database."""
    late = and_(completed.is_not(None), or_(registered.is_(None), registered > completed))
    return case((late, completed), else_=registered)


def registered_by(day: date) -> ColumnElement[bool]:
    """Whether a person had registered by the end of `day`."""
    registered = func.coalesce(participations.c.registered_on <= day, False)
    return or_(registered, completed_by(day))


def completed_by(day: date) -> ColumnElement[bool]:
    """Whether a person had completed by the end of `day`."""
    return func.coalesce(participations.c.completed_on <= day, False)


def holds_by(marked: date | None, day: date) -> bool:
    """Whether a mark that holds from `marked` on holds by the end of `day`."""
    return marked is not None and marked <= day
