"""A row set to what is known of it, also where what stands there cannot be read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, insert, update
from sqlalchemy.exc import SQLAlchemyError

from models.journal.change import Change, RowValues, rows_by_id
from models.journal.rows import StoredRow, pack_row


def put_row(change: Change, table: Table, row_id: int, wanted: RowValues | None) -> None:
    """Let the row be `wanted` (of a row that is there: the columns it names); None: let it go.

    What stood there is journaled and comes back with undo, unless nobody can read it: then the
    journal has the row as it is now on both sides.
    """
    stands = _standing(change, table, row_id)
    if wanted is None:
        change.delete(table, [row_id])
    elif stands is _NOTHING:
        change.connection.execute(insert(table), dict(wanted))
        change.journal(table, [(row_id, None, pack_row(wanted))])
    elif stands is _UNREADABLE:
        own = table.c.id == row_id
        change.connection.execute(update(table).where(own).values(dict(wanted)))
        now = pack_row(rows_by_id(change.connection, table, [row_id])[row_id])
        change.journal(table, [(row_id, now, now)])
    else:
        change.update(table, {row_id: wanted})


_NOTHING: StoredRow = {}
_UNREADABLE: StoredRow = {"": ""}


def _standing(change: Change, table: Table, row_id: int) -> Any:
    try:
        return rows_by_id(change.connection, table, [row_id]).get(row_id, _NOTHING)
    except (ValueError, TypeError, SQLAlchemyError):
        if change.connection.dialect.name != "sqlite":
            raise
        return _UNREADABLE
