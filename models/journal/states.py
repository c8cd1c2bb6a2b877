"""What becomes of an entry of the journal."""

from __future__ import annotations

DONE, UNDONE, DISCARDED, LOGGED = "done", "undone", "discarded", "logged"
