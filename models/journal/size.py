"""How large the data are, and of what: said by whoever asks why a file grows."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, LargeBinary, Select, Table, cast, func, select

from models.store.schema import change_rows, changes, contents, issued_files, journal_packs
from models.store.store import Store

ROW_AROUND = 60
"""Bytes about that a row of the journal takes beside what it says, its places in indexes too."""


class DataSize(NamedTuple):
    """Bytes: all of it, and of that the people, contests and documents' rows with their indexes
    (`rows`), the history, what of it is packed, attached files, issued documents, and what is free
    for what comes."""

    whole: int
    rows: int
    journal: int
    packed: int
    attached: int
    issued: int
    free: int


def journal_size(store: Store) -> DataSize:
    """How large the data of `store` are, and why."""
    with store.reading() as connection:
        whole, free = _whole(connection)
        dialect = connection.dialect.name
        every, issued = _bytes_of(connection), _bytes_of(connection, issued_files)
        entries = select(_length(dialect, changes.c.summary) + 3 * ROW_AROUND)
        journal = _sum(connection, _text_of_rows(dialect)) + _sum(connection, entries)
        packed = _sum(connection, select(_length(dialect, journal_packs.c.rows)))
        rows = max(whole - journal - packed - every - free, 0)
        return DataSize(whole, rows, journal, packed, every - issued, issued, free)


def _whole(connection: Connection) -> tuple[int, int]:
    """Bytes of all pages, and of those in which nothing stands."""
    if connection.dialect.name != "sqlite":
        size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        return int(size.scalar_one()), 0
    pages, free, size = (
        connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
        for name in ("page_count", "freelist_count", "page_size")
    )
    return pages * size, free * size


def _text_of_rows(dialect: str) -> Select[Any]:
    before, after = (
        func.coalesce(_length(dialect, side), 0)
        for side in (change_rows.c.before, change_rows.c.after)
    )
    return select(before + after + func.length(change_rows.c.table_name) + ROW_AROUND)


def _length(dialect: str, column: ColumnElement[Any]) -> ColumnElement[int]:
    """Bytes, not letters."""
    if dialect == "sqlite":
        return func.length(cast(column, LargeBinary))
    return func.octet_length(column)


def _bytes_of(connection: Connection, table: Table | None = None) -> int:
    """Bytes of what rows of `table` name, or of all contents."""
    lengths = select(_length(connection.dialect.name, contents.c.bytes))
    if table is not None:
        lengths = lengths.where(contents.c.sha256.in_(select(table.c.sha256)))
    return _sum(connection, lengths)


def _sum(connection: Connection, lengths: Select[Any]) -> int:
    told = lengths.subquery()
    (column,) = told.c
    return int(connection.execute(select(func.coalesce(func.sum(column), 0))).scalar_one())
