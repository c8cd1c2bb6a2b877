"""A table as strips: a header that is repeated on every page, and one strip for each row.

In lists longer than a commune's the cells are not tagged one by one: a file would be mostly tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import accumulate

from reports.document import Align, RowStyle, Table, TableRow, Wide, cell_width
from reports.profile import TextStyle
from reports.render.pdf.cells import FittedCell, RowOfCells, draw_row, sliced
from reports.render.pdf.outline import Branch, draw_heading
from reports.render.pdf.paper import Paper
from reports.render.pdf.strips import Keep, Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.table_header import TableHead
from reports.render.pdf.typesetter import Typesetter
from reports.render.text import cell_align, cell_text

FINELY_TAGGED = 1_500
HIGHEST_ROW, HIGHEST_TITLE = 0.6, 0.18
"""Of a page; a row that is higher goes on in a row of its own."""


class TableSetter:
    """Sets the rows of one table; widths are points."""

    def __init__(self, table: Table, setter: Typesetter, paper: Paper, branch: Branch) -> None:
        self._table, self._setter, self._paper = table, setter, paper
        weights = [column.weight for column in table.columns]
        scale = paper.text_width / sum(weights)
        self._edges = [paper.left + at * scale for at in accumulate(weights, initial=0)]
        self._styles = setter.profile.styles
        self._level = branch.below
        self._padding = setter.profile.cell_padding_points
        kind = "Table" if len(table.rows) <= FINELY_TAGGED else "P"
        self._element = Element(kind, branch.element)

    def strips(self, last: Keep) -> Iterator[Strip]:
        """Header and rows. The last row stays with what follows as `last` says."""
        gap = self._setter.profile.gaps.above_table_points
        highest = self._paper.text_height * HIGHEST_TITLE
        header = TableHead(self._table, self._setter, self._edges, highest, self._element)
        yield Strip(header.height, header.draw, gap, Keep.MUST)
        again = TableHead(self._table, self._setter, self._edges, highest, None)
        repeated = Strip(again.height, again.draw, keep=Keep.MUST)
        rows, kept = self._table.rows, self._setter.profile.rows_kept
        for at, row in enumerate(rows):
            left = len(rows) - at
            keep = Keep.WISH if row.style is RowStyle.GROUP or left <= kept else Keep.NO
            parts = self._parts(row)
            for part in parts[:-1]:
                yield self._strip(part, Keep.NO, repeated)
            end = self._strip(parts[-1], last if left == 1 else keep, repeated)
            yield self._marked(end, row) if row.style is RowStyle.GROUP else end

    def _marked(self, strip: Strip, row: TableRow) -> Strip:
        """The title of a group over the whole width has a bookmark."""
        title = row.cells[0]
        if not isinstance(title, Wide):
            return strip
        return replace(strip, draw=partial(draw_heading, strip.draw, title.text, self._level))

    def _strip(self, row: RowOfCells, keep: Keep, repeated: Strip) -> Strip:
        height = row.height
        return Strip(height, partial(draw_row, row, height), 0.0, keep, repeated)

    def _parts(self, row: TableRow) -> list[RowOfCells]:
        normal = row.style is RowStyle.NORMAL
        style = self._styles.table_cell if normal else self._styles.table_strong
        cells, edges = list[FittedCell](), [self._edges[0]]
        at = 0
        for cell in row.cells:
            end = at + cell_width(cell)
            align = cell_align(cell, row.style, self._table.columns[at])
            cells.append(self._fitted(cell_text(cell), style, align, at, end))
            edges.append(self._edges[end])
            at = end
        leading = self._setter.leading(style)
        made = RowOfCells(
            tuple(cells), style, leading, self._padding, tuple(edges), self._tagged(row)
        )
        return [*sliced(made, self._paper.text_height * HIGHEST_ROW)]

    def _fitted(
        self, text: str, style: TextStyle, align: Align, first: int, end: int
    ) -> FittedCell:
        left = self._edges[first] + self._padding
        width = self._edges[end] - self._padding - left
        return left, width, align, self._setter.lines(text, style, width)

    def _tagged(self, row: TableRow) -> tuple[Element, ...]:
        """The elements of the cells; a very long list is one text, page by page."""
        if self._element.kind == "P":
            return (self._element,)
        line = Element("TR", self._element)
        made = []
        for cell in row.cells:
            columns = cell_width(cell)
            span = f"/A << /O /Table /ColSpan {columns} >> " if columns > 1 else ""
            made.append(Element("TD", line, attributes=span))
        return tuple(made)
