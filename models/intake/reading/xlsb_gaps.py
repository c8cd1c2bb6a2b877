"""A second look at the records of an .xlsb, for what calamine does not tell.

Hidden rows and columns, merges, errors, and formulas that were stored without being computed
(MS-XLSB 2.4 names the records; their layout is that of its sections 2.5).
"""

from __future__ import annotations

import posixpath
import struct
import zipfile

from models.intake.grid import LOST, NO_STORED_VALUE
from models.intake.reading.left_out import LeftOut
from models.intake.reading.raw import Merge, SheetGaps
from models.intake.reading.struck import StruckOut
from models.intake.reading.struck_xlsb import struck_out, text_number
from models.intake.reading.xls_gaps import ERRORS
from models.intake.reading.xlsb_records import (
    CELLS,
    COLUMN,
    ERROR,
    FORMULA_ERROR,
    FORMULA_NUMBER,
    FORMULA_TEXT,
    MERGE,
    RICH_CELL,
    ROW,
    SHEET,
    xlsb_records,
)
from models.intake.reading.xlsx_gaps import relationship_targets

BOOK = "xl/workbook.bin"
HIDDEN_ROW, HIDDEN_COLUMN, COMPUTE_ON_LOAD = 0x10, 0x01, 0x02
LAST_COLUMN = 16_384


def scan_sheets(archive: zipfile.ZipFile) -> list[SheetGaps]:
    """The gaps of each sheet in the order of the workbook; empty ones where a part is missing."""
    if BOOK not in archive.NameToInfo:
        return []
    targets = relationship_targets(archive, "xl/_rels/workbook.bin.rels")
    parts = [
        posixpath.join("xl", targets.get(_relation(body), ""))
        for kind, body in xlsb_records(archive.read(BOOK))
        if kind == SHEET
    ]
    gone = struck_out(archive)
    return [
        _scan_sheet(archive.read(part), gone) if part in archive.NameToInfo else SheetGaps()
        for part in parts
    ]


def _relation(body: bytes) -> str:
    """The relationship of a sheet: its length in letters, then the letters."""
    length = struct.unpack_from("<I", body, 8)[0] if len(body) >= 12 else 0
    return body[12 : 12 + 2 * length].decode("utf-16-le", "replace")


def _scan_sheet(stream: bytes, gone: StruckOut) -> SheetGaps:
    hidden_rows: set[int] = set()
    columns: set[int] = set()
    missing: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    left_out, row = LeftOut(), -1
    for kind, body in xlsb_records(stream):
        if gone and kind in CELLS and len(body) >= 8:
            style = int.from_bytes(body[4:7], "little")
            gone.note((row, _column(body)), style, text_number(kind, body), left_out)
        if kind == ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0]
            if body[11] & HIDDEN_ROW:
                hidden_rows.add(row)
        elif kind in {ERROR, FORMULA_ERROR} and len(body) >= 9:
            missing[row, _column(body)] = ERRORS.get(body[8], "#N/A")
        elif kind in {FORMULA_TEXT, FORMULA_NUMBER} and _is_unstored(kind, body):
            missing[row, _column(body)] = NO_STORED_VALUE
        elif kind == RICH_CELL and len(body) >= 8:
            # A text that lies in the sheet itself with its fonts: calamine passes it over.
            missing[row, _column(body)] = LOST
        elif kind == COLUMN and len(body) >= 18 and body[16] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<II", body)
            columns.update(range(first, min(last + 1, LAST_COLUMN)))
        elif kind == MERGE and len(body) >= 16:
            top, bottom, left, right = struct.unpack_from("<IIII", body)
            merges.append((top, left, bottom, right))
    return SheetGaps(
        frozenset(hidden_rows),
        missing,
        tuple(merges),
        frozenset(columns),
        left_out=left_out,
    )


def _column(body: bytes) -> int:
    column: int = struct.unpack_from("<I", body)[0]
    return min(column, LAST_COLUMN)


def _is_unstored(kind: int, body: bytes) -> bool:
    """Whether a formula holds nothing and waits to be computed when Excel opens the file."""
    if len(body) < 18 or body[8 : 12 if kind == FORMULA_TEXT else 16].strip(b"\0"):
        return False
    flags_at = 12 if kind == FORMULA_TEXT else 16
    return bool(body[flags_at] & COMPUTE_ON_LOAD)
