"""Long runs of the journal replayed by the database itself, from the JSON that lies in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    DateTime,
    Float,
    Table,
    case,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from models.journal.rows import member_of_row
from models.store.schema import change_rows

ENOUGH = 500
"""Shorter runs go row by row, which needs no care for how the database reads JSON."""


def replay_run(
    connection: Connection, table: Table, act: str, which: ColumnElement[bool], *, backward: bool
) -> bool:
    """Insert, delete or update the rows of the journal rows `which`; False when it cannot.

    All rows of a run were written by one change, and hold the same columns. SQLite reads dates
    and texts as they were; moments and fractions it would not, so these are refused there.
    """
    wanted = change_rows.c.before if backward else change_rows.c.after
    if act == "delete":
        ids = select(change_rows.c.row_id).where(which)
        connection.execute(delete(table).where(table.c.id.in_(ids)))
        return True
    sample = connection.execute(select(wanted).where(which).limit(1)).scalar_one()
    names = [name for name in json.loads(sample) if name in table.c and name != "id"]
    if act == "update":
        names = _changed(connection, table, names, which)
    if connection.dialect.name == "sqlite" and not _exact(connection, table, names, wanted, which):
        return False
    values = [member_of_row(connection, wanted, table.c[name]).label(name) for name in names]
    rows = select(change_rows.c.row_id.label("id"), *values).where(which).order_by(change_rows.c.id)
    if act == "insert":
        connection.execute(insert(table).from_select(["id", *names], rows))
    elif names:
        told = rows.order_by(None).subquery()
        new = {name: told.c[name] for name in names}
        connection.execute(update(table).values(new).where(table.c.id == told.c.id))
    return True


def _changed(
    connection: Connection, table: Table, names: Sequence[str], which: ColumnElement[bool]
) -> list[str]:
    """The columns that some row of the run has another value in than before."""
    before, after = change_rows.c.before, change_rows.c.after
    differs = [
        member_of_row(connection, before, table.c[name]).is_distinct_from(
            member_of_row(connection, after, table.c[name])
        )
        for name in names
    ]
    marks = [func.max(case((each, 1), else_=0)) for each in differs]
    found = connection.execute(select(*marks).where(which)).one()
    return [name for name, other in zip(names, found, strict=True) if other]


def _exact(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    wanted: ColumnElement[Any],
    which: ColumnElement[bool],
) -> bool:
    kinds = {name: table.c[name].type for name in names}
    if any(isinstance(kind, DateTime) for kind in kinds.values()):
        return False
    fractions = [
        func.json_type(wanted, f"$.{name}") == "real"
        for name, kind in kinds.items()
        if isinstance(kind, Float)
    ]
    if not fractions:
        return True
    return not connection.execute(
        select(change_rows.c.id).where(which, or_(*fractions)).limit(1)
    ).first()
