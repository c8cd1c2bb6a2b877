"""Choosing one sheet of a workbook by its name."""

from __future__ import annotations

from collections.abc import Sequence

from models.errors import AppError
from models.intake.grid import Workbook
from models.intake.shape.records import TableGuess
from models.text.names import match_key


def sheet_named(workbook: Workbook, name: str) -> str:
    """The name of the sheet that `name` means, as the file has it. Raises `AppError`."""
    for sheet in workbook.sheets:
        if match_key(sheet.name) == match_key(name):
            return sheet.name
    names = ", ".join(sheet.name for sheet in workbook.sheets)
    raise AppError(
        f"Tệp “{workbook.file_name}” không có trang tính “{name}”.",
        f"Hãy chọn một trong các trang tính: {names}.",
    )


def only_sheet(workbook: Workbook, guesses: Sequence[TableGuess], name: str) -> list[TableGuess]:
    """The tables of the sheet called `name`. Raises `AppError` naming the sheets there are."""
    meant = sheet_named(workbook, name)
    return [guess for guess in guesses if guess.sheet == meant]
