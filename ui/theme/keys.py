"""Keys as they are bound: the Enter of the number pad is the Enter of the letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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


def on_enter(hears: QWidget, deed: Callable[[], object]) -> None:
    """Let either Enter do `deed` while `hears` has the focus; no default button hears it too."""
    _KeepsEnter(hears, deed)


class _KeepsEnter(QObject):
    """Belongs to the widget whose Enter it keeps."""

    def __init__(self, hears: QWidget, deed: Callable[[], object]) -> None:
        super().__init__(hears)
        self._deed = deed
        hears.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key is pressed."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not event.isAutoRepeat():
            self._deed()
        return True


def _portable(keys: str) -> QKeySequence:
    """Whatever the language: in Vietnamese "Enter" is the word for the key Return."""
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
