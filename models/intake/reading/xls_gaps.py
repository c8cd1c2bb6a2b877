"""A second look at the records of an .xls: hidden rows and columns, errors, old fonts."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from models.intake.reading.left_out import LeftOut
from models.intake.reading.old_fonts import FontTrail, old_font
from models.intake.reading.raw import SheetGaps
from models.intake.reading.struck import StruckOut
from models.intake.reading.xls_texts import fonts_of, shared_texts

BOUNDSHEET, BOF, EOF, ROW, FORMULA, BOOLERR = 0x0085, 0x0809, 0x000A, 0x0208, 0x0006, 0x0205
COLUMN, FONT, FORMAT, LABEL, LABEL_OF_TABLE = 0x007D, 0x0031, 0x00E0, 0x0204, 0x00FD
NUMBERS_OF_ROW, DIMENSIONS, LOCKED = 0x00BD, 0x0200, 0x002F
CELLS = frozenset({FORMULA, BOOLERR, LABEL, LABEL_OF_TABLE, NUMBERS_OF_ROW, 0x0203, 0x027E, 0x00D6})
"""The records of cells that hold something; the last ones: numbers and text with runs."""

HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
LAST_COLUMN = 256
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def scan_sheets(data: bytes) -> list[SheetGaps]:
    """The gaps of each sheet in the order of the workbook; none where the records break off."""
    stream = workbook_stream(data)
    book = list(xls_records(stream, 0))
    look = _Look.at(book)
    return [
        _scan_sheet(stream, struct.unpack_from("<I", body)[0], look)
        for kind, body in book
        if kind == BOUNDSHEET and len(body) >= 8
    ]


def scan_sheet_of(stream: bytes, start: int, book: Sequence[tuple[int, bytes]]) -> SheetGaps:
    """The gaps of the sheet whose records begin at `start`."""
    return _scan_sheet(stream, start, _Look.at(book))


def spread(data: bytes) -> int:
    """The cells of the widest rectangle that a sheet of a workbook says to fill."""
    stream = workbook_stream(data)
    book = list(xls_records(stream, 0))
    if any(kind == LOCKED for kind, _ in book):
        return 0
    starts = (struct.unpack_from("<I", b)[0] for k, b in book if k == BOUNDSHEET and len(b) >= 8)
    return max((_rectangle(stream, start) for start in starts), default=0)


def _rectangle(stream: bytes, start: int) -> int:
    for kind, body in xls_records(stream, start):
        if kind == DIMENSIONS and len(body) >= 12:
            rows, columns = struct.unpack_from("<4xI2xH", body)
            return int(rows * columns)
        if kind == ROW:
            break
    return 0


def workbook_stream(data: bytes) -> bytes:
    """The records of a workbook, nothing when there are none."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            name = "Workbook" if compound.exists("Workbook") else "Book"
            stream: bytes = compound.openstream(name).read()
    except OSError:
        return b""
    return stream


@dataclass(frozen=True, slots=True)
class _Look:
    """What to look for in cells: their old fonts, and what is struck out of them."""

    fonts: Mapping[int, str]
    gone: StruckOut

    @classmethod
    def at(cls, book: Sequence[tuple[int, bytes]]) -> _Look:
        """What the records of a workbook tell."""
        fonts = fonts_of(book)
        texts = shared_texts(book) if fonts.struck or fonts.raised else []
        return cls(_old_formats(book), StruckOut.of(texts, fonts))

    def note(self, kind: int, body: bytes, found: LeftOut) -> None:
        """Note a cell that is struck out, as a whole or in part."""
        row, column, format_ = struct.unpack_from("<3H", body)
        if kind == NUMBERS_OF_ROW:
            for at in range((len(body) - 6) // 6):
                (each,) = struct.unpack_from("<H", body, 4 + 6 * at)
                self.gone.note((row, column + at), each, None, found)
        else:
            text = int.from_bytes(body[6:10], "little") if kind == LABEL_OF_TABLE else None
            self.gone.note((row, column), format_, text, found)


def _old_formats(book: Sequence[tuple[int, bytes]]) -> dict[int, str]:
    """The cell formats whose font is one of before Unicode, with the name of the font."""
    fonts = [_font_name(body) for kind, body in book if kind == FONT]
    # The format knows no font number 4: the fifth font is number 5.
    named = {at + (at > 3): font for at, font in enumerate(fonts) if font}
    formats = [body for kind, body in book if kind == FORMAT and len(body) >= 2]
    numbers = [struct.unpack_from("<H", body)[0] for body in formats] if named else []
    return {at: named[number] for at, number in enumerate(numbers) if number in named}


def _font_name(body: bytes) -> str:
    """The name in a FONT record: its length, in BIFF 8 a flag for two-byte letters, letters."""
    if len(body) < 17:
        return ""
    if body[15] == 1:
        return old_font(body[16 : 16 + 2 * body[14]].decode("utf-16-le", "replace"))
    start = 16 if body[15] == 0 else 15
    return old_font(body[start : start + body[14]].decode("latin-1"))


def _scan_sheet(stream: bytes, start: int, look: _Look) -> SheetGaps:
    hidden_rows: set[int] = set()
    columns: set[int] = set()
    trail, left_out = FontTrail(), LeftOut()
    missing: dict[tuple[int, int], str] = {}
    looks_closely = bool(look.gone)
    for kind, body in xls_records(stream, start):
        if looks_closely and kind in CELLS and len(body) >= 6:
            look.note(kind, body, left_out)
        if kind == ROW and len(body) >= 14:
            row, grbit = struct.unpack_from("<H10xH", body)
            if grbit & HIDDEN_ROW:
                hidden_rows.add(row)
        elif kind == FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
            missing[struct.unpack_from("<HH", body)] = ERRORS.get(body[8], "#N/A")
        elif kind == BOOLERR and len(body) >= 8 and body[7] == 1:
            missing[struct.unpack_from("<HH", body)] = ERRORS.get(body[6], "#N/A")
        elif kind == COLUMN and len(body) >= 10:
            first, last, _, _, grbit = struct.unpack_from("<5H", body)
            if grbit & HIDDEN_COLUMN:
                columns.update(range(first, min(last + 1, LAST_COLUMN)))
        elif look.fonts and kind in {LABEL, LABEL_OF_TABLE} and len(body) >= 6:
            row, column, format_ = struct.unpack_from("<3H", body)
            trail.note(row, column, look.fonts.get(format_, ""))
    return SheetGaps(
        frozenset(hidden_rows),
        missing,
        hidden_columns=frozenset(columns),
        fonts=trail.runs(),
        left_out=left_out,
    )


def xls_records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of the records from `start` to the end of that substream."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
