"""Columns that mean something only together: day, month and year; the faculty of a student."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header, spoken_words
from models.intake.shape.evidence.title import read_title
from models.intake.shape.evidence.wording import WHOLE
from models.intake.shape.fields import PRIVATE_FIELDS, Field

SURE = 0.6

DAY, MONTH, YEAR = (
    frozenset({"ngay", "ngay sinh"}),
    frozenset({"thang", "thang sinh"}),
    frozenset({"nam", "nam sinh"}),
)
PARTS = {Field.BIRTH_DAY: DAY, Field.BIRTH_MONTH: MONTH, Field.BIRTH_YEAR: YEAR}
ORDERS = (tuple(PARTS), tuple(reversed(PARTS)))
"""Day, month, year as people write them, or year first."""

_HOLDS = {
    Field.BIRTH_DAY: Trait.DAY,
    Field.BIRTH_MONTH: Trait.MONTH,
    Field.BIRTH_YEAR: Trait.NUMBER,
}

_PUPIL = re.compile(r"\b(?:sinh vien|hoc sinh|hoc vien|sv|hs|hv|mssv|masv|mahs|student)\b")
_FACULTY = re.compile(r"\b(?:khoa|vien|bo mon|nganh|truong|faculty|school)\b")

Weights = dict[int, dict[Field, float]]


def with_split_dates(columns: Sequence[ColumnEvidence], weights: Weights) -> Weights:
    """The weights, with those of dates that stand in three columns."""
    result = _unswapped(columns, _without_faculties(columns, weights))
    for three in zip(columns, columns[1:], columns[2:], strict=False):
        order = next((order for order in ORDERS if _are_parts(three, order)), None)
        if order is None:
            continue
        of_birth = _are_of_birth(columns, three)
        for column, field in zip(three, order, strict=True):
            result[column.index] = {field: WHOLE} if of_birth else _left_out(column)
    return result


def _without_faculties(columns: Sequence[ColumnEvidence], weights: Weights) -> Weights:
    """The weights, where the faculty or school of a pupil is not where somebody works."""
    titles = {column.index: spoken_words(column.title.text) for column in columns}
    if not any(_PUPIL.search(title) for title in titles.values()):
        return dict(weights)
    return {
        index: {f: w for f, w in each.items() if f is not Field.UNIT}
        if _FACULTY.search(titles[index])
        else each
        for index, each in weights.items()
    }


def _unswapped(columns: Sequence[ColumnEvidence], weights: Weights) -> Weights:
    """The weights, those of unit and post exchanged where each clearly holds the other."""
    unit = next((c for c in columns if c.title.best is Field.UNIT), None)
    post = next((c for c in columns if c.title.best is Field.POSITION), None)
    if unit is None or post is None:
        return weights
    # Of posts only "Trưởng …" looks like a unit, and "Trường …" like a post.
    if (
        min(unit.share(Trait.POSITION), post.share(Trait.UNIT)) < SURE
        or unit.share(Trait.UNIT) > 0.15
    ):
        return weights
    return weights | {unit.index: {Field.POSITION: WHOLE}, post.index: {Field.UNIT: WHOLE}}


def _levels(column: ColumnEvidence) -> tuple[str, ...]:
    return tuple(column.title.text.split(" / "))


def _are_parts(three: Sequence[ColumnEvidence], order: Sequence[Field]) -> bool:
    if len({_levels(column)[:-1] for column in three}) > 1:
        return False
    return all(
        fold_header(_levels(column)[-1]) in PARTS[field]
        and column.share(_HOLDS[field] | Trait.NUMBER) > SURE
        for column, field in zip(three, order, strict=True)
    )


def _are_of_birth(columns: Sequence[ColumnEvidence], three: Sequence[ColumnEvidence]) -> bool:
    above = _levels(three[0])[:-1]
    if above:
        return read_title(above).best is Field.BIRTH
    others = [column for column in columns if column not in three]
    return not any(Field.BIRTH in column.title.scores for column in others)


def _left_out(column: ColumnEvidence) -> dict[Field, float]:
    above = _levels(column)[:-1]
    best = read_title(above).best if above else None
    return {best: WHOLE} if best is not None and best in PRIVATE_FIELDS else {}
