"""A second look at the records of an .xls: hidden rows and columns, errors, old fonts."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from io import BytesIO

from models.intake.reading.old_fonts import FontTrail, old_font
from models.intake.reading.raw import Gaps

BOUNDSHEET, BOF, EOF, ROW, FORMULA, BOOLERR = 0x0085, 0x0809, 0x000A, 0x0208, 0x0006, 0x0205
COLUMN, FONT, FORMAT, LABEL, LABEL_OF_TABLE = 0x007D, 0x0031, 0x00E0, 0x0204, 0x00FD
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
LAST_COLUMN = 256
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!",
    0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def scan_sheets(data: bytes) -> list[Gaps]:
    """The gaps of each sheet in the order of the workbook; none where the records break off."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            name = "Workbook" if compound.exists("Workbook") else "Book"
            stream: bytes = compound.openstream(name).read()
    except OSError:
        return []
    book = list(_records(stream, 0))
    starts = [
        struct.unpack_from("<I", body)[0]
        for kind, body in book
        if kind == BOUNDSHEET and len(body) >= 8
    ]
    fonts = _old_formats(book)
    return [_scan_sheet(stream, start, fonts) for start in starts]


def _old_formats(book: list[tuple[int, bytes]]) -> dict[int, str]:
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


def _scan_sheet(stream: bytes, start: int, fonts: Mapping[int, str]) -> Gaps:
    hidden_rows: set[int] = set()
    columns: set[int] = set()
    trail = FontTrail()
    missing: dict[tuple[int, int], str] = {}
    for kind, body in _records(stream, start):
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
        elif fonts and kind in {LABEL, LABEL_OF_TABLE} and len(body) >= 6:
            row, column, format_ = struct.unpack_from("<3H", body)
            trail.note(row, column, fonts.get(format_, ""))
    return Gaps(
        frozenset(hidden_rows), missing, hidden_columns=frozenset(columns), fonts=trail.runs()
    )


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of the records from `start` to the end of that substream."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
