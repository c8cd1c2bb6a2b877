"""The names of the lines of the progress curve, each beside its own stroke."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.records import Mark
from ui.theme.pieces import label

Role = QPalette.ColorRole
LINES = (
    (Mark.REGISTERED, Role.Accent, 2.4, Qt.PenStyle.SolidLine),
    (Mark.COMPLETED, Role.LinkVisited, 2.0, Qt.PenStyle.DotLine),
    (None, Role.BrightText, 1.6, Qt.PenStyle.DashLine),
)
NEEDED = "tốc độ cần đạt"


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
        row.setSpacing(8)
        self._parts: dict[Mark | None, tuple[Stroke, QLabel]] = {}
        for mark, role, width, style in LINES:
            self._parts[mark] = Stroke(role, width, style), label("", "muted")
            for each in self._parts[mark]:
                row.addWidget(each)
        self.name_marks(USUAL_NAMES)

    def name_marks(self, names: MarkNames) -> None:
        """The lines by the words of the contest; a mark that is not counted has none."""
        for mark, (stroke, words) in self._parts.items():
            words.setText(NEEDED if mark is None else names.deed(mark))
            for each in (stroke, words):
                each.setVisible(mark is None or mark in names.counted)
