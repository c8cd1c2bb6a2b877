"""Ids with values beside them as a temporary table, so that one statement reaches them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table
from sqlalchemy.types import TypeEngine

from models.journal.bulk import insert_by_position


class _Kind:
    """A type of column; two that read alike are one."""

    def __init__(self, kind: TypeEngine[Any]) -> None:
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kind) and repr(self.kind) == repr(other.kind)

    def __hash__(self) -> int:
        return hash(repr(self.kind))


@lru_cache
def _table(columns: tuple[tuple[str, _Kind], ...]) -> Table:
    """One of each shape: what SQLAlchemy compiles of a statement is kept by the tables in it, and
    compiling was nearly all of what a single mark cost."""
    told = (Column(name, each.kind) for name, each in columns)
    ident = Column("id", Integer, primary_key=True)
    return Table("wanted_rows", MetaData(), ident, *told, prefixes=["TEMPORARY"])


@contextmanager
def wanted_rows(
    connection: Connection, rows: Sequence[Mapping[str, Any]], *columns: Column[Any]
) -> Iterator[Table]:
    """A table with the column `id` and `columns` that holds `rows` (all with these keys).

    Only this connection sees it, and only within the block. When the block fails it goes with the
    transaction, in which nothing more can be done.
    """
    table = _table(tuple((column.name, _Kind(column.type)) for column in columns))
    table.create(connection)
    if rows:
        told = {name: [row[name] for row in rows] for name in rows[0]}
        insert_by_position(connection, table, told)
    yield table
    table.drop(connection)
