"""Columns that say how somebody is related: of the people of the rows, or of a contact of theirs.

Where some rows say that they are the person themselves, those alone are staff and are read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.intake.grid import Cell
from models.intake.shape.evidence.cells import KIN
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.records import ColumnGuess, Problem, SkippedRow, TableGuess
from models.text.formats import number

_TITLE = re.compile(r"\b(?:quan he|relationship|than nhan|la gi cua)\b")
_OF_A_CONTACT = re.compile(
    r"\b(?:lien he|lien lac|khan cap|bao tin|contact|emergency|nguoi than)\b"
)
_NUMBERED = re.compile(r"(?: (?:thu )?\d{1,2}| (?:ca|ut|truong|thu))+$")
_SELF = frozenset(
    {
        "ban than", "chu ho so", "chinh chu", "chinh minh", "toi", "can bo", "cong chuc", "cb",
        "vien chuc", "nhan vien", "giao vien", "nguoi lao dong", "cbcc", "cbccvc", "nld",
        "dang vien", "doan vien", "doan vien cong doan", "ca nhan", "chu the", "self", "employee",
    }
)  # fmt: skip
_HEAD = "chu ho"
_KIN = KIN - {_HEAD}

KIN_ROW = "Người thân, không phải cán bộ"
WHY_RELATION = "Ghi ai là cán bộ, ai là người thân; dòng của người thân không được đọc"

MOST = 0.6
SOME = 0.3
FEW = 2
MOST_WORDS = 3


class Kinship(NamedTuple):
    """A column of relations: how many cells name kin, the person themselves, a householder; and
    whether it speaks of somebody else who is named in the row."""

    column: ColumnEvidence
    kin: int
    own: int
    heads: int
    of_a_contact: bool

    @property
    def tells_apart(self) -> bool:
        """Whether the column says of each row whether it is the person or one of their kin."""
        return not self.of_a_contact and self.own > 0 and self.kin > 0 and not self.heads


def with_relations(
    guesses: Sequence[ColumnGuess], kinship: Kinship | None
) -> Sequence[ColumnGuess]:
    """The guesses, where a column tells staff from their kin row by row."""
    if kinship is None or not kinship.tells_apart:
        return guesses
    at = kinship.column.index
    return [
        replace(guess, field=Field.RELATION, why=WHY_RELATION) if guess.index == at else guess
        for guess in guesses
    ]


def told_of_kin(guess: TableGuess, skipped: Sequence[SkippedRow]) -> list[Problem]:
    """One problem for all the rows of a table that are kin of staff."""
    kin = [row for row in skipped if row.reason == KIN_ROW]
    column = next((each for each in guess.columns if each.field is Field.RELATION), None)
    if not kin or column is None:
        return []
    reason = (
        f"{number(len(kin))} dòng ghi là người thân nên không đọc; chỉ đọc những dòng của chính "
        "cán bộ."
    )
    return [Problem(guess.sheet, kin[0].row, column.letter, column.header_text, reason)]


def is_kin(cell: Cell) -> bool:
    """Whether a cell says that somebody is a relative: "Con", "Vợ/chồng", "Con thứ 2"."""
    return isinstance(cell, str) and _NUMBERED.sub("", fold_header(cell)) in _KIN


def kinship_of(columns: Sequence[ColumnEvidence], names: Collection[int]) -> Kinship | None:
    """The column that says how people are related to others; None without one."""
    for place, column in enumerate(columns):
        if column.index in names or column.is_typed or column.words > MOST_WORDS:
            continue
        folded = fold_header(column.title.text)
        called = bool(_TITLE.search(folded))
        kin = sum(1 for cell in column.cells if is_kin(cell))
        own = _count(column, _SELF)
        heads = _count(column, {_HEAD})
        related = kin + own + heads
        if not kin or related < MOST * column.filled:
            continue
        if not called and (kin <= FEW or kin < SOME * column.filled):
            continue
        contact = _of_a_contact(columns, place, names, folded)
        return Kinship(column, kin, own, heads, contact)
    return None


def _of_a_contact(
    columns: Sequence[ColumnEvidence], place: int, names: Collection[int], folded: str
) -> bool:
    """Whether the relation is that of somebody else who is named nearest to it."""
    if _OF_A_CONTACT.search(folded):
        return True
    for column in reversed(columns[:place]):
        if column.index in names:
            break
        if _names_another(column):
            return True
    right = columns[place + 1] if place + 1 < len(columns) else None
    beside = place > 0 and columns[place - 1].index in names
    return right is not None and not beside and _names_another(right)


def _names_another(column: ColumnEvidence) -> bool:
    return column.title.other and Field.FULL_NAME in column.title.scores


def _count(column: ColumnEvidence, words: Collection[str]) -> int:
    return sum(1 for cell in column.cells if isinstance(cell, str) and fold_header(cell) in words)
