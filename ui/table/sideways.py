"""A table that is scrolled sideways: its first columns stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.table.column import Column
from ui.table.frozen import FrozenColumns
from ui.table.header import TableHeader


class SidewaysTable(QTableView):
    """The first `frozen` columns lie over the others once those are scrolled."""

    def __init__(
        self, columns: Sequence[Column[Any]], name: str, frozen: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setViewport(_paper())
        self.header = TableHeader(columns, name, self)
        self._frozen_count = frozen

    def follow_scrolling(self) -> None:
        """Called once, when the table has its model."""
        self.header.arranged.connect(self.place_frozen)
        self.header.sortIndicatorChanged.connect(self.place_frozen)
        self.horizontalScrollBar().valueChanged.connect(self.place_frozen)

    def tints(self, _line: int) -> bool:
        """Whether a line is tinted because some of its cells are selected; here none ever is."""
        return False

    def ticked(self) -> Sequence[tuple[int, int]]:
        """The lines that are ticked, as (first, last) from top to bottom."""
        return ()

    @cached_property
    def frozen(self) -> FrozenColumns:
        """The first columns while the others are scrolled; made when they first are."""
        made = FrozenColumns(self, self.header, self._frozen_count)
        made.adopt(self.tints)
        made.horizontalHeader().sectionClicked.connect(self._click_frozen)
        return made

    def is_scrolled_aside(self) -> bool:
        """Whether the frozen columns have been needed."""
        return "frozen" in vars(self) or self.horizontalScrollBar().value() > 0

    def place_frozen(self) -> None:
        """Put the frozen columns where they belong, if they are needed."""
        if self.is_scrolled_aside():
            self.frozen.place()

    def _click_frozen(self, section: int) -> None:
        """A click on a frozen title turns the order as one on the header itself does."""
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self.header.sortIndicatorSection() != section:
            self.header.setSortIndicator(section, ascending)
        elif self.header.sortIndicatorOrder() is ascending:
            self.header.setSortIndicator(section, descending)
        else:
            self.header.setSortIndicator(-1, ascending)

    def foot_of(self, section: int) -> QPoint:
        """Where on the screen the title of a section ends below, frozen or not."""
        left = self.header.sectionViewportPosition(section)
        usual = self.header.mapToGlobal(QPoint(left, self.header.height()))
        return (self.frozen.foot_of(section) if self.is_scrolled_aside() else None) or usual

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frozen columns are as high as the table."""
        super().resizeEvent(event)
        self.place_frozen()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, beside the frozen columns and not below them."""
        scrolled = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if self.is_scrolled_aside():
            self.frozen.uncover(index.column(), scrolled)


def _paper() -> QWidget:
    """The viewport as Qt would make it. For one that it has made itself PySide would first name
    all kinds of widgets that there are, to find out which of them it is."""
    made = QWidget()
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
