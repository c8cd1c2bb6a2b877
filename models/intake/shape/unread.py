"""Columns that are shown and not read, told once for the table and not once for each row."""

from __future__ import annotations

from models.intake.shape.ages import Age, age_of
from models.intake.shape.fields import Field
from models.intake.shape.reasons import why_old
from models.intake.shape.records import Problem, TableGuess


def unread_columns(guess: TableGuess) -> list[Problem]:
    """A problem for each column that holds what was true before; it can be chosen by hand."""
    row = max(guess.header_rows[1], 1)
    return [
        Problem(
            guess.sheet, row, column.letter, column.header_text, f"{why_old(column.header_text)}."
        )
        for column in guess.columns
        if column.field is Field.IGNORED and age_of(column.header_text.split(" / ")) is Age.OLD
    ]
