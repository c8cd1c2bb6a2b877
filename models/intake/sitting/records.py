"""What a sitting hands to whoever asks, and what is still open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from models.intake.grid import Sheet, Workbook
from models.intake.hidden import hidden_rows
from models.intake.old_text import OldText
from models.intake.shape.find import with_header
from models.intake.shape.records import TableGuess

SURE = 0.8
"""From this confidence on a table needs no word of the officer."""

Report = Callable[[int, int, str], None]
"""Told (done, of, words) again and again; raises `Cancelled` when the work must stop."""


def unheard(_done: int, _of: int, _words: str) -> None:
    """The report of work that nobody watches."""


class OpenQuestion(Enum):
    """What somebody must say before a sitting can go on."""

    FONTS = auto()
    """Which columns typed in the old fonts are converted."""

    PLATFORM = auto()
    """Whether an export of a platform is meant as a list all the same."""

    TABLES = auto()
    """Which tables are read, with what passwords, and whether hidden rows are."""

    COLUMNS = auto()
    """What the columns mean."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: its tables, or the problem that keeps it from being read.

    `locked` says that a password opens it, `platform` why it seems to be an export, and `alone`
    that nobody is on the roster with whom it could be reconciled. With `old`
    columns, typed in the old fonts, the tables are found only after the officer has said which
    of them to convert.
    """

    path: Path
    workbook: Workbook | None
    tables: tuple[TableGuess, ...]
    problem: str = ""
    locked: bool = False
    old: tuple[OldText, ...] = ()
    platform: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ChosenTable:
    """One table that the officer wants read, as they have corrected it."""

    workbook: Workbook
    guess: TableGuess
    skip_hidden: bool = False

    @property
    def sheet(self) -> Sheet:
        """The sheet on which it lies."""
        return self.workbook.sheet(self.guess.sheet)

    def with_header(self, first: int, last: int) -> ChosenTable:
        """The table with its header in other rows. Raises `AppError` when there can be none."""
        guess = with_header(self.workbook, self.guess, first, last)
        return replace(self, guess=replace(guess, unit=guess.unit or self.guess.unit))


def workbooks_of(tables: Iterable[ChosenTable]) -> list[Workbook]:
    """The workbooks in which the tables lie, each once."""
    return list({each.workbook.sha256: each.workbook for each in tables}.values())


def wanted_tables(files: Iterable[ReadFile]) -> list[ChosenTable]:
    """The tables that are read unless somebody says otherwise."""
    return [
        ChosenTable(file.workbook, guess)
        for file in files
        if file.workbook is not None
        for guess in file.tables
        if guess.wanted
    ]


def is_plain(files: Sequence[ReadFile]) -> bool:
    """Whether there is nothing to choose: one table that is surely or solely meant."""
    wanted = wanted_tables(files)
    guesses = [guess for file in files for guess in file.tables]
    if len(wanted) != 1 or any(file.problem for file in files):
        return False
    if any(guess.hidden for guess in guesses) or hidden_rows(wanted[0].sheet, wanted[0].guess):
        return False
    return len(guesses) == 1 or wanted[0].guess.confidence >= SURE
