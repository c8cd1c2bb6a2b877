"""Cards in two columns, which stand one below the other where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

NARROW_LETTERS = 110
Way = QBoxLayout.Direction


class CardColumns(QWidget):
    """Cards from the top of each column down; the columns are as wide as `shares` says."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], shares: tuple[int, int] = (1, 1)
    ) -> None:
        super().__init__()
        self._shares = shares
        self._both = QBoxLayout(Way.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        for cards, share in zip((left, right), shares, strict=True):
            column = QVBoxLayout()
            column.setSpacing(16)
            for each in cards:
                column.addWidget(each)
            column.addStretch(1)
            self._both.addLayout(column, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        self._both.setDirection(Way.TopToBottom if narrow else Way.LeftToRight)
        # One below the other only the last has room to spare.
        for at, share in enumerate((0, 1) if narrow else self._shares):
            self._both.setStretch(at, share)
