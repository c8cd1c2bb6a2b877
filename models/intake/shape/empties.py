"""What systems write where there is nothing (NULL, nan, a nought), and boxes that are ticked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from models.intake.grid import Cell, GridRow, Sheet
from models.intake.shape.boxes import has_box, ticked_words
from models.intake.shape.fields import Field
from models.intake.shape.no_answer import says_nothing

NOTHINGS = frozenset(
    {
        "null", "nan", "none", "nil", "\\n", "(blank)", "(trống)", "(null)", "(none)", "<na>",
        "nat", "#n/a", "n/a", "#null!", "undefined", "-", "--", "–", "—", "...", "…",
    }
)  # fmt: skip
"""Whole cells in lower case that stand for nothing in every column."""

SPELT = {"nan": "NaN", "nat": "NaT"}
NOUGHTS: frozenset[Cell] = frozenset({0, "0", "0.0", "00", "00:00:00"})
FIRST_DAYS: frozenset[Cell] = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)})
"""What a nought becomes in a cell that shows dates."""

_NEVER_NOUGHT = frozenset(
    {
        Field.FULL_NAME, Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME, Field.PHONE,
        Field.OTHER_PHONE, Field.LOGIN, Field.UNIT, Field.POSITION, Field.STAFF_TYPE, Field.BIRTH,
        Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, Field.EMAIL, Field.STAFF_CODE, Field.RECORD,
        Field.REGISTERED_ON, Field.COMPLETED_ON, Field.NOTE, Field.GENDER,
    }
)  # fmt: skip


_IN_WORDS = frozenset(
    {
        Field.PHONE, Field.OTHER_PHONE, Field.EMAIL, Field.POSITION, Field.BIRTH,
        Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN,
    }
)  # fmt: skip
"""Columns in which a sign, a letter or "không có" is no value. A note "chưa" or "?" says a lot."""


def with_plain_cells(sheet: Sheet, at: dict[Field, int]) -> Sheet:
    """The sheet with plain cells in its columns (`at`): nothing where a word or a nought stands
    for nothing, and of check boxes what is ticked."""
    noughts = {column for field, column in at.items() if field in _NEVER_NOUGHT}
    in_words = {column for field, column in at.items() if field in _IN_WORDS}
    columns: list[Iterable[Cell]] = list(zip(*sheet.rows, strict=True))
    changed = False
    for column in set(at.values()):
        if column >= len(columns):
            continue
        cells = tuple(columns[column])
        different = set(cells)
        plain = dict(_changes(different, nought=column in noughts))
        if column in in_words:
            plain |= dict.fromkeys(filter(says_nothing, _may_say_nothing(different)))
        if plain:
            columns[column] = [
                cell if isinstance(cell, bool) else plain.get(cell, cell) for cell in cells
            ]
            changed = True
    rows: list[GridRow] = list(zip(*columns, strict=True)) if changed else sheet.rows
    return replace(sheet, rows=rows) if changed else sheet


def _may_say_nothing(cells: set[Cell]) -> list[str]:
    """The texts among cells, but for numbers and addresses, of which a column may be full."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return [text for text in texts if not (text.isdecimal() or "@" in text)]


def _changes(cells: set[Cell], *, nought: bool) -> Iterator[tuple[Cell, Cell]]:
    empty = cells & (_EMPTY_OR_NOUGHT if nought else _EMPTY)
    yield from ((cell, None) for cell in empty)
    texts = [cell for cell in cells if isinstance(cell, str)]
    # One look at all of them: hardly any column has boxes.
    if has_box("\n".join(texts)):
        plain = ((text, ticked_words(text)) for text in texts if has_box(text))
        yield from ((text, new or None) for text, new in plain if new != text)


_EMPTY: frozenset[Cell] = frozenset(
    spelt
    for word in NOTHINGS
    for spelt in (word, word.upper(), word.title(), SPELT.get(word, word))
)
_EMPTY_OR_NOUGHT = _EMPTY | NOUGHTS | FIRST_DAYS
