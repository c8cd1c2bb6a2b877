"""What each column means: first by its header, then by what its cells hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.intake.grid import Cell, column_letter
from models.intake.shape.ages import OLD_UNREAD, Age, age_of
from models.intake.shape.fields import FIELD_TITLES, PASSED_OVER, Field
from models.intake.shape.form_times import with_form_times
from models.intake.shape.headers import BY_WORDS, Header
from models.intake.shape.looks import Profile, profile
from models.intake.shape.mark_titles import WHY_UNREAD
from models.intake.shape.neighbours import SURE, Column, joined
from models.intake.shape.records import ColumnGuess
from models.intake.shape.results import with_points

UNLIKELY = 0.15
NEWEST = -1
"""The rank of a column whose title says that it holds what is true now."""

SINGLE_FIELDS = frozenset(Field) - {
    Field.ORDER_NUMBER, Field.NATIONAL_ID, Field.ETHNICITY, Field.RELIGION, Field.PARTY,
    *PASSED_OVER,
}  # fmt: skip

LOOKS: dict[Field, Callable[[Profile], float]] = {
    Field.FULL_NAME: lambda p: p.person,
    Field.NATIONAL_ID: lambda p: p.identity,
    Field.PHONE: lambda p: p.phone,
    Field.EMAIL: lambda p: p.email,
    Field.GENDER: lambda p: p.gender,
    Field.STAFF_TYPE: lambda p: p.staff_type,
    Field.BIRTH: lambda p: p.date,
    Field.UNIT: lambda p: p.unit,
    Field.POSITION: lambda p: p.position,
}
"""The fields that betray themselves by their cells, the surest first."""

MAY_HOLD: dict[Field, frozenset[Field]] = {
    Field.FULL_NAME: frozenset({Field.FULL_NAME, Field.FAMILY_NAME, Field.LOGIN}),
    Field.PHONE: frozenset({Field.PHONE, Field.LOGIN, Field.NOTE, Field.STAFF_CODE}),
    Field.EMAIL: frozenset({Field.EMAIL, Field.LOGIN}),
    Field.BIRTH: frozenset(
        {
            Field.BIRTH, Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR,
            Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, Field.REGISTERED, Field.REGISTERED_ON,
            Field.COMPLETED_ON, Field.COMPLETED, Field.PARTY, Field.NOTE, Field.MALE_MARK,
            Field.FEMALE_MARK, Field.IGNORED,
        }
    ),
    Field.GENDER: frozenset({Field.GENDER, Field.MALE_MARK, Field.FEMALE_MARK, Field.IGNORED}),
    Field.STAFF_TYPE: frozenset({Field.STAFF_TYPE, Field.UNIT, Field.NOTE, Field.IGNORED}),
    Field.NATIONAL_ID: frozenset({Field.NATIONAL_ID}),
    Field.UNIT: frozenset(Field),
    Field.POSITION: frozenset(Field),
}  # fmt: skip
"""Under which headers such cells are no surprise."""

ANY_WORDS = frozenset({Field.UNIT, Field.POSITION})
"""Fields whose cells may be any words, so that their look proves nothing against them."""

WANTED_BY_CONTENT = (Field.FULL_NAME, Field.PHONE)
"""What is looked for under headers that say something unknown."""


def guess_columns(header: Header | None, cells: Sequence[Sequence[Cell]]) -> list[ColumnGuess]:
    """The guesses for all columns that have a header or hold anything.

    `cells` are the columns below the header. A header of None means a list without one.
    """
    columns = [_by_header(header, index, column) for index, column in enumerate(cells)]
    columns = [column for column in columns if column.text or column.look.filled]
    columns = joined(columns)
    columns = with_form_times(with_points(_by_content(_unswapped(columns))))
    columns = _one_each(columns)
    return [
        ColumnGuess(
            column.index, column_letter(column.index), column.text, column.field, column.why
        )
        for column in columns
    ]


def _by_header(header: Header | None, index: int, cells: Sequence[Cell]) -> Column:
    look = profile(cells)
    if header is None or index >= len(header.levels):
        return Column(index, "", Field.IGNORED, 999, "", look, cells)
    text, found = header.text(index), header.fields[index]
    age = age_of(header.levels[index])
    if age is Age.OLD:
        return Column(index, text, Field.IGNORED, 999, OLD_UNREAD, look, cells)
    if found is None:
        why = "Chưa rõ tiêu đề này" if text else "Cột không có tiêu đề"
        return Column(index, text, Field.IGNORED, 999, why, look, cells)
    field, rank = found
    if age is Age.NEW:
        rank = min(rank, NEWEST)
    if rank >= BY_WORDS and not _fits(field, look):
        return Column(index, text, Field.IGNORED, rank, "Chưa rõ tiêu đề này", look, cells)
    why = WHY_UNREAD.get(field, f"Theo tiêu đề “{text}”")
    return Column(index, text, field, rank, why, look, cells)


def _fits(field: Field, look: Profile) -> bool:
    """Whether cells may be what a word of the header says."""
    check = LOOKS.get(field)
    if field in ANY_WORDS:
        return max(look.phone, look.date, look.email, look.identity, look.mark) < SURE
    return check is None or not look.filled or check(look) > UNLIKELY


def _unswapped(columns: list[Column]) -> list[Column]:
    """The columns of unit and post, exchanged when each clearly holds what the other should."""
    unit = next((c for c in columns if c.field is Field.UNIT), None)
    post = next((c for c in columns if c.field is Field.POSITION), None)
    if unit is None or post is None or min(unit.look.position, post.look.unit) < SURE:
        return columns
    # Of posts only "Trưởng …" looks like a unit, and "Trường …" like a post.
    if unit.look.unit > UNLIKELY:
        return columns
    exchanged = {unit.index: Field.POSITION, post.index: Field.UNIT}
    return [
        replace(c, field=exchanged[c.index], rank=50, why=_by_look(exchanged[c.index]))
        if c.index in exchanged
        else c
        for c in columns
    ]


def _by_look(field: Field) -> str:
    return f"Nội dung các ô là {FIELD_TITLES[field].lower()}"


def _by_content(columns: list[Column]) -> list[Column]:
    """Correct what the header says where the cells clearly say otherwise."""
    for field, look in LOOKS.items():
        columns = _correct(columns, field, look)
    return columns


def _correct(columns: list[Column], field: Field, look: Callable[[Profile], float]) -> list[Column]:
    """Give `field` to columns whose cells look like it, if none rightly has it."""
    if field is Field.NATIONAL_ID:
        return [_as_content(c, field) if look(c.look) > SURE else c for c in columns]
    rightly = any(
        c.field is field and (field in ANY_WORDS or look(c.look) > UNLIKELY or not c.look.filled)
        for c in columns
    )
    if field is Field.FULL_NAME and any(c.field is Field.GIVEN_NAME for c in columns):
        rightly = True
    candidates = [c for c in columns if look(c.look) > SURE and _may_become(c, field)]
    if rightly or not candidates:
        return columns
    chosen = max(candidates, key=lambda c: (look(c.look), c.look.filled))
    wrongly = [c for c in columns if c.field is field]
    return [
        _as_content(c, field)
        if c is chosen
        else replace(c, field=_other_field(c, field), why="Nội dung không khớp tiêu đề")
        if c in wrongly
        else c
        for c in columns
    ]


def _may_become(column: Column, field: Field) -> bool:
    if column.why == OLD_UNREAD or column.field is field:
        return False
    if column.field in MAY_HOLD[field] - {Field.IGNORED}:
        return False
    return column.field not in PASSED_OVER or not column.text or field in WANTED_BY_CONTENT


def _as_content(column: Column, field: Field) -> Column:
    if column.field is field:
        return column
    return replace(column, field=field, rank=50, why=_by_look(field))


def _other_field(column: Column, field: Field) -> Field:
    """What a column that is wrongly headed `field` looks like instead."""
    for other, look in LOOKS.items():
        if other is not field and look(column.look) > SURE:
            return other
    return Field.IGNORED


def _one_each(columns: list[Column]) -> list[Column]:
    """One column for each field: the one with the best cells, then the most telling header.

    A second column of phones helps out where the first has none.
    """
    best = {column.field: column for column in sorted(columns, key=_worth)}
    people = best.get(Field.FULL_NAME)
    # The phone of somebody to call, who is named beside it, is not the person's own.
    others = {c.index + 1 for c in columns if c.field is Field.FULL_NAME and c is not people}
    phones = [c for c in columns if c.field is Field.PHONE and c.index not in others]
    second = [column for column in phones if column is not best[Field.PHONE]]
    if second and second[0].look.phone > SURE:
        why = "Cột số điện thoại thứ hai, dùng khi cột kia trống"
        found = replace(second[0], field=Field.OTHER_PHONE, why=why)
        columns = [found if column is second[0] else column for column in columns]
        best[Field.OTHER_PHONE] = found
    return [
        replace(
            column,
            field=Field.IGNORED,
            why=f"Đã có cột khác cho “{FIELD_TITLES[column.field]}”",
        )
        if column.field in SINGLE_FIELDS and best[column.field] is not column
        else column
        for column in columns
    ]


def _worth(column: Column) -> tuple[bool, bool, int, int]:
    look = LOOKS.get(column.field)
    fits = look is None or column.field in ANY_WORDS or look(column.look) > SURE
    return fits, column.look.filled > 0, -column.rank, -column.index
