"""The cross in a line that empties it, drawn by us: Qt's own keeps the colours it was made in."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QLineEdit

from ui.theme.icons import keep_icon

CLEAR_WORDS = "Xóa nội dung đã gõ"


def add_clearing(line: QLineEdit) -> None:
    """Let a cross stand at the end of `line` while there is something in it."""
    cross = QAction(CLEAR_WORDS, line)
    cross.setObjectName("clear-line")
    keep_icon(cross, "close", QPalette.ColorRole.PlaceholderText)
    line.addAction(cross, QLineEdit.ActionPosition.TrailingPosition)
    # Its button looks only at what changes from then on.
    cross.setVisible(bool(line.text()))
    line.textChanged.connect(lambda text: cross.setVisible(bool(text)))
    cross.triggered.connect(partial(_clear, line))


def _clear(line: QLineEdit) -> None:
    """As if all of it had been taken out by key."""
    line.clear()
    line.textEdited.emit("")
