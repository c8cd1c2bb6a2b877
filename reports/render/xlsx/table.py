"""A table on a sheet: real values, formulas where figures follow from others, thin full borders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter

from models.text.formats import percent
from reports.document import CellKind, RowStyle, Share, Table, TableCell, TableRow, Wide, cell_width
from reports.profile import TextStyle
from reports.render.text import cell_align, cell_text
from reports.render.xlsx.cells import (
    DATE_FORMAT,
    TEXT_FORMAT,
    CellFace,
    blank_cell,
    date_cell,
    formula_cell,
    number_cell,
    text_cell,
)
from reports.render.xlsx.grid import ColumnSpan
from reports.render.xlsx.measure import ColumnRoom, line_height
from reports.render.xlsx.sheet import SheetWriter
from reports.render.xlsx.table_head import ROOM, code_cell, write_titles
from reports.render.xlsx.totals import TableFormulas

INTEGER_FORMAT, PERCENT_FORMAT, WHOLE_PERCENT_FORMAT = "#,##0", "0.0%", "0%"


def write_table(sheet: SheetWriter, table: Table) -> tuple[int, int]:
    """Write the table from the present row on; the first and last row of its header."""
    first = sheet.row
    coded = any(row.code for row in table.rows)
    write_titles(sheet, table, coded=coded)
    last = sheet.row - 1
    writer = _TableWriter(sheet, table, coded)
    for at, row in enumerate(table.rows):
        writer.write(at, row)
    return first, last


def share_format(share: Share) -> str:
    """The format under which Excel shows what screen and PDF show.

    Nobody and everybody are "0%" and "100%". Where Excel's own rounding would
    claim one of the two falsely ("<0,1%", "99,9%"), the words are in the format.
    """
    if share.part in {0, share.whole}:
        return WHOLE_PERCENT_FORMAT
    shown = percent(share.part, share.whole)
    tenths = round(share.part / share.whole * 1000)
    return f'"{shown}"' if tenths in {0, 1000} else PERCENT_FORMAT


@dataclass
class _Slot:
    """A cell of each row: where it stands, how it looks and how much room its text has."""

    sheet: SheetWriter
    span: ColumnSpan
    style: TextStyle
    align: str
    faces: dict[str, CellFace] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.letter = get_column_letter(self.span[0])
        self.room = ColumnRoom(self.style, self.sheet.grid.width(*self.span))
        self.text = self.sheet.boxed(self.style, self.align)

    def face(self, number_format: str) -> CellFace:
        """The look of a number here."""
        face = self.faces.get(number_format)
        if face is None:
            face = self.sheet.boxed(self.style, self.align, number_format)
            if number_format == TEXT_FORMAT:
                look = face.look._replace(wrap=True, shrink=False)
                face = self.sheet.book.face(look)
            self.faces[number_format] = face
        return face


class _TableWriter:
    """Writes the rows of one table; what is the same of all rows is found once."""

    def __init__(self, sheet: SheetWriter, table: Table, coded: bool) -> None:
        self._sheet, self._table, self._coded = sheet, table, coded
        self._spans = sheet.grid.spans(table)
        self._slots: dict[tuple[RowStyle, int, int], _Slot] = {}
        letters = [get_column_letter(first) for first, _ in self._spans]
        derived = table.adds_up or any(column.ratio for column in table.columns)
        self._formulas = TableFormulas(table, letters, sheet.row) if derived else None

    def write(self, at: int, row: TableRow) -> None:
        """The `at`th row of the table."""
        cells, lines, style = list[str](), 1, self._style(row.style)
        for column, value in row.placed():
            slot = self._slot(row.style, column, value)
            cells.append(self._cell(slot, at, column, value))
            if isinstance(value, str | Wide):
                lines = max(lines, slot.room.lines(cell_text(value)))
            if slot.span[1] > slot.span[0]:
                cells += self._covered(slot)
        if self._coded:
            cells.append(code_cell(self._sheet, row.code))
        height = line_height(style, lines) + ROOM
        self._sheet.rows.add(cells, self._sheet.columns + self._coded, height)

    def _style(self, style: RowStyle) -> TextStyle:
        styles = self._sheet.profile.styles
        return styles.table_cell if style is RowStyle.NORMAL else styles.table_strong

    def _slot(self, style: RowStyle, column: int, value: TableCell) -> _Slot:
        width = value.columns if isinstance(value, Wide) else 0
        slot = self._slots.get((style, column, width))
        if slot is None:
            span = self._spans[column][0], self._spans[column + cell_width(value) - 1][1]
            align = cell_align(value, style, self._table.columns[column])
            slot = _Slot(self._sheet, span, self._style(style), align.value)
            self._slots[style, column, width] = slot
        return slot

    def _cell(self, slot: _Slot, at: int, column: int, value: TableCell) -> str:
        place = f"{slot.letter}{self._sheet.row}"
        match value:
            case None:
                return blank_cell(place, slot.text)
            case str():
                phone = self._table.columns[column].kind is CellKind.PHONE
                return text_cell(place, value, slot.face(TEXT_FORMAT) if phone else slot.text)
            case Wide():
                return text_cell(place, value.text, slot.text)
            case date():
                return date_cell(place, value, slot.face(DATE_FORMAT))
        return self._figure(slot, place, value, self._formula(at, column, value))

    def _formula(self, at: int, column: int, value: TableCell) -> str:
        return self._formulas.of(at, column, value) if self._formulas else ""

    def _figure(self, slot: _Slot, place: str, value: int | Share, formula: str) -> str:
        if isinstance(value, int):
            face = slot.face(INTEGER_FORMAT)
            result: float = value
        elif value.whole:
            face = slot.face(share_format(value))
            result = value.part / value.whole
        elif formula:
            return formula_cell(place, formula, cell_text(value), slot.text)
        else:
            return text_cell(place, cell_text(value), slot.text)
        if formula:
            return formula_cell(place, formula, result, face)
        return number_cell(place, result, face)

    def _covered(self, slot: _Slot) -> Iterator[str]:
        """The cells that the first one hides, with their borders."""
        first, last = slot.span
        self._sheet.rows.merge(self._sheet.row, first, self._sheet.row, last)
        for column in range(first + 1, last + 1):
            yield blank_cell(f"{get_column_letter(column)}{self._sheet.row}", slot.text)
