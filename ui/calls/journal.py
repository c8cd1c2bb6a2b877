"""What screens ask of the journal: steps back and forward, the history, when it was saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store.data_file import DataFile

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Steps:
    """The change that Ctrl+Z takes back, the one that Ctrl+Y does again, and the last save."""

    undo: str | None
    redo: str | None
    saved_at: datetime | None


def steps(file: DataFile) -> Steps:
    """Where the journal stands."""
    from models.journal.standing import last_saved, next_redo, next_undo

    return Steps(next_undo(file), next_redo(file), last_saved(file))


def undo(file: DataFile, step: Step | None = None) -> str | None:
    """Take back the newest change; its summary, None when there is nothing to take back.

    `step` hears (rows done, of) and may raise to stop it all.
    """
    from models.journal.replay import undo as work

    return work(file, step)


def redo(file: DataFile, step: Step | None = None) -> str | None:
    """Do again what was taken back last; its summary, None when there is nothing."""
    from models.journal.replay import redo as work

    return work(file, step)
