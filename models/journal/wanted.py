"""Ids with values beside them as a temporary table, so that one statement reaches them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table

from models.journal.bulk import insert_by_position


@contextmanager
def wanted_rows(
    connection: Connection, rows: Sequence[Mapping[str, Any]], *columns: Column[Any]
) -> Iterator[Table]:
    """A table with the column `id` and `columns` that holds `rows` (all with these keys).

    Only this connection sees it, and only within the block. When the block fails it goes with the
    transaction, in which nothing more can be done.
    """
    table = Table(
        "wanted_rows",
        MetaData(),
        Column("id", Integer, primary_key=True),
        *columns,
        prefixes=["TEMPORARY"],
    )
    table.create(connection)
    if rows:
        told = {name: [row[name] for row in rows] for name in rows[0]}
        insert_by_position(connection, table, told)
    yield table
    table.drop(connection)
