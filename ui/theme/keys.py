"""Keys as they are bound: the Enter of the number pad is the Enter of the letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

LETTERS, PAD = "Return", "Enter"


def bound_keys(keys: str) -> list[QKeySequence]:
    """What is bound for `keys` ("Ctrl+Return"): both Enter keys where it names one."""
    both = [keys.removesuffix(LETTERS) + PAD] if keys.endswith(LETTERS) else []
    return [_portable(each) for each in (keys, *both)]


def on_key(
    hears: QWidget,
    keys: str | Qt.Key | QKeySequence.StandardKey,
    deed: Callable[[], object],
    *,
    alone: bool = False,
    repeats: bool = True,
) -> None:
    """Let `deed` be done when a key is pressed within `hears`, or only in itself when `alone`.

    Without `repeats` a key that is held down acts once.
    """
    made = QShortcut(hears)
    made.setKeys(bound_keys(keys) if isinstance(keys, str) else [QKeySequence(keys)])
    contexts = Qt.ShortcutContext
    made.setContext(contexts.WidgetShortcut if alone else contexts.WidgetWithChildrenShortcut)
    made.setAutoRepeat(repeats)
    made.activated.connect(deed)


def _portable(keys: str) -> QKeySequence:
    """Whatever the language: in Vietnamese "Enter" is the word for the key Return."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
