"""A sheet that is filled from top to bottom: columns in millimetres, merged lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.profile import TextStyle
from reports.render.lines import balanced_lines
from reports.render.xlsx.cells import decree_font, write_text
from reports.render.xlsx.measure import line_count, line_height, text_width

PIXELS_PER_MM = 96 / 25.4
PIXELS_PER_CHARACTER = 8
EMU_PER_PIXEL = 9525
CELL_PADDING_MM = 1.4


@dataclass(slots=True)
class SheetWriter:
    """The worksheet and the row that is written next. `widths` are millimetres per column."""

    page: Worksheet
    widths: tuple[float, ...]
    row: int = 1

    def __post_init__(self) -> None:
        for i, width in enumerate(self.widths, start=1):
            letter = get_column_letter(i)
            characters = round(width * PIXELS_PER_MM) / PIXELS_PER_CHARACTER
            self.page.column_dimensions[letter].width = round(characters, 2)

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.widths)

    def span(self, first: int, last: int) -> float:
        """Millimetres from the left edge of column `first` to the right edge of `last`."""
        return sum(self.widths[first - 1 : last])

    def split(self, share: float) -> int:
        """The last column of a left part that takes about `share` of the width."""
        whole = sum(self.widths)
        ends = list(accumulate(self.widths))[:-1]
        return min(range(len(ends)), key=lambda i: abs(ends[i] / whole - share)) + 1

    def text(self, text: str, style: TextStyle, first: int, last: int, align: Alignment) -> None:
        """One text in the merged cells of the present row; the row is not left."""
        cell = self.cell(first)
        write_text(cell, text)
        cell.font, cell.alignment = decree_font(style), align
        if last > first:
            self.page.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=last
            )

    def height_for(self, texts: Sequence[tuple[str, TextStyle, float]]) -> float:
        """Points that the tallest of several texts needs in its width in millimetres."""
        return max(
            line_height(style, line_count(text, style, width - CELL_PADDING_MM))
            for text, style, width in texts
        )

    def line(self, text: str, style: TextStyle, align: Alignment) -> None:
        """A line of text over the whole width; ends the row at the height that it needs."""
        self.text(text, style, 1, self.columns, align)
        self.end_row(self.height_for([(text, style, self.span(1, self.columns))]))

    def title(self, text: str, style: TextStyle, align: Alignment) -> None:
        """A centred title, broken into lines of like length."""
        self.line("\n".join(self.broken(text, style, 1, self.columns)), style, align)

    def broken(self, text: str, style: TextStyle, first: int, last: int) -> list[str]:
        """Lines of like length that fit in columns `first` to `last`."""
        width = self.span(first, last) - CELL_PADDING_MM
        return balanced_lines(text, lambda part: text_width(part, style), width)

    def cell(self, column: int) -> Cell:
        """A cell of the present row that no merged cell hides."""
        cell = self.page.cell(self.row, column)
        if isinstance(cell, MergedCell):
            raise TypeError(f"hidden by a merged cell: {cell.coordinate}")
        return cell

    def end_row(self, height: float) -> None:
        """Set the height of the row in points and go to the next.

        Excel would fit rows without merged cells by itself, other programs do not.
        """
        self.page.row_dimensions[self.row].height = height
        self.row += 1

    def height(self, first: int, last: int) -> float:
        """Points from the top of row `first` to the bottom of row `last`."""
        rows = range(first, last + 1)
        return sum(self.page.row_dimensions[row].height or 0.0 for row in rows)
