"""Inserting many rows fast, and their journal made by the database itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Table,
    case,
    cast,
    func,
    insert,
    literal,
    null,
    select,
)
from sqlalchemy import String as Text

from models.store.schema import change_rows

_JOURNALED = ["change_id", "table_name", "row_id", "before", "after"]
_NOTHING: Mapping[str, ColumnElement[Any]] = MappingProxyType({})


def insert_rows(
    connection: Connection, table: Table, first: int, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, all with the same keys, under the ids from `first` on.

    Where the driver takes positions, the values go to it as they are: SQLAlchemy's
    own way builds a dictionary for each row, which doubled the time of an import.
    """
    names = ["id", *rows[0]]
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=names)
    order = compiled.positiontup
    if order is None:
        connection.execute(insert(table), [{"id": i, **row} for i, row in enumerate(rows, first)])
        return
    processors = {
        index: processor
        for index, name in enumerate(order)
        if (processor := _processor(connection, table, name)) is not None
    }
    # The id is the first column of every table, and `order` is that of the columns.
    pick = itemgetter(*order[1:])
    values = [(i, *pick(row)) for i, row in enumerate(rows, first)]
    if processors:
        values = [_processed(each, processors) for each in values]
    connection.exec_driver_sql(str(compiled), values)


def _processor(connection: Connection, table: Table, name: str) -> Any:
    return table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)


def _processed(values: tuple[Any, ...], processors: Mapping[int, Any]) -> tuple[Any, ...]:
    return tuple(
        processors[index](value) if index in processors else value
        for index, value in enumerate(values)
    )


def log_inserted(
    connection: Connection, table: Table, change_id: int, first: int, last: int
) -> None:
    """Journal the rows of `table` with ids from `first` to `last` as inserted by a change."""
    rows = (
        select(
            literal(change_id),
            literal(table.name),
            table.c.id,
            null(),
            cast(_json_of(connection, table), Text),
        )
        .where(table.c.id.between(first, last))
        .order_by(table.c.id)
    )
    connection.execute(insert(change_rows).from_select(_JOURNALED, rows))


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
            cast(_json_of(connection, table), Text),
            cast(_json_of(connection, table, values), Text),
        )
        .where(where)
        .order_by(table.c.id)
    )
    return connection.execute(insert(change_rows).from_select(_JOURNALED, rows)).rowcount


def _json_of(
    connection: Connection, table: Table, instead: Mapping[str, ColumnElement[Any]] = _NOTHING
) -> ColumnElement[Any]:
    """A row as the database itself writes it in JSON, with some columns `instead`."""
    on_sqlite = connection.dialect.name == "sqlite"
    parts: list[ColumnElement[Any]] = []
    for column in table.c:
        value = instead.get(column.name, column)
        if on_sqlite and isinstance(column.type, Float):
            # SQLite would keep 15 digits, and the redone score would not be the same number.
            value = case((value.is_not(None), func.json(func.printf("%!.17g", value))))
        parts += [literal(column.name), value]
    return func.json_object(*parts) if on_sqlite else func.json_build_object(*parts)
