"""Rows as the journal keeps them: plain JSON with ISO dates, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, DateTime, Table

Row = Mapping[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode


def pack(row: Row) -> str:
    """One row as JSON text; dates become ISO text."""
    return _encode(row)


def unpack(text: str, table: Table) -> dict[str, Any]:
    """The row that `pack` wrote, with the dates of `table` restored."""
    row: dict[str, Any] = json.loads(text)
    for name, value in row.items():
        if value is not None and name in table.c:
            kind = table.c[name].type
            if isinstance(kind, DateTime):
                row[name] = datetime.fromisoformat(value)
            elif isinstance(kind, Date):
                row[name] = date.fromisoformat(value)
    return {name: value for name, value in row.items() if name in table.c}
