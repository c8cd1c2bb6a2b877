"""A line of numbered steps: where somebody stands, what lies behind and what is to come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from models.text.formats import number

AIR, GAP, RING = 6, 8, 1.5
LEAST_LINE, MOST_LINE = 12, 72
ROUND = 6.0
Role = QPalette.ColorRole


class StepState(Enum):
    """How somebody stands to a step, in words as they are read out."""

    DONE = "đã xong"
    NOW = "đang làm"
    LATER = "chưa đến"


class StepButton(QAbstractButton):
    """A number in a circle and a word. What is done bears a tick, and can be gone back to."""

    def __init__(self, at: int, of: int, words: str) -> None:
        super().__init__()
        self._at, self._of, self._words = at, of, words
        self._count, self._counted = 0, ""
        self._state = StepState.LATER
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(StepState.LATER)

    @property
    def state(self) -> StepState:
        """How somebody stands to it."""
        return self._state

    def show_state(self, state: StepState, count: int = 0, counted: str = "") -> None:
        """Show how somebody stands to it, with the number of what waits there: "7 dòng"."""
        self._state, self._count, self._counted = state, count, counted
        done = state is StepState.DONE
        self.setEnabled(done)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if done else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if done else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        waiting = f", {number(count)} {counted}".rstrip() if count else ""
        self.setAccessibleName(f"Bước {self._at} trên {self._of}: {self._words}{waiting}")
        self.setAccessibleDescription(state.value)
        self.setToolTip("Quay lại bước này" if done else "")
        self.setText(f"{self._words} ({number(count)})" if count else self._words)
        self.updateGeometry()
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _circle(self) -> int:
        return QFontMetrics(self._bold()).height() + 2

    def sizeHint(self) -> QSize:
        """Room for the bold words, so that nothing moves when the step is come to."""
        metrics = QFontMetrics(self._bold())
        wide = self._circle() + GAP + metrics.horizontalAdvance(self.text()) + 2 * AIR
        return QSize(wide, self._circle() + 2 * AIR)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room for all words, those of the present step stay."""
        whole = self.sizeHint()
        now = self._state is StepState.NOW
        return whole if now else QSize(self._circle() + 2 * AIR, whole.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow another size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle with its number or its tick, and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, size = self.palette(), self._circle()
        group = QPalette.ColorGroup.Active
        circle = QRectF(AIR, (self.height() - size) / 2, size, size).adjusted(1, 1, -1, -1)
        now, done = self._state is StepState.NOW, self._state is StepState.DONE
        quiet = palette.color(group, Role.PlaceholderText)
        accent = palette.color(group, Role.Accent)
        painter.setPen(QPen(accent if now or done else quiet, RING))
        painter.setBrush(accent if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setFont(self._bold())
        if done:
            _draw_tick(painter, circle)
        else:
            painter.setPen(palette.color(group, Role.Base) if now else quiet)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number(self._at))
        painter.setFont(self._bold() if now else self.font())
        told = accent if now else palette.color(group, Role.Text) if done else quiet
        painter.setPen(told)
        left = circle.right() + GAP
        room = QRectF(left, 0, self.width() - left - AIR / 2, self.height())
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus():
            painter.setPen(QPen(accent, RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.end()


def _draw_tick(painter: QPainter, circle: QRectF) -> None:
    """A tick of two strokes in the middle of the circle."""
    middle, wide = circle.center(), circle.width()
    pen = painter.pen()
    pen.setWidthF(max(RING, wide / 11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    corner = QPointF(middle.x() - wide * 0.06, middle.y() + wide * 0.16)
    painter.drawLine(QPointF(middle.x() - wide * 0.22, middle.y() + 0.01 * wide), corner)
    painter.drawLine(corner, QPointF(middle.x() + wide * 0.23, middle.y() - wide * 0.17))


class StepsLine(QWidget):
    """The steps one after the other. `chosen` carries the place of a step that is gone back to."""

    chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Các bước")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.steps: list[StepButton] = []
        for at, each in enumerate(words):
            if at:
                row.addWidget(_between(), 1)
            made = StepButton(at + 1, len(words), each)
            made.setObjectName(f"{name}-{at + 1}")
            made.clicked.connect(partial(self.chosen.emit, at))
            self.steps.append(made)
            row.addWidget(made)
        row.addStretch(2)

    def show_step(
        self,
        now: int,
        done: Collection[int] = (),
        counts: Mapping[int, tuple[int, str]] | None = None,
    ) -> None:
        """Stand at the step `now`; `done` are places that lie behind, `counts` what waits at a
        place: (how many, of what)."""
        for at, each in enumerate(self.steps):
            reached = StepState.DONE if at in done else StepState.LATER
            each.show_state(StepState.NOW if at == now else reached, *(counts or {}).get(at, ()))


def _between() -> QFrame:
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    made.setMinimumWidth(LEAST_LINE)
    made.setMaximumWidth(MOST_LINE)
    return made
