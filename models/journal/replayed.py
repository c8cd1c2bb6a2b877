"""What must stand in a row after all that the journal wrote of it, and whether it stands there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, DateTime, Float, Integer, Table
from sqlalchemy.sql.elements import False_, True_

from models.journal.rows import typed_values


class KnownRow(NamedTuple):
    """What the journal says of a row: whether it stands, and the values that it knows, as JSON."""

    stands: bool
    values: Mapping[str, Any]

    def typed(self, table: Table) -> dict[str, Any]:
        """The values as they are written into `table`."""
        return typed_values(self.values, table)


def last_known(table: Table, texts: Sequence[Any]) -> KnownRow:
    """What the texts that were written of a row, the oldest first, come to.

    None is a row that went, `{}` one of which everything was forgotten.
    """
    if not texts or texts[-1] is None:
        return KnownRow(False, {})
    newest = _parsed(texts[-1])
    names = {column.name for column in table.c}
    if newest and newest.keys() >= names:
        return KnownRow(True, newest)
    if not newest:
        return KnownRow(True, {})
    return KnownRow(True, _filled(table, texts))


def _filled(table: Table, texts: Sequence[Any]) -> dict[str, Any]:
    """The values of a row, of which the newest text lacks columns."""
    values: dict[str, Any] = {}
    whole = True
    for text in texts:
        if text is None:
            values, whole = {}, True
            continue
        said = _parsed(text)
        whole = whole and bool(said)
        values.update(said)
    if whole:
        usual = {column.name: usual_value(column) for column in table.c}
        values = {**usual, **values}
    return values


def usual_value(column: Column[Any]) -> Any:
    """What a row has in a column that came after it."""
    default: Any = getattr(column.server_default, "arg", None)
    if default is None:
        return None
    if isinstance(default, False_ | True_):
        return isinstance(default, True_)
    told = str(getattr(default, "text", default)).strip("'")
    if isinstance(column.type, Boolean):
        return told.lower() in ("1", "true")
    if isinstance(column.type, Integer):
        return int(told)
    return float(told) if isinstance(column.type, Float) else told


def differing_columns(table: Table, stored: Mapping[str, Any], said: KnownRow) -> tuple[str, ...]:
    """The columns in which a row, as the driver reads it, is not what the journal says."""
    return tuple(
        column.name
        for column in table.c
        if column.name in said.values
        and not _same(column, stored[column.name], said.values[column.name])
    )


def _same(column: Column[Any], stored: Any, said: Any) -> bool:
    left, right = _plain(column, stored), _plain(column, said)
    return type(left) is type(right) and bool(left == right)


def _plain(column: Column[Any], value: Any) -> Any:
    """A value as the database gives it, or the journal has it, in one form for both."""
    kind = column.type
    if isinstance(kind, DateTime):
        return stored_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(kind, Boolean) and isinstance(value, bool):
        return int(value)
    if isinstance(kind, Float) and type(value) is int:
        return float(value)
    return value


def stored_moment(told: Any) -> Any:
    """A moment, of whatever a column of moments or the journal has; else what it has."""
    try:
        found = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        return told
    # Not what only reads alike: that was not written.
    usual = found.isoformat(), found.isoformat(" "), found.isoformat(" ", "microseconds")
    return found if told in usual else told


def _parsed(text: Any) -> dict[str, Any]:
    """What a text of the journal says; nothing when it cannot be read, which the chain tells."""
    try:
        found = json.loads(text)
    except (TypeError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
