"""Columns that mean something only together: họ đệm and tên, births by gender, day month year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models.intake.grid import Cell
from models.intake.shape.fields import PRIVATE_FIELDS, Field
from models.intake.shape.headers import field_of, fold_header
from models.intake.shape.looks import Profile

SURE = 0.6

DAY, MONTH, YEAR = frozenset({"ngay", "ngay sinh"}), frozenset({"thang", "thang sinh"}), frozenset(
    {"nam", "nam sinh"}
)  # fmt: skip
PARTS = {Field.BIRTH_DAY: DAY, Field.BIRTH_MONTH: MONTH, Field.BIRTH_YEAR: YEAR}
ORDERS = (tuple(PARTS), tuple(reversed(PARTS)))
"""Day, month, year as people write them, or year first."""


GIVEN_HEADERS = frozenset({"ten", "ten goi"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column on the way to its guess: `rank` is how telling its header is (0 most)."""

    index: int
    text: str
    field: Field
    rank: int
    why: str
    look: Profile
    cells: Sequence[Cell]

    @property
    def levels(self) -> tuple[str, ...]:
        """The header texts from top to bottom."""
        return tuple(self.text.split(" / "))


def joined(columns: list[Column]) -> list[Column]:
    """The columns with the fields that their neighbours give them."""
    return _split_names(_births_of_both(_dates_in_three(columns)))


def _dates_in_three(columns: list[Column]) -> list[Column]:
    """Day, month and year of birth in three columns; other dates so written are left out."""
    result = list(columns)
    for at in range(len(columns) - 2):
        three = columns[at : at + 3]
        order = next((order for order in ORDERS if _are_parts(three, order)), None)
        if order is None:
            continue
        fields, why = _fields_of_three(columns, three, order)
        for place, (column, field) in enumerate(zip(three, fields, strict=True), at):
            result[place] = replace(column, field=field, why=why, rank=0)
    return result


def _are_parts(three: Sequence[Column], order: Sequence[Field]) -> bool:
    if three[2].index - three[0].index != 2 or len({c.levels[:-1] for c in three}) > 1:
        return False
    if any(fold_header(c.levels[-1]) not in PARTS[f] for c, f in zip(three, order, strict=True)):
        return False
    most = {Field.BIRTH_DAY: 31, Field.BIRTH_MONTH: 12, Field.BIRTH_YEAR: 2100}
    return all(
        _share_up_to(c.cells, most[field]) > SURE for c, field in zip(three, order, strict=True)
    )


def _fields_of_three(
    columns: Sequence[Column], three: Sequence[Column], order: Sequence[Field]
) -> tuple[Sequence[Field], str]:
    above = field_of(three[0].levels[:-1]) if three[0].levels[:-1] else None
    others = {column.field for column in columns if column not in three}
    is_birth = above[0] is Field.BIRTH if above else Field.BIRTH not in others
    if is_birth and (above or not three[0].levels[:-1]):
        return order, "Ngày, tháng, năm sinh ở ba cột liền nhau"
    left_out = above[0] if above and above[0] in PRIVATE_FIELDS else Field.IGNORED
    return (left_out,) * 3, "Ngày viết ở ba cột, không phải ngày sinh; không đọc"


def _share_up_to(cells: Sequence[Cell], most: int) -> float:
    """The share of filled cells that hold a whole number from 0 to `most`."""
    texts = [str(cell).strip().removesuffix(".0") for cell in cells if cell is not None]
    texts = [text for text in texts if text]
    fitting = sum(1 for text in texts if text.isdecimal() and len(text) < 5 and int(text) <= most)
    return fitting / len(texts) if texts else 0.0


def _births_of_both(columns: list[Column]) -> list[Column]:
    """Columns Nam and Nữ that hold dates are dates of birth, not marks."""
    births = {Field.MALE_MARK: Field.BIRTH_OF_MEN, Field.FEMALE_MARK: Field.BIRTH_OF_WOMEN}
    return [
        replace(column, field=births[column.field], why="Cột giới tính chứa ngày sinh")
        if column.field in births and column.look.date > SURE
        else column
        for column in columns
    ]


def _split_names(columns: list[Column]) -> list[Column]:
    """Họ đệm and tên in two columns, under one header, two, or a merged one; or in three."""
    result = list(columns)
    for at, (left, right) in enumerate(pairwise(columns)):
        if right.index != left.index + 1:
            continue
        if _is_name_in_two(left, right):
            result[at : at + 2] = _name_of(left, Field.FAMILY_NAME), _name_of(right)
        elif _is_given_first(left, right):
            result[at : at + 2] = _name_of(left), _name_of(right, Field.FAMILY_NAME)
    return result


def _name_of(column: Column, part: Field = Field.GIVEN_NAME) -> Column:
    if column.field is Field.MIDDLE_NAME:
        return column
    return replace(column, field=part, why="Họ, đệm và tên ở các cột liền nhau")


def _is_given_first(left: Column, right: Column) -> bool:
    """Whether the given name stands before the family name."""
    return (
        fold_header(left.text) in GIVEN_HEADERS
        and right.field is Field.FAMILY_NAME
        and left.look.given > SURE
        and right.look.given < SURE
    )


def _is_name_in_two(left: Column, right: Column) -> bool:
    if right.look.given < SURE or _repeats_given(left, right):
        return False
    if left.field in {Field.FAMILY_NAME, Field.MIDDLE_NAME}:
        return right.field in {Field.FULL_NAME, Field.GIVEN_NAME, Field.IGNORED}
    if left.field is not Field.FULL_NAME or right.text not in {"", left.text}:
        return False
    kinds = len({str(cell).strip() for cell in right.cells if cell is not None})
    return right.look.gender < 0.5 and kinds * 3 > right.look.filled


def _repeats_given(left: Column, right: Column) -> bool:
    """Whether the right column only repeats the last word of whole names, for sorting."""
    pairs = [(a, b) for a, b in zip(left.cells, right.cells, strict=True) if a and b]
    same = sum(1 for a, b in pairs if str(a).split()[-1:] == str(b).split()[-1:])
    return same * 2 > len(pairs)
