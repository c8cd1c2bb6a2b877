"""What an officer says of columns on the command line: "C=name,F=phone"."""

from __future__ import annotations

import re

from models.errors import AppError
from models.intake.grid import column_index
from models.intake.shape.fields import Field

_SHORT = {
    "name": Field.FULL_NAME, "family": Field.FAMILY_NAME, "middle": Field.MIDDLE_NAME,
    "given": Field.GIVEN_NAME, "code": Field.STAFF_CODE, "type": Field.STAFF_TYPE,
    "ignore": Field.IGNORED, "skip": Field.IGNORED,
}  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_ADVICE = "Hãy ghi như C=name,F=phone; các nội dung dùng được: {fields}."


def fields_by_letter(text: str) -> dict[int, Field]:
    """The fields of columns by their index. Raises `AppError` for what is no such thing."""
    found: dict[int, Field] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        letter, _, name = (each.strip() for each in part.partition("="))
        field = _SHORT.get(name.lower()) or _field_named(name.lower())
        if not _LETTERS.fullmatch(letter) or field is None:
            names = ", ".join([*_SHORT, *(each.value for each in Field)])
            raise AppError(f"Không hiểu “{part}” trong --map.", _ADVICE.format(fields=names))
        found[column_index(letter)] = field
    return found


def _field_named(name: str) -> Field | None:
    return next((field for field in Field if field.value == name), None)
