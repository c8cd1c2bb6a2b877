"""Filled cells as rows to paste into a spreadsheet, and a pasted head as a workbook to map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from models.errors import AppError
from models.records.city import CityRate, CityValue
from models.text.cell_names import RowColumn, column_letters, place_name
from models.text.formats import number, percent, short_date
from reports.city_template.grid import TemplateGrid
from reports.render.xlsx.cells import CellLook, text_cell
from reports.render.xlsx.pack import BookWriter

PASTED_SHEET = "Google Sheet"
EPOCH = date(2000, 1, 1)


def city_value_words(value: CityValue) -> str:
    """A value as it is read, with a rate as a rate: "532", "4,5%", "08/06/2026"."""
    match value:
        case CityRate():
            return percent(value.part, value.whole)
        case date():
            return short_date(value)
        case int():
            return number(value)
    return value or ""


class PastedRows(NamedTuple):
    """Rows of texts, and what those of them that are numbers are, by line and column from 0; a
    `note` for whoever pastes them."""

    rows: list[list[str]]
    numbers: dict[tuple[int, int], float]
    note: str = ""


def rows_to_paste(values: Mapping[RowColumn, CityValue], grid: TemplateGrid) -> PastedRows:
    """The rows with values, from the first column of any to the last; none is left out between.

    Numbers have no dots between their thousands: a spreadsheet takes them for numbers. Raises
    `AppError` where a formula would be pasted over.
    """
    if not values:
        return PastedRows([], {})
    rows, columns = [{place[at] for place in values} for at in (0, 1)]
    top, left = min(rows), min(columns)
    texts = [
        [_pasted((row, column), values, grid) for column in range(left, max(columns) + 1)]
        for row in range(top, max(rows) + 1)
    ]
    numbers = {
        (row - top, column - left): number
        for (row, column), value in values.items()
        if (number := _number(value)) is not None
    }
    return PastedRows(texts, numbers)


def _number(value: CityValue) -> float | None:
    if isinstance(value, CityRate):
        return value.part / value.whole if value.whole else None
    return value if isinstance(value, int) else None


def _pasted(place: RowColumn, values: Mapping[RowColumn, CityValue], grid: TemplateGrid) -> str:
    if place not in values:
        if place in grid.closed:
            raise AppError(
                f"Giữa các cột đã gán, ô {place_name(place)} của mẫu có công thức; dán cả dòng sẽ "
                "ghi đè lên công thức ấy.",
                "Hãy dùng nút điền vào tệp, hoặc chỉ gán các cột liền nhau.",
            )
        return grid.text(place)
    value = values[place]
    return str(value) if isinstance(value, int) else city_value_words(value)


def workbook_of_head(rows: Sequence[Sequence[str]], day: date = EPOCH) -> bytes:
    """A workbook with pasted cells, so that the columns of a Google Sheet are mapped as others."""
    writer = BookWriter()
    sheet, face = writer.sheet(PASTED_SHEET), writer.face(CellLook())
    for row in rows:
        cells = [
            text_cell(f"{column_letters(at)}{sheet.row}", text, face)
            for at, text in enumerate(row, start=1)
        ]
        sheet.add(cells, max(len(row), 1))
    return writer.packed(day)
