"""The unit that a file is named after, for lists that name no unit: a proposal to be seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from models.intake.grid import Workbook
from models.intake.shape.looks import looks_like_unit
from models.intake.shape.parts import with_common_unit
from models.intake.shape.records import TableGuess
from models.intake.shape.titles import is_other_body, unit_in_title
from models.text.names import storage_form

BY_FILE_NAME = "Đơn vị chung lấy theo tên tệp: “{unit}”"

_BEFORE = re.compile(r"^[\d\s._-]*(?:(?:danh s[áa]ch|ds)\s+)?", re.IGNORECASE)
_AFTER = re.compile(r"\s*\(\d+\)$")
_COMMUNE = re.compile(r"^(?:ubnd|[ủu][ỷy] ban nh[âa]n d[âa]n)\b", re.IGNORECASE)


def unit_of_file(file_name: str) -> str:
    """The unit in a file's name: "01_Trạm Y tế (2).xlsx" → "Trạm Y tế"; "" when there is none."""
    stem = storage_form(PurePath(file_name).stem.replace("_", " "))
    name = _AFTER.sub("", _BEFORE.sub("", stem))
    if looks_like_unit(name) and not is_other_body(name):
        named = unit_in_title(name) or name
    else:
        named = unit_in_title(_AFTER.sub("", stem))
    # A name that has lost its marks names no unit; "THCS Hoa Sen" never had any.
    unmarked = named.isascii() and not named.partition(" ")[0].isupper()
    return "" if unmarked or _COMMUNE.match(named) else named.strip(" -–,.")


def with_unit_of_file(workbook: Workbook, guesses: Sequence[TableGuess]) -> list[TableGuess]:
    """The guesses; those that name no unit anywhere get the one of the file's name."""
    unit = unit_of_file(workbook.file_name)
    said = BY_FILE_NAME.format(unit=unit)
    return [with_common_unit(workbook.sheet(guess.sheet), guess, unit, said) for guess in guesses]
