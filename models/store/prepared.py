"""Statements that are run as text: what the first page reads, before SQLAlchemy is there.

Each is declared once with SQLAlchemy, in a module `declared` beside its subject. `texts` holds
what comes of it for a file; `packaging/statements/write_texts.py` writes that module, and a test
holds the two together. Whoever asks names the text; a store that cannot take it runs what was
declared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

PreparedRow = tuple[Any, ...]
LISTED = "__[POSTCOMPILE_{}]"
"""What stands in a text for a list of values, as SQLAlchemy writes it."""


class Prepared(NamedTuple):
    """One statement: where it is declared, its text, the values that are always the same, its
    columns, and how those that are not plain are read."""

    declared: str
    text: str
    constants: Mapping[str, int | str]
    columns: tuple[str, ...]
    kinds: Mapping[int, str]


class PreparedReader(Protocol):
    """Runs prepared statements, all over one consistent state."""

    def rows(self, prepared: Prepared, **values: object) -> list[PreparedRow]:
        """The rows for these values; a day is a `date`, a list a sequence.

        All are read at once: a statement that stays open keeps temporary tables from going.
        """

    def streamed(self, prepared: Prepared, **values: object) -> Iterator[PreparedRow]:
        """The rows of a very large answer, one by one."""


_READ: dict[str, Callable[[Any], Any]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "bool": bool,
}


class TextReader:
    """Runs the texts over the standard library's driver."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, prepared: Prepared, **values: object) -> list[PreparedRow]:
        """The rows as SQLAlchemy would give them."""
        return list(self.streamed(prepared, **values))

    def streamed(self, prepared: Prepared, **values: object) -> Iterator[PreparedRow]:
        """The same rows, one by one."""
        text, bound = prepared.text, dict(prepared.constants)
        for name, value in values.items():
            if isinstance(value, date):
                bound[name] = value.isoformat()
            elif isinstance(value, Sequence) and not isinstance(value, str):
                text = text.replace(LISTED.format(name), _marks(name, len(value)))
                bound.update(zip(map(f"{name}_{{}}".format, count()), value, strict=False))
            else:
                assert isinstance(value, int | str)
                bound[name] = value
        found = self._connection.execute(text, bound)
        if not prepared.kinds:
            return found
        readers = [(at, _READ[kind]) for at, kind in prepared.kinds.items()]
        return map(partial(_made, readers), found)


def _marks(name: str, many: int) -> str:
    return ", ".join(f":{name}_{at}" for at in range(many)) or "NULL"


def _made(readers: Sequence[tuple[int, Callable[[Any], Any]]], row: PreparedRow) -> PreparedRow:
    cells = list(row)
    for at, read in readers:
        if cells[at] is not None:
            cells[at] = read(cells[at])
    return tuple(cells)


class DeclaredReader:
    """Runs what was declared over a connection of SQLAlchemy's."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, prepared: Prepared, **values: object) -> list[PreparedRow]:
        """The rows, whatever database it is."""
        return list(self.streamed(prepared, **values))

    def streamed(self, prepared: Prepared, **values: object) -> Iterator[PreparedRow]:
        """The same rows, one by one."""
        found = self.connection.execute(declared(prepared), values)
        return map(tuple, found)


def declared(prepared: Prepared) -> Select[Any]:
    """The statement of which the text was made."""
    module, _, name = prepared.declared.rpartition(".")
    statement: Select[Any] = getattr(import_module(module), name)
    return statement


def rows_by_name(prepared: Prepared, rows: Iterable[PreparedRow]) -> Iterator[dict[str, Any]]:
    """Rows by the names of their columns."""
    return (dict(zip(prepared.columns, row, strict=True)) for row in rows)
