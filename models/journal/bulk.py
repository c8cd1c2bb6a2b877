"""Inserting many rows fast, and their journal made by the database itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Insert,
    Table,
    bindparam,
    case,
    cast,
    func,
    insert,
    literal,
    null,
    select,
)
from sqlalchemy import String as Text

from models.journal.rows import typed_value
from models.store.schema import change_rows

_JOURNALED = ["change_id", "table_name", "row_id", "before", "after"]
_NOTHING: Mapping[str, ColumnElement[Any]] = MappingProxyType({})


def insert_columns(
    connection: Connection, table: Table, first: int, columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert rows under the ids from `first` on; `columns` are their values by column.

    Where the driver takes positions, the values go to it as they are: SQLAlchemy's
    own way builds a dictionary for each row, which doubled the time of an import.
    """
    insert_by_position(connection, table, {"id": count(first), **columns})


def insert_by_position(
    connection: Connection, table: Table, columns: Mapping[str, Iterable[Any]]
) -> None:
    """Insert rows that are told by column; the first of them, the id, may never end."""
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    order = compiled.positiontup
    if order is None:
        rows = zip(*columns.values(), strict=False)
        connection.execute(insert(table), [dict(zip(columns, row, strict=True)) for row in rows])
        return
    told = (_as_stored(connection, table, name, columns[name]) for name in order)
    connection.exec_driver_sql(str(compiled), list(zip(*told, strict=False)))


def _as_stored(
    connection: Connection, table: Table, name: str, cells: Iterable[Any]
) -> Iterable[Any]:
    """The values of one column as the driver takes them."""
    kind = table.c[name].type.dialect_impl(connection.dialect)
    process = kind.bind_processor(connection.dialect)
    if process is None:
        return cells
    cells = list(cells)
    # Days mostly, of which a column holds few different ones.
    stored = {each: process(each) for each in set(cells)}
    return map(stored.__getitem__, cells)


def log_inserted(
    connection: Connection, table: Table, change_id: int, first: int, last: int
) -> None:
    """Journal the rows of `table` with ids from `first` to `last` as inserted by a change."""
    statement = _logging(table, connection.dialect.name)
    connection.execute(statement, {"change": change_id, "first": first, "last": last})


@lru_cache
def _logging(table: Table, dialect: str) -> Insert:
    """The statement for that: a large change asks for it again and again."""
    change = bindparam("change", type_=change_rows.c.change_id.type)
    after = cast(row_as_json(dialect, table), Text)
    rows = (
        select(change, literal(table.name), table.c.id, cast(null(), Text), after)
        .where(table.c.id.between(bindparam("first"), bindparam("last")))
        .order_by(table.c.id)
    )
    return insert(change_rows).from_select(_JOURNALED, rows)


def log_updated(
    connection: Connection,
    table: Table,
    change_id: int,
    values: Mapping[str, ColumnElement[Any]],
    where: ColumnElement[bool],
) -> int:
    """Journal the rows of `table` that an update to `values` will touch; returns how many."""
    rows = (
        select(
            literal(change_id),
            literal(table.name),
            table.c.id,
            cast(row_as_json(connection.dialect.name, table), Text),
            cast(row_as_json(connection.dialect.name, table, values), Text),
        )
        .where(where)
        .order_by(table.c.id)
    )
    # How many rows were inserted is told only where that is asked for.
    journaled = insert(change_rows).execution_options(preserve_rowcount=True)
    return connection.execute(journaled.from_select(_JOURNALED, rows)).rowcount


def row_as_json(
    dialect: str, table: Table, instead: Mapping[str, ColumnElement[Any]] = _NOTHING
) -> ColumnElement[Any]:
    """A row as the database itself writes it in JSON, with some columns `instead`."""
    on_sqlite = dialect == "sqlite"
    parts: list[ColumnElement[Any]] = []
    for column in table.c:
        value = instead.get(column.name, column)
        if on_sqlite and isinstance(column.type, Float):
            # SQLite would keep 15 digits, and the redone score would not be the same number.
            value = case((value.is_not(None), func.json(func.printf("%!.17g", value))))
        elif column.name in instead and not on_sqlite:
            value = typed_value(value, column)
        parts += [cast(literal(column.name), Text), value]
    return func.json_object(*parts) if on_sqlite else func.json_build_object(*parts)
