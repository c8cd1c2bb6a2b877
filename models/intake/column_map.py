"""What an officer says of columns on the command line: "C=name,F=phone"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.errors import AppError
from models.intake.grid import column_letter
from models.intake.shape.fields import Field
from models.intake.shape.records import TableGuess

_SHORT = {"name": Field.FULL_NAME, "ignore": Field.IGNORED, "skip": Field.IGNORED}
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_ADVICE = "Hãy ghi như C=name,F=phone; các nội dung dùng được: {fields}."


def fields_by_letter(text: str) -> dict[str, Field]:
    """The fields of columns by their letters. Raises `AppError` for what is no such thing."""
    found: dict[str, Field] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        letter, _, name = (each.strip() for each in part.partition("="))
        field = _SHORT.get(name.lower()) or _field_named(name.lower())
        if not _LETTERS.fullmatch(letter) or field is None:
            names = ", ".join([*_SHORT, *(each.value for each in Field)])
            raise AppError(f"Không hiểu “{part}” trong --map.", _ADVICE.format(fields=names))
        found[letter.upper()] = field
    return found


def with_fields(guess: TableGuess, columns: Mapping[str, Field]) -> TableGuess:
    """The guess with what was said of its columns."""
    said = {
        column.index: columns[column_letter(column.index)]
        for column in guess.columns
        if column_letter(column.index) in columns
    }
    return guess.with_columns(said) if said else guess


def _field_named(name: str) -> Field | None:
    return next((field for field in Field if field.value == name), None)
