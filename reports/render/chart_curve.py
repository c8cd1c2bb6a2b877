"""The curve of a contest by days, drawn between two axes."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reports.blocks import Series
from reports.document import Align
from reports.render.chart_pen import (
    AXIS,
    DASHES,
    GRID,
    HEADROOM,
    INSET,
    LINE_HEIGHT,
    STEPS,
    TARGET,
    ChartPen,
    Shapes,
    chart_ink,
)
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture, DrawnText

END, ABOVE_END = 0.7, 1.6
"""Half of the mark where a curve ends, and how far above its middle words may stand."""


def curve_drawing(pen: ChartPen) -> DrawnPicture:
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
    ends = list[_End]()
    for at, series in enumerate(chart.series):
        points = _points(series, left, step, bottom, most)
        shapes += _joined(points, at)
        ends += _end_of(pen, series, points)
    shapes += _last_values(pen, ends)
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
    shapes, ink, dash = Shapes(), chart_ink(at), DASHES[at % len(DASHES)]
    for i, here in enumerate(points):
        if here is None:
            continue
        before = points[i - 1] if i else None
        after = points[i + 1] if i + 1 < len(points) else None
        if before is not None:
            shapes.append(DrawnLine(*before, *here, ink, 1.5, dash))
        if after is None:
            shapes.append(DrawnBox(here[0] - END, here[1] - END, 2 * END, 2 * END, ink))
    return shapes


_End = tuple[float, float, str]
"""Where a curve ends, and what it has come to."""


def _end_of(
    pen: ChartPen, series: Series, points: list[tuple[float, float] | None]
) -> Iterator[_End]:
    known = [(place, value) for place, value in zip(points, series.values, strict=True) if place]
    if known and (value := known[-1][1]) is not None:
        yield (*known[-1][0], pen.words(value))


def _last_values(pen: ChartPen, ends: list[_End]) -> Shapes:
    """What the curves have come to, above their ends; of curves that end together one above the
    other, so that none is written over another or over the end of one."""
    shapes, high = Shapes(), pen.line * 0.85
    taken = [(x, END, y - ABOVE_END, y + END) for x, y, _ in ends]
    for x, y, words in sorted(ends, key=lambda end: -end[1]):
        half = pen.measure(words, pen.label) / 2
        centre = max(half, min(x, pen.width - half))
        base = y - ABOVE_END
        for other, wide, top, below in sorted(taken, key=lambda box: -box[3]):
            if abs(other - centre) < half + wide and top < base < below + high:
                base = top
        taken.append((centre, half, base - high, base))
        shapes.append(DrawnText(words, centre, base, pen.label.size, Align.CENTER, bold=True))
    return shapes


def _days(pen: ChartPen, left: float, step: float, bottom: float) -> Shapes:
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
