"""Text files: which encoding, which delimiter, which cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from models.intake.grid import Row, Sheet
from models.intake.reading.faults import TooManyCells
from models.intake.reading.raw import MOST_CELLS

DELIMITERS = ("\t", ";", ",", "|")
SEPARATOR_LINE = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
LONGEST_CELL = 2**20
LINES_TRIED = 60
MOST_LINES = 0.6


def decode(data: bytes) -> str:
    """The text in the encoding that its bytes betray; Windows-1258 when nothing else fits.

    Bytes that code page 1258 leaves open keep their number as character, so that a text in
    an old Vietnamese encoding loses nothing on the way.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    sample = data[:65536]
    if sample[1::2].count(0) * 3 > len(sample) // 2 > 0:
        return data.decode("utf-16-le", "replace")
    if sample[0::2].count(0) * 3 > len(sample) // 2 > 0:
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "".join(_CP1258[byte] for byte in data)


def parse(text: str) -> list[Row]:
    """The cells of delimited text as a grid of equally long rows. Raises TooManyCells."""
    announced = SEPARATOR_LINE.match(text)
    if announced:
        text = text[announced.end() :]
    delimiter = announced[1] if announced else sniff(text)
    rows = cells_of(text, delimiter)
    return [(None,) * len(rows[0]), *rows] if announced and rows else rows


def cells_of(text: str, delimiter: str) -> list[Row]:
    """The grid of a text whose delimiter is known. Raises TooManyCells."""
    csv.field_size_limit(LONGEST_CELL)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    rows: list[Row] = []
    count = 0
    for cells in csv.reader(StringIO(lines, newline=""), delimiter=delimiter):
        count += len(cells)
        if count > MOST_CELLS:
            raise TooManyCells
        rows.append(tuple([cell.strip(" ") or None for cell in cells]))
    return squared(rows)


def squared(rows: list[Row]) -> list[Row]:
    """The rows without empty ones at the end, all as long as the longest."""
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise TooManyCells
    return [row if len(row) == width else row + (None,) * (width - len(row)) for row in rows]


def sniff(text: str) -> str:
    """The delimiter by which most lines fall into the same number of cells."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:LINES_TRIED]
    scores = {delimiter: _regularity(lines, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] else ","


def is_regular(text: str, delimiter: str) -> bool:
    """Whether most lines fall into equally many cells, so that the delimiter is meant as one."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()]
    return len(lines) > 1 and _regularity(lines[:LINES_TRIED], delimiter) >= MOST_LINES


def unpacked(sheet: Sheet) -> Sheet:
    """The sheet, its single column taken apart when the cells are lines of delimited text.

    That happens when a .csv is opened in Excel with the wrong delimiter, or pasted into A1.
    """
    texts = _single_column(sheet)
    if texts is None:
        return sheet
    text = "\n".join(texts)
    delimiter = sniff(text)
    if not is_regular(text, delimiter):
        return sheet
    rows = cells_of(text, delimiter)
    return Sheet(sheet.name, rows, sheet.hidden) if rows and len(rows[0]) > 2 else sheet


def _single_column(sheet: Sheet) -> list[str] | None:
    if not sheet.rows or sheet.missing:
        return None
    if any(cell is not None for row in sheet.rows for cell in row[1:]):
        return None
    first = [row[0] if row else None for row in sheet.rows]
    if not all(cell is None or isinstance(cell, str) for cell in first):
        return None
    return [str(cell or "") for cell in first]


def _regularity(lines: Sequence[str], delimiter: str) -> float:
    """0 when the delimiter does not occur, else the share of lines cut like most others."""
    counts = Counter(_outside_quotes(line).count(delimiter) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0.0
    pieces, votes = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    preference = 0.001 * min(pieces, 50) + (0.05 if delimiter == "\t" else 0)
    return votes / len(lines) + preference


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[0::2])


def _code_page_1258() -> list[str]:
    characters = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode("cp1258"))
        except UnicodeDecodeError:
            characters.append(chr(byte))
    return characters


_CP1258 = _code_page_1258()
