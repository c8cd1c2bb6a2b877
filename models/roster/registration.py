"""Completed implies registered, and so does having failed: at the latest from then on.

Who took part without passing has failed, until they complete. In the database, and beside it over
plain values; whatever writes or reads marks asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, case, func, or_

from models.records import Mark
from models.records.moment import Moment, as_moment
from models.store.schema import participations

GOES_WITH: dict[Mark, tuple[str, ...]] = {
    Mark.REGISTERED: (
        "registered_on",
        "registered_minute",
        "failed_on",
        "failed_minute",
        "completed_on",
        "completed_minute",
        "score",
        "attempts",
    ),
    Mark.FAILED: ("failed_on", "failed_minute", "score", "attempts"),
    Mark.COMPLETED: ("completed_on", "completed_minute", "score", "attempts"),
}
"""What goes with a mark that is taken away: without a registration nothing is completed."""

_When = TypeVar("_When", date, Moment)
MarkTimes = tuple[ColumnElement[Any], ColumnElement[Any]]
"""Two columns: the day of a mark, and its minute."""


def registered_from(
    registered: _When | None, failed: _When | None, completed: _When | None
) -> _When | None:
    """From when on somebody with these marks is registered; None when they are not."""
    marks = [each for each in (registered, failed, completed) if each is not None]
    return min(marks, key=lambda each: as_moment(each).begin, default=None)


def registered_from_columns(*days: ColumnElement[Any]) -> ColumnElement[Any]:
    """The twin of `registered_from` in the database, over days alone."""

    def first(one: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
        late = and_(other.is_not(None), or_(one.is_(None), one > other))
        return case((late, other), else_=one)

    return reduce(first, days)


def registered_times(*marks: MarkTimes) -> MarkTimes:
    """The same over days with their minutes."""

    def first(one: MarkTimes, other: MarkTimes) -> MarkTimes:
        early = func.coalesce(other[1], -1) < func.coalesce(one[1], -1)
        late = and_(
            other[0].is_not(None),
            or_(one[0].is_(None), one[0] > other[0], and_(one[0] == other[0], early)),
        )
        return case((late, other[0]), else_=one[0]), case((late, other[1]), else_=one[1])

    return reduce(first, marks)


def registered_by(at: date | Moment) -> ColumnElement[bool]:
    """Whether a person had registered by `at`, a day by its end."""
    return or_(_marked_by("registered", at), _marked_by("failed", at), completed_by(at))


def failed_by(at: date | Moment) -> ColumnElement[bool]:
    """Whether a person had taken part by `at`, and not completed."""
    return and_(_marked_by("failed", at), ~completed_by(at))


def completed_by(at: date | Moment) -> ColumnElement[bool]:
    """Whether a person had completed by `at`, a day by its end."""
    return _marked_by("completed", at)


def _marked_by(mark: str, at: date | Moment) -> ColumnElement[bool]:
    """Whether a mark holds by `at`; one without a time holds for the whole of its day."""
    when = as_moment(at)
    day, minute = participations.c[f"{mark}_on"], participations.c[f"{mark}_minute"]
    if when.minute is None:
        return func.coalesce(day <= when.day, False)
    then = and_(day == when.day, or_(minute.is_(None), minute <= when.minute))
    return func.coalesce(or_(day < when.day, then), False)


def holds_by(marked: date | Moment | None, at: date | Moment) -> bool:
    """Whether a mark that holds from `marked` on holds by `at`, a day by its end."""
    return marked is not None and as_moment(marked).begin <= as_moment(at).end


def has_failed(
    failed: date | Moment | None, completed: date | Moment | None, at: date | Moment
) -> bool:
    """The twin of `failed_by`."""
    return holds_by(failed, at) and not holds_by(completed, at)


def mark_of_row(row: Mapping[Any, Any], mark: str) -> Moment | None:
    """When a stored participation has the mark from; None where it has not."""
    day = row[f"{mark}_on"]
    return None if day is None else Moment(day, row[f"{mark}_minute"])


def mark_columns(mark: str, when: Moment | None) -> dict[str, Any]:
    """The columns of a participation that has the mark from `when` on; None: has it not."""
    day, minute = when or (None, None)
    return {f"{mark}_on": day, f"{mark}_minute": minute}
