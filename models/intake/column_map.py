"""What an officer says of columns on the command line: "C=name,F=phone", "Sheet 2!F=phone"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.errors import AppError
from models.intake.grid import column_index
from models.intake.shape.fields import Field

ColumnMap = Mapping[str, Mapping[int, Field]]
"""The fields of columns by index, by sheet; "" stands for the only one that is read."""

_SHORT = {
    "name": Field.FULL_NAME, "family": Field.FAMILY_NAME, "middle": Field.MIDDLE_NAME,
    "given": Field.GIVEN_NAME, "code": Field.STAFF_CODE, "type": Field.STAFF_TYPE,
    "ignore": Field.IGNORED, "skip": Field.IGNORED,
}  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_PARTS = re.compile(r"(?:'[^']*'|[^',]|')+")
_ADVICE = "Hãy ghi như C=name,F=phone; các nội dung dùng được: {fields}."


def fields_by_letter(text: str) -> dict[str, dict[int, Field]]:
    """The fields of columns by sheet and index; a sheet named once is meant until another is.
    Raises `AppError` for what is no such thing."""
    found: dict[str, dict[int, Field]] = {}
    sheet = ""
    for part in filter(None, (each.strip() for each in _PARTS.findall(text))):
        named, mark, said = part.rpartition("!")
        sheet = named.strip(" '") if mark else sheet
        letter, _, name = (each.strip() for each in said.partition("="))
        field = _SHORT.get(name.lower()) or _field_named(name.lower())
        if not _LETTERS.fullmatch(letter) or field is None:
            names = ", ".join([*_SHORT, *(each.value for each in Field)])
            raise AppError(f"Không hiểu “{part}” trong --map.", _ADVICE.format(fields=names))
        found.setdefault(sheet, {})[column_index(letter)] = field
    return found


def map_flag(fields: Mapping[str, Field], sheet: str = "") -> str:
    """The flag that says of columns, by letter, what they mean; `sheet` is named if given."""
    said = ",".join(
        f"{letter}={'skip' if field is Field.IGNORED else field.value}"
        for letter, field in fields.items()
    )
    where = f"'{sheet}'!" if "," in sheet else f"{sheet}!" if sheet else ""
    return f'--map "{where}{said}"'


def _field_named(name: str) -> Field | None:
    return next((field for field in Field if field.value == name), None)
