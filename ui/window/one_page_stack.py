"""The pages of the window one behind the other, as large as the one that is open wants to be."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme.restyling import ASIDE


class OnePageStack(QStackedWidget):
    """A page that needs more room than the window has scrolls; the others do not for its sake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(ASIDE, True)
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """What the open page needs."""
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())

    def heightForWidth(self, width: int) -> int:
        """How high the open page has to be, whatever the others are."""
        shown = self.currentWidget()
        if shown is None or not shown.hasHeightForWidth():
            return self.minimumSizeHint().height()
        return shown.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """What the open page would like."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()
