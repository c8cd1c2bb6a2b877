"""How charts look: the face of the decree, axes that begin at nothing, rates from 0 to 100 %."""

from __future__ import annotations

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series as BookSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title as ChartTitle
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from reports.blocks import Chart, ChartKind
from reports.profile import Profile, TextStyle
from reports.render.xlsx.cells import FONT

INK, PALE, AIM = "1F4E79", "D9D9D9", "C00000"
MORE_INKS = (INK, "548235", "BF8F00", "7F6084")
LINE_EMU, AIM_EMU = 22_225, 15_875
GAP_PERCENT, MARKER_POINTS = 45, 5
MOST_LABELS = 12
"""More days than these, or several lines, have no figures at their points."""
RATE_FORMAT = "[=0]0%;[=1]0%;0.0%"


def dress(
    drawn: BarChart | LineChart, chart: Chart, profile: Profile, *, several: bool, over: bool
) -> None:
    """Title, axes and legend."""
    styles = profile.styles
    drawn.title = _title(chart.title, styles.chart_title)
    drawn.legend = _legend(styles.chart_label) if several else None
    drawn.display_blanks = "gap"
    if isinstance(drawn, BarChart):
        drawn.type, drawn.gapWidth, drawn.overlap = "bar", GAP_PERCENT, 100 if over else 0
        # The first unit stands at the top, and the figures below the last one.
        drawn.x_axis.scaling.orientation = "maxMin"
        drawn.y_axis.crosses = "max"
    for axis in (drawn.x_axis, drawn.y_axis):
        axis.delete = False
        axis.txPr = _text(styles.chart_label)
        axis.title = None
    drawn.y_axis.scaling.min = 0
    if chart.is_rate:
        drawn.y_axis.scaling.max, drawn.y_axis.majorUnit = 1, 0.2
    drawn.y_axis.number_format = "0%" if chart.is_rate else "#,##0"
    pale = GraphicalProperties(ln=LineProperties(solidFill=PALE))
    drawn.y_axis.majorGridlines = ChartLines(spPr=pale)


def dress_series(series: BookSeries, chart: Chart, profile: Profile) -> None:
    """A line or bars in an ink of their own, with their figures where there is room."""
    ink = MORE_INKS[(series.idx - (chart.kind is ChartKind.BARS and chart.target is not None)) % 4]
    if chart.kind is ChartKind.BARS:
        series.spPr = GraphicalProperties(solidFill=ink)
    else:
        series.spPr = GraphicalProperties(ln=LineProperties(solidFill=ink, w=LINE_EMU))
        # A day between two of which nothing is known is a point without a line.
        series.marker = Marker("circle", MARKER_POINTS, GraphicalProperties(solidFill=ink))
        series.smooth = False
    few = len(chart.categories) <= MOST_LABELS and len(chart.series) == 1
    if chart.kind is ChartKind.BARS or few:
        series.dLbls = _labels(chart, profile.styles.chart_label)


def dress_target(series: BookSeries, chart: Chart, profile: Profile) -> None:
    """A dashed line over the days; behind lying bars a pale one that ends at the target."""
    if chart.kind is ChartKind.BARS:
        series.spPr = GraphicalProperties(
            solidFill=PALE, ln=LineProperties(solidFill=AIM, w=AIM_EMU // 2)
        )
        return
    dashes = LineProperties(solidFill=AIM, w=AIM_EMU, prstDash="dash")
    series.spPr = GraphicalProperties(ln=dashes)
    series.marker = Marker("none")
    series.smooth = False


def _labels(chart: Chart, style: TextStyle) -> DataLabelList:
    labels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    labels.numFmt = RATE_FORMAT if chart.is_rate else "#,##0"
    labels.position = "outEnd" if chart.kind is ChartKind.BARS else "t"
    labels.txPr = _text(style)
    return labels


def _title(text: str, style: TextStyle) -> ChartTitle:
    face = _face(style)
    run = RegularTextRun(rPr=face, t=text)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=face), r=[run])
    rich = RichText(bodyPr=RichTextProperties(), p=[paragraph])
    return ChartTitle(tx=Text(rich=rich), overlay=False, layout=Layout())


def _legend(style: TextStyle) -> Legend:
    legend = Legend()
    legend.position, legend.overlay = "b", False
    legend.txPr = _text(style)
    return legend


def _text(style: TextStyle) -> RichText:
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_face(style)), endParaRPr=_face(style))
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _face(style: TextStyle) -> CharacterProperties:
    """A face of the decree; sizes of drawings are hundredths of a point."""
    return CharacterProperties(
        latin=Font(typeface=FONT),
        sz=round(style.size * 100),
        b=style.bold,
        i=style.italic,
        lang="vi-VN",
    )
