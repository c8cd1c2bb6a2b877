"""Workbooks of Excel and OpenDocument through python-calamine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from models.intake.grid import Cell, Row, Sheet
from models.intake.reading import refusals

MOST_CELLS = 4_000_000
LARGEST_WHOLE = 10.0**15
"""Above this a float no longer tells neighbouring whole numbers apart."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What calamine does not tell about one sheet."""

    hidden_rows: frozenset[int] = frozenset()
    missing: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()


def read_sheets(data: bytes, name: str, notify: Callable[[int, int], None]) -> list[Sheet]:
    """All worksheets in the order of the workbook; `notify(done, all)` after each one."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise refusals.password_needed(name, wrong=False) from error
    sheets: list[Sheet] = []
    for index, described in enumerate(book.sheets_metadata):
        if described.typ == SheetTypeEnum.WorkSheet:
            hidden = described.visible != SheetVisibleEnum.Visible
            sheets.append(_read_sheet(book, index, described.name, hidden=hidden))
        else:
            sheets.append(Sheet(described.name, [], hidden=True))
        if sum(len(sheet.rows) * sheet.width for sheet in sheets) > MOST_CELLS:
            raise refusals.too_large(name)
        notify(index + 1, len(book.sheets_metadata))
    return sheets


def with_gaps(sheet: Sheet, gaps: Gaps) -> Sheet:
    """The sheet with what the second look at the file has found."""
    rows = sheet.rows
    if gaps.missing:
        height = max(row for row, _ in gaps.missing) + 1
        width = max(column for _, column in gaps.missing) + 1
        rows = padded(rows, max(height, len(rows)), max(width, sheet.width))
    hidden_rows = frozenset(row for row in gaps.hidden_rows if row < len(rows))
    merges = sheet.merges or gaps.merges
    return Sheet(sheet.name, rows, sheet.hidden, merges, hidden_rows, gaps.missing)


def padded(rows: list[Row], height: int, width: int) -> list[Row]:
    """The rows made equally long and filled up with empty cells."""
    if len(rows) == height and all(len(row) == width for row in rows):
        return rows
    full = [row if len(row) == width else row + (None,) * (width - len(row)) for row in rows]
    return full + [(None,) * width] * (height - len(rows))


def trimmed(columns: list[tuple[Cell, ...]]) -> list[Row]:
    """Rows from columns, without the empty columns and rows at the end."""
    while columns and not any(cell is not None for cell in columns[-1]):
        columns.pop()
    rows: list[Row] = list(zip(*columns, strict=True))
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    return rows


def _read_sheet(book: CalamineWorkbook, index: int, title: str, *, hidden: bool) -> Sheet:
    sheet = book.get_sheet_by_index(index)
    columns = [_plain_column(column) for column in zip(*_rows_of(sheet), strict=True)]
    merges = tuple((a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
    return Sheet(title, trimmed(columns), hidden, merges)


def _rows_of(sheet: Any) -> list[list[Any]]:
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    return rows


def _plain_column(column: tuple[Any, ...]) -> tuple[Cell, ...]:
    """Calamine's cells as ours. By column: most columns hold one type and pass in one step."""
    types = set(map(type, column))
    if types == {str}:
        return tuple([cell or None for cell in column])
    if types == {date}:
        return column
    return tuple([_plain_cell(cell) for cell in column])


def _plain_cell(cell: Any) -> Cell:
    if cell == "" and isinstance(cell, str):
        return None
    if isinstance(cell, float):
        return _plain_number(cell)
    if isinstance(cell, time | timedelta):
        return str(cell)
    plain: Cell = cell
    return plain


def _plain_number(number: float) -> Cell:
    if number.is_integer():
        return int(number) if abs(number) < LARGEST_WHOLE else number
    return number if number - number == 0 else None
