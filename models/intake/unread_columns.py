"""Columns that are not read although their titles sound like marks: each is told by its letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.intake.shape.fields import PRIVATE_FIELDS, TOLD_UNREAD, Field
from models.intake.shape.mark_titles import WHY_UNREAD, mark_title
from models.intake.shape.records import ColumnGuess, Problem, TableGuess


def told_unread(guesses: Iterable[TableGuess]) -> tuple[Problem, ...]:
    """A problem for each column of another matter and each time of a form."""
    return tuple(problem for guess in guesses for problem in _of_table(guess))


def _of_table(guess: TableGuess) -> Iterator[Problem]:
    for column in guess.columns:
        if (field := _unread(column)) is not None:
            title = " ".join(column.header_text.split())
            why = f"{WHY_UNREAD[field]}."
            yield Problem(guess.sheet, guess.header_rows[1], column.letter, title, why)


def _unread(column: ColumnGuess) -> Field | None:
    if column.field in TOLD_UNREAD:
        return column.field
    said = mark_title(tuple(column.header_text.split(" / ")))
    private = column.field in PRIVATE_FIELDS and said is Field.OTHER_MATTER
    return said if private else None
