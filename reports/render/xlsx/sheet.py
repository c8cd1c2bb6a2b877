"""A sheet of the decree: lines of text over several columns, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from openpyxl.utils import get_column_letter

from reports.profile import Profile, TextStyle
from reports.render.lines import balanced_lines
from reports.render.xlsx.cells import CellFace, CellLook, TextPiece, rich_cell, text_cell
from reports.render.xlsx.grid import SheetGrid
from reports.render.xlsx.measure import CELL_PADDING_MM, cell_lines, line_height, text_width
from reports.render.xlsx.pack import BookWriter
from reports.render.xlsx.rows import RowSheet

PIXELS_PER_MM = 96 / 25.4
PIXELS_PER_CHARACTER = 8
PIXELS_PER_INDENT = 12
BLACK = "000000"


@dataclass
class SheetWriter:
    """The rows of a sheet and what they are written with. The present row is not ended yet."""

    book: BookWriter
    rows: RowSheet
    grid: SheetGrid
    profile: Profile
    _cells: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Edges are rounded down, not widths: all columns together are never wider than the page.
        edges = [int(self.grid.width(1, i) * PIXELS_PER_MM) for i in range(self.columns + 1)]
        for i, (left, right) in enumerate(pairwise(edges), start=1):
            dimension = self.rows.page.column_dimensions[get_column_letter(i)]
            dimension.width = round((right - left) / PIXELS_PER_CHARACTER, 3)

    @property
    def row(self) -> int:
        """The number of the present row."""
        return self.rows.row

    @property
    def columns(self) -> int:
        """How many columns are printed."""
        return self.grid.columns

    def face(
        self, style: TextStyle, align: str, vertical: str = "center", indent: int = 0
    ) -> CellFace:
        """The look of one component of the decree."""
        look = CellLook(style.size, style.bold, style.italic, align, vertical)
        return self.book.face(look._replace(indent=indent))

    def boxed(self, style: TextStyle, align: str, number_format: str = "") -> CellFace:
        """The look of a cell of a table: of text, or of a number in that format."""
        look = CellLook(style.size, style.bold, style.italic, align, border=BLACK)
        if number_format:
            look = look._replace(wrap=False, shrink=True, number_format=number_format)
        return self.book.face(look)

    def text(
        self, text: str, style: TextStyle, first: int, last: int, align: str = "center"
    ) -> None:
        """One text in the merged cells of the present row; the row is not left."""
        face = self.face(style, align)
        self._put(text_cell(self._place(first), text, face), first, last)

    def _place(self, column: int) -> str:
        return f"{get_column_letter(column)}{self.row}"

    def _put(self, cell: str, first: int, last: int) -> None:
        self._cells[first] = cell
        if last > first:
            self.rows.merge(self.row, first, self.row, last)

    def height_for(self, texts: Sequence[tuple[str, TextStyle, float]]) -> float:
        """Points that the tallest of several texts needs in its width in millimetres."""
        return max(
            line_height(style, cell_lines(text, style, width - CELL_PADDING_MM))
            for text, style, width in texts
        )

    def line(self, text: str, style: TextStyle, align: str = "center", indent: float = 0) -> None:
        """A line of text over the whole width; ends the row at the height that it needs.

        `indent` are millimetres from the left edge, in steps of three blanks as Excel has them.
        """
        vertical = "top" if align == "justify" else "center"
        step = PIXELS_PER_INDENT / PIXELS_PER_MM
        steps = round(indent / step)
        face = self.face(style, align, vertical, steps)
        self._put(text_cell(self._place(1), text, face), 1, self.columns)
        width = self.grid.width(1, self.columns) - steps * step
        self.end_row(self.height_for([(text, style, width)]))

    def pieces(self, pieces: Sequence[TextPiece], style: TextStyle, align: str) -> None:
        """A line over the whole width of which some stands out."""
        face = self.face(style, align, "top")
        self._put(rich_cell(self._place(1), pieces, face), 1, self.columns)
        bold = TextStyle(style.size, bold=True, italic=style.italic)
        text = "".join(piece.text for piece in pieces)
        self.end_row(self.height_for([(text, bold, self.grid.width(1, self.columns))]))

    def title(self, text: str, style: TextStyle) -> None:
        """A centred title, broken into lines of like length."""
        self.line("\n".join(self.broken(text, style, 1, self.columns)), style)

    def broken(self, text: str, style: TextStyle, first: int, last: int) -> list[str]:
        """Lines of like length that fit in columns `first` to `last`."""
        width = self.grid.width(first, last) - CELL_PADDING_MM
        return balanced_lines(text, lambda part: text_width(part, style), width)

    def end_row(self, height: float) -> None:
        """Set the height of the present row in points and go to the next."""
        cells = [self._cells[column] for column in sorted(self._cells)]
        self._cells.clear()
        self.rows.add(cells, self.columns, height)
