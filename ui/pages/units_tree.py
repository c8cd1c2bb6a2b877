"""The tree of units: one selected at a time, renamed in place, moved by mouse or by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ui.pages.units_drag import DropPlace, draw_place, place_at
from ui.pages.units_model import COLUMN_COUNT, MIME, REMINDED, SECOND_MARK, UnitModel, UnitTree
from ui.theme.letters import on_other_letters
from ui.theme.stylesheet import row_height

NARROW_LETTERS, TIGHT_LETTERS = 95, 60
INDENTATION, NARROW_INDENTATION = 2.9, 1.7
"""In letters too: a chevron must have room in its line."""


class UnitTreeView(QTreeView):
    """Keeps what is open and selected when the tree comes anew.

    `picked` tells that another unit is selected, `menu_asked` where a context menu belongs,
    `dragged_over` where the dragged unit would go now: (unit id, id of the unit above or None),
    or (-1, None) when it is over nothing any more.
    """

    picked = Signal()
    menu_asked = Signal(QPoint)
    dragged_over = Signal(int, object)

    def __init__(self, model: UnitModel) -> None:
        super().__init__()
        self.units = model
        self._wanted: int | None = None
        self._place: DropPlace | None = None
        self._told = False
        self._cells = QuietFocus(self)
        self.setObjectName("unitTree")
        self.setAccessibleName("Cây đơn vị")
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setItemDelegate(self._cells)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(600)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, COLUMN_COUNT):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(self.picked)
        model.modelAboutToBeReset.connect(self._cells.forget)
        on_other_letters(self, self._choose_columns)

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
        self._told = any(self.units.reminded_words(unit.id) for unit in self.units.units())
        self.expandAll()
        for each in closed:
            self.collapse(self.units.index_of(each))
        self._choose_columns()
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Units of this tree alone."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark where the unit would go; at the edges the tree scrolls, over a branch it opens."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            self._mark(place_at(self, event.position().toPoint()), _dragged(event))
            # What cannot be is taken too, so that it is refused in words.
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The pointer is elsewhere: nothing is marked any more."""
        super().dragLeaveEvent(event)
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the tree changes when it has been written."""
        if not event.mimeData().hasFormat(MIME):
            return
        place = place_at(self, event.position().toPoint())
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._mark(None)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        move = Qt.DropAction.MoveAction
        self.units.dropMimeData(event.mimeData(), move, place.row, 0, place.above)

    def _mark(self, place: DropPlace | None, dragged: int = -1) -> None:
        self._place = place
        self.viewport().update()
        self.dragged_over.emit(dragged, self.units.id_at(place.above) if place else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and over them the place where the dragged unit would go."""
        super().paintEvent(event)
        if self._place is not None:
            draw_place(self, self._place.mark)

    def changeEvent(self, event: QEvent) -> None:
        """In other letters every cell has another width."""
        if event.type() == QEvent.Type.FontChange:
            self._cells.measure_in(self.font())
        super().changeEvent(event)

    def _choose_columns(self) -> None:
        """In a narrow tree the last reminder gives its room to the names; so it does while nobody
        was reminded. Where one mark is counted, there is no second one; in very large text it is
        left to the panel."""
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < letter * NARROW_LETTERS
        tight = self.width() < letter * TIGHT_LETTERS
        self.setColumnHidden(REMINDED, narrow or not self._told)
        self.setColumnHidden(SECOND_MARK, tight or self.units.marks.one)
        self.setIndentation(round(letter * (NARROW_INDENTATION if narrow else INDENTATION)))


def _dragged(event: QDropEvent) -> int:
    return int(bytes(event.mimeData().data(MIME).data()).decode())


class QuietFocus(QStyledItemDelegate):
    """Leaves the frame of the focus to the whole row, which has the height of all tables.

    While a window is resized the columns ask for the width of every cell again and again: it is
    measured once in each font, until the tree is another.
    """

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._font = tree.font().key()
        self._measured: dict[str, dict[tuple[int, int], QSize]] = {}

    def forget(self) -> None:
        """The tree is another."""
        self._measured.clear()

    def measure_in(self, font: QFont) -> None:
        """The letters are others."""
        self._font = font.key()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Without the frame of one cell."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the lines of the other tables."""
        key = index.internalId(), index.column()
        sizes = self._measured.setdefault(self._font, {})
        if key not in sizes:
            wide = super().sizeHint(option, index).width()
            sizes[key] = QSize(wide, row_height(option.font))
        return sizes[key]
