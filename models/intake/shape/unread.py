"""Columns that are shown and not read, told once for the table and not once for each row."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.shape.ages import Age, age_of
from models.intake.shape.circles.kin import told_of_kin
from models.intake.shape.fields import Field
from models.intake.shape.reasons import why_old
from models.intake.shape.records import Problem, SkippedRow, TableGuess


def unread_columns(guess: TableGuess, skipped: Sequence[SkippedRow]) -> list[Problem]:
    """A problem for each column that holds what was true before, which can be chosen by hand, and
    one for the column by which rows were left out as those of relatives."""
    row = max(guess.header_rows[1], 1)
    old = [
        Problem(
            guess.sheet, row, column.letter, column.header_text, f"{why_old(column.header_text)}."
        )
        for column in guess.columns
        if column.field is Field.IGNORED and age_of(column.header_text.split(" / ")) is Age.OLD
    ]
    return old + told_of_kin(guess, skipped)
