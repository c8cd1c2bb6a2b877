"""The filters of the roster that were kept under a name, read as records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from models.records import ColumnFilter, PeopleQuery, Status
from models.records.filters import SavedFilter
from models.store.prepared import DeclaredReader, PreparedReader
from models.store.store import Store
from models.store.texts import ROSTER_SAVED_FILTERS
from models.text.names import match_key

if TYPE_CHECKING:
    from sqlalchemy import Connection


def list_filters(data_file: Store) -> tuple[SavedFilter, ...]:
    """Every saved filter, by name."""
    with data_file.reading_prepared() as reader:
        return _read(reader)


def load_filters(connection: Connection) -> tuple[SavedFilter, ...]:
    """The same over a connection that is already open."""
    return _read(DeclaredReader(connection))


def _read(reader: PreparedReader) -> tuple[SavedFilter, ...]:
    rows = reader.rows(ROSTER_SAVED_FILTERS)
    made = (SavedFilter(number, name, unpacked_query(query)) for number, name, query in rows)
    return tuple(sorted(made, key=lambda each: match_key(each.name)))


def unpacked_query(text: str) -> PeopleQuery:
    """The query that `packed` wrote."""
    parts = json.loads(text)
    return PeopleQuery(
        search=parts.get("search", ""),
        unit_ids=frozenset(parts.get("units", ())),
        statuses=frozenset(map(Status, parts.get("statuses", ()))),
        order=parts.get("order", "name"),
        descending=parts.get("descending", False),
        include_left=parts.get("include_left", False),
        only_left=parts.get("only_left", False),
        without_phone=parts.get("without_phone", False),
        columns=tuple(
            ColumnFilter(column, frozenset(values))
            for column, values in parts.get("columns", {}).items()
        ),
    )
