"""The grid: what a file of any kind becomes before anybody asks what its columns mean.

Every number in this module is a 0-based index into `Sheet.rows`. What people see (row 12,
column AB) is made with `row_number` and `column_letter`, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

Cell = str | int | float | bool | date | datetime | None
"""What a cell holds. An empty cell is None, never ""; text is as the file has it."""

GridRow = tuple[Cell, ...]

NO_STORED_VALUE = "công thức chưa có giá trị"
"""The reason in `Sheet.missing` for a formula that the file stores without its result."""


LOST = "nội dung bị mất"
"""The reason in `Sheet.missing` for a cell whose text the file no longer holds."""


WHOLE_ROW = -1
"""Stands for a column in `Sheet.told` where something is said of a whole row."""


STRUCK = "Chữ bị gạch ngang trong tệp nên không đọc."
RAISED = "Chữ nhỏ phía trên là chú thích nên không đọc."
"""The reasons in `Sheet.told` for text that was left out because of how it is written."""


class ToldCell(NamedTuple):
    """What stood in a cell that is not read as it stands, and a Vietnamese sentence about it."""

    value: str
    reason: str


class FontRun(NamedTuple):
    """Rows of one column (last included) whose texts are in a font of before Unicode."""

    first: int
    last: int
    font: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. All rows are equally long; the first is row 1 of the file, even when empty.

    `merges` are (first row, first column, last row, last column), the last ones included.
    `hidden_rows` are hidden or filtered out. `missing` names cells that look empty and are
    not: a formula without stored value (`NO_STORED_VALUE`), lost text (`LOST`) or an
    error ("#N/A"). `hidden_columns` are hidden, and read like all others. `fonts` tells by
    column where texts are in a font of before Unicode (".VnTime"). `told` says by cell what
    was left out or mended while reading: struck-out text, notes, stray quotation marks.
    """

    name: str
    rows: list[GridRow]
    hidden: bool = False
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    missing: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    fonts: Mapping[int, tuple[FontRun, ...]] = field(default_factory=dict)
    told: Mapping[tuple[int, int], ToldCell] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was read. `kind` is what the content says ("xlsx", "csv" …), not the name.

    `remarks` are Vietnamese sentences about what was passed over while reading.
    """

    file_name: str
    sha256: str
    kind: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name. Raises KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)


def row_number(index: int) -> int:
    """The number that Excel shows for a row index: 0 → 1."""
    return index + 1


def column_letter(index: int) -> str:
    """The letter that Excel shows for a column index: 0 → "A", 27 → "AB"."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index of a column letter: "A" → 0, "AB" → 27."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1
