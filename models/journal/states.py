"""What becomes of an entry of the journal."""

from __future__ import annotations

from models.store.sweeping import UNSWEPT

DONE, UNDONE, DISCARDED, LOGGED = "done", "undone", "discarded", "logged"
IN_EFFECT = frozenset({DONE, LOGGED, UNSWEPT})
NEVER_UNDONE = frozenset({LOGGED, UNSWEPT})
