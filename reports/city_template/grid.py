"""A sheet of the city's workbook as it is looked at: texts, merged cells, what calculates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from models.text.cell_names import RowColumn
from models.text.formats import short_date
from reports.city_template.looks import CityLook, children, parsed_xml
from reports.city_template.package import CityBook, open_city_book
from reports.city_template.scan import ScannedCell, SheetScan, scan_sheet

SHARED = "xl/sharedStrings.xml"
SHOWN_ROWS, SHOWN_COLUMNS = 2_000, 200
"""So much of a sheet is looked at; a form of a city has less."""
LAST_DAY = 2_958_465
"""31/12/9999 as Excel counts days."""


@dataclass(frozen=True, slots=True)
class TemplateGrid:
    """What is to be seen of a sheet. `rows` and `columns` say how far it goes.

    `merged` are the blocks that are one cell: first and last place. `closed` cells calculate or
    are locked: nothing may go there.
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


def grid_in(content: bytes, sheet: str) -> TemplateGrid:
    """One sheet of a workbook. Raises `AppError` for what cannot be filled."""
    book = open_city_book(content)
    scan = scan_sheet(book.parts[book.part_of(sheet)])
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
    formulas = (cell.place for cell in cells if cell.formula)
    return TemplateGrid(
        sheet,
        texts,
        tuple(scan.merged),
        frozenset({*locked, *formulas}),
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
    return "".join(each.text or "" for each in texts)


def _text(cell: ScannedCell, look: CityLook, strings: list[str], *, from_1904: bool) -> str:
    if cell.type == "s":
        return strings[int(cell.raw)] if cell.raw.isdigit() and int(cell.raw) < len(strings) else ""
    if cell.type != "n" or not cell.raw:
        return cell.raw
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
