"""The progress curve: registered and completed by day, the pace needed, and the deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count as numbers_from

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames, mark_names
from models.records import Mark
from models.records.figures import DailyCounts
from models.text.formats import number, short_date
from ui.calls.figures import Look
from ui.pages.overview_words import mark_ahead, next_deadline

Align = Qt.AlignmentFlag
STEPS = 3
AIR = 1.25
"""So much higher than the values is the axis."""
ARROW = 7


@dataclass(frozen=True)
class Curve:
    """What is drawn. `goal` is (deadline, people) that the dashed line leads to, if any.

    It begins at the people registered, or completed once nobody is left to register. `total` is
    everybody who counts. The ends of the axes are found once: every point of a line asks for them.
    """

    days: DailyCounts
    total: int
    goal: tuple[date, int] | None
    deadlines: tuple[tuple[date, str], ...]
    completing: bool = False
    names: MarkNames = USUAL_NAMES

    @property
    def goal_begins(self) -> int:
        """Where the dashed line begins."""
        _, registered, completed = self.days[-1]
        return completed if self.completing else registered

    @cached_property
    def top(self) -> int:
        """The upper end of the axis: near the values, so that 24 of 532 are a line to be seen."""
        most = max(max(day[1:]) if not self.names.one else day[2] for day in self.days)
        step = next(step for step in _round_steps() if step * STEPS >= most * AIR)
        return min(step * STEPS, max(self.total, most, 1))

    @property
    def goal_leaves(self) -> float:
        """How far of the way the dashed line stays below the top: 1 is all of it."""
        if self.goal is None or self.goal[1] <= self.top:
            return 1.0
        return (self.top - self.goal_begins) / (self.goal[1] - self.goal_begins)

    @cached_property
    def last(self) -> date:
        """The right end of the axis."""
        return max([self.days[-1][0], *(day for day, _ in self.deadlines)])


def _round_steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 …"""
    return (first * 10**zeros for zeros in numbers_from() for first in (1, 2, 5))


