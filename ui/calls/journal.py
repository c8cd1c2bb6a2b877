"""What screens ask of the journal: steps back and forward, the history, when it was saved."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.journal.standing import last_saved, next_redo, undo_target

if TYPE_CHECKING:
    from models.journal.replay import ReplayStep
    from models.journal.reverting import RevertPlan
    from models.journal.unbroken import ChainTold
    from models.records import ChangeEntry
    from models.records.actions import LoggedAction
    from models.records.history import RowChange
    from models.store.store import Store

LOG_LINES = 5_000
"""So many lines of the log a screen shows; a workbook has all."""


class Steps(NamedTuple):
    """The change that Ctrl+Z takes back, the one that Ctrl+Y does again, and the last save.

    `undo_id` is the entry of the first in the journal, 0 when there is none.
    """

    undo: str | None
    redo: str | None
    saved_at: datetime | None
    undo_id: int = 0


class EntryLook(NamedTuple):
    """One entry, the ids of its rows in the journal, and why it alone cannot be taken back."""

    entry: ChangeEntry
    rows: tuple[int, ...]
    plan: RevertPlan


class LogAsked(NamedTuple):
    """What is wanted of the log."""

    since: date | None = None
    until: date | None = None
    text: str = ""
    kinds: Collection[str] = ()


class LogLook(NamedTuple):
    """Lines of the log, the newest first; `is_cut` where there are more."""

    lines: tuple[LoggedAction, ...]
    is_cut: bool


def steps(file: Store) -> Steps:
    """Where the journal stands."""
    undo_id, summary = undo_target(file)
    return Steps(summary, next_redo(file), last_saved(file), undo_id)


def undo_entry(file: Store, entry_id: int, step: ReplayStep | None = None) -> str | None:
    """Take back just this entry, also where others came after it; returns its summary."""
    from models.journal.replay import undo
    from models.journal.reverting import take_back

    newest, _summary = undo_target(file)
    return undo(file, step) if newest == entry_id else take_back(file, entry_id, step=step)


def entry_look(file: Store, entry_id: int) -> EntryLook:
    """One entry, to be shown row by row."""
    from models.journal.details import entry_row_ids
    from models.journal.history import entries_of_ids
    from models.journal.reverting import revert_plan

    rows = entry_row_ids(file, entry_id)
    with file.reading() as connection:
        (entry,) = entries_of_ids(connection, [entry_id])
        return EntryLook(entry, rows, revert_plan(connection, entry_id))


def entry_rows(file: Store, ids: Sequence[int]) -> tuple[RowChange, ...]:
    """A page of the rows of an entry."""
    from models.journal.details import row_changes

    return row_changes(file, ids)


def plan_taking_back(file: Store, entry_id: int, *, onwards: bool) -> RevertPlan:
    """What taking back would do, or why it is not done."""
    from models.journal.reverting import revert_plan

    with file.reading() as connection:
        return revert_plan(connection, entry_id, onwards=onwards)


def log_look(file: Store, asked: LogAsked) -> LogLook:
    """The lines of the log that are asked for."""
    from models.papers.action_log import actions

    found = actions(file, *asked, limit=LOG_LINES + 1)
    return LogLook(found[:LOG_LINES], len(found) > LOG_LINES)


def log_integrity(file: Store) -> ChainTold:
    """Whether the log is still as it was written."""
    from models.journal.unbroken import chain_told

    return chain_told(file)


def save_log(file: Store, asked: LogAsked, path: Path) -> int:
    """Write all lines that are asked for as a workbook, over what lies there; returns how many."""
    from models.papers.action_log import actions
    from reports.log_export import export_log_lines

    found = actions(file, *asked, limit=None)
    export_log_lines(file, found, path, overwrite=True)
    return len(found)
