"""What stands in a column of the roster, as a header filter lists it and filters by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Date, String, cast, func, or_

from models.records import ColumnFilter
from models.store.schema import participations, people, units

COLUMNS: Mapping[str, ColumnElement[Any]] = {
    "name": people.c.name,
    "unit": units.c.name,
    "position": people.c.position,
    "phone": people.c.phone,
    "registered_on": participations.c.registered_on,
    "failed_on": participations.c.failed_on,
    "completed_on": participations.c.completed_on,
    "score": participations.c.score,
    "note": people.c.note,
    "staff_type": people.c.staff_type,
    "gender": people.c.gender,
    "birth": people.c.birth,
    "email": people.c.email,
    "staff_code": people.c.staff_code,
    "came_on": people.c.came_on,
}


def holds_value(wanted: ColumnFilter) -> ColumnElement[bool]:
    """Whether a person's column holds one of the values."""
    return shown_value(wanted.column).in_(sorted(wanted.values))


def shown_value(column: str) -> ColumnElement[str]:
    """The value of a column as text: dates as ISO, numbers as the database writes them."""
    value = COLUMNS[column]
    if isinstance(value.type, Date) or not isinstance(value.type, String):
        value = cast(value, String)
    return func.coalesce(value, "")


def is_blank(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether nothing stands there."""
    empty = column.is_(None)
    return or_(empty, column == "") if isinstance(column.type, String) else empty
