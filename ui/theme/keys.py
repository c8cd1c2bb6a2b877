"""Keys as they are bound: the Enter of the number pad is the Enter of the letters."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

LETTERS, PAD = "Return", "Enter"


def bound(keys: str) -> list[QKeySequence]:
    """What is bound for `keys` ("Ctrl+Return"): both Enter keys where it names one."""
    if keys.endswith(LETTERS):
        return [QKeySequence(keys), QKeySequence(keys.removesuffix(LETTERS) + PAD)]
    return [QKeySequence(keys)]
