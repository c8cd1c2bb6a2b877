"""A table of figures in Word: header rows repeated on every page, rows that no page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.document import RowStyle, Table, TableRow, cell_width
from reports.profile import Profile, TextStyle
from reports.render.docx.markup import (
    TWIPS_PER_MM,
    Placing,
    TableBox,
    line,
    points,
    shared_widths,
    table,
    table_row,
)
from reports.render.docx.styles import DATA_TABLE
from reports.render.lengths import line_count
from reports.render.text import cell_align, cell_text


def grid_markup(block: Table, profile: Profile, width: int, closing: str = "") -> str:
    """The whole table. `closing` is what must stand on the page of its last rows, as a row without
    a frame: LibreOffice keeps rows of a table together, but not its end with what follows.
    """
    grid = _Grid(block, profile, width)
    kept_from = len(block.rows) - profile.rows_kept if closing else len(block.rows)
    rows = [*grid.header()]
    rows += [grid.row(row, at >= kept_from) for at, row in enumerate(block.rows)]
    if closing:
        content = closing + line("CuoiPhan", "")
        rows.append(table_row([TableBox(content, len(grid.widths), frameless=True)], grid.widths))
    return table(DATA_TABLE, grid.widths, rows)


class _Grid:
    """The rows of one table; each has at least the height that its words need."""

    def __init__(self, block: Table, profile: Profile, width: int) -> None:
        self._block, self._profile = block, profile
        self.widths = shared_widths(width, [column.weight for column in block.columns])
        self._padding = profile.cell_padding_points * 2

    def header(self) -> Iterator[str]:
        """One row of titles, or two where groups stand above them, and "(1) (2) (3)"."""
        style, titles = self._profile.styles.table_header, self._titles()
        if self._block.has_groups:
            upper, lower = self._grouped(titles)
            groups = [self._height(text, style, at, end) for text, at, end in self._groups()]
            below = [self._height(titles[i], style, i, i + 1) for i in self._members()]
            beside = [self._height(text, style, i, i + 1) for i, text in enumerate(titles)]
            first = max(groups)
            yield self._made(upper, first, header=True)
            yield self._made(lower, max(*below, max(beside) - first), header=True)
        else:
            heights = [self._height(text, style, i, i + 1) for i, text in enumerate(titles)]
            yield self._made(
                [TableBox(_titled(text)) for text in titles], max(heights), header=True
            )
        if self._block.numbered:
            small = self._profile.styles.table_number
            boxes = [TableBox(line("SoCot", f"({i + 1})")) for i in range(len(titles))]
            yield self._made(boxes, self._height("", small, 0, 1), header=True)

    def row(self, row: TableRow, kept: bool) -> str:
        """A row of figures; the title of a group stays with the row below it."""
        key, style = "OBangDam", self._profile.styles.table_strong
        if row.style is RowStyle.NORMAL:
            key, style = "OBang", self._profile.styles.table_cell
        held = kept or row.style is RowStyle.GROUP
        boxes, height = list[TableBox](), 0.0
        for at, cell in row.placed():
            text, span = cell_text(cell), cell_width(cell)
            align = cell_align(cell, row.style, self._block.columns[at])
            boxes.append(TableBox(line(key, text, Placing(align, kept=held)), span))
            height = max(height, self._height(text, style, at, at + span))
        return self._made(boxes, height)

    def _made(self, boxes: Sequence[TableBox], height: float, header: bool = False) -> str:
        return table_row(boxes, self.widths, centred=True, header=header, height=points(height))

    def _height(self, text: str, style: TextStyle, first: int, end: int) -> float:
        """Points that a text needs in columns `first` to `end`."""
        width = sum(self.widths[first:end]) - points(self._padding)
        lines = line_count(text, style, width / TWIPS_PER_MM)
        return lines * self._profile.leading(style) + self._padding

    def _titles(self) -> list[str]:
        return [column.title for column in self._block.columns]

    def _groups(self) -> Iterator[tuple[str, int, int]]:
        """Each group of columns with the first of them and the end."""
        columns = self._block.columns
        for group, members in groupby(range(len(columns)), key=lambda i: columns[i].group):
            held = list(members)
            if group:
                yield group, held[0], held[-1] + 1

    def _members(self) -> list[int]:
        return [i for _, first, end in self._groups() for i in range(first, end)]

    def _grouped(self, titles: Sequence[str]) -> tuple[list[TableBox], list[TableBox]]:
        members, starts = set(self._members()), {at: (g, end) for g, at, end in self._groups()}
        upper, lower = list[TableBox](), list[TableBox]()
        for at, title in enumerate(titles):
            if at in starts:
                group, end = starts[at]
                upper.append(TableBox(_titled(group), end - at))
            if at in members:
                lower.append(TableBox(_titled(title)))
            else:
                upper.append(TableBox(_titled(title), merge="restart"))
                lower.append(TableBox(_titled(""), merge="continue"))
        return upper, lower


def _titled(text: str) -> str:
    return line("DauBang", text)
