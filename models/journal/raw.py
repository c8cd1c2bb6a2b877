"""The journal as it lies in the database, also where what lies there is not what was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Executable, select

from models.store.schema import change_rows

RawCells = tuple[Any, ...]
_READ_ANY = partial(str, encoding="utf-8", errors="surrogateescape")
_ORDERED = select(
    change_rows.c.change_id,
    change_rows.c.table_name,
    change_rows.c.row_id,
    change_rows.c.before,
    change_rows.c.after,
    change_rows.c.id,
).order_by(change_rows.c.change_id, change_rows.c.id)


@contextmanager
def any_text(connection: Connection) -> Iterator[None]:
    """Within it, a text in a file is read whatever bytes it has; a server lets in no other."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    usual = driver.text_factory
    driver.text_factory = _READ_ANY
    try:
        yield
    finally:
        driver.text_factory = usual


def raw_cells(
    connection: Connection, statement: Executable, values: dict[str, Any] | None = None
) -> Iterator[RawCells]:
    """What the driver gives, without a row of SQLAlchemy's around it: half the time of many."""
    result = connection.execute(statement, values)
    cursor: Any = result.cursor
    try:
        yield from cursor
    finally:
        result.close()


def raw_rows(
    connection: Connection,
    which: ColumnElement[bool] | None = None,
    values: dict[str, Any] | None = None,
) -> Iterator[RawCells]:
    """Rows of the journal, those of an entry together, each as (its entry, the table, the row,
    before, after, its own id)."""
    statement = _ORDERED if which is None else _ORDERED.where(which)
    return raw_cells(connection, statement, values)


class RowsByEntry:
    """Rows in the order of their entries, taken entry by entry in that order."""

    def __init__(self, rows: Iterator[RawCells]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)
        self.passed: list[int] = []
        """Entries that have rows, and that nobody asked for."""
        self.last = 0
        """The id of the last row that was taken or passed."""

    def of(self, change_id: int) -> list[RawCells]:
        """The rows of that entry; none for one that has none."""
        self.pass_before(change_id)
        if self._next is None or self._next[0] != change_id:
            return []
        return self._taken(self._next[1])

    def pass_before(self, change_id: int) -> None:
        """Pass the rows of entries before that one."""
        while self._next is not None and self._next[0] < change_id:
            self._pass()

    def end(self) -> None:
        """Pass what is left."""
        while self._next is not None:
            self._pass()

    def _pass(self) -> None:
        assert self._next is not None
        self.passed.append(self._next[0])
        self._taken(self._next[1])

    def _taken(self, group: Iterator[RawCells]) -> list[RawCells]:
        found = list(group)
        self.last = found[-1][5]
        self._next = next(self._groups, None)
        return found
