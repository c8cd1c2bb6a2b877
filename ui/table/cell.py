"""How a cell is drawn: palette colours, a thin line below, the current line marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.table.column import Kind
from ui.table.rows_model import KIND_ROLE

AIR = 2


class CellDelegate(QStyledItemDelegate):
    """Draws by the kind of the cell; the whole current line is framed, not one cell."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Set weight and colour by the kind of the cell."""
        super().initStyleOption(option, index)
        kind = index.data(KIND_ROLE)
        if kind is Kind.STRONG:
            option.font.setBold(True)
        elif kind in (Kind.SERIAL, Kind.QUIET):
            self._colour(option, QPalette.ColorRole.PlaceholderText)
        elif kind is Kind.WARNING:
            self._colour(option, QPalette.ColorRole.BrightText)

    def _colour(self, option: QStyleOptionViewItem, role: QPalette.ColorRole) -> None:
        colour = option.palette.color(role)
        option.palette.setColor(QPalette.ColorRole.Text, colour)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell, then the line below it, then the frame of the current line."""
        inner = QStyleOptionViewItem(option)
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        inner.rect = option.rect.adjusted(AIR, 0, -AIR, 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        super().paint(painter, inner, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            self._frame(painter, option.rect, option.palette)
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        painter.setPen(palette.color(QPalette.ColorRole.Accent))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
