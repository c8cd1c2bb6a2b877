"""The check boxes before the lines of a table: ticked is who is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from ui.table.cell import tint_of
from ui.table.sideways import SidewaysTable

Flag = QItemSelectionModel.SelectionFlag
AIR = 8
SOME, ALL, NONE = Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked
STATES = {
    ALL: QStyle.StateFlag.State_On,
    NONE: QStyle.StateFlag.State_Off,
    SOME: QStyle.StateFlag.State_NoChange,
}


class TickColumn(QHeaderView):
    """One box for each line of `table`, always in sight, and one above them for all that are shown.

    A click ticks a line or takes the tick away, and leaves the others as they are; with Shift all
    lines from the one clicked before follow it. The cell that the keys are in is no tick: whoever
    begins to tick means only the lines that they tick.
    """

    def __init__(self, table: SidewaysTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._anchor: int | None = None
        self._on = True
        self.setObjectName("ticks")
        self.setAccessibleName("Ô chọn dòng")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = _AllBox(self, table)
        self.box.clicked.connect(self._all_or_none)
        table.header.installEventFilter(self)

    def follow(self) -> None:
        """Called once, when the table has its model."""
        self._table.selectionModel().selectionChanged.connect(self.look)
        self._table.model().modelReset.connect(self._forget)

    def look(self) -> None:
        """Show whom the selection holds now."""
        touched = sum(last - first + 1 for first, last in self._table.ticked())
        whole = self._table.model().rowCount()
        self.box.setCheckState(NONE if not touched else ALL if touched == whole else SOME)
        self.viewport().update()

    def _holds(self, line: int) -> bool:
        return bool(self._table.ticked()) and self._table.tints(line)

    def _forget(self) -> None:
        self._anchor = None

    def sizeHint(self) -> QSize:
        """A box with air on both sides."""
        style, widget = self.style(), self._table
        box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, widget)
        return QSize(box + 2 * AIR, super().minimumSizeHint().height())

    def place_of_box(self, line: int) -> QRect:
        """Where the box of a line is, in the viewport."""
        top, high = self.sectionViewportPosition(line), self.sectionSize(line)
        return QRect(0, top, self.viewport().width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The box on the paper of the table, tinted with its line."""
        painter.save()
        palette = self._table.palette()
        tint = tint_of(palette) if self._table.tints(section) else None
        whole = self._table.selectionModel().isRowSelected(section)
        paper = palette.highlight() if whole else tint or palette.base()
        painter.fillRect(rect, paper)
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        _paint_box(painter, rect, self._table, ALL if self._holds(section) else NONE)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Below the last line there is paper as in the table."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._table.palette().base())
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick, or take the tick away."""
        line = self.logicalIndexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and line >= 0:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._click(line, shift=shift)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A tick is a click, never a drag."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def _click(self, line: int, *, shift: bool) -> None:
        table, chosen = self._table, self._table.selectionModel()
        last = table.model().rowCount() - 1
        first = self._anchor if shift and self._anchor is not None else line
        if first == line and not shift:
            self._on = not self._holds(line)
        self._anchor = line
        if not table.ticked():
            chosen.clearSelection()
        top, bottom = min(first, line), min(max(first, line), last)
        model = table.model()
        lines = QItemSelection(model.index(top, 0), model.index(bottom, model.columnCount() - 1))
        chosen.setCurrentIndex(
            model.index(line, max(table.currentIndex().column(), 0)), Flag.NoUpdate
        )
        chosen.select(lines, Flag.Select if self._on else Flag.Deselect)
        table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _all_or_none(self) -> None:
        """The box above: everybody who is shown, or nobody."""
        rows = self._table.model().rowCount()
        if sum(last - first + 1 for first, last in self._table.ticked()) < rows:
            self._table.selectAll()
        else:
            self._table.clearSelection()
        self.look()
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box above stands beside the titles."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            titles, frame = self._table.header.geometry(), self._table.frameWidth()
            self.box.setGeometry(frame, titles.top(), titles.left() - frame, titles.height())
            self.box.raise_()
        return super().eventFilter(watched, event)


class _AllBox(QCheckBox):
    """All, some or none of the lines that are shown."""

    def __init__(self, ticks: TickColumn, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("tick-all")
        self.setAccessibleName("Chọn tất cả người đang hiện")
        self.setToolTip("Chọn tất cả người đang hiện (Ctrl+A), hoặc bỏ chọn")
        self.setTristate(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def nextCheckState(self) -> None:
        """What is selected says it, not the click."""

    def hitButton(self, _place: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Looks like a title without words."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        _paint_box(painter, self.rect(), self._table, self.checkState())
        painter.end()


def _paint_box(painter: QPainter, rect: QRect, widget: QWidget, state: Qt.CheckState) -> None:
    """A check box as views draw it, in the middle of `rect`."""
    option = QStyleOptionViewItem()
    option.initFrom(widget)
    style = widget.style()
    wide = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, QStyleOptionButton(), widget)
    option.rect = QRect(0, 0, wide, wide)
    option.rect.moveCenter(rect.center())
    option.state = QStyle.StateFlag.State_Enabled | STATES[state]
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.checkState = state
    style.drawPrimitive(
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, option, painter, widget
    )
