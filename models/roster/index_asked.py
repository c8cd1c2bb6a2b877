"""What the keys in memory do not hold, asked of the file: SQLAlchemy is imported only then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from models.records import PeopleQuery
from models.store.prepared import DeclaredReader, PreparedReader

if TYPE_CHECKING:
    from sqlalchemy import Connection


def ids_asked(reader: PreparedReader, query: PeopleQuery, day: date) -> Iterable[int]:
    """The ids of the people that `query` finds on `day`."""
    from models.roster.people import ids_found

    return _connection(reader).execute(ids_found(query, day)).scalars()


def blanks_asked(reader: PreparedReader, order: str, day: date) -> int:
    """How many people have nothing in the column of that order."""
    from models.roster.people import count_blanks

    return int(_connection(reader).execute(count_blanks(order, day)).scalar_one())


def _connection(reader: PreparedReader) -> Connection:
    assert isinstance(reader, DeclaredReader)
    return reader.connection
