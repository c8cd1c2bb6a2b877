"""The rows that may head a table: none to four of them, merged or not, among the first sixty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from models.intake.grid import Cell, GridRow, Sheet
from models.intake.shape.ages import age_of
from models.intake.shape.evidence.title import Levels, TitleSense, read_title
from models.intake.shape.fields import Field
from models.intake.shape.looks import is_email, is_person, is_phone

LAST_HEADER_ROW = 60
MOST_HEADER_ROWS = 4
LONGEST_HEADER = 160
MOST_CANDIDATES = 6
MOST_OF_A_ROW = 2
MUCH_LESS = 1.7
"""What is worth so many times less than the best is not looked at further."""
A_ROW = 0.25
A_CELL_OF_DATA = 3.0
A_ROW_OF_PEOPLE = 2.0
A_ROW_LEFT_OUT = 1.5
NOTHING_SAID = 3.0
KNOWN = 0.3


@dataclass(frozen=True, slots=True)
class HeaderGuess:
    """A header: 0-based first and last row, and what each column is called.

    `against` is what its rows hold that no header does.
    """

    first: int
    last: int
    titles: tuple[TitleSense, ...]
    against: float = 0.0

    @property
    def worth(self) -> float:
        """How much is recognised, before anybody looks at the columns below."""
        best: dict[Field, float] = {}
        for title in self.titles:
            if (field := title.best) is not None:
                best[field] = max(best.get(field, 0.0), title.scores[field])
        return sum(best.values()) + self.known - self.against

    @property
    def known(self) -> float:
        """A little for each title that is understood, also when nothing is read under it."""
        return KNOWN * sum(1 for title in self.titles if title.thing or title.scores)


def header_candidates(sheet: Sheet, first: int, last: int) -> list[HeaderGuess]:
    """The likeliest headers that begin in rows `first` to `last` (0-based, last included)."""
    last = min(last, len(sheet.rows) - 1)
    found: list[HeaderGuess] = []
    people = 0
    for start in range(first, last + 1):
        above = people
        if _is_somebody(sheet.rows[start]):
            people += 1
            continue
        people += _is_of_people(sheet.rows[start])
        if not _may_begin(sheet.rows[start]):
            continue
        for height in range(1, min(MOST_HEADER_ROWS, len(sheet.rows) - start) + 1):
            header = header_in_rows(sheet, start, start + height - 1)
            # Who stands above a header is lost under it.
            lost = A_ROW_OF_PEOPLE * min(above, 4)
            header = replace(header, against=header.against + lost)
            if header.worth > 2.0:
                found.append(header)
            if header.against - lost > 6.0:
                break
    found.sort(key=lambda each: -each.worth)
    kept: list[HeaderGuess] = []
    for each in found:
        same = sum(1 for other in kept if other.first == each.first)
        if each.worth * MUCH_LESS > found[0].worth and same < MOST_OF_A_ROW:
            kept.append(each)
    return kept[:MOST_CANDIDATES]


def header_in_rows(sheet: Sheet, first: int, last: int) -> HeaderGuess:
    """The header in exactly these rows (0-based), however good it is."""
    levels = _levels(sheet, first, last)
    titles = tuple(map(read_title, levels))
    # A row that says only "cũ" and "mới" names no field, and tells the columns apart.
    ages = sum(1 for each in levels if age_of(each))
    against = A_ROW * (last - first) - 0.2 * ages
    for row in sheet.rows[first : last + 1]:
        against += _of_data(row)
    against += NOTHING_SAID * sum(not any(map(_text, sheet.rows[at])) for at in {first, last})
    if last + 1 < len(sheet.rows) and _goes_on(sheet.rows[last + 1]):
        against += A_ROW_LEFT_OUT
    return HeaderGuess(first, last, titles, against)


def _may_begin(row: GridRow) -> bool:
    """Whether a row may be the first of a header: several words, few numbers."""
    texts = {cell for cell in row if isinstance(cell, str)}
    filled = sum(1 for cell in row if cell is not None)
    if len(texts) * 2 < filled or not (len(texts) > 1 or (texts and filled == len(row))):
        return False
    if sum(map(_is_data, texts)) * 2 > len(texts):
        return False
    return any(len(text) <= LONGEST_HEADER and _says_something(text) for text in texts)


def _goes_on(row: GridRow) -> bool:
    """Whether a row below a header still heads columns."""
    texts = [cell for cell in row if isinstance(cell, str) and _text(cell)]
    filled = sum(1 for cell in row if cell is not None)
    return len(texts) == filled > 1 and all(map(_says_something, texts))


def _is_of_people(row: GridRow) -> bool:
    """Whether a row holds somebody beside something else."""
    filled = sum(1 for cell in row if cell is not None)
    return filled > 1 and any(
        isinstance(cell, str) and is_person(cell) and not _says_something(cell) for cell in row
    )


def _is_somebody(row: GridRow) -> bool:
    """Whether a row holds a name beside a phone or an address, as no header does: none of its
    texts need be read as a title."""
    return any(isinstance(cell, str) and is_person(cell) for cell in row) and any(
        is_phone(cell) or (isinstance(cell, str) and is_email(cell.strip())) for cell in row
    )


def _says_something(text: str) -> bool:
    title = read_title((text,))
    return bool(title.thing or title.scores)


def _of_data(row: GridRow) -> float:
    if _numbers_columns(row):
        return 0.0
    return A_CELL_OF_DATA * sum(1 for cell in row if _is_data(cell))


def _numbers_columns(row: GridRow) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3) or 1, 2, 3 behind a few words."""
    digits = [str(cell).strip("()[] ") for cell in row if cell is not None]
    numbers = [int(text) for text in digits if text.isdecimal() and len(text) < 3]
    return len(numbers) >= 3 and all(b == a + 1 for a, b in pairwise(numbers))


def _is_data(cell: Cell) -> bool:
    """Whether a cell holds what belongs below a header."""
    if cell is None:
        return False
    if isinstance(cell, date):
        return True
    if not isinstance(cell, str):
        return cell > 31 or not float(cell).is_integer()
    if is_phone(cell) or is_email(cell.strip()):
        return True
    return is_person(cell) and not read_title((cell,)).thing


def _levels(sheet: Sheet, first: int, last: int) -> list[Levels]:
    grid = [[_text(cell) for cell in row] for row in sheet.rows[first : last + 1]]
    for top, left, _, right in sheet.merges:
        if first <= top <= last and right > left and right < sheet.width:
            for column in range(left, right + 1):
                grid[top - first][column] = grid[top - first][left]
    _spread_unmerged(grid)
    return [tuple(_without_repeats(texts)) for texts in zip(*grid, strict=True)]


def _spread_unmerged(grid: list[list[str]]) -> None:
    """A text over blanks heads them too when every column below has a text of its own."""
    for upper, lower in pairwise(grid):
        for column in range(1, len(upper)):
            beside = upper[column - 1] and lower[column - 1]
            if not upper[column] and lower[column] and beside:
                upper[column] = upper[column - 1]


def _without_repeats(texts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if text and text not in kept:
            kept.append(text)
    return kept


def _text(cell: Cell) -> str:
    """What a cell of a header says; the number of a column says nothing."""
    if not isinstance(cell, str) or len(cell) > LONGEST_HEADER:
        return ""
    bare = cell.strip("()[]*-–_=. \n")
    return "" if not bare or bare.isdecimal() else cell
