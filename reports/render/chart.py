"""Charts as drawings: bars of units one below the other, and the curve of a contest by days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from models.text.formats import number, percent
from reports.blocks import Chart, ChartKind, Series
from reports.document import Align
from reports.profile import Profile, TextStyle
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture, DrawnText, Rgb
from reports.render.lines import balanced_lines

Widths = Callable[[str, TextStyle], float]
"""How many millimetres a text is long in a type."""
Shapes = list[DrawnLine | DrawnBox | DrawnText]

MM_PER_POINT = 25.4 / 72
INKS: tuple[Rgb, ...] = ((0.12, 0.29, 0.49), (0.86, 0.49, 0.13), (0.35, 0.55, 0.42))
DASHES = (0.0, 1.6, 0.7)
GRID: Rgb = (0.82, 0.82, 0.82)
AXIS: Rgb = (0.35, 0.35, 0.35)
TARGET: Rgb = (0.70, 0.11, 0.11)
BAR, BAR_GAP, LINE_HEIGHT, HEADROOM = 3.6, 2.0, 62.0, 5.0
WIDEST_LABEL, VALUE_ROOM, INSET = 0.48, 13.0, 2.0
STEPS = 4


def chart_drawings(
    chart: Chart, profile: Profile, width: float, height: float, measure: Widths
) -> list[DrawnPicture]:
    """The chart in drawings `width` mm wide, none higher than `height` mm; most are one.

    Bars of many units go on in another drawing. `measure` gives the length of a text in mm.
    """
    pen = _Pen(chart, profile, width, measure)
    if chart.kind is ChartKind.LINE:
        return [_curve(pen)]
    each = pen.row_height
    fixed = pen.title_height + pen.legend_height + 2 * INSET
    count = max(1, int((height - fixed) // each))
    whole = len(chart.categories)
    return [
        _bars(pen, first, min(first + count, whole)) for first in range(0, max(1, whole), count)
    ]


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every part of a chart needs to know."""

    chart: Chart
    profile: Profile
    width: float
    measure: Widths

    @property
    def label(self) -> TextStyle:
        return self.profile.styles.chart_label

    @property
    def line(self) -> float:
        """Millimetres from one line of labels to the next."""
        return self.profile.leading(self.label) * MM_PER_POINT

    @property
    def row_height(self) -> float:
        return max(len(self.chart.series), 1) * BAR + BAR_GAP

    @property
    def title_lines(self) -> list[str]:
        style = self.profile.styles.chart_title
        lines = balanced_lines(self.chart.title, lambda text: self.measure(text, style), self.width)
        return [self.fitted(line, self.width, style) for line in lines]

    @property
    def title_height(self) -> float:
        style = self.profile.styles.chart_title
        return len(self.title_lines) * self.profile.leading(style) * MM_PER_POINT + INSET

    @property
    def legend_height(self) -> float:
        named = len(self.chart.series) > 1 or self.chart.target is not None
        return self.line + INSET if named else 0.0

    def top(self) -> float:
        """The greatest value that there is room for: of an axis with marks a round one."""
        values = [v for each in self.chart.series for v in each.values if v is not None]
        most = max([*values, self.chart.target or 0, 0])
        if self.chart.is_rate:
            return 1.0 if most > 0.5 else _round_up(most or 0.01, 0.01)
        if self.chart.kind is ChartKind.BARS:
            return float(most or 1)
        return _round_up(most or 1, 1)

    def words(self, value: float) -> str:
        return chart_value_words(value, is_rate=self.chart.is_rate)

    def mark_words(self, mark: float) -> str:
        """A mark of the axis: a round number."""
        if self.chart.is_rate:
            decimals = 0 if self.top() * 100 / STEPS >= 1 else 1
            return percent(round(mark * 10**9), 10**9, decimals)
        return self.words(mark)

    def fitted(self, text: str, room: float, style: TextStyle | None = None) -> str:
        """The text, shortened where `room` mm are too few."""
        style = style or self.label
        if self.measure(text, style) <= room:
            return text
        while text and self.measure(f"{text}…", style) > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def title(self) -> Shapes:
        style = self.profile.styles.chart_title
        height = self.profile.leading(style) * MM_PER_POINT
        return [
            DrawnText(
                line, self.width / 2, (at + 0.8) * height, style.size, Align.CENTER, bold=True
            )
            for at, line in enumerate(self.title_lines)
        ]

    def legend(self, y: float) -> Shapes:
        """Names of the series with a sample of each, and of the target; in the middle."""
        entries = [(series.name, at) for at, series in enumerate(self.chart.series)]
        target = self.chart.target
        if target is not None:
            entries.append((f"Mục tiêu {self.words(target)}", -1))
        room = (self.width - INSET) / max(1, len(entries)) - 10
        named = [(self.fitted(name, room), at) for name, at in entries]
        whole = sum(self.measure(name, self.label) + 12 for name, _ in named) - 4
        x, shapes, base = (self.width - whole) / 2, Shapes(), y + self.line * 0.8
        for name, at in named:
            middle = base - self.line * 0.25
            if at < 0:
                shapes.append(DrawnLine(x, middle, x + 6, middle, TARGET, 1, 1.2))
            elif self.chart.kind is ChartKind.LINE:
                dash = DASHES[at % len(DASHES)]
                shapes.append(DrawnLine(x, middle, x + 6, middle, _ink(at), 1.5, dash))
            else:
                shapes.append(DrawnBox(x + 1, middle - 1.3, 5, 2.6, _ink(at)))
            shapes.append(DrawnText(name, x + 7.5, base, self.label.size))
            x += self.measure(name, self.label) + 12
        return shapes


