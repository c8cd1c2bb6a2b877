"""Whether a journal stands every look at it."""

from __future__ import annotations

from sqlalchemy import Connection

from models.journal.chain_check import broken_links, state_faults
from models.journal.contents import damaged_contents
from models.journal.differences import journal_differences
from models.store.store import Store


def faults(connection: Connection) -> list[object]:
    """All that does not fit."""
    return [
        *broken_links(connection),
        *state_faults(connection),
        *journal_differences(connection),
        *damaged_contents(connection),
    ]


def faults_of(file: Store) -> list[object]:
    """The same of an open store."""
    with file.reading() as connection:
        return faults(connection)
