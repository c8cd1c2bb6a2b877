"""The buttons of a table of decisions: in one line where there is room, else in several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from ui.theme.wrapping_row import WrappingRow

Direction = QBoxLayout.Direction
SPACING = 8


class WrappedActs(QWidget):
    """All buttons in as many lines as they need; none of them is pressed by Enter."""

    def __init__(self, acts: Sequence[QWidget]) -> None:
        super().__init__()
        row = WrappingRow(self, SPACING)
        for each in acts:
            row.addWidget(each)
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)


class ActsRow(QWidget):
    """The `answers` first, then what belongs to them; none of them is pressed by Enter."""

    def __init__(self, answers: Sequence[QPushButton], more: Sequence[QWidget]) -> None:
        super().__init__()
        self._halves = QBoxLayout(Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(SPACING)
        first, second = QHBoxLayout(), QHBoxLayout()
        for half in (first, second):
            half.setSpacing(SPACING)
        for made in answers:
            first.addWidget(made)
        first.addStretch(0)
        if all(isinstance(each, QPushButton) for each in more):
            second.addStretch(1)
        for each in more:
            second.addWidget(each, 0 if isinstance(each, QPushButton) else 1)
        self._halves.addLayout(first)
        self._halves.addLayout(second, 1)
        self._parts = (first, second)
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)

    def minimumSizeHint(self) -> QSize:
        """In one line the buttons must not make the window wider than two lines would."""
        least = super().minimumSizeHint()
        return QSize(max(each.minimumSize().width() for each in self._parts), least.height())

    def event(self, event: QEvent) -> bool:
        """Another width, or other words, may want another number of lines."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            wanted = sum(each.minimumSize().width() for each in self._parts) + SPACING
            narrow = wanted > self.width()
            self._halves.setDirection(Direction.TopToBottom if narrow else Direction.LeftToRight)
        return super().event(event)
