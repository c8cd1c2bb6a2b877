"""What lies over a document that is being drawn anew."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

WAITING = "Đang lập…"
DIMMED = 0.35
"""How much of the document before is still to be seen."""


def paint_waiting(painter: QPainter, area: QRect, widget: QWidget) -> None:
    """A plate that says so, in the upper middle of what is shown."""
    line = widget.fontMetrics().height()
    wide = widget.fontMetrics().horizontalAdvance(WAITING) + 3 * line
    plate = QRect(0, 0, wide, 2 * line + line // 2)
    plate.moveCenter(area.center())
    plate.moveTop(area.top() + area.height() // 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(widget.palette().color(QPalette.ColorRole.Mid))
    painter.setBrush(widget.palette().color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setPen(widget.palette().color(QPalette.ColorRole.Text))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, WAITING)
