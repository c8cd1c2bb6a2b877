"""A list of choices each of which is costly: keys open it, and only Enter chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.theme.quiet_combo import QuietCombo

MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class ListedCombo(QuietCombo):
    """Passing over the choices by arrows or letters shall not carry out each of them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for what would choose at once; a letter goes on to look in it."""
        letter = event.text().strip()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        if event.key() in MOVES or (letter.isprintable() and letter and plain):
            self.showPopup()
            if letter:
                self.view().keyboardSearch(letter)
            event.accept()
        else:
            super().keyPressEvent(event)
