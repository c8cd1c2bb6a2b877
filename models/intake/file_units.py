"""The unit that a file is named after, for lists that name no unit: a proposal to be seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from models.intake.shape.fields import Field
from models.intake.shape.looks import looks_like_unit
from models.intake.shape.records import TableGuess
from models.text.names import storage_form

BY_FILE_NAME = "Đơn vị chung lấy theo tên tệp"

_BEFORE = re.compile(r"^[\d\s._-]*(?:(?:danh s[áa]ch|ds)\s+)?", re.IGNORECASE)
_AFTER = re.compile(r"\s*\(\d+\)$")
_COMMUNE = re.compile(r"^(?:ubnd|[ủu][ỷy] ban)\b", re.IGNORECASE)


def unit_of_file(file_name: str) -> str:
    """The unit in a file's name: "01_Trạm Y tế (2).xlsx" → "Trạm Y tế"; "" when there is none."""
    stem = storage_form(PurePath(file_name).stem.replace("_", " "))
    name = _AFTER.sub("", _BEFORE.sub("", stem))
    return name if looks_like_unit(name) and not _COMMUNE.match(name) else ""


def with_unit_of_file(guesses: Sequence[TableGuess], file_name: str) -> list[TableGuess]:
    """The guesses; those that name no unit anywhere get the one of the file's name."""
    unit = unit_of_file(file_name)
    return [
        replace(guess, unit=unit, remarks=(*guess.remarks, BY_FILE_NAME))
        if unit and not guess.unit and Field.UNIT not in guess.fields.values()
        else guess
        for guess in guesses
    ]
