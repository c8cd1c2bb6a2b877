"""Charts as drawings: bars of units one below the other, and the curve of a contest by days."""

from __future__ import annotations

from reports.blocks import Chart, ChartKind
from reports.document import Align
from reports.profile import Profile
from reports.render.chart_curve import curve_drawing
from reports.render.chart_pen import (
    AXIS,
    BAR,
    BAR_GAP,
    INSET,
    TARGET,
    VALUE_ROOM,
    WIDEST_LABEL,
    ChartPen,
    Widths,
    chart_ink,
)
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture, DrawnText


def chart_drawings(
    chart: Chart, profile: Profile, width: float, height: float, measure: Widths
) -> list[DrawnPicture]:
    """The chart in drawings `width` mm wide, none higher than `height` mm; most are one.

    Bars of many units go on in another drawing. `measure` gives the length of a text in mm.
    """
    pen = ChartPen(chart, profile, width, measure)
    if chart.kind is ChartKind.LINE:
        return [curve_drawing(pen)]
    each = pen.row_height
    fixed = pen.title_height + pen.legend_height + 2 * INSET
    count = max(1, int((height - fixed) // each))
    whole = len(chart.categories)
    return [
        _bars(pen, first, min(first + count, whole)) for first in range(0, max(1, whole), count)
    ]


def _bars(pen: ChartPen, first: int, end: int) -> DrawnPicture:
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
                shapes.append(DrawnBox(left, top + 0.2, length, BAR - 0.4, chart_ink(row)))
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
