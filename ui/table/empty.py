"""What stands in a table without rows: what is missing and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def paint_empty(painter: QPainter, rect: QRect, widget: QWidget, title: str, hint: str) -> None:
    """Paint title and hint in the upper middle of `rect`."""
    font = widget.font()
    font.setBold(True)
    line = widget.fontMetrics().height()
    area = rect.adjusted(line * 2, rect.height() // 3, -line * 2, 0)
    painter.setFont(font)
    painter.setPen(widget.palette().text().color())
    drawn = painter.drawText(area, _FLAGS, title)
    painter.setFont(widget.font())
    painter.setPen(widget.palette().placeholderText().color())
    painter.drawText(area.adjusted(0, drawn.height() + line // 2, 0, 0), _FLAGS, hint)
