"""Keys as they are bound: the Enter of the number pad is the Enter of the letters."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

LETTERS, PAD = "Return", "Enter"


def bound_keys(keys: str) -> list[QKeySequence]:
    """What is bound for `keys` ("Ctrl+Return"): both Enter keys where it names one."""
    both = [keys.removesuffix(LETTERS) + PAD] if keys.endswith(LETTERS) else []
    return [_portable(each) for each in (keys, *both)]


def _portable(keys: str) -> QKeySequence:
    """Whatever the language: in Vietnamese "Enter" is the word for the key Return."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
