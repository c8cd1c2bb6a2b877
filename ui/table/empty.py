"""What stands in a table without rows: what is missing and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


def paint_empty(painter: QPainter, rect: QRect, widget: QWidget, title: str, hint: str) -> None:
    """Paint title and hint in the upper middle of `rect`, in a low one as high up as they need.

    A hint that has no room there is left out; the title never is.
    """
    bold = QFont(widget.font())
    bold.setBold(True)
    line = widget.fontMetrics().height()
    area = rect.adjusted(line * 2, 0, -line * 2, 0)
    title_high = QFontMetrics(bold).boundingRect(area, _FLAGS, title).height()
    hint_high = line // 2 + widget.fontMetrics().boundingRect(area, _FLAGS, hint).height()
    has_hint = bool(hint) and title_high + hint_high <= rect.height()
    needed = title_high + (hint_high if has_hint else 0)
    area.setTop(rect.top() + max(0, min(rect.height() // 3, rect.height() - needed)))
    painter.setFont(bold)
    painter.setPen(widget.palette().text().color())
    painter.drawText(area, _FLAGS, title)
    if has_hint:
        painter.setFont(widget.font())
        painter.setPen(widget.palette().placeholderText().color())
        painter.drawText(area.adjusted(0, title_high + line // 2, 0, 0), _FLAGS, hint)
