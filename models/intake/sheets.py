"""Choosing one sheet of a workbook by its name."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import AppError
from models.intake.grid import Workbook
from models.intake.shape.records import TableGuess
from models.text.names import match_key


def only_sheet(workbook: Workbook, guesses: Sequence[TableGuess], name: str) -> list[TableGuess]:
    """The tables of the sheet called `name`. Raises `AppError` naming the sheets there are."""
    found = [guess for guess in guesses if match_key(guess.sheet) == match_key(name)]
    if not found and match_key(name) not in {match_key(s.name) for s in workbook.sheets}:
        names = ", ".join(sheet.name for sheet in workbook.sheets)
        raise AppError(
            f"Tệp “{workbook.file_name}” không có trang tính “{name}”.",
            f"Hãy chọn một trong các trang tính: {names}.",
        )
    return found
