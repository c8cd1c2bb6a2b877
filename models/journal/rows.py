"""Rows as the journal keeps them: plain JSON with ISO dates, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Table,
    cast,
    func,
    literal,
)
from sqlalchemy import String as Text

StoredRow = Mapping[str, Any]


def _iso(value: date) -> str:
    """A day, or a moment with its time: each as its own kind writes it."""
    return value.isoformat()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_iso).encode


def pack_row(row: StoredRow) -> str:
    """One row as JSON text; dates and times become ISO text."""
    return _encode(row)


def unpack_row(text: str, table: Table) -> dict[str, Any]:
    """The row that `pack_row` wrote, with the dates of `table` restored."""
    return typed_values(json.loads(text), table)


def typed_values(row: StoredRow, table: Table) -> dict[str, Any]:
    """The values of a row that was read as JSON, for the columns that `table` has."""
    return {
        name: value if value is None else _typed(value, table.c[name])
        for name, value in row.items()
        if name in table.c
    }


def _typed(value: Any, column: Column[Any]) -> Any:
    if isinstance(column.type, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(column.type, Date) else value


def member_of_row(
    connection: Connection, stored: ColumnElement[Any], column: Column[Any]
) -> ColumnElement[Any]:
    """What a row that the journal keeps as JSON has in `column`, read by the database itself."""
    if connection.dialect.name == "sqlite":
        return func.json_extract(stored, f"$.{column.name}")
    return typed_value(cast(stored, JSON).op("->>")(literal(column.name, Text)), column)


def typed_value(value: ColumnElement[Any], column: Column[Any]) -> ColumnElement[Any]:
    """`value` as the type of `column`, for a server that guesses none."""
    return cast(value, Text if isinstance(column.type, Text) else column.type)
