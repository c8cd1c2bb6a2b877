"""Values into the cells of a workbook: bytes in, bytes out, nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import groupby

from models.records.city import CityRate, CityValue
from models.text.cell_names import RowColumn, place_name
from models.text.formats import percent, short_date
from reports.city_template.kept import kept_blocks
from reports.city_template.looks import CityLook
from reports.city_template.package import WORKBOOK, CityBook, open_city_book
from reports.city_template.refusals import (
    hidden_by_merge,
    holds_formula,
    is_kept_by_excel,
    is_locked,
)
from reports.city_template.scan import ScannedRow, SheetScan, is_inside, scan_sheet
from reports.render.xlsx.cells import xml_text

DAY_ZERO, DAY_ZERO_OF_1904 = date(1899, 12, 30).toordinal(), date(1904, 1, 1).toordinal()
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")
_BEFORE_CALC = (b"definedNames", b"externalReferences", b"functionGroups", b"sheets")
ByteEdit = tuple[int, int, bytes]
"""Bytes from … to … are replaced by these."""


def filled(content: bytes, sheet: str, values: Mapping[RowColumn, CityValue]) -> bytes:
    """The workbook with these values in these cells of one sheet.

    Cells keep their style; all other bytes of the sheet and all other parts stay as they are. Only
    where the workbook calculates, it is told to do so anew when it is opened. Raises `AppError`
    for a workbook that cannot be filled, and for a cell that a formula fills, below another, locked
    or kept by a table of Excel's.
    """
    book = open_city_book(content)
    part = book.part_of(sheet)
    scan = scan_sheet(book.parts[part])
    kept = kept_blocks(book, part)
    for place in values:
        refuse_place(book, scan, place)
        if any(is_inside(place, block) for block in kept):
            raise is_kept_by_excel(place_name(place))
    changed = {part: _with_values(scan, values, book)}
    if _has_formulas(book):
        changed[WORKBOOK] = _calculating(book.parts[WORKBOOK])
    return book.packed(changed)


def calculates(content: bytes) -> bool:
    """Whether a workbook has formulas: what they came to before still stands in its file."""
    return _has_formulas(open_city_book(content))


def _has_formulas(book: CityBook) -> bool:
    return any(_FORMULA.search(book.parts[each]) for each in book.sheets.values())


def refuse_place(book: CityBook, scan: SheetScan, place: RowColumn) -> None:
    """Raise `AppError` when nothing may be written at a place."""
    shown = scan.over(place)
    if shown != place:
        raise hidden_by_merge(place_name(place), place_name(shown))
    if scan.calculates(place):
        raise holds_formula(place_name(place))
    if scan.protected and not _look(book, scan, place).unlocked:
        raise is_locked(place_name(place))


def _look(book: CityBook, scan: SheetScan, place: RowColumn) -> CityLook:
    style = scan.style_of(place)
    return book.looks[style] if style < len(book.looks) else CityLook()


def _with_values(scan: SheetScan, values: Mapping[RowColumn, CityValue], book: CityBook) -> bytes:
    edits = list[ByteEdit]()
    rows = {row.number: row for row in scan.rows}
    for number, places in groupby(sorted(values), key=lambda place: place[0]):
        cells = {place: _cell(scan, place, values[place], book) for place in places}
        row = rows.get(number)
        edits += _new_row(scan, number, cells) if row is None else _in_row(scan, row, cells)
    if scan.data_empty_tag and edits:
        inside = b"".join(new for _, _, new in edits)
        name = f"{scan.prefix}sheetData".encode()
        whole = b"<" + name + b">" + inside + b"</" + name + b">"
        edits = [(scan.data_start, scan.data_end, whole)]
    return _edited(scan.content, edits)


def _edited(content: bytes, edits: list[ByteEdit]) -> bytes:
    pieces, at = list[bytes](), 0
    for start, end, new in sorted(edits, key=lambda edit: edit[0]):
        pieces += [content[at:start], new]
        at = end
    return b"".join([*pieces, content[at:]])


def _new_row(scan: SheetScan, number: int, cells: dict[RowColumn, bytes]) -> list[ByteEdit]:
    at = next((row.start for row in scan.rows if row.number > number), scan.data_end)
    tag = f"{scan.prefix}row"
    new = f'<{tag} r="{number}">'.encode() + b"".join(cells.values()) + f"</{tag}>".encode()
    return [(at, at, new)]


def _in_row(scan: SheetScan, row: ScannedRow, cells: dict[RowColumn, bytes]) -> list[ByteEdit]:
    known = {cell.place: cell for cell in row.cells}
    if row.empty_tag:
        tag = scan.content[row.start : row.inside].rstrip(b">").rstrip(b"/").rstrip()
        end = f"</{scan.prefix}row>".encode()
        return [(row.start, row.end, tag + b">" + b"".join(cells.values()) + end)]
    edits = list[ByteEdit]()
    for place, new in cells.items():
        if place in known:
            edits.append((known[place].start, known[place].end, new))
        else:
            at = next((cell.start for cell in row.cells if cell.place > place), row.end)
            edits.append((at, at, new))
    return edits


def _cell(scan: SheetScan, place: RowColumn, value: CityValue, book: CityBook) -> bytes:
    """A cell with the style that the old one has, or that a new one would have."""
    style, prefix = scan.style_of(place), scan.prefix
    shown = stored_value(value, _look(book, scan, place), from_1904=book.counts_from_1904)
    start = f'<{prefix}c r="{place_name(place)}"' + (f' s="{style}"' if style else "")
    if shown is None:
        return f"{start}/>".encode()
    if isinstance(shown, str):
        text = f'<{prefix}t xml:space="preserve">{xml_text(shown)}</{prefix}t>'
        return f'{start} t="inlineStr"><{prefix}is>{text}</{prefix}is></{prefix}c>'.encode()
    return f"{start}><{prefix}v>{shown!r}</{prefix}v></{prefix}c>".encode()


def stored_value(
    value: CityValue, look: CityLook, *, from_1904: bool = False
) -> float | str | None:
    """A value as a cell of that look holds it: numbers as numbers.

    A rate is a share where the cell shows percents, and otherwise so many per cent, as the title
    "Tỷ lệ (%)" wants it; a day is one where the cell shows days, and otherwise "08/06/2026".
    """
    if isinstance(value, CityRate):
        return _rate(value, look)
    if isinstance(value, date):
        zero = DAY_ZERO_OF_1904 if from_1904 else DAY_ZERO
        return value.toordinal() - zero if look.is_day else short_date(value)
    return value


def _rate(rate: CityRate, look: CityLook) -> float | str:
    if not rate.whole:
        return percent(0, 0)
    share = rate.part / rate.whole
    if look.is_rate:
        return share
    tenths = (2000 * rate.part + rate.whole) // (2 * rate.whole)
    # Rounding never says nobody or everybody where that is not so.
    truthful = (tenths == 0) == (rate.part == 0) and (tenths == 1000) == (rate.part == rate.whole)
    return tenths / 10 if truthful else share * 100


def _calculating(workbook: bytes) -> bytes:
    """The workbook part that says: calculate everything when this is opened."""
    found = _CALC.search(workbook)
    if found is None:
        for name in _BEFORE_CALC:
            end = re.search(rb"</((?:\w+:)?)%s>|<((?:\w+:)?)%s\b[^>]*/>" % (name, name), workbook)
            if end is not None:
                prefix = end[1] or end[2] or b""
                new = b"<" + prefix + b'calcPr fullCalcOnLoad="1"/>'
                return workbook[: end.end()] + new + workbook[end.end() :]
        return workbook
    told = re.sub(rb'\s+fullCalcOnLoad="[^"]*"', b"", found[2]).rstrip()
    new = b"<" + found[1] + b"calcPr" + told + b' fullCalcOnLoad="1"' + found[3] + b">"
    return workbook[: found.start()] + new + workbook[found.end() :]
