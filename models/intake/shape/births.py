"""Columns of births; a date that stands in three columns is put together into one cell."""

from __future__ import annotations

from collections.abc import Collection

from models.intake.grid import Cell
from models.intake.shape.fields import Field

BIRTH_PARTS = (Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR)
_BIRTHS = (Field.BIRTH, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN)


def birth_of_parts(day: Cell, month: Cell, year: Cell) -> Cell:
    """One cell from three: "2/4/1985", "//1985" where only the year is known; None without any."""
    if month is None and year is None:
        return day
    cells = (day, month, year)
    parts = ["" if cell is None else str(cell).strip().removesuffix(".0") for cell in cells]
    return "/".join(parts) if any(parts) else None


def tells_births(fields: Collection[Field]) -> bool:
    """Whether some column of these tells when people were born."""
    return any(field in fields for field in (*_BIRTHS, *BIRTH_PARTS))
