"""The funnels in a header: where one filters by a column, and which columns are filtered by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView

from ui.table.column import Column
from ui.theme.icons import icon

AIR, PAD = 4, 4
SHARE = 0.72
"""Of the height of a line: a funnel grows with the words it stands after."""
DOT = 5


class Funnels(QObject):
    """Draws them, and hears clicks on them before the header sorts. `clicked` carries a section."""

    clicked = Signal(int)

    def __init__(self, header: QHeaderView, columns: Sequence[Column[Any]]) -> None:
        super().__init__(header)
        self.filtered: frozenset[str] = frozenset()
        self._header = header
        self.columns = columns
        self._pressed = -1
        self.heard = any(column.filtered for column in columns)

    @property
    def _size(self) -> int:
        return round(self._header.fontMetrics().height() * SHARE)

    @property
    def room(self) -> int:
        """How wide a funnel is, with the air beside it."""
        return self._size + AIR

    def paint(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The funnel of a section, with a dot where people are filtered by it, and how it sorts."""
        column = self.columns[section]
        place = self._place(rect, column)
        if column.sort and self._header.sortIndicatorSection() == section:
            place = self._paint_arrow(painter, rect, column, place)
        if not column.filtered or rect.width() < self.room * 2 or place.isNull():
            return
        on = column.key in self.filtered
        role = QPalette.ColorRole.Accent if on else QPalette.ColorRole.Dark
        icon("filter", role).paint(painter, place)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._header.palette().color(QPalette.ColorRole.BrightText))
            painter.drawEllipse(place.right() - DOT + 2, place.top() - 1, DOT, DOT)

    def _paint_arrow(
        self, painter: QPainter, rect: QRect, column: Column[Any], funnel: QRect
    ) -> QRect:
        """Up or down after the funnel, in its place where the title leaves no other; what is
        left for the funnel."""
        ascending = self._header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        beside = funnel.translated(self.room, 0)
        alone = not column.filtered or beside.right() > rect.right()
        place = funnel if alone else beside
        picture = icon("arrow-up" if ascending else "arrow-down", QPalette.ColorRole.Accent)
        on = column.key in self.filtered
        if not (alone and on):
            picture.paint(painter, place)
        return QRect() if alone and not on else funnel

    def _place(self, rect: QRect, column: Column[Any]) -> QRect:
        """After the title, and never past the end of the section; before one that stands right."""
        font = QFont(self._header.font())
        font.setWeight(QFont.Weight.DemiBold)
        title = QFontMetrics(font).horizontalAdvance(column.title) + PAD + AIR
        top = rect.top() + (rect.height() - self._size) // 2
        if column.alignment & Qt.AlignmentFlag.AlignRight:
            left = max(rect.left() + AIR, rect.right() - title - self._size)
        else:
            left = min(rect.left() + title, rect.right() - self._size - AIR)
        return QRect(left, top, self._size, self._size)

    def place_of(self, section: int) -> QRect:
        """Where the funnel of a section is, in the header."""
        left = self._header.sectionViewportPosition(section)
        rect = QRect(left, 0, self._header.sectionSize(section), self._header.height())
        return self._place(rect, self.columns[section])

    def _hit(self, event: QMouseEvent) -> int:
        """The section whose funnel lies under the mouse, -1 when none does."""
        place = event.position().toPoint()
        section = self._header.logicalIndexAt(place)
        if section < 0 or not self.columns[section].filtered:
            return -1
        high, wide = self._header.height(), self._header.sectionSize(section)
        # A hand's breadth more than the drawing, except where the width is dragged.
        near = self.place_of(section).adjusted(-AIR, -high, 0, high)
        return section if near.contains(place) and wide >= self.room * 2 else -1

    def takes(self, event: QEvent) -> bool:
        """Whether `event` is a click on a funnel; everything else is the header's."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed = self._hit(event)
            return self._pressed >= 0
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed >= 0:
            if self._hit(event) == self._pressed:
                self.clicked.emit(self._pressed)
            self._pressed = -1
            return True
        return False
