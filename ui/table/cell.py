"""How a cell is drawn: palette colours, a thin line below, the current line marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.table.cell_line import CellLine
from ui.table.column import Kind
from ui.table.hits import hits_in
from ui.table.rows_model import KIND_ROLE, RowsModel
from ui.theme.palette import contrast, role_when_selected
from ui.theme.stylesheet import CELL_SIDE

FRAME, BAR, LINE_BAR = 2, 2, 3
_COLOURS = {
    Kind.SERIAL: QPalette.ColorRole.PlaceholderText,
    Kind.QUIET: QPalette.ColorRole.PlaceholderText,
    Kind.WARNING: QPalette.ColorRole.BrightText,
    Kind.GOOD: QPalette.ColorRole.Accent,
}
_AT_RIGHT = (Kind.NUMBER, Kind.SERIAL)
TINT, LIGHT, LEGIBLE = 0.5, 0.25, 4.5


def tint_of(palette: QPalette) -> QColor | None:
    """What lies behind a line of which some cells are selected: halfway from the paper to what lies
    behind those. None where text could not be read on it, as with some high contrasts."""
    paper, full = (
        palette.color(QPalette.ColorRole.Base),
        palette.color(QPalette.ColorRole.Highlight),
    )
    made = mixed(paper, full, TINT)
    return made if contrast(made, palette.color(QPalette.ColorRole.Text)) >= LEGIBLE else None


def light_of(palette: QPalette) -> QColor | None:
    """What lies behind letters that were searched for; None where they could not be read on it."""
    roles = QPalette.ColorRole
    made = mixed(palette.color(roles.Base), palette.color(roles.BrightText), LIGHT)
    read = (palette.color(role) for role in (roles.Text, roles.HighlightedText))
    return made if all(contrast(made, each) >= LEGIBLE for each in read) else None


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """The colour between two of which `share` is the `other`."""
    parts = (
        round(a + (b - a) * share)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)


def never(_line: int) -> bool:
    """No line is tinted."""
    return False


def unknown(_column: int) -> Sequence[str]:
    """No words are known."""
    return ()


class CellDelegate(QStyledItemDelegate):
    """Draws by the kind of the cell; the whole current line is framed, not one cell. `tinted` tells
    which lines are tinted because some of their cells are selected, `words_for` what may stand in
    a column, as far as it is known."""

    def __init__(
        self,
        view: QAbstractItemView,
        tinted: Callable[[int], bool] = never,
        words_for: Callable[[int], Sequence[str]] = unknown,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._tinted = tinted
        self._words_for = words_for

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say how wide a cell wants to be, for whoever fits a column to what is in it."""
        super().initStyleOption(option, index)
        option.font.setBold(index.data(KIND_ROLE) is Kind.STRONG)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell, then the line below it, then the frame of the current line or cell.

        The text is drawn here: a style asks the model seven times for each cell, and whoever
        scrolls waits for it.
        """
        rect, palette = option.rect, option.palette
        painter.save()
        selected = self._view.selectionModel().isSelected(index)
        if selected:
            painter.fillRect(rect, palette.highlight())
            self._bar_of_line(painter, option, index)
        elif self._tinted(index.row()) and (tint := tint_of(palette)) is not None:
            painter.fillRect(rect, tint)
        model = index.model()
        assert isinstance(model, RowsModel)
        text, kind = model.look(index.row(), index.column())
        if text:
            self.write(painter, option, index, text, kind, selected=selected)
            if kind is Kind.WARNING:
                self._warn(painter, option, selected=selected)
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self._view.hasFocus():
            self._frame_current(painter, option, index)
        painter.restore()

    def write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        text: str,
        kind: Kind,
        *,
        selected: bool,
    ) -> None:
        """The text in one line, cut with dots where it is too long."""
        usual = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        role = _COLOURS.get(kind, usual)
        if selected:
            role = role_when_selected(option.palette, role)
        painter.setPen(option.palette.color(role))
        metrics = option.fontMetrics
        if kind is Kind.STRONG:
            font = QFont(option.font)
            font.setBold(True)
            painter.setFont(font)
            metrics = painter.fontMetrics()
        inner = option.rect.adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        model = index.model()
        assert isinstance(model, RowsModel)
        if model.sought and model.columns[index.column()].searched:
            self._light(painter, option.palette, inner, shown, model.sought)
        # Qt would move the line where a sign such as ✓ comes from another font.
        left, top = inner.left(), inner.top() + (inner.height() - metrics.height()) / 2
        if kind in _AT_RIGHT:
            left = inner.right() + 1 - metrics.horizontalAdvance(shown)
        painter.drawText(QPointF(left, round(top) + metrics.ascent()), shown.replace("\n", " "))

    def _bar_of_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Before a line that is selected whole, as before one of a list; single cells have none."""
        view = self._view
        whole = view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        if not whole or not isinstance(view, QTableView):
            return
        if view.horizontalHeader().sectionPosition(index.column()) == 0:
            bar = QRect(option.rect)
            bar.setWidth(LINE_BAR)
            role = role_when_selected(option.palette, QPalette.ColorRole.Accent)
            painter.fillRect(bar, option.palette.color(role))

    def _warn(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        """A bar before the words: whoever tells no colours apart sees that they warn."""
        role = QPalette.ColorRole.BrightText
        if selected:
            role = role_when_selected(option.palette, role)
        bar = QRect(option.rect.left() + 1, option.rect.top(), BAR, option.rect.height())
        painter.fillRect(bar.adjusted(0, CELL_SIDE, 0, -CELL_SIDE - 1), option.palette.color(role))

    def _light(
        self,
        painter: QPainter,
        palette: QPalette,
        inner: QRect,
        shown: str,
        words: tuple[str, ...],
    ) -> None:
        """Light up what somebody searches for: behind the letters, and a line below them."""
        light, metrics, pen = light_of(palette), painter.fontMetrics(), painter.pen()
        high = metrics.height()
        for hit in hits_in(shown, words):
            left = inner.left() + metrics.horizontalAdvance(shown[: hit.start])
            wide = inner.left() + metrics.horizontalAdvance(shown[: hit.end]) - left
            lit = QRect(left, inner.center().y() - high // 2, wide, high)
            if light is not None:
                painter.fillRect(lit, light)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.BrightText), FRAME))
            painter.drawLine(lit.bottomLeft(), lit.bottomRight())
        painter.setPen(pen)

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
            role = QPalette.ColorRole.Accent
            if self._view.selectionModel().isSelected(index):
                role = role_when_selected(option.palette, role)
            painter.setPen(QPen(option.palette.color(role), FRAME))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A plain line, completed where words are known."""
        line = CellLine(parent)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(title))
        if words := self._words_for(index.column()):
            from ui.table.completing import completer_of

            line.setCompleter(completer_of(words, line))
        line.ended.connect(partial(self._end_later, line))
        return line

    def _end_later(self, line: CellLine, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Keep what was typed once the key has been dealt with."""
        QTimer.singleShot(0, line, partial(self._end, line, hint))

    def _end(self, line: CellLine, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(line)
        self.closeEditor.emit(line, hint)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What is in the cell; rows that come anew never overwrite what is being typed."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def _frame(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        painter.setPen(palette.color(QPalette.ColorRole.Accent))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
