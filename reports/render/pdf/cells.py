"""The rows of a table: cells measured and broken into lines once, drawn when their page is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.document import Align
from reports.profile import TextStyle
from reports.render.pdf.lining import BrokenLine
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SHARES, base_line

FittedCell = tuple[float, float, Align, list[BrokenLine]]
"""Left edge, width, where its text stands in it, its lines."""


@dataclass(frozen=True, slots=True)
class RowOfCells:
    """Cells side by side in one type; `edges` are where upright lines stand.

    `elements` are those of the cells, or a single one where a long list is tagged coarsely.
    """

    cells: tuple[FittedCell, ...]
    style: TextStyle
    leading: float
    padding: float
    edges: tuple[float, ...]
    elements: tuple[Element, ...]

    @property
    def height(self) -> float:
        """What the cell with most lines needs."""
        most = max([len(cell[3]) for cell in self.cells])
        return most * self.leading + 2 * self.padding


def draw_row(row: RowOfCells, height: float, sheet: PdfSheet, top: float) -> None:
    """Draw a row and its frame; what needs fewer lines stands in the middle."""
    sheet.grid_row(top, top + height, row.edges)
    size, leading, each = row.style.size, row.leading, len(row.elements) > 1
    if not each:
        sheet.tag(row.elements[0])
    first = top + base_line(size, leading)
    for at, (left, width, align, lines) in enumerate(row.cells):
        if not lines[0].pieces[0][1]:
            continue
        if each:
            sheet.tag(row.elements[at])
        base = first + (height - len(lines) * leading) / 2
        for line in lines:
            ((face, text),) = line.pieces
            sheet.text(left + (width - line.width) * SHARES[align], base, face, size, text)
            base += leading


def sliced(row: RowOfCells, most: float) -> Sequence[RowOfCells]:
    """A row that is higher than `most` points in several that are not; any other as it is."""
    if row.height <= most:
        return (row,)
    count = max(1, int((most - 2 * row.padding) // row.leading))
    longest = max(len(cell[3]) for cell in row.cells)
    return [
        replace(
            row,
            cells=tuple((*cell[:3], _some(cell[3], at, count)) for cell in row.cells),
        )
        for at in range(0, longest, count)
    ]


def _some(lines: list[BrokenLine], first: int, count: int) -> list[BrokenLine]:
    """So many lines, or an empty one."""
    face = lines[0].pieces[0][0]
    return lines[first : first + count] or [BrokenLine(((face, ""),), 0.0, ends_paragraph=True)]
