"""Charts as Excel draws them, over figures that stand on a sheet of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.series import Series as BookSeries
from openpyxl.chart.series import SeriesLabel
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.properties import PageSetupProperties

from models.text.formats import number, percent
from reports.blocks import Chart, ChartKind, Series
from reports.render.xlsx.cells import CellLook, blank_cell, number_cell, text_cell
from reports.render.xlsx.chart_looks import dress, dress_series, dress_target
from reports.render.xlsx.pack import A4, BookWriter
from reports.render.xlsx.placing import placed
from reports.render.xlsx.rows import RowSheet
from reports.render.xlsx.sheet import SheetWriter

DATA_SHEET = "Số liệu biểu đồ"
TARGET = "Chỉ tiêu"
POINTS_PER_MM = 72 / 25.4
LINE_MM, BAR_MM, BARS_MM, MOST_MM = 80.0, 8.0, 30.0, 225.0
MOST_ROW_MM = 140.0
"""Excel makes no row higher than 144 mm."""
NAME_WIDTH, FIGURE_WIDTH = 44.0, 16.0


@dataclass
class ChartData:
    """The sheet with the figures of all charts: each a small table under its title."""

    book: BookWriter
    rows: RowSheet | None

    def add(self, chart: Chart, series: tuple[Series, ...]) -> int:
        """Write the figures; the row in which their titles stand."""
        rows = self._sheet()
        head = self.book.face(CellLook(bold=True, border="000000", horizontal="center"))
        name = self.book.face(CellLook(border="000000", horizontal="left"))
        shown = "0.0%" if chart.is_rate else "#,##0"
        figure = self.book.face(CellLook(border="000000", number_format=shown))
        title = self.book.face(CellLook(bold=True, wrap=False))
        rows.add([text_cell(f"A{rows.row}", chart.title, title)], 1)
        top, width = rows.row, 1 + len(series)
        for at in range(2, width + 1):
            rows.page.column_dimensions[get_column_letter(at)].width = FIGURE_WIDTH
        titles = [f"{get_column_letter(at)}{top}" for at in range(1, width + 1)]
        names = ("", *(each.name for each in series))
        rows.add([text_cell(p, t, head) for p, t in zip(titles, names, strict=True)], width)
        for at, category in enumerate(chart.categories):
            cells = [text_cell(f"A{rows.row}", category, name)]
            for column, each in enumerate(series, start=2):
                place, value = f"{get_column_letter(column)}{rows.row}", each.values[at]
                cells.append(
                    blank_cell(place, figure)
                    if value is None
                    else number_cell(place, value, figure)
                )
            rows.add(cells, width)
        rows.add([], 1)
        return top

    def _sheet(self) -> RowSheet:
        if self.rows is None:
            self.rows = self.book.sheet(DATA_SHEET)
            page = self.rows.page
            page.column_dimensions["A"].width = NAME_WIDTH
            page.page_setup.paperSize, page.page_setup.fitToHeight = A4, 0
            page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return self.rows


def write_chart(sheet: SheetWriter, chart: Chart, data: ChartData) -> None:
    """Lay the chart over rows of its own, the figures on their sheet."""
    if not chart.categories:
        return
    bars = chart.kind is ChartKind.BARS
    if bars and chart.target is not None and len(chart.series) > 1:
        chart = _told_in_title(chart)
    target = chart.target
    aims = () if target is None else (Series(TARGET, (target,) * len(chart.categories)),)
    # What is drawn first lies below: bars lie on that of their aim, an aim's line on all others.
    series = (*aims, *chart.series) if bars else (*chart.series, *aims)
    top = data.add(chart, series)
    drawn: BarChart | LineChart = BarChart() if bars else LineChart()
    for at, each in enumerate(series):
        made = _series(chart, each, at, top)
        is_target = each in aims
        (dress_target if is_target else dress_series)(made, chart, sheet.profile)
        drawn.series.append(made)
    dress(drawn, chart, sheet.profile, several=len(series) > 1, over=bool(aims))
    height = _height(chart)
    above, width = sheet.rows.height(1, sheet.row - 1), sheet.grid.width(1, sheet.columns)
    sheet.rows.add_chart(drawn, placed(0, above, width, height), chart.words)
    while height > 0:
        row = min(height, MOST_ROW_MM * POINTS_PER_MM)
        sheet.end_row(round(row, 1))
        height -= row
    sheet.end_row(sheet.profile.paragraph_gap_points)


def _told_in_title(chart: Chart) -> Chart:
    """Bars beside each other have nothing to lie on: their aim is said in the title."""
    aim = chart.target or 0
    words = percent(round(aim * 1000), 1000) if chart.is_rate else number(round(aim))
    return replace(chart, title=f"{chart.title} (chỉ tiêu {words})", target=None)


def _height(chart: Chart) -> float:
    """Points: enough for the name of each bar."""
    if chart.kind is ChartKind.LINE:
        return LINE_MM * POINTS_PER_MM
    bar = BAR_MM * (1 + (len(chart.series) - 1) / 2)
    return min(BARS_MM + bar * len(chart.categories), MOST_MM) * POINTS_PER_MM


def _series(chart: Chart, series: Series, at: int, top: int) -> BookSeries:
    """References to the figures, and the figures themselves for who does not follow them."""
    column, last = get_column_letter(at + 2), top + len(chart.categories)
    sheet = quote_sheetname(DATA_SHEET)
    names = StrData(len(chart.categories), [StrVal(i, v=c) for i, c in enumerate(chart.categories)])
    known = [NumVal(i, v=repr(v)) for i, v in enumerate(series.values) if v is not None]
    shown = "0.0%" if chart.is_rate else "#,##0"
    figures = NumData(formatCode=shown, ptCount=len(series.values), pt=known)
    made = BookSeries(idx=at, order=at)
    made.tx = SeriesLabel(
        StrRef(f"{sheet}!${column}${top}", StrData(1, [StrVal(0, v=series.name)]))
    )
    made.cat = AxDataSource(strRef=StrRef(f"{sheet}!$A${top + 1}:$A${last}", names))
    made.val = NumDataSource(
        NumRef(f"{sheet}!${column}${top + 1}:${column}${last}", numCache=figures)
    )
    return made
