"""The records of an .xlsb: their numbers (MS-XLSB 2.3), and how they follow each other."""

from __future__ import annotations

from collections.abc import Iterator

ROW, ERROR, TEXT_OF_TABLE = 0, 3, 7
FORMULA_TEXT, FORMULA_NUMBER, FORMULA_ERROR = 8, 9, 11
CELLS = range(1, 12)
SHARED_TEXT, FONT, FORMAT, COLUMN, RICH_CELL = 19, 43, 47, 60, 62
SHEET, MERGE, FORMATS, FORMATS_END = 156, 176, 617, 618


def xlsb_records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of all records: both numbers in groups of seven bits, the lowest first."""
    at, end = 0, len(stream)
    while at + 1 < end:
        kind = stream[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (stream[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while at < end and shift < 28:
            byte = stream[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, stream[at : at + length]
        at += length
