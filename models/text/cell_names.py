"""The names of cells and columns as spreadsheets write them: C7 is row 7 of the third column."""

from __future__ import annotations

import re

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_COLUMN = re.compile(r"[A-Z]{1,3}")
RowColumn = tuple[int, int]
"""Row and column of a cell, from 1."""


def place_of(name: str) -> RowColumn | None:
    """(7, 3) of "C7"; None for what is no name of a cell."""
    found = _CELL.fullmatch(name.strip().upper().replace("$", ""))
    if found is None:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if row <= MOST_ROWS and column <= MOST_COLUMNS else None


def place_name(place: RowColumn) -> str:
    """ "C7" of (7, 3)."""
    return f"{column_letters(place[1])}{place[0]}"


def column_of(name: str) -> int | None:
    """3 of "C"; None for what is no name of a column."""
    letters = name.strip().upper().replace("$", "")
    if not _COLUMN.fullmatch(letters):
        return None
    number = column_number(letters)
    return number if number <= MOST_COLUMNS else None


def column_number(letters: str) -> int:
    """3 of "C", which must be letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """ "C" of 3."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
