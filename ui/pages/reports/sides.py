"""The kinds and the options of the chosen one: side by side where there is room, else one below
the other, each with a scroll bar of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ui.theme.letters import SideSplitter, keep_in_letters
from ui.theme.pieces import column_in, label

BOTH_LETTERS, ONE_LETTERS = 78, 37
LEAST_LETTERS, GAP = 28, 12
ONE, BOTH = "reports", "reports-wide"
BESIDE_FROM_LETTERS = 150
"""From this width on they stand side by side."""
LEAST_LINES = 5
LIST_SHARE, OPTIONS_SHARE = 9, 11


class ReportSides(SideSplitter):
    """`kinds` over or beside `options` at the left, `preview` at the right."""

    def __init__(self, kinds: QWidget, options: QWidget, preview: QWidget) -> None:
        super().__init__(0, ONE_LETTERS, ONE)
        self._beside = False
        left = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, left)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(GAP)
        self._both.addWidget(_titled("Loại văn bản", kinds), LIST_SHARE)
        self._both.addWidget(_scrolling(options), OPTIONS_SHARE)
        self.set_halves(left, preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more of it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.count() == 2:
            self._arrange()

    def _arrange(self) -> None:
        letters = self.width() / self.fontMetrics().averageCharWidth()
        beside = letters >= BESIDE_FROM_LETTERS
        if beside != self._beside:
            self._beside = beside
            ways = QBoxLayout.Direction
            self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
            self.give(*((BOTH_LETTERS, BOTH) if beside else (ONE_LETTERS, ONE)))


def _titled(words: str, inside: QWidget) -> QWidget:
    made = QWidget()
    column = column_in(made)
    column.addWidget(label(words, "heading"))
    column.addWidget(inside, 1)
    return made


def _scrolling(inside: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(inside)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    keep_in_letters(made, LEAST_LETTERS, least_lines=LEAST_LINES)
    return made
