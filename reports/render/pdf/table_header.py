"""The header of a table: titles, groups of titles above them, and the row "(1) (2) (3)"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from reports.document import Align, Table
from reports.profile import TextStyle
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter

NARROW = 1.5
"""Free on both sides of a title: columns of numbers are no wider than their titles."""


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One title: its columns, the rows of the header that it covers, and its lines."""

    first: int
    end: int
    row: int
    rows: int
    lines: tuple[SetLine, ...]

    def height(self, padding: float) -> float:
        """What its lines need."""
        return sum(line.height for line in self.lines) + 2 * padding


class TableHead:
    """The header as one piece; `element` is None in what is drawn again.

    A title that would be higher than `highest` points ends with "…": rows need room below it.
    """

    def __init__(
        self,
        table: Table,
        setter: Typesetter,
        edges: list[float],
        highest: float,
        element: Element | None,
    ) -> None:
        self._highest = highest
        self._setter, self._edges, self._element = setter, edges, element
        self._padding = setter.profile.cell_padding_points
        self._cells = self._made(table)
        self._tops = self._placed(table.header_rows)

    @property
    def height(self) -> float:
        """All its rows."""
        return self._tops[-1]

    def draw(self, sheet: PdfSheet, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        for cell in self._cells:
            upper, lower = self._tops[cell.row], self._tops[cell.row + cell.rows]
            own = (self._edges[cell.first], self._edges[cell.end])
            sheet.grid_row(top + upper, top + lower, own)
            y = top + upper + (lower - upper - cell.height(self._padding)) / 2 + self._padding
            for line in cell.lines:
                line.draw(sheet, y)
                y += line.height

    def _made(self, table: Table) -> list[HeaderCell]:
        style, columns = self._setter.profile.styles.table_header, table.columns
        rows = self._tag_rows(table.header_rows)
        made, lower = list[HeaderCell](), list[HeaderCell]()
        title_rows = 1 + table.has_groups
        for group, members in groupby(range(len(columns)), key=lambda i: columns[i].group):
            held = list(members)
            if group:
                first, end = held[0], held[-1] + 1
                made.append(self._cell(group, style, (first, end), (0, 1), rows[0]))
                lower += [
                    self._cell(columns[i].title, style, (i, i + 1), (1, 1), rows[1]) for i in held
                ]
            else:
                made += [
                    self._cell(columns[i].title, style, (i, i + 1), (0, title_rows), rows[0])
                    for i in held
                ]
        made += lower
        if table.numbered:
            small = self._setter.profile.styles.table_number
            made += [
                self._cell(f"({i + 1})", small, (i, i + 1), (title_rows, 1), rows[-1])
                for i in range(len(columns))
            ]
        return made

    def _tag_rows(self, count: int) -> list[Element | None]:
        if self._element is None or self._element.kind != "Table":
            return [self._element] * count
        return [Element("TR", self._element) for _ in range(count)]

    def _cell(
        self,
        text: str,
        style: TextStyle,
        columns: tuple[int, int],
        rows: tuple[int, int],
        tagged: Element | None,
    ) -> HeaderCell:
        (first, end), element = columns, tagged
        if tagged is not None and tagged.kind == "TR":
            element = _heading(tagged, end - first, rows[1])
        left = self._edges[first] + NARROW
        width = self._edges[end] - NARROW - left
        height = self._setter.leading(style)
        broken = self._setter.balanced(text, style, width)
        most = max(2, int(self._highest / height))
        if len(broken) > most:
            broken = [*broken[: most - 1], *self._setter.lines("…", style, width)]
        lines = tuple(
            SetLine(line, style, left, width, height, Align.CENTER, element) for line in broken
        )
        return HeaderCell(first, end, *rows, lines)

    def _placed(self, rows: int) -> list[float]:
        """Where each row begins: by cells of one row first, then by those of several."""
        heights = [0.0] * rows
        for cell in sorted(self._cells, key=lambda cell: cell.rows):
            last = cell.row + cell.rows - 1
            above = sum(heights[cell.row : last])
            heights[last] = max(heights[last], cell.height(self._padding) - above)
        tops = [0.0]
        for height in heights:
            tops.append(tops[-1] + height)
        return tops


def _heading(row: Element, columns: int, rows: int) -> Element:
    spans = (f"/ColSpan {columns} " if columns > 1 else "") + (
        f"/RowSpan {rows} " if rows > 1 else ""
    )
    return Element("TH", row, attributes=f"/A << /O /Table /Scope /Column {spans}>> ")