def chart_value_words(value: float, *, is_rate: bool) -> str:
    """A value of a chart as a reader sees it: "4,5%" of a share, "1.234" of a count."""
    if is_rate:
        # A share was divided once; nine digits give back what it was rounded from.
        return percent(round(value * 10**9), 10**9)
    return number(round(value))


def _ink(at: int) -> Rgb:
    return INKS[at % len(INKS)]


def _round_up(value: float, least: float) -> float:
    """The next of 1, 2, 4, 6, 8 or 10 times a power of ten, so that a quarter of it is plain."""
    power = 10.0 ** floor(log10(max(value, least)))
    step = next(step for step in (1, 2, 4, 6, 8, 10) if value <= step * power * (1 + 1e-9))
    found = step * power
    return max(found, float(STEPS)) if least == 1 else found


def _bars(pen: _Pen, first: int, end: int) -> DrawnPicture:
    """The bars of the categories from `first` on; all parts have the same scale."""
    chart, height = pen.chart, pen.title_height
    shapes, most = [*pen.title()], pen.top()
    longest = max((pen.measure(text, pen.label) for text in chart.categories), default=0.0)
    left = min(longest + 2 * INSET, pen.width * WIDEST_LABEL)
    room = pen.width - left - VALUE_ROOM
    bottom = height + (end - first) * pen.row_height
    for at in range(first, end):
        y = height + (at - first) * pen.row_height
        middle = y + (pen.row_height - BAR_GAP) / 2
        label = pen.fitted(chart.categories[at], left - INSET)
        shapes.append(
            DrawnText(label, left - INSET, middle + pen.line * 0.25, pen.label.size, Align.RIGHT)
        )
        for row, series in enumerate(chart.series):
            value = series.values[at]
            if value is None:
                continue
            top, length = y + row * BAR, room * min(value / most, 1.0)
            if length > 0:
                shapes.append(DrawnBox(left, top + 0.2, length, BAR - 0.4, _ink(row)))
            words = DrawnText(
                pen.words(value), left + length + 1, top + BAR / 2 + pen.line * 0.25, pen.label.size
            )
            shapes.append(words)
    shapes.append(DrawnLine(left, height - 1, left, bottom, AXIS))
    if chart.target is not None:
        x = left + room * min(chart.target / most, 1.0)
        shapes.append(DrawnLine(x, height - 1, x, bottom, TARGET, 1, 1.2))
    if pen.legend_height:
        shapes += pen.legend(bottom + INSET / 2)
    return DrawnPicture(pen.width, bottom + pen.legend_height + INSET, tuple(shapes))


