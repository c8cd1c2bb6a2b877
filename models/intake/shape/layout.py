"""The columns of one table by their meaning, and one row seen through them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.intake.grid import Cell, Sheet
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import BIRTH_ORDERS, PASSED_OVER, Field
from models.intake.shape.mark_titles import LEVELS, mark_title
from models.intake.shape.records import CHOSEN, ColumnGuess, TableGuess

FILLED_DOWN = frozenset(
    {
        Field.UNIT, Field.POSITION, Field.STAFF_TYPE, Field.REGISTERED, Field.COMPLETED,
        Field.NOT_REGISTERED, Field.NOT_COMPLETED,
        Field.REGISTERED_ON, Field.COMPLETED_ON, Field.NOTE,
    }
)  # fmt: skip
"""A merged cell of these speaks for all its rows; one with a name or a phone does not."""

IDENTIFYING = (
    Field.PHONE, Field.LOGIN, Field.EMAIL, Field.BIRTH, Field.STAFF_CODE, Field.POSITION,
    Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, Field.BIRTH_YEAR, Field.NATIONAL_ID,
)  # fmt: skip
"""What only a row about somebody holds."""

_WITNESSED = frozenset({Field.REGISTERED, Field.COMPLETED})
_MARKING = _WITNESSED | {Field.REGISTERED_ON, Field.COMPLETED_ON}
_A_PART = re.compile(r"\d")
"""What is done of one stage, test or lesson says nothing against the others."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Column indexes by field, what the header says in each column, and decided date orders.

    `witnesses` are further columns about the marks, which only speak against those that count.
    """

    at: dict[Field, int]
    indexes: tuple[int, ...]
    header_texts: dict[int, frozenset[str]]
    orders: dict[int, str]
    titles: dict[int, str]
    witnesses: dict[int, Field]

    @property
    def name_indexes(self) -> tuple[int, ...]:
        """The columns that make up the name, in their order."""
        if Field.GIVEN_NAME in self.at:
            parts = (Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME)
            return tuple(self.at[part] for part in parts if part in self.at)
        return (self.at[Field.FULL_NAME],) if Field.FULL_NAME in self.at else ()

    def field_of(self, column: int) -> Field:
        """The field of a column that is read, be it only to speak against others."""
        found = (field for field, at in self.at.items() if at == column)
        return next(found, self.witnesses.get(column, Field.IGNORED))

    def title(self, field: Field) -> str:
        """The title of the column of a field; "" where there is no column."""
        return self.titles.get(self.at.get(field, -1), "")

    @property
    def identifying(self) -> tuple[int, ...]:
        """The columns by which a row shows that it is about somebody."""
        return tuple(self.at[field] for field in IDENTIFYING if field in self.at)


def layout_of(guess: TableGuess) -> Layout:
    """The layout of a guess; the first column of a field counts."""
    at: dict[Field, int] = {}
    texts: dict[int, frozenset[str]] = {}
    for column in guess.columns:
        if column.field not in PASSED_OVER:
            field = Field.BIRTH if column.field in BIRTH_ORDERS else column.field
            at.setdefault(field, column.index)
        levels = [fold_header(level) for level in column.header_text.split(" / ")]
        texts[column.index] = frozenset(level for level in levels if level)
    orders = {c.index: BIRTH_ORDERS[c.field] for c in guess.columns if c.field in BIRTH_ORDERS}
    indexes = tuple(column.index for column in guess.columns)
    titles = {column.index: column.header_text for column in guess.columns}
    told = {c.index: f for c in guess.columns if (f := _witnessed(c)) is not None}
    witnesses = told if _MARKING & at.keys() else {}
    return Layout(at, indexes, texts, orders, titles, witnesses)


def _witnessed(column: ColumnGuess) -> Field | None:
    """The mark of which a column says something, although another column counts for it."""
    if column.field is not Field.IGNORED or column.why == CHOSEN:
        return None
    said = mark_title(tuple(column.header_text.split(LEVELS)))
    of_all = said in _WITNESSED and not _A_PART.search(column.header_text)
    return said if of_all else None


def name_text(row: Sequence[Cell], indexes: Sequence[int]) -> str:
    """The name of a row, joined when it lies in two columns."""
    if len(indexes) == 1:
        cell = row[indexes[0]]
        return cell if isinstance(cell, str) else "" if cell is None else str(cell)
    cells = [row[index] for index in indexes]
    return " ".join(str(cell).strip() for cell in cells if cell is not None).strip()


def merged_values(
    sheet: Sheet, layout: Layout, first: int, last: int
) -> dict[int, dict[int, Cell]]:
    """By column: the value of every row (0-based) that a cell merged downwards covers."""
    values: dict[int, dict[int, Cell]] = {}
    columns = {layout.at[field] for field in FILLED_DOWN if field in layout.at}
    for top, left, bottom, right in sheet.merges:
        if bottom == top or top > last or bottom < first or top < first:
            continue
        for column in columns.intersection(range(left, right + 1)):
            value = sheet.rows[top][left] if top < len(sheet.rows) else None
            filled = values.setdefault(column, {})
            filled.update((row, value) for row in range(top, min(bottom, last) + 1))
    return values


def wide_merges(sheet: Sheet) -> frozenset[int]:
    """The rows (0-based) in which one cell is merged over at least three columns."""
    return frozenset(
        top for top, left, bottom, right in sheet.merges if right - left >= 2 and bottom - top <= 1
    )
