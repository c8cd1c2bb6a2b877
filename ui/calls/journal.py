"""What screens ask of the journal: steps back and forward, the history, when it was saved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from models.journal.standing import last_saved, next_redo, next_undo

if TYPE_CHECKING:
    from models.store.store import Store


class Steps(NamedTuple):
    """The change that Ctrl+Z takes back, the one that Ctrl+Y does again, and the last save."""

    undo: str | None
    redo: str | None
    saved_at: datetime | None


def steps(file: Store) -> Steps:
    """Where the journal stands."""
    return Steps(next_undo(file), next_redo(file), last_saved(file))
