"""What systems write where there is nothing: NULL, nan, (blank), and a nought from a formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.intake.grid import Cell, Row, Sheet
from models.intake.shape.fields import Field

NOTHINGS = frozenset(
    {
        "null", "nan", "none", "nil", "\\n", "(blank)", "(trống)", "(null)", "(none)", "<na>",
        "nat", "#n/a", "n/a", "#null!", "undefined", "-", "--", "–", "—", "...", "…",
    }
)  # fmt: skip
"""Whole cells in lower case that stand for nothing in every column."""

NOUGHTS: frozenset[object] = frozenset({0, "0", "0.0", "00", "00:00:00"})
FIRST_DAYS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)})
"""What a nought becomes in a cell that shows dates."""

_NEVER_NOUGHT = frozenset(
    {
        Field.FULL_NAME, Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME, Field.PHONE,
        Field.OTHER_PHONE, Field.LOGIN, Field.UNIT, Field.POSITION, Field.STAFF_TYPE, Field.BIRTH,
        Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, Field.EMAIL, Field.STAFF_CODE, Field.RECORD,
        Field.REGISTERED_ON, Field.COMPLETED_ON, Field.NOTE, Field.GENDER,
    }
)  # fmt: skip


def without_nothings(sheet: Sheet, at: dict[Field, int]) -> Sheet:
    """The sheet with empty cells where its columns (`at`) hold a word or a nought for nothing."""
    noughts = {column for field, column in at.items() if field in _NEVER_NOUGHT}
    columns: list[Iterable[Cell]] = list(zip(*sheet.rows, strict=True))
    changed = False
    for column in set(at.values()):
        if column >= len(columns):
            continue
        cells = tuple(columns[column])
        empty = {cell for cell in set(cells) if _is_nothing(cell, nought=column in noughts)}
        if empty:
            columns[column] = [
                None if cell in empty and not isinstance(cell, bool) else cell for cell in cells
            ]
            changed = True
    rows: list[Row] = list(zip(*columns, strict=True)) if changed else sheet.rows
    return replace(sheet, rows=rows) if changed else sheet


def _is_nothing(cell: Cell, *, nought: bool) -> bool:
    if isinstance(cell, str) and cell.strip().lower() in NOTHINGS:
        return True
    return nought and not isinstance(cell, bool) and (cell in NOUGHTS or cell in FIRST_DAYS)
