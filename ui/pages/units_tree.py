"""The tree of units: one selected at a time, renamed in place, moved by mouse or by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ui.pages.units_model import COLUMN_COUNT, UnitModel, UnitTree

KIND_COLUMN = 1
NARROW_LETTERS = 95
INDENTATION, NARROW_INDENTATION = 20, 12


class UnitTreeView(QTreeView):
    """Keeps what is open and selected when the tree comes anew.

    `picked` tells that another unit is selected, `menu_asked` where a context menu belongs.
    """

    picked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: UnitModel) -> None:
        super().__init__()
        self.units = model
        self._wanted: int | None = None
        self.setObjectName("unitTree")
        self.setAccessibleName("Cây đơn vị")
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setItemDelegate(QuietFocus(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(600)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, COLUMN_COUNT):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(self.picked)

    def selected_id(self) -> int | None:
        """The selected unit."""
        return self.units.id_at(self.currentIndex())

    def select_next(self, unit_id: int) -> None:
        """Select this unit as soon as the tree that holds it comes."""
        self._wanted = unit_id

    def show_tree(self, tree: UnitTree) -> None:
        """Show `tree`, with the same branches closed and the same unit selected as before."""
        closed = [unit.id for unit in self.units.units() if self._is_closed(unit.id)]
        selected = self._wanted if self._wanted is not None else self.selected_id()
        place = self.verticalScrollBar().value()
        self.units.show_tree(tree)
        self.expandAll()
        for each in closed:
            self.collapse(self.units.index_of(each))
        self.verticalScrollBar().setValue(place)
        self.select(selected)
        self._wanted = None

    def select(self, unit_id: int | None) -> None:
        """Select a unit and bring it into sight; the first one when it is not there."""
        index = self.units.index_of(unit_id)
        if not index.isValid():
            index = self.units.index(0, 0, QModelIndex())
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def neighbour(self) -> int | None:
        """The unit that stands next to the selected one, below or else above."""
        index = self.currentIndex()
        for other in (self.indexBelow(index), self.indexAbove(index)):
            if other.isValid():
                return self.units.id_at(other)
        return None

    def rename(self) -> None:
        """Edit the name of the selected unit in place."""
        index = self.units.index_of(self.selected_id())
        if index.isValid():
            self.setFocus()
            self.edit(index)

    def _is_closed(self, unit_id: int) -> bool:
        return self.units.has_children(unit_id) and not self.isExpanded(
            self.units.index_of(unit_id)
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse at the pointer, by key at the selected line."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(rect.center()))
        else:
            self.menu_asked.emit(event.globalPos())

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row, and the frame of the selected one while the keys are with the tree."""
        super().drawRow(painter, options, index)
        if self.hasFocus() and index.internalId() == self.currentIndex().internalId():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawLine(options.rect.topLeft(), options.rect.topRight())
            painter.drawLine(options.rect.bottomLeft(), options.rect.bottomRight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow tree the khối gives its room to the names."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        self.setColumnHidden(KIND_COLUMN, narrow)
        self.setIndentation(NARROW_INDENTATION if narrow else INDENTATION)


class QuietFocus(QStyledItemDelegate):
    """Leaves the frame of the focus to the whole row."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Without the frame of one cell."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
