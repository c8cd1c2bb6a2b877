"""How a cell is drawn: palette colours, a thin line below, the current line marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.table.column import Kind
from ui.table.rows_model import KIND_ROLE

AIR = 2
FRAME = 2


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
        if self._view.hasFocus():
            self._frame_current(painter, option, index)
        painter.restore()

    def _frame_current(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        current = self._view.currentIndex()
        rows = self._view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        if rows and index.row() == current.row():
            self._frame(painter, option.rect, option.palette)
        elif index == current:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), FRAME))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A plain line, so that every input method works in it, completed where words are known."""
        line = QLineEdit(parent)
        line.setObjectName("cell-editor")
        line.setFrame(False)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(title))
        words = self.words_for(index.column())
        if words:
            completer = QCompleter(list(words), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def words_for(self, _column: int) -> Sequence[str]:
        """What may stand in a column, as far as it is known."""
        return ()

    def _frame(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        painter.setPen(palette.color(QPalette.ColorRole.Accent))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
