"""The first columns, kept in sight while the rest of a table scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.table.cell import CellDelegate

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}


class FrozenColumns(QTableView):
    """Lies over the left edge of `table` while that is scrolled; hands every click to it."""

    def __init__(self, table: QTableView, count: int) -> None:
        super().__init__(table)
        self._table = table
        self._count = count
        self.setObjectName("frozen")
        self.setAccessibleName("Cột cố định")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        self.hide()

    def adopt(self) -> None:
        """Share the model, the selection and the drawing of the table."""
        self.setModel(self._table.model())
        self.setSelectionModel(self._table.selectionModel())
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(self._table.model(), header))
        # One of its own: a delegate tells every view it serves that an editor was closed.
        self.setItemDelegate(CellDelegate(self._table))

    def place(self) -> None:
        """Lie over the first columns, or out of the way when nothing is scrolled."""
        header = self._table.horizontalHeader()
        shown = [
            column
            for place in range(self._count)
            if not self._table.isColumnHidden(column := header.logicalIndex(place))
        ]
        scrolled = bool(shown) and self._table.horizontalScrollBar().value() > 0
        if scrolled:
            self._match(shown)
            width = sum(self._table.columnWidth(column) for column in shown)
            frame = self._table.frameWidth()
            height = self._table.viewport().height() + header.height()
            self.setGeometry(frame, frame, min(width, self._table.viewport().width() // 2), height)
            self.raise_()
        self.setVisible(scrolled)

    def _match(self, shown: list[int]) -> None:
        header = self._table.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(
            self._table.verticalHeader().defaultSectionSize()
        )
        self.horizontalHeader().setFixedHeight(header.height())
        self.horizontalHeader().setSortIndicatorShown(header.isSortIndicatorShown())
        self.horizontalHeader().setSortIndicator(
            header.sortIndicatorSection(), header.sortIndicatorOrder()
        )
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, self._table.columnWidth(column))
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def viewportEvent(self, event: QEvent) -> bool:
        """Clicks belong to the table below: the line is the same."""
        if isinstance(event, QMouseEvent) and event.type() in MOUSE:
            target = self._table.viewport()
            moved = QMouseEvent(
                event.type(),
                target.mapFromGlobal(event.globalPosition()),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            return QCoreApplication.sendEvent(target, moved)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The table scrolls, and this view with it."""
        self._table.wheelEvent(event)
