"""The first columns, kept in sight while the rest of a table scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui.table.cell import CellDelegate
from ui.table.funnel_header import FunnelHeader
from ui.table.header import TableHeader

MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}


class FrozenColumns(QTableView):
    """Lies over the left edge of `table` while that is scrolled; hands every click to it.

    Its header sorts, filters, and is dragged wider as the one below it.
    """

    def __init__(self, table: QTableView, header: TableHeader, count: int) -> None:
        super().__init__(table)
        self._table = table
        self._below = header
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
        self.header = FunnelHeader(header.columns, self)
        self.header.serve(self)
        self.header.setMinimumSectionSize(header.minimumSectionSize())
        self.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header.customContextMenuRequested.connect(header.customContextMenuRequested)
        self.header.filter_asked.connect(header.filter_asked)
        self.header.sectionResized.connect(self._resize)
        self.header.sectionHandleDoubleClicked.connect(header.sectionHandleDoubleClicked)
        self._edge = QFrame(self)
        self._edge.setFrameShape(QFrame.Shape.VLine)
        self._edge.setForegroundRole(QPalette.ColorRole.Mid)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.hide()

    def adopt(self, tinted: Callable[[int], bool]) -> None:
        """Share the model, the selection and the drawing of the table."""
        self.setModel(self._table.model())
        self.setSelectionModel(self._table.selectionModel())
        header = self.horizontalHeader()
        header.setSelectionModel(QItemSelectionModel(self._table.model(), header))
        # One of its own: a delegate tells every view it serves that an editor was closed.
        self.setItemDelegate(CellDelegate(self._table, tinted))

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
            # Beside the check boxes, where there are some.
            self.setGeometry(
                self._table.viewport().x(),
                frame,
                min(width, self._table.viewport().width() // 2),
                height,
            )
            self._edge.setGeometry(self.width() - 1, 0, 1, height)
            self._edge.raise_()
            self.raise_()
        self.setVisible(scrolled)

    def _match(self, shown: list[int]) -> None:
        header = self._table.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(
            self._table.verticalHeader().defaultSectionSize()
        )
        self.header.setFixedHeight(header.height())
        self.header.show_filtered(self._below.filtered)
        self.horizontalHeader().setSortIndicatorShown(header.isSortIndicatorShown())
        self.horizontalHeader().setSortIndicator(
            header.sortIndicatorSection(), header.sortIndicatorOrder()
        )
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, self._table.columnWidth(column))
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def _resize(self, section: int, _before: int, size: int) -> None:
        """The column below becomes as wide; what is hidden here is not."""
        if size and self.isVisible() and not self.isColumnHidden(section):
            self._below.resizeSection(section, size)

    def foot_of(self, section: int) -> QPoint | None:
        """Where on the screen the title of a section ends below; None when it is not here."""
        if not self.covers(section):
            return None
        left = self.header.sectionViewportPosition(section)
        return self.header.mapToGlobal(QPoint(left, self.header.height()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Clicks belong to the table below, to the cell that is seen here."""
        if isinstance(event, QMouseEvent) and event.type() in MOUSE:
            target = self._table.viewport()
            moved = QMouseEvent(
                event.type(),
                self._unscrolled(event.position(), target.mapFromGlobal(event.globalPosition())),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            return QCoreApplication.sendEvent(target, moved)
        return super().viewportEvent(event)

    def _unscrolled(self, here: QPointF, there: QPointF) -> QPointF:
        """Where the cell that is seen `here` lies in the table; whoever drags may have left."""
        if here.x() < self.width():
            return there - QPointF(self._table.horizontalScrollBar().value(), 0)
        return there

    def covers(self, section: int) -> bool:
        """Whether the cells of a column are seen here and not in the table itself."""
        return self.isVisible() and not self.isColumnHidden(section)

    def uncover(self, section: int, scrolled: int) -> None:
        """After the table has been scrolled from `scrolled` to a column: do not hide it below;
        a frozen one needed no scrolling."""
        bar = self._table.horizontalScrollBar()
        if not self.isVisible():
            return
        if not self.isColumnHidden(section):
            bar.setValue(scrolled)
        else:
            hidden = self.width() - self._table.columnViewportPosition(section)
            bar.setValue(bar.value() - max(hidden, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The table scrolls, and this view with it."""
        self._table.wheelEvent(event)
