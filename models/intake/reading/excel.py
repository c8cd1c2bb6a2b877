"""Workbooks of Excel and OpenDocument through python-calamine."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from models.intake.reading import refusals
from models.intake.reading.faults import Sprawling
from models.intake.reading.raw import (
    MOST_CELLS,
    RawSheet,
    SheetGaps,
    clipped_merges,
    trimmed_columns,
)

MOST_ROWS = 200_000
WIDEST_SPREAD = 2 * MOST_CELLS


def read_sheets(data: bytes, name: str, notify: Callable[[int, int], None]) -> list[RawSheet]:
    """All worksheets in the order of the workbook; `notify(done, all)` after each one.

    Raises Sprawling when cells lie so far apart that only the plain reader can take them.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise refusals.password_needed(name, wrong=False) from error
    sheets: list[RawSheet] = []
    for index, described in enumerate(book.sheets_metadata):
        hidden = described.visible != SheetVisibleEnum.Visible
        if described.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(index)
            sheets.append(_read_sheet(sheet, described.name, hidden=hidden))
        else:
            sheets.append(RawSheet(described.name, [], hidden=True))
        if sum(sheet.cells for sheet in sheets) > MOST_CELLS:
            raise Sprawling
        notify(index + 1, len(book.sheets_metadata))
    return sheets


def _read_sheet(sheet: CalamineSheet, title: str, *, hidden: bool) -> RawSheet:
    last_row, last_column = sheet.end or (-1, -1)
    if (last_row + 1) * (last_column + 1) > WIDEST_SPREAD:
        raise Sprawling
    rows = sheet.to_python(skip_empty_area=False)
    columns = trimmed_columns(zip(*rows, strict=True))
    if columns and len(columns[0]) > MOST_ROWS:
        raise Sprawling
    ranges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    merges = clipped_merges(ranges, len(columns[0]) if columns else 0, len(columns))
    return RawSheet(title, columns, hidden, SheetGaps(merges=merges))
