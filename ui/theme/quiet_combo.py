"""A list of choices that the mouse wheel does not change in passing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget


class QuietCombo(QComboBox):
    """In a page that scrolls, the wheel scrolls the page, unless somebody is choosing here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = ""
        self.currentTextChanged.connect(self._tell)

    def _tell(self) -> None:
        """The tip tells all of what is chosen, which may be cut."""
        if self.toolTip() == self._told:
            self._told = self.currentText()
            self.setToolTip(self._told)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Words that have no room end in dots, not in half a letter."""
        super().initStyleOption(option)
        parts = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(parts[0], option, parts[1], self).width()
        words = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        option.currentText = words

    def setEditable(self, editable: bool) -> None:
        """What is typed in is read out by the same name."""
        super().setEditable(editable)
        self.setAccessibleName(self.accessibleName())

    def setAccessibleName(self, name: str) -> None:
        """The line inside is called so too."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
