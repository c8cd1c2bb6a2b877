"""The rows that an import could not take, as a workbook that can be mended and imported again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl.utils import get_column_letter

from models.intake.grid import Cell, Sheet, Workbook
from reports.render.xlsx.cells import (
    DATE_FORMAT,
    GENERAL,
    TEXT_FORMAT,
    CellFace,
    CellLook,
    date_cell,
    number_cell,
    text_cell,
    truth_cell,
)
from reports.render.xlsx.pack import BookWriter
from reports.render.xlsx.rows import RowSheet

REASON = "Lý do không nhận"
NAMED = "dòng không hợp lệ"
_NAMED_AT_END = re.compile(rf"(?: - {NAMED}(?: \(\d+\))?)+$")
NARROW, WIDE = 8, 48


@dataclass(frozen=True, slots=True)
class RejectedTable:
    """The rejected rows of one table: numbers as Excel shows them, with the reason of each.

    `header_rows` are the first and the last row of the header, (0, 0) when there is none.
    """

    sheet: str
    header_rows: tuple[int, int]
    reasons: Mapping[int, str]


def rejected_path(original: Path) -> Path:
    """Where the workbook goes: beside the original, under a name that is still free.

    What was left out of such a workbook again gets no longer name.
    """
    name = f"{_NAMED_AT_END.sub('', original.stem)} - {NAMED}"
    tried = original.with_name(f"{name}.xlsx")
    number = 2
    while tried.exists():
        tried = original.with_name(f"{name} ({number}).xlsx")
        number += 1
    return tried


def rejected_workbook(workbook: Workbook, tables: Iterable[RejectedTable], day: date) -> bytes:
    """A workbook with the headers and the rejected rows of `workbook`, and a reason column.

    Values are as in the file; text stays text, so a phone keeps its leading zero and
    nothing becomes a formula.
    """
    book = BookWriter()
    for table in tables:
        if table.reasons:
            _write(book, workbook.sheet(table.sheet), table)
    return book.packed(day)


def _write(book: BookWriter, source: Sheet, table: RejectedTable) -> None:
    sheet = book.sheet(table.sheet)
    first, last = table.header_rows
    headers = source.rows[first - 1 : last] if first else []
    # The reasons of an earlier import are old news.
    told = {at for header in headers for at, cell in enumerate(header) if cell == REASON}
    writer = _RowWriter(book, sheet)
    for header in headers:
        writer.add(_without(header, told), REASON if header is headers[-1] else "", bold=True)
    for row, reason in sorted(table.reasons.items()):
        writer.add(_without(source.rows[row - 1], told), reason, bold=False)
    for at, longest in enumerate(writer.longest, start=1):
        width = min(max(longest + 2, NARROW), WIDE)
        sheet.page.column_dimensions[get_column_letter(at)].width = width
    if headers:
        sheet.page.freeze_panes = f"A{len(headers) + 1}"


def _without(cells: Sequence[Cell], columns: Container[int]) -> list[Cell]:
    return [cell for at, cell in enumerate(cells) if at not in columns]


class _RowWriter:
    """Rows of one table: the values as they are, the reason in a column after them."""

    def __init__(self, book: BookWriter, sheet: RowSheet) -> None:
        self._book, self._sheet = book, sheet
        self.longest: list[int] = []

    def add(self, cells: Sequence[Cell], reason: str, *, bold: bool) -> None:
        """One row; `longest` follows the texts of each column."""
        look = CellLook(bold=bold, vertical="top", wrap=False)
        written = list[str]()
        for at, value in enumerate((*cells, reason)):
            column = look._replace(wrap=True) if at == len(cells) else look
            written += self._cell(f"{get_column_letter(at + 1)}{self._sheet.row}", value, column)
            if at == len(self.longest):
                self.longest.append(0)
            self.longest[at] = max(self.longest[at], len(str("" if value is None else value)))
        self._sheet.add(written, len(cells) + 1)

    def _cell(self, place: str, value: Cell, look: CellLook) -> list[str]:
        match value:
            case None | "":
                return []
            case str():
                return [text_cell(place, value, self._face(look, TEXT_FORMAT))]
            case bool():
                return [truth_cell(place, value, self._face(look, GENERAL))]
            case date():
                return [date_cell(place, value, self._face(look, DATE_FORMAT))]
        return [number_cell(place, value, self._face(look, GENERAL))]

    def _face(self, look: CellLook, number_format: str) -> CellFace:
        return self._book.face(look._replace(number_format=number_format))
