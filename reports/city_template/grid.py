"""A sheet of the city's workbook as it is looked at: texts, merged cells, what calculates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from models.text.cell_names import RowColumn
from models.text.formats import short_date
from reports.city_template.kept import kept_blocks
from reports.city_template.looks import CityLook, children, parsed_xml
from reports.city_template.package import CityBook, open_city_book
from reports.city_template.scan import ScannedCell, SheetScan, is_inside, scan_sheet

SHARED = "xl/sharedStrings.xml"
SHOWN_ROWS, SHOWN_COLUMNS = 2_000, 200
"""So much of a sheet is looked at; a form of a city has less."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A letter as a workbook may write it: "_x000D_" (ISO/IEC 29500-1, 22.9.2.19)."""
LAST_DAY = 2_958_465
"""31/12/9999 as Excel counts days."""


@dataclass(frozen=True, slots=True)
class TemplateGrid:
    """What is to be seen of a sheet. `rows` and `columns` say how far it goes.

    `merged` are the blocks that are one cell: first and last place. `closed` cells are
    calculated, locked or kept by a table of Excel's: nothing may go there.
    """

    sheet: str
    texts: dict[RowColumn, str]
    merged: tuple[tuple[RowColumn, RowColumn], ...]
    closed: frozenset[RowColumn]
    rates: frozenset[RowColumn]
    rows: int
    columns: int
    widths: dict[int, float]

    def text(self, place: RowColumn) -> str:
        """What stands at a place, "" for nothing."""
        return self.texts.get(place, "")


def sheets_in(content: bytes) -> tuple[str, ...]:
    """The names of the sheets with cells. Raises `AppError` for what cannot be filled."""
    return tuple(open_city_book(content).sheets)


def sheet_shown(content: bytes) -> str:
    """The name of the sheet to begin with. Raises `AppError` for what cannot be filled."""
    return open_city_book(content).shown_sheet


def grid_in(content: bytes, sheet: str) -> TemplateGrid:
    """One sheet of a workbook. Raises `AppError` for what cannot be filled."""
    book = open_city_book(content)
    part = book.part_of(sheet)
    scan = scan_sheet(book.parts[part])
    kept = kept_blocks(book, part)
    strings = _shared_strings(book)
    cells = [
        cell
        for row in scan.rows
        for cell in row.cells
        if cell.place[0] <= SHOWN_ROWS and cell.place[1] <= SHOWN_COLUMNS
    ]
    looks = {cell.place: _look_of(book, cell) for cell in cells}
    texts = {
        cell.place: text
        for cell in cells
        if (text := _text(cell, looks[cell.place], strings, from_1904=book.counts_from_1904))
    }
    locked = (p for p, look in looks.items() if scan.protected and not look.unlocked)
    blocks = (*scan.calculated, *kept)
    filled = (c.place for c in cells if c.formula or any(is_inside(c.place, b) for b in blocks))
    return TemplateGrid(
        sheet,
        texts,
        tuple(scan.merged),
        frozenset({*locked, *filled}),
        frozenset(place for place, look in looks.items() if look.is_rate),
        *_extent(cells, scan),
        _widths(scan),
    )


def _extent(cells: list[ScannedCell], scan: SheetScan) -> tuple[int, int]:
    places = [cell.place for cell in cells] + [end for _, end in scan.merged]
    rows = max((row for row, _ in places), default=1)
    columns = max((column for _, column in places), default=1)
    return min(rows, SHOWN_ROWS), min(columns, SHOWN_COLUMNS)


def _widths(scan: SheetScan) -> dict[int, float]:
    """Columns with a width of their own, in letters."""
    return {
        column: width
        for first, last, width in scan.widths
        for column in range(first, min(last, SHOWN_COLUMNS) + 1)
    }


def _look_of(book: CityBook, cell: ScannedCell) -> CityLook:
    style = cell.style or 0
    return book.looks[style] if style < len(book.looks) else CityLook()


def _shared_strings(book: CityBook) -> list[str]:
    if SHARED not in book.parts:
        return []
    root = parsed_xml(book.parts[SHARED])
    return [_plain(each) for each in children(root, "si")]


def _plain(item: Element) -> str:
    """The text of a string in one or more runs; how it is read aloud (rPh) is left out."""
    texts = children(item, "t") + children(item, "r", "t")
    return _ESCAPED.sub(_letter, "".join(each.text or "" for each in texts))


def _letter(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16))


def _text(cell: ScannedCell, look: CityLook, strings: list[str], *, from_1904: bool) -> str:
    if cell.type == "s":
        return strings[int(cell.raw)] if cell.raw.isdigit() and int(cell.raw) < len(strings) else ""
    if cell.type != "n" or not cell.raw:
        return _ESCAPED.sub(_letter, cell.raw)
    return _number(cell.raw, look, from_1904=from_1904)


def _number(raw: str, look: CityLook, *, from_1904: bool) -> str:
    try:
        number = float(raw)
    except ValueError:
        return raw
    if look.is_day and 1 <= number <= LAST_DAY - 1462:
        zero = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        return short_date(zero + timedelta(days=int(number)))
    if look.is_rate:
        return f"{number * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"
    return f"{number:.10g}".replace(".", ",")
