"""The head of a page: its title with a line below it, and the deeds beside them or underneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.wrapping_row import WrappingRow

WORDS_LETTERS = 40
"""So much room, and that of the title in one line, the words need beside the deeds; with less the
deeds go below them."""
Way = QBoxLayout.Direction


class PageHead(QWidget):
    """The deeds keep their own widths, and wrap where even a line of their own is too short."""

    def __init__(self, title: QLabel, under: QLabel, deeds: Sequence[QWidget]) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(under)
        self._title, self._deeds = title, WrappingRow()
        for each in deeds:
            self._deeds.addWidget(each)
        self._both = QBoxLayout(Way.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(12)
        self._both.addLayout(words, 1)
        self._both.addLayout(self._deeds)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def settle(self) -> None:
        """Put the deeds beside the words, or below them: called when others are shown too."""
        least = self.fontMetrics().averageCharWidth() * WORDS_LETTERS
        words = max(least, self._title.fontMetrics().horizontalAdvance(self._title.text()))
        needed = words + self._both.spacing() + self._deeds.sizeHint().width()
        beside = needed <= self.width()
        self._both.setDirection(Way.LeftToRight if beside else Way.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other places."""
        super().resizeEvent(event)
        self.settle()
