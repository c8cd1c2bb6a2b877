"""The second reader of .xls, for workbooks that spread too far for calamine: cell by cell."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from models.intake.grid import Cell
from models.intake.reading.faults import NotWellFormed, TooManyCells
from models.intake.reading.plain_xlsx import BUILT_IN_DATES, moment_of, shows_date
from models.intake.reading.raw import MOST_CELLS, RawSheet, SheetGaps
from models.intake.reading.sparse import sheet_of_cells
from models.intake.reading.xls_gaps import (
    BOF,
    BOOLERR,
    BOUNDSHEET,
    FORMULA,
    scan_sheet_of,
    workbook_stream,
    xls_records,
)
from models.intake.reading.xls_texts import FORMAT_OF_CELL, shared_texts, text_of_record

NUMBER, RK, MULRK, LABEL, RSTRING = 0x0203, 0x027E, 0x00BD, 0x0204, 0x00D6
LABEL_SHARED, STRING, MERGES, FORMAT, EPOCH = 0x00FD, 0x0207, 0x00E5, 0x041E, 0x0022
BIFF8 = 0x0600


@dataclass(slots=True)
class _Book:
    """What a workbook says once for all its sheets."""

    texts: Sequence[str]
    dates: frozenset[int]
    epoch: datetime
    unicode: bool


@dataclass(slots=True)
class _Cells:
    """The cells of one sheet by their place."""

    book: _Book
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    waiting: tuple[int, int] | None = None


def read_xls_plainly(data: bytes) -> tuple[list[RawSheet], list[str]]:
    """The sheets and remarks on what was left out. Raises NotWellFormed, TooManyCells."""
    stream = workbook_stream(data)
    globals_ = list(xls_records(stream, 0))
    if not globals_:
        raise NotWellFormed
    book = _book_of(globals_)
    sheets: list[RawSheet] = []
    remarks: list[str] = []
    for start, hidden, title in _titles(globals_, unicode=book.unicode):
        found = _Cells(book)
        for kind, body in xls_records(stream, start):
            _read(kind, body, found)
            if len(found.cells) > MOST_CELLS:
                raise TooManyCells
        gaps: SheetGaps = replace(
            scan_sheet_of(stream, start, globals_), merges=tuple(found.merges)
        )
        sheet, said = sheet_of_cells(title, found.cells, gaps, hidden=hidden)
        sheets.append(sheet)
        remarks += said
    return sheets, remarks


def _book_of(book: Sequence[tuple[int, bytes]]) -> _Book:
    version = struct.unpack_from("<H", book[0][1])[0] if book[0][0] == BOF else 0
    unicode = version == BIFF8
    custom = {
        struct.unpack_from("<H", body)[0]: text_of_record(body, 2, unicode=unicode)
        for kind, body in book
        if kind == FORMAT and len(body) > 4
    }
    formats = [body for kind, body in book if kind == FORMAT_OF_CELL and len(body) >= 4]
    numbers = [struct.unpack_from("<2xH", body)[0] for body in formats]
    dates = frozenset(
        at
        for at, number in enumerate(numbers)
        if number in BUILT_IN_DATES or shows_date(custom.get(number, ""))
    )
    since_1904 = any(kind == EPOCH and body[:2] == b"\x01\x00" for kind, body in book)
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    return _Book([text.text for text in shared_texts(book)], dates, epoch, unicode)


def _titles(book: Sequence[tuple[int, bytes]], *, unicode: bool) -> Iterator[tuple[int, bool, str]]:
    """(start, hidden, name) of the worksheets."""
    for kind, body in book:
        if kind == BOUNDSHEET and len(body) > 7 and body[5] == 0:
            start = struct.unpack_from("<I", body)[0]
            length, wide = body[6], unicode and body[7] & 1
            letters = body[8 if unicode else 7 :][: length * (2 if wide else 1)]
            name = letters.decode("utf-16-le" if wide else "latin-1", "replace")
            yield start, bool(body[4] & 3), name


def _read(kind: int, body: bytes, found: _Cells) -> None:
    if kind == STRING and found.waiting:
        found.cells[found.waiting] = text_of_record(body, 0, unicode=found.book.unicode) or None
        found.waiting = None
    elif kind == MULRK and len(body) >= 12:
        row, first = struct.unpack_from("<HH", body)
        pairs = body[4 : 4 + (len(body) - 6) // 6 * 6]
        for at, (format_, rk) in enumerate(struct.iter_unpack("<HI", pairs)):
            found.cells[row, first + at] = _number(_of_rk(rk), format_, found.book)
    elif kind == MERGES and len(body) >= 10:
        whole = body[2 : 2 + (len(body) - 2) // 8 * 8]
        for top, bottom, left, right in struct.iter_unpack("<4H", whole):
            found.merges.append((top, left, bottom, right))
    elif kind in _READERS and len(body) >= 7:
        row, column, format_ = struct.unpack_from("<3H", body)
        value = _READERS[kind](body, format_, found.book)
        if kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 0:
            found.waiting = (row, column)
        elif value is not None and value != "":
            found.cells[row, column] = value


def _number(value: float, format_: int, book: _Book) -> Cell:
    if format_ in book.dates and 0 < value < 2_958_466:
        return moment_of(book.epoch, value)
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _of_rk(rk: int) -> float:
    """A number in 30 bits: whole or the upper half of a float, maybe times a hundred."""
    if rk & 2:
        value = float((rk >> 2) - (1 << 30) if rk & 0x80000000 else rk >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (rk & 0xFFFFFFFC) << 32))[0]
    return value / 100 if rk & 1 else value


def _of_number(body: bytes, format_: int, book: _Book) -> Cell:
    return _finite(struct.unpack_from("<d", body, 6)[0], format_, book) if len(body) > 13 else None


def _of_rk_cell(body: bytes, format_: int, book: _Book) -> Cell:
    return _number(_of_rk(struct.unpack_from("<I", body, 6)[0]), format_, book)


def _of_shared(body: bytes, _: int, book: _Book) -> Cell:
    number = struct.unpack_from("<I", body, 6)[0] if len(body) > 9 else len(book.texts)
    return book.texts[number] if number < len(book.texts) else None


def _of_text(body: bytes, _: int, book: _Book) -> Cell:
    return text_of_record(body, 6, unicode=book.unicode)


def _of_formula(body: bytes, format_: int, book: _Book) -> Cell:
    if body[12:14] != b"\xff\xff":
        return _of_number(body, format_, book)
    return bool(body[8]) if body[6] == 1 else None


def _of_truth(body: bytes, _: int, __: _Book) -> Cell:
    return None if body[7:8] == b"\x01" else bool(body[6])


def _finite(value: float, format_: int, book: _Book) -> Cell:
    return _number(value, format_, book) if value - value == 0 else None


_READERS = {
    NUMBER: _of_number, RK: _of_rk_cell, LABEL_SHARED: _of_shared, LABEL: _of_text,
    RSTRING: _of_text, FORMULA: _of_formula, BOOLERR: _of_truth,
}  # fmt: skip
