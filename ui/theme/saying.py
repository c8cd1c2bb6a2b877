"""A sentence that wraps where there is room, and keeps to one line where there is little."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Saying(QLabel):
    """`say` sets the words and hides the label without any; the tooltip has all of a cut line,
    or `more`, where there is more to tell than the words."""

    def __init__(self, name: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._more = ""
        self._low = False
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)

    def say(self, words: str, more: str = "") -> None:
        """Show these words; "" takes the label away."""
        self._words, self._more = words, more
        self.setVisible(bool(words))
        self._show()

    def set_low(self, low: bool) -> None:
        """In a low window one line is enough."""
        if low != self._low:
            self._low = low
            self.setWordWrap(not low)
            self._show()

    def minimumSizeHint(self) -> QSize:
        """A line that is cut must not make the window wider."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._low else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or fewer letters."""
        super().resizeEvent(event)
        if self._low:
            self._show()

    def _show(self) -> None:
        if not self._low:
            self.setText(self._words)
            self.setToolTip(self._more)
            return
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        self.setText(shown)
        self.setToolTip(self._more or (self._words if shown != self._words else ""))
        self.setAccessibleName(self._words)
