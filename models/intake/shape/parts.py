"""A column of the parts of one unit: subject groups of a school, wards, sections; no units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.grid import Sheet
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import Field
from models.intake.shape.group_kinds import NO_UNIT, GroupKind, named_by
from models.intake.shape.mark_titles import LEVELS
from models.intake.shape.records import ColumnGuess, TableGuess

ARE_PARTS = "Ghi tổ, bộ phận của một đơn vị, không phải đơn vị"
MAY_BE_PARTS = "Ghi đơn vị, hoặc khoa, bộ phận của một đơn vị"
LEFT_OUT = "Cột {letter} “{title}” ghi tổ, bộ phận ({parts}) nên không đọc thành đơn vị"

SAMPLE = 400
SHOWN = 3
MOST = 0.9

_OF_PARTS = re.compile(r"\b(?:to (?:chuyen mon|cm|bo mon|khoi|nhom)|bo mon|khoi lop|nhom lop)\b")
_A_PART = re.compile(r"to\b(?! (?:chuc|dan pho))")
_PARTS = frozenset({GroupKind.PART, GroupKind.LOOSE_PART})
_BODIES = frozenset({GroupKind.UNIT, GroupKind.BLOCK})


def without_parts(sheet: Sheet, guess: TableGuess) -> TableGuess:
    """The guess, where a column of mere parts is not the unit.

    What is called the unit may be one: it is left out only where the list is one unit's.
    """
    column = next((each for each in guess.columns if each.field is Field.UNIT), None)
    if column is None:
        return guess
    texts = texts_of(sheet, guess, column.index)
    kinds = [named_by(text).kind for text in texts]
    if not _are_parts(column, kinds):
        return guess
    title = fold_header(column.header_text)
    if _OF_PARTS.search(title) or (_A_PART.match(title) and GroupKind.PART in kinds):
        return _left_out(sheet, guess, column)
    marked = replace(guess, columns=_with(guess, replace(column, why=MAY_BE_PARTS)))
    return _left_out(sheet, marked, column) if guess.unit else marked


def with_common_unit(sheet: Sheet, guess: TableGuess, unit: str, remark: str) -> TableGuess:
    """The guess as the list of one unit, unless it names units itself."""
    column = next((each for each in guess.columns if each.field is Field.UNIT), None)
    if not unit or guess.unit or (column is not None and column.why != MAY_BE_PARTS):
        return guess
    known = replace(guess, unit=unit, remarks=(*guess.remarks, remark))
    return known if column is None else _left_out(sheet, known, column)


def _are_parts(column: ColumnGuess, kinds: Sequence[GroupKind]) -> bool:
    if not kinds:
        return False
    if _OF_PARTS.search(fold_header(column.header_text)):
        return not _BODIES.intersection(kinds)
    parts = sum(1 for kind in kinds if kind in _PARTS)
    return parts * 2 >= len(kinds) and all(kind in _PARTS | NO_UNIT for kind in kinds)


def _left_out(sheet: Sheet, guess: TableGuess, column: ColumnGuess) -> TableGuess:
    texts = texts_of(sheet, guess, column.index)
    shown = ", ".join(texts[:SHOWN]) + (" …" if len(texts) > SHOWN else "")
    title = " ".join(column.header_text.split())
    said = LEFT_OUT.format(letter=column.letter, title=title, parts=shown)
    left = _with(guess, replace(column, field=Field.IGNORED, why=ARE_PARTS))
    return _with_other(sheet, replace(guess, columns=left, remarks=(*guess.remarks, said)))


def _with_other(sheet: Sheet, guess: TableGuess) -> TableGuess:
    """The guess with the column that holds units beside the one of their parts, if there is."""
    for column in guess.columns:
        named = Field.UNIT in read_title(tuple(column.header_text.split(LEVELS))).scores
        if column.field is Field.IGNORED and column.why != ARE_PARTS and named:
            kinds = [named_by(text).kind for text in texts_of(sheet, guess, column.index)]
            bodies = sum(1 for kind in kinds if kind in _BODIES)
            if kinds and bodies >= MOST * len(kinds):
                return replace(guess, columns=_with(guess, replace(column, field=Field.UNIT)))
    return guess


def _with(guess: TableGuess, column: ColumnGuess) -> tuple[ColumnGuess, ...]:
    return tuple(column if each.index == column.index else each for each in guess.columns)


def texts_of(sheet: Sheet, guess: TableGuess, index: int) -> list[str]:
    """The different texts of a column, in their order."""
    first, last = guess.data_rows
    rows = sheet.rows[first - 1 : min(last, first + SAMPLE)]
    cells = (row[index] for row in rows)
    return list(dict.fromkeys(c.strip() for c in cells if isinstance(c, str) and c.strip()))
