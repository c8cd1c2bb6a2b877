"""Finding the header of a table: over one to three rows, merged or not, under title rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from models.intake.grid import Cell, Sheet
from models.intake.shape.ages import age_of, without_age
from models.intake.shape.fields import NAME_FIELDS, NEGATIONS, PASSED_OVER, PRIVATE_FIELDS, Field
from models.intake.shape.looks import is_person, is_phone
from models.intake.shape.mark_titles import MARK_FIELDS, mark_title
from models.intake.shape.synonyms import SYNONYMS, TELLING_WORDS
from models.text.names import search_fold

LAST_HEADER_ROW = 40
MOST_HEADER_ROWS = 3
LONGEST_HEADER = 120
MOST_WORDS = 9
BY_WORDS = 500
"""The rank of a field that only a word of the header gives away."""


YES = frozenset({"co", "da", "roi", "dat", "yes"})
NO = frozenset({"khong", "chua", "khong dat", "chua dat", "chua co", "no"})

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PUNCTUATION = re.compile(r"[^\w#]+|_+")
_NUMBERING = re.compile(r"^\d{1,2} (?=\D)")

Levels = tuple[str, ...]
"""The header texts of one column from top to bottom, as the file has them."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: 0-based first and last row, and the texts and field of each column."""

    first: int
    last: int
    levels: tuple[Levels, ...]
    fields: tuple[tuple[Field, int] | None, ...]
    score: float

    def text(self, column: int) -> str:
        """The header text of a column as the officer sees it."""
        return " / ".join(" ".join(level.split()) for level in self.levels[column])


@lru_cache(4096)
def fold_header(text: str) -> str:
    """Lower case, no diacritics, no punctuation: "Số ĐT (*)" → "so dt"."""
    return " ".join(_PUNCTUATION.sub(" ", search_fold(text)).split())


@lru_cache(4096)
def field_of(levels: Levels) -> tuple[Field, int] | None:
    """The field and rank of a column by its header texts, None when they tell nothing."""
    levels = tuple(filter(None, map(without_age, levels)))
    if answer := _answered(levels):
        return answer
    exact = next((SYNONYMS[text] for text in _readings(levels) if text in SYNONYMS), None)
    found = exact or (_field_by_words(fold_header(levels[-1])) if levels else None)
    marks = mark_title(levels)
    if marks is None or (found is not None and not _gives_way(found, marks)):
        return found
    return marks, BY_WORDS


def _gives_way(found: tuple[Field, int], marks: Field) -> bool:
    """Whether what a header is taken for yields to what its words say of marks."""
    field, rank = found
    if field in MARK_FIELDS:
        return marks not in MARK_FIELDS
    # Numbers of papers are known by their cells all the same.
    guessed = rank >= BY_WORDS and field in {Field.IGNORED, Field.NATIONAL_ID}
    return guessed and marks is Field.OTHER_MATTER


def _answered(levels: Levels) -> tuple[Field, int] | None:
    """The field of a column Có, Không, Chưa … under a header that asks."""
    answer = fold_header(levels[-1]) if len(levels) > 1 else ""
    if answer not in YES | NO:
        return None
    above = field_of(levels[:-1])
    if above is None or above[0] not in NEGATIONS:
        return None
    return (NEGATIONS[above[0]], above[1]) if answer in NO else (above[0], 0)


def _field_by_words(text: str) -> tuple[Field, int] | None:
    """The field that a word of the header gives away; surer by far when it is a synonym."""
    if len(text.split()) > MOST_WORDS:
        return None
    for words, field in TELLING_WORDS:
        if words.search(text):
            return field, BY_WORDS
    return None


def find_header(sheet: Sheet, first: int, last: int) -> Header | None:
    """The first header whose first row lies in `first` to `last` (0-based, last included).

    Where windows of rows overlap, the one in which most is recognised wins, then the lowest.
    """
    best: Header | None = None
    for start in range(first, min(last + 1, len(sheet.rows))):
        if best and start > best.last:
            break
        if not _has_text(sheet.rows[start]):
            continue
        for height in range(1, min(MOST_HEADER_ROWS, len(sheet.rows) - start) + 1):
            header = read_header(sheet, start, start + height - 1)
            if is_header(header) and (best is None or _is_better(header, best)):
                best = header
    return best


