"""A second look at the records of an .xls: hidden rows, and cells that hold an error."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

from models.intake.reading.raw import Gaps

BOUNDSHEET, BOF, EOF, ROW, FORMULA, BOOLERR = 0x0085, 0x0809, 0x000A, 0x0208, 0x0006, 0x0205
HIDDEN_ROW = 0x20
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
    starts = [
        struct.unpack_from("<I", body)[0]
        for kind, body in _records(stream, 0)
        if kind == BOUNDSHEET and len(body) >= 8
    ]
    return [_scan_sheet(stream, start) for start in starts]


def _scan_sheet(stream: bytes, start: int) -> Gaps:
    hidden_rows: set[int] = set()
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
    return Gaps(frozenset(hidden_rows), missing)


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
