"""What the births of its people say of whose list a table is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from models.intake.grid import Cell
from models.intake.shape.circles.circle import Circle
from models.intake.shape.circles.sign import FOR_CERTAIN, Sign
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import BIRTH_ORDERS, Field
from models.text.formats import number

OF_AGE, RETIRED, OLDEST = 18, 75, 120
LEAST_BIRTHS = 2

_BIRTHS = frozenset(
    {Field.BIRTH, Field.BIRTH_YEAR, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, *BIRTH_ORDERS}
)
_AGE = re.compile(r"(?:do |so )?tuoi")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"\d[/.\- ](\d\d)\s*$")


def signs_of_births(column: ColumnEvidence, field: Field | None, today: date) -> Iterator[Sign]:
    """That most people of a list are too young or too old to work for the office."""
    years = _years(column, field, today)
    ages = [today.year - year for year in years]
    young = sum(1 for age in ages if 0 <= age < OF_AGE)
    old = sum(1 for age in ages if RETIRED < age < OLDEST)
    for count, circle, words in (
        (young, Circle.PUPILS, f"chưa đủ {OF_AGE} tuổi"),
        (old, Circle.BENEFICIARIES, f"trên {RETIRED} tuổi"),
    ):
        if len(years) >= LEAST_BIRTHS and count * 2 > len(years):
            yield Sign(
                circle, FOR_CERTAIN, f"{count} trên {number(len(years))} người được xem {words}"
            )


def are_grown_up(columns: Sequence[ColumnEvidence], today: date) -> bool:
    """Whether the births of a list are known and most of its people are of age."""
    years = [year for column in columns for year in _years(column, None, today)]
    grown = sum(1 for year in years if year <= today.year - OF_AGE)
    return grown * 2 > len(years)


def _tells_births(column: ColumnEvidence, field: Field | None) -> bool:
    called = not column.title.other and Field.BIRTH in column.title.scores
    return called or field in _BIRTHS


def _years(column: ColumnEvidence, field: Field | None, today: date) -> list[int]:
    if _AGE.fullmatch(fold_header(column.title.text)):
        ages = (int(c) for c in column.cells if isinstance(c, int | float) and 0 < c < OLDEST)
        return [today.year - age for age in ages]
    if not _tells_births(column, field):
        return []
    return [year for cell in column.cells if (year := _year(cell, today)) is not None]


def _year(cell: Cell, today: date) -> int | None:
    if isinstance(cell, date):
        return cell.year
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    text = str(cell).strip()
    if found := _YEAR.search(text):
        return int(found[0])
    if short := _SHORT_YEAR.search(text):
        century = 2000 if int(short[1]) <= today.year % 100 else 1900
        return century + int(short[1])
    return None
