"""Saves made-up lists as .xlsx, .xls or .csv."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from lists.sheet import MadeList, Sheet


def save(made: MadeList, folder: Path) -> Path:
    """Write the file into `folder`; returns its place."""
    path = folder / f"{made.label}.{made.format}"
    {"xlsx": _xlsx, "xls": _xls, "csv": _csv}[made.format](made, path)
    return path


def _xlsx(made: MadeList, path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in made.sheets:
        page = book.create_sheet(sheet.name)
        for row in sheet.rows:
            page.append(row)
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(
                f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"
            )
        for cells in page.iter_rows():
            for cell in cells:
                if isinstance(cell.value, datetime):
                    cell.number_format = "dd/mm/yyyy"
    book.save(path)


def _xls(made: MadeList, path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for sheet in made.sheets:
        page: Any = book.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for at, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if (at, column) in merged:
                    bottom, right = merged[at, column]
                    page.write_merge(at, bottom, column, right, cell)
                elif isinstance(cell, datetime):
                    page.write(at, column, cell, day)
                elif cell is not None and not _covered(sheet, at, column):
                    page.write(at, column, cell)
    book.save(str(path))


def _covered(sheet: Sheet, row: int, column: int) -> bool:
    return any(
        top <= row <= bottom and left <= column <= right
        for top, left, bottom, right in sheet.merges
    )


def _csv(made: MadeList, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        for row in made.sheets[0].rows:
            writer.writerow(
                f"{cell:%d/%m/%Y}" if isinstance(cell, datetime) else "" if cell is None else cell
                for cell in row
            )
