"""Where the journal stands: the next steps back and forward, and when it was saved."""

from __future__ import annotations

from datetime import datetime

from models.journal.states import DONE, UNDONE
from models.store.prepared import Prepared, rows_by_name
from models.store.store import Store
from models.store.texts import JOURNAL_LAST_SAVED, JOURNAL_NEWEST, JOURNAL_OLDEST


def next_undo(data_file: Store) -> str | None:
    """The summary of the change that `undo` would take back."""
    return undo_target(data_file)[1]


def undo_target(data_file: Store) -> tuple[int, str | None]:
    """The id and the summary of that change; 0 and None when there is none."""
    return _target(data_file, JOURNAL_NEWEST, DONE)


def next_redo(data_file: Store) -> str | None:
    """The summary of the change that `redo` would do again."""
    return _target(data_file, JOURNAL_OLDEST, UNDONE)[1]


def last_saved(data_file: Store) -> datetime | None:
    """When the newest change was committed."""
    with data_file.reading_prepared() as reader:
        found = next(iter(reader.rows(JOURNAL_LAST_SAVED)), None)
    return found[0] if found else None


def _target(data_file: Store, entry: Prepared, state: str) -> tuple[int, str | None]:
    with data_file.reading_prepared() as reader:
        found = next(rows_by_name(entry, reader.rows(entry, state=state)), None)
    return (int(found["id"]), str(found["summary"])) if found else (0, None)