def curve_of(look: Look) -> Curve:
    """The curve of the registering stage as of the day looked at."""
    stage = look.contest.marked_stage if look.contest else None
    deadlines: list[tuple[date, str]] = []
    if stage is not None:
        if stage.internal_ends_on is not None:
            deadlines.append((stage.internal_ends_on, "hạn xã"))
        deadlines.append((stage.ends_on, "hạn TP"))
    ahead = next_deadline(look.contest, look.day)
    goal = None
    if ahead is not None and ahead[0] > look.day and look.contest is not None:
        goal = (ahead[0], -(-look.figures.total * look.contest.target // 100))
    completing = mark_ahead(look) is Mark.COMPLETED
    names = mark_names(look.contest)
    return Curve(look.days, look.figures.total, goal, tuple(deadlines), completing, names)


class ProgressCurve(QWidget):
    """Draws a `Curve` in the palette's colours; each line also has its own stroke and name."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressCurve")
        self._curve: Curve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for some lines of text in height."""
        return QSize(self.fontMetrics().averageCharWidth() * 60, self.fontMetrics().height() * 9)

    def minimumSizeHint(self) -> QSize:
        """Enough to read."""
        return QSize(self.fontMetrics().averageCharWidth() * 36, self.fontMetrics().height() * 8)

    def show_curve(self, curve: Curve) -> None:
        """Draw `curve`; a screen reader gets it in words."""
        self._curve = curve
        day, registered, completed = curve.days[-1]
        counts = {Mark.REGISTERED: registered, Mark.COMPLETED: completed}
        names = curve.names
        told = ", ".join(f"{counts[m]} người {names.deed(m)}" for m in names.counted)
        self.setAccessibleName("Biểu đồ tiến độ")
        self.setAccessibleDescription(
            f"Đến ngày {short_date(day)}: {told}, trên tổng số {curve.total}."
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, deadlines, the two lines, the pace needed."""
        if self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Drawing(painter, self._curve, QRectF(self.rect()), self.palette()).draw()
        painter.end()


class Drawing:
    """One painting of a curve into `frame`."""

    def __init__(self, painter: QPainter, curve: Curve, frame: QRectF, palette: QPalette) -> None:
        self._painter = painter
        self._curve = curve
        self._palette = palette
        metrics = painter.fontMetrics()
        self._line = metrics.height()
        left = metrics.horizontalAdvance(number(curve.top)) + 12
        right = metrics.horizontalAdvance("hạn TP") / 2 + 8
        self._area = frame.adjusted(left, self._line * 0.6, -right, -2.2 * self._line)

    def draw(self) -> None:
        """Everything, what lies behind first."""
        self._draw_grid()
        self._draw_deadlines()
        self._draw_days()
        self._draw_goal()
        role = QPalette.ColorRole
        days = self._curve.days
        completed = [(day, count) for day, _, count in days]
        self._draw_line(completed, self._pen(role.LinkVisited, 2, Qt.PenStyle.DotLine))
        if not self._curve.names.one:
            registered = [(day, count) for day, count, _ in days]
            self._draw_line(registered, self._pen(role.Accent, 2.4))
        self._draw_end()

    def _x(self, day: date) -> float:
        first = self._curve.days[0][0]
        span = max(1, (self._curve.last - first).days)
        return self._area.left() + self._area.width() * (day - first).days / span

    def _y(self, count: float) -> float:
        return self._area.bottom() - self._area.height() * count / self._curve.top

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._palette.color(role)

    def _pen(
        self,
        role: QPalette.ColorRole,
        width: float = 1,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> QPen:
        return QPen(self._colour(role), width, style)

    def _draw_grid(self) -> None:
        for step in range(STEPS + 1):
            count = round(self._curve.top * step / STEPS)
            height = self._y(count)
            self._painter.setPen(self._pen(QPalette.ColorRole.Midlight))
            self._painter.drawLine(
                QPointF(self._area.left(), height), QPointF(self._area.right(), height)
            )
            self._painter.setPen(self._pen(QPalette.ColorRole.PlaceholderText))
            place = QRectF(0, height - self._line / 2, self._area.left() - 8, self._line)
            self._painter.drawText(place, Align.AlignRight | Align.AlignVCenter, number(count))

    def _draw_deadlines(self) -> None:
        for day, _name in self._curve.deadlines:
            place = self._x(day)
            self._painter.setPen(self._pen(QPalette.ColorRole.Dark, 1, Qt.PenStyle.DashDotLine))
            self._painter.drawLine(
                QPointF(place, self._area.top()), QPointF(place, self._area.bottom())
            )

    def _draw_days(self) -> None:
        """The days that matter, in two lines, so that neighbours do not run into each other."""
        marks = [(day, name) for day, name in self._curve.deadlines]
        named = {day for day, _ in marks}
        for day in (self._curve.days[0][0], self._curve.days[-1][0]):
            if day not in named:
                marks.append((day, ""))
        taken: list[QRectF] = []
        for day, name in marks:
            self._draw_day(day, name, taken)

    def _draw_day(self, day: date, name: str, taken: list[QRectF]) -> None:
        words = f"{name} {day:%d/%m}".strip()
        width = self._painter.fontMetrics().horizontalAdvance(words) + 4
        left = min(self._x(day) - width / 2, self._area.right() + 30 - width)
        place = QRectF(left, self._area.bottom() + 4, width, self._line)
        if any(place.intersects(other) for other in taken):
            place.translate(0, self._line)
        taken.append(place)
        self._painter.setPen(self._pen(QPalette.ColorRole.PlaceholderText))
        self._painter.drawText(place, Align.AlignCenter, words)

    def _draw_line(self, counts: Sequence[tuple[date, int]], pen: QPen) -> None:
        points = [QPointF(self._x(day), self._y(count)) for day, count in counts]
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(points))

    def _draw_goal(self) -> None:
        if self._curve.goal is None:
            return
        day, begins = self._curve.days[-1][0], self._curve.goal_begins
        deadline, goal = self._curve.goal
        start = QPointF(self._x(day), self._y(begins))
        end = QPointF(self._x(deadline), self._y(goal))
        share = self._curve.goal_leaves
        end = start + (end - start) * share
        self._painter.setPen(self._pen(QPalette.ColorRole.BrightText, 1.6, Qt.PenStyle.DashLine))
        self._painter.drawLine(start, end)
        if share < 1:
            self._draw_way_on(end)

    def _draw_way_on(self, end: QPointF) -> None:
        """An arrow where the dashed line goes on above the picture, and where it leads."""
        wide = ARROW
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour(QPalette.ColorRole.BrightText))
        tip = QPointF(end.x(), end.y() - wide)
        sides = [end + QPointF(side, wide / 2) for side in (-wide / 2, wide / 2)]
        self._painter.drawPolygon(QPolygonF([tip, *sides]))
        words = f"cần {number(self._curve.goal[1])}" if self._curve.goal else ""
        width = self._painter.fontMetrics().horizontalAdvance(words) + 4
        place = QRectF(end.x() - width - wide, end.y() - self._line / 2, width, self._line)
        self._painter.setPen(self._pen(QPalette.ColorRole.BrightText))
        self._painter.drawText(place, Align.AlignRight | Align.AlignVCenter, words)

    def _draw_end(self) -> None:
        """A dot where the figures end."""
        day, registered, completed = self._curve.days[-1]
        dots = [(completed, QPalette.ColorRole.LinkVisited)]
        if not self._curve.names.one:
            dots.append((registered, QPalette.ColorRole.Accent))
        for count, role in dots:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._colour(role))
            self._painter.drawEllipse(QPointF(self._x(day), self._y(count)), 3.5, 3.5)
