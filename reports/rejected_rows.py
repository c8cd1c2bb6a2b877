"""The rows that an import could not take, as a workbook that can be mended and imported again."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.intake.grid import Cell, Sheet, Workbook
from reports.render.xlsx.cells import sheet_title, write_text
from reports.render.xlsx.pack import packed_book

REASON = "Lý do không nhận"
NAMED = "dòng không nhận"
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
    book = Book()
    del book[book.sheetnames[0]]
    for table in tables:
        if table.reasons:
            _write(book, workbook.sheet(table.sheet), table)
    return packed_book(book, day)


def _write(book: Book, source: Sheet, table: RejectedTable) -> None:
    sheet = book.create_sheet(sheet_title(table.sheet))
    first, last = table.header_rows
    headers = source.rows[first - 1 : last] if first else []
    # The reasons of an earlier import are old news.
    told = {at for header in headers for at, cell in enumerate(header) if cell == REASON}
    for header in headers:
        _append(sheet, _without(header, told), REASON if header is headers[-1] else "", bold=True)
    for row, reason in sorted(table.reasons.items()):
        _append(sheet, _without(source.rows[row - 1], told), reason, bold=False)
    _fit(sheet)
    if headers:
        sheet.freeze_panes = f"A{len(headers) + 1}"


def _without(cells: Sequence[Cell], columns: Container[int]) -> list[Cell]:
    return [cell for at, cell in enumerate(cells) if at not in columns]


def _append(sheet: Worksheet, cells: Sequence[Cell], reason: str, *, bold: bool) -> None:
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 1
    for column, value in enumerate((*cells, reason), start=1):
        cell = sheet.cell(row, column)
        _put(cell, value)
        cell.font = Font(name="Times New Roman", size=12, bold=bold)
        cell.alignment = Alignment(vertical="top", wrap_text=column > len(cells))


def _put(cell: BookCell | MergedCell, value: Cell) -> None:
    assert isinstance(cell, BookCell)
    if isinstance(value, str):
        write_text(cell, value)
        cell.number_format = "@"
    else:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD/MM/YYYY"


def _fit(sheet: Worksheet) -> None:
    for index, column in enumerate(sheet.iter_cols(values_only=True), start=1):
        longest = max((len(str(value)) for value in column if value is not None), default=0)
        width = min(max(longest + 2, NARROW), WIDE)
        sheet.column_dimensions[get_column_letter(index)].width = width