def _is_better(header: Header, best: Header) -> bool:
    if abs(header.score - best.score) > 0.01:
        return header.score > best.score
    return header.last - header.first < best.last - best.first


def is_header(header: Header) -> bool:
    """Whether enough is recognised: a name with something beside it, or three other fields."""
    if header.score < 2:
        return False
    known = {found[0] for found in header.fields if found} - PASSED_OVER
    if known & NAME_FIELDS:
        return len(known) >= 2
    return len(known - {Field.ORDER_NUMBER}) >= 3


def read_header(sheet: Sheet, first: int, last: int) -> Header:
    """The header in exactly these rows (0-based), however good it is."""
    levels = _levels(sheet, first, last)
    fields = tuple(field_of(texts) if texts else None for texts in levels)
    # A row that says only "cũ" and "mới" names no field, and tells the columns apart.
    ages = sum(1 for texts in levels if age_of(texts))
    score = _score(fields) + 0.2 * ages - _data_penalty(sheet.rows[first : last + 1])
    return Header(first, last, levels, fields, score)


def _readings(levels: Levels) -> list[str]:
    """The folded texts to look up, the most telling first."""
    plain = [fold_header(level) for level in levels]
    short = [fold_header(_BRACKETS.sub(" ", level)) for level in levels]
    readings: list[str] = []
    for texts in (plain, short):
        present = [text for text in texts if text]
        if not present:
            continue
        readings += [" ".join(present), " ".join(reversed(present)), present[-1]]
    readings += [text for text in reversed(short) if text]
    return readings + [_NUMBERING.sub("", text) for text in readings]


def _levels(sheet: Sheet, first: int, last: int) -> tuple[Levels, ...]:
    grid = [[_text(cell) for cell in row] for row in sheet.rows[first : last + 1]]
    for top, left, bottom, right in sheet.merges:
        if first <= top <= last and right > left and right < sheet.width:
            for column in range(left, right + 1):
                grid[top - first][column] = grid[top - first][left]
        elif top < first <= bottom:
            continue
    _spread_unmerged(grid)
    columns = zip(*grid, strict=True)
    return tuple(tuple(_without_repeats(texts)) for texts in columns)


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
    return cell if isinstance(cell, str) and len(cell) <= LONGEST_HEADER else ""


def _has_text(row: Sequence[Cell]) -> bool:
    return any(isinstance(cell, str) for cell in row)


def _score(fields: Sequence[tuple[Field, int] | None]) -> float:
    known = {found[0] for found in fields if found and found[1] < BY_WORDS}
    guessed = {found[0] for found in fields if found} - known
    score = 1.0 * len(known - PRIVATE_FIELDS - PASSED_OVER)
    score += 0.6 * len(guessed - PRIVATE_FIELDS - PASSED_OVER)
    score += 0.8 * len(known & PRIVATE_FIELDS)
    score += 0.1 * sum(1 for found in fields if found and found[0] in PASSED_OVER)
    return score + (2.0 if known & NAME_FIELDS else 1.5 if guessed & NAME_FIELDS else 0.0)


def _data_penalty(rows: Sequence[Sequence[Cell]]) -> float:
    return 3.0 * sum(1 for row in rows for cell in row if _is_data(cell))


def _is_data(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    if isinstance(cell, int | float):
        return cell > 200
    return isinstance(cell, str) and (is_phone(cell) or (is_person(cell) and not _heads(cell)))


def _heads(text: str) -> bool:
    """Whether what looks like a person is a header: Lý, Lương and Trình are surnames too."""
    found = field_of((text,))
    return found is not None and (found[1] < BY_WORDS or text.strip()[1:].islower())
