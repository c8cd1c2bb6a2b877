"""The rows of one sheet as XML, from top to bottom, with their heights and merged cells."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MOST_HEIGHT = 409.0
"""Points: Excel has no higher rows."""


class RowSheet:
    """A worksheet of openpyxl for everything but its cells, and the cells."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        self._rows: list[str] = []
        self._bottoms: list[float] = [0.0]
        self._merged: list[str] = []
        self._columns = 1
        self.words_of_charts: list[str] = []
        self.has_drawings = False

    @property
    def row(self) -> int:
        """The number of the row that is written next."""
        return len(self._rows) + 1

    def add(self, cells: Sequence[str], columns: int, height: float | None = None) -> None:
        """A row of cells, which stand in the order of their columns and end at `columns`.

        `height` are points. Excel would fit rows without merged cells by itself, other programs
        do not.
        """
        height = None if height is None else min(height, MOST_HEIGHT)
        high = "" if height is None else f' ht="{height:g}" customHeight="1"'
        self._rows.append(f'<row r="{self.row}"{high}>{"".join(cells)}</row>')
        self._bottoms.append(self._bottoms[-1] + (height or 0.0))
        self._columns = max(self._columns, columns)

    def merge(self, top: int, first: int, bottom: int, last: int) -> None:
        """Make one cell of a block."""
        start, end = f"{get_column_letter(first)}{top}", f"{get_column_letter(last)}{bottom}"
        self._merged.append(f'<mergeCell ref="{start}:{end}"/>')

    def add_picture(self, picture: Image) -> None:
        """Lay a picture, which has its place, on the sheet."""
        self.page.add_image(picture)
        self.has_drawings = True

    def add_chart(self, chart: BarChart | LineChart, anchor: AbsoluteAnchor, words: str) -> None:
        """Lay a chart on the sheet; `words` are for who cannot see it."""
        # openpyxl's types know only the name of a cell here.
        chart.anchor = anchor  # type: ignore[assignment]
        self.page.add_chart(chart)
        self.words_of_charts.append(words)
        self.has_drawings = True

    def height(self, first: int, last: int) -> float:
        """Points from the top of row `first` to the bottom of row `last`."""
        return self._bottoms[last] - self._bottoms[first - 1]

    @property
    def extent(self) -> str:
        """From the first to the last cell: "A1:H40"."""
        return f"A1:{get_column_letter(self._columns)}{max(len(self._rows), 1)}"

    def rows_xml(self) -> str:
        """The elements sheetData and mergeCells."""
        merged = "".join(self._merged)
        cells = f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>' if merged else ""
        return f"<sheetData>{''.join(self._rows)}</sheetData>{cells}"
