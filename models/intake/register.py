"""The register of the files that were read into the roster: when, by whom, what came of them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from models.store.schema import imports
from models.store.store import Store


class ImportedFile(NamedTuple):
    """A file that was read: its rows, how many people were new, updated, the same, and how many
    rows were left out."""

    id: int
    at: datetime
    who: str
    file_name: str
    rows: int
    new: int
    updated: int
    unchanged: int
    left_out: int


def imported_files(store: Store, limit: int = 200) -> tuple[ImportedFile, ...]:
    """The newest `limit` files, the newest first; one whose import was undone is not among them."""
    statement = select(imports).order_by(imports.c.id.desc()).limit(limit)
    with store.reading() as connection:
        return tuple(
            ImportedFile(
                row.id, row.at, row.who, row.file_name, row.rows, row.new, row.updated,
                row.unchanged, row.uncertain + row.rejected + row.skipped,
            )
            for row in connection.execute(statement)
        )  # fmt: skip
