"""The names of the lines of the progress curve, each beside its own stroke."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.pieces import label

Role = QPalette.ColorRole
LINES = (
    ("đăng ký", Role.Accent, 2.4, Qt.PenStyle.SolidLine),
    ("hoàn thành", Role.LinkVisited, 2.0, Qt.PenStyle.DotLine),
    ("tốc độ cần đạt", Role.BrightText, 1.6, Qt.PenStyle.DashLine),
)


class Stroke(QWidget):
    """A short piece of a line."""

    def __init__(self, role: QPalette.ColorRole, width: float, style: Qt.PenStyle) -> None:
        super().__init__()
        self._role, self._width, self._style = role, width, style

    def sizeHint(self) -> QSize:
        """As wide as three letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line in the middle."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(self._role), self._width, self._style))
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)
        painter.end()


class Legend(QWidget):
    """All lines in one row."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name, role, width, style in LINES:
            row.addWidget(Stroke(role, width, style))
            row.addWidget(label(name, "muted"))
            row.addSpacing(8)
