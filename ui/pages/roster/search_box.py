"""The search box: searches as somebody types, says how many were found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.theme.icons import icon
from ui.theme.pieces import hint_in, label

# An input method hands a letter over as several changes; they are one search.
PAUSE_MS = 0


class SearchBox(QLineEdit):
    """`searched` carries the text a moment after the last letter; `left` asks for the table.

    Esc empties the box; `escaped` tells that it was empty. Enter and Down leave it.
    """

    searched = Signal(str)
    left = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setAccessibleName("Tìm trong danh sách")
        hint_in(self, "Tìm tên, số điện thoại, đơn vị, chức vụ, ghi chú (Ctrl+F)")
        self._count = self._add_count()
        self._glass = self.addAction(
            icon("search", QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._glass.setText("Tìm")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._leave)
        for key, deed in ((Qt.Key.Key_Down, self._leave), (Qt.Key.Key_Escape, self._escape)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)

    def _add_count(self) -> QLabel:
        count = label("", "muted")
        count.setParent(self)
        count.setObjectName("count")
        return count

    def show_count(self, words: str) -> None:
        """Show `words` ("13 người") at the right end."""
        self._count.setText(words)
        self._place_count()

    def set_quietly(self, text: str) -> None:
        """Show a text that is already being searched for."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._pause.stop()

    def _place_count(self) -> None:
        self._count.adjustSize()
        air = self.fontMetrics().averageCharWidth()
        self._count.move(
            self.width() - self._count.width() - air, (self.height() - self._count.height()) // 2
        )
        self.setTextMargins(0, 0, self._count.width() + air, 0)

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())

    def _leave(self) -> None:
        if self._pause.isActive():
            self._search()
        self.left.emit()

    def _escape(self) -> None:
        if self.text():
            self.empty()
        else:
            self.escaped.emit()

    def empty(self) -> None:
        """Search for nothing more."""
        self.clear()
        self._search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The count stays at the right end."""
        super().resizeEvent(event)
        self._place_count()

    def changeEvent(self, event: QEvent) -> None:
        """The glass takes the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", QPalette.ColorRole.PlaceholderText))
