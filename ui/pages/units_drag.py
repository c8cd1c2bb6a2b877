"""Where a dragged unit would go: onto another one, or between two; and how that place is marked."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QTreeView

EDGE = 4
"""A quarter of a line at its top and at its bottom means between; the half in the middle onto."""
ONTO = -1
LINE_WIDTH, TINT = 2, 48


class DropPlace(NamedTuple):
    """The unit above (an invalid index at the top), the place among its children or `ONTO` for
    the end of them, and the mark on the screen."""

    above: QModelIndex
    row: int
    mark: QRect


def place_at(view: QTreeView, position: QPoint) -> DropPlace:
    """Where what is let fall at `position` of the viewport would go."""
    index = view.indexAt(position).siblingAtColumn(0)
    wide = view.viewport().width()
    if not index.isValid():
        last = _lowest(view)
        return DropPlace(QModelIndex(), ONTO, QRect(0, last, wide, 0))
    rect = view.visualRect(index)
    edge = rect.height() // EDGE
    if position.y() < rect.top() + edge:
        return DropPlace(index.parent(), index.row(), _between(rect, rect.top(), wide))
    if position.y() > rect.bottom() - edge:
        if view.isExpanded(index) and index.model().hasChildren(index):
            child = view.visualRect(index.model().index(0, 0, index))
            return DropPlace(index, 0, _between(child, rect.bottom() + 1, wide))
        return DropPlace(index.parent(), index.row() + 1, _between(rect, rect.bottom() + 1, wide))
    return DropPlace(index, ONTO, QRect(0, rect.top(), wide, rect.height()))


def draw_place(view: QTreeView, mark: QRect) -> None:
    """A frame around the line that takes the unit in, or a line where it comes between two."""
    accent = view.palette().color(QPalette.ColorRole.Accent)
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent, LINE_WIDTH))
    if mark.height():
        painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), TINT))
        painter.drawRoundedRect(mark.adjusted(1, 1, -1, -1), EDGE, EDGE)
    else:
        painter.setBrush(accent)
        painter.drawLine(mark.left() + EDGE, mark.top(), mark.right(), mark.top())
        painter.drawEllipse(QPoint(mark.left() + EDGE, mark.top()), LINE_WIDTH, LINE_WIDTH)
    painter.end()


def _between(rect: QRect, at: int, wide: int) -> QRect:
    return QRect(rect.left(), at, wide - rect.left(), 0)


def _lowest(view: QTreeView) -> int:
    """The bottom of the last line that is shown."""
    model = view.model()
    index = model.index(model.rowCount() - 1, 0)
    while view.isExpanded(index) and model.hasChildren(index):
        index = model.index(model.rowCount(index) - 1, 0, index)
    return view.visualRect(index).bottom() + 1