def _curve(pen: _Pen) -> DrawnPicture:
    """Values by days between two axes."""
    chart, top, most = pen.chart, pen.title_height, pen.top()
    marks = [most * step / STEPS for step in range(STEPS + 1)]
    left = max(pen.measure(pen.mark_words(mark), pen.label) for mark in marks) + INSET
    right, bottom = pen.width - INSET, top + LINE_HEIGHT
    shapes = [*pen.title()]
    for mark in marks:
        y = bottom - (LINE_HEIGHT - HEADROOM) * mark / most
        shapes.append(DrawnLine(left, y, right, y, GRID if mark else AXIS))
        words = pen.mark_words(mark)
        shapes.append(DrawnText(words, left - 1, y + pen.line * 0.25, pen.label.size, Align.RIGHT))
    count = len(chart.categories)
    step = (right - left) / max(1, count - 1)
    shapes += _days(pen, left, step, bottom)
    if chart.target is not None:
        y = bottom - (LINE_HEIGHT - HEADROOM) * min(chart.target / most, 1.0)
        shapes.append(DrawnLine(left, y, right, y, TARGET, 1, 1.2))
    for at, series in enumerate(chart.series):
        points = _points(series, left, step, bottom, most)
        shapes += _joined(points, at)
        shapes += _last_value(pen, series, points)
    legend = bottom + pen.line + INSET
    if pen.legend_height:
        shapes += pen.legend(legend)
    return DrawnPicture(pen.width, legend + pen.legend_height, tuple(shapes))


def _points(
    series: Series, left: float, step: float, bottom: float, most: float
) -> list[tuple[float, float] | None]:
    return [
        None
        if value is None
        else (left + at * step, bottom - (LINE_HEIGHT - HEADROOM) * min(value / most, 1.0))
        for at, value in enumerate(series.values)
    ]


def _joined(points: list[tuple[float, float] | None], at: int) -> Shapes:
    """A line through what is known, with a mark where it ends."""
    shapes, ink, dash = Shapes(), _ink(at), DASHES[at % len(DASHES)]
    for i, here in enumerate(points):
        if here is None:
            continue
        before = points[i - 1] if i else None
        after = points[i + 1] if i + 1 < len(points) else None
        if before is not None:
            shapes.append(DrawnLine(*before, *here, ink, 1.5, dash))
        if after is None:
            shapes.append(DrawnBox(here[0] - 0.7, here[1] - 0.7, 1.4, 1.4, ink))
    return shapes


def _last_value(pen: _Pen, series: Series, points: list[tuple[float, float] | None]) -> Shapes:
    """What the curve has come to, above its end."""
    known = [(place, value) for place, value in zip(points, series.values, strict=True) if place]
    if not known or known[-1][1] is None:
        return []
    (x, y), value = known[-1][0], known[-1][1]
    words = pen.words(value)
    half = pen.measure(words, pen.label) / 2
    x = max(half, min(x, pen.width - half))
    return [DrawnText(words, x, y - 1.6, pen.label.size, Align.CENTER, bold=True)]


def _days(pen: _Pen, left: float, step: float, bottom: float) -> Shapes:
    """As many days below the axis as have room, the last one always."""
    categories = [pen.fitted(text, pen.width / 3) for text in pen.chart.categories]
    widest = max((pen.measure(text, pen.label) for text in categories), default=0.0) + 3
    every = max(1, ceil(widest / step)) if step else 1
    last = len(categories) - 1
    base = bottom + pen.line * 0.9
    shapes = Shapes()
    for at, text in enumerate(categories):
        if at != last and (at % every or (last - at) * step < widest):
            continue
        x = left + at * step
        shapes.append(DrawnLine(x, bottom, x, bottom + 0.8, AXIS))
        half = pen.measure(text, pen.label) / 2
        x = max(half, min(x, pen.width - half))
        shapes.append(DrawnText(text, x, base, pen.label.size, Align.CENTER))
    return shapes
