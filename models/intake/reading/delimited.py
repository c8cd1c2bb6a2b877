"""Text files: which delimiter, which cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from models.intake.grid import WHOLE_ROW, GridRow, Sheet, ToldCell
from models.intake.reading.entities import with_letters
from models.intake.reading.faults import TooManyCells
from models.intake.reading.quotes import QUOTE, careful_rows
from models.intake.reading.raw import MOST_CELLS

DELIMITERS = ("\t", ";", ",", "|")
SEPARATOR_LINE = re.compile(r'\A"?sep=(.)"?\r?\n', re.IGNORECASE)
AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How systems write a text that Excel must not take for a number: ="0912345671"."""

LONGEST_CELL = 2**20
ASTRAY = "Dòng có dấu ngoặc kép lẻ trong tệp; hãy kiểm tra các ô của dòng này."
LINES_TRIED = 60
MOST_LINES = 0.6


@dataclass(frozen=True, slots=True)
class Delimited:
    """A grid, and by row the line in which a quotation mark was astray."""

    rows: list[GridRow]
    astray: dict[int, str]


def parse_delimited(text: str) -> Delimited:
    """The cells of delimited text as a grid of equally long rows. Raises TooManyCells."""
    announced = SEPARATOR_LINE.match(text)
    if announced:
        text = text[announced.end() :]
    delimiter = announced[1] if announced else sniff(text)
    found = cells_of(text, delimiter)
    if not announced or not found.rows:
        return found
    # The line that announces the delimiter is row 1 of the file.
    told = {row + 1: line for row, line in found.astray.items()}
    return Delimited([(None,) * len(found.rows[0]), *found.rows], told)


def cells_of(text: str, delimiter: str) -> Delimited:
    """The grid of a text whose delimiter is known. Raises TooManyCells."""
    csv.field_size_limit(LONGEST_CELL)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    rows, astray = _rows_of(lines, delimiter)
    return Delimited(squared(rows), astray)


def _rows_of(text: str, delimiter: str) -> tuple[list[GridRow], dict[int, str]]:
    rows: list[GridRow] = []
    astray: dict[int, str] = {}
    count = 0
    quick = _quick_rows(text, delimiter)
    for cells, is_astray in careful_rows(text.split("\n"), delimiter) if quick is None else quick:
        count += len(cells)
        if count > MOST_CELLS:
            raise TooManyCells
        if is_astray:
            astray[len(rows)] = delimiter.join(cells)
        rows.append(tuple([_plain_cell(cell) for cell in cells]))
    return rows, astray


def _quick_rows(text: str, delimiter: str) -> list[tuple[list[str], bool]] | None:
    """The rows of a text in which no quotation mark is astray; None for every other one."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        if max(map(len, text.split("\n"))) > LONGEST_CELL:
            raise
        return None
    if QUOTE in text and any(_is_odd(cell, delimiter) for row in rows for cell in row):
        return None
    return [(row, False) for row in rows]


def _is_odd(cell: str, delimiter: str) -> bool:
    """Whether a cell may come from a stray mark: a lone mark in it, or lines with delimiters."""
    return cell.count(QUOTE) % 2 == 1 or ("\n" in cell and delimiter in cell)


def _plain_cell(cell: str) -> str | None:
    bare = cell.strip(" ")
    if bare.startswith("=") and (found := AS_TEXT.fullmatch(bare)):
        bare = found[1].replace(QUOTE * 2, QUOTE).strip(" ")
    return with_letters(bare) or None


def told_of_quotes(astray: dict[int, str]) -> dict[tuple[int, int], ToldCell]:
    """What to say of the rows in which a quotation mark was astray."""
    return {(row, WHOLE_ROW): ToldCell(line, ASTRAY) for row, line in astray.items()}


def squared(rows: list[GridRow]) -> list[GridRow]:
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


def taken_apart(sheet: Sheet) -> Sheet:
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
    found = cells_of(text, delimiter)
    if not found.rows or len(found.rows[0]) < 3:
        return sheet
    return Sheet(sheet.name, found.rows, sheet.hidden, told=told_of_quotes(found.astray))


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
