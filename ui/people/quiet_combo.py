"""A list of choices that the mouse wheel does not change in passing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class QuietCombo(QComboBox):
    """In a page that scrolls, the wheel scrolls the page, unless somebody is choosing here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
