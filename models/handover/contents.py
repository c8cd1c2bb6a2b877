"""What a hand-over package of a file would hold, in numbers."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Table, func, select

from models.store.schema import attachments, changes, issued_files, people
from models.store.store import Store


class PackageContents(NamedTuple):
    """How many people, attached files, issued documents and entries of the history there are."""

    people: int
    attachments: int
    issued: int
    entries: int


def package_contents(store: Store) -> PackageContents:
    """Count them."""
    with store.reading() as connection:

        def count(table: Table) -> int:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

        return PackageContents(*map(count, (people, attachments, issued_files, changes)))
