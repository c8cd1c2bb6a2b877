"""Where rows of others, or of nobody, name one person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, String, Table, select

from models.campaign.rights.nameless import is_of
from models.campaign.rights.whose import OnePerson
from models.store.schema import CONTENT_TABLES, JOURNAL_TABLES, frozen_reports, metadata


def tables_with_words() -> list[Table]:
    """All tables of the data, and of its logs, in which something may stand in words."""
    closed = JOURNAL_TABLES | CONTENT_TABLES
    return [
        table
        for table in metadata.sorted_tables
        if table.name not in closed and any(isinstance(c.type, String) for c in table.c)
    ]


def count_mentions(connection: Connection, whose: OnePerson) -> dict[str, int]:
    """By table how many rows name the person and are not theirs; frozen names are not counted."""
    found = {
        table.name: sum(1 for _ in rows_naming(connection, table, whose))
        for table in tables_with_words()
    }
    return {name: count for name, count in found.items() if count}


def rows_naming(connection: Connection, table: Table, whose: OnePerson) -> Iterator[dict[str, Any]]:
    """The rows of one table that name the person and are not theirs."""
    left_out = {"names"} if table is frozen_reports else set[str]()
    for row in connection.execute(select(table).order_by(table.c.id)).mappings():
        told = dict(row)
        if is_of(table.name, told, whose):
            continue
        texts = (v for k, v in told.items() if isinstance(v, str) and k not in left_out)
        if any(map(whose.terms.found_in, texts)):
            yield told
