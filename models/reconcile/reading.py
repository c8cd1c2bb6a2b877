"""From an export of any shape to the rows of accounts, also where a row has no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.intake.grid import Workbook
from models.intake.plan_records import PlanProblem
from models.intake.shape.records import SourceRow, TableGuess
from models.store.data_file import DataFile


@dataclass(frozen=True, slots=True)
class PlatformRow:
    """One row of the platform: `source` as it was read; presence and completion as told.

    `registered` and `completed` are what the row comes to; `from_words` says that a status
    column and not a mere date tells of completion.
    """

    source: SourceRow
    registered: bool
    completed: bool | None
    from_words: bool


@dataclass(frozen=True, slots=True)
class PlatformSource:
    """One file, read: its rows about somebody, and what could not be taken as it stands."""

    name: str
    sha256: str
    rows: tuple[PlatformRow, ...]
    problems: tuple[PlanProblem, ...] = ()
    remarks: tuple[str, ...] = ()
    guesses: tuple[TableGuess, ...] = ()


def read_platform_file(
    data_file: DataFile, path: Path, *, sheet: str | None = None, password: str | None = None
) -> PlatformSource:
    """Read an export. Raises `AppError` when it cannot be read or speaks of nobody."""
    raise NotImplementedError


def read_platform_text(data_file: DataFile, text: str) -> PlatformSource:
    """Read what was pasted: a block of Excel, a table of a web page, a list. Raises `AppError`."""
    raise NotImplementedError


def source_of(
    data_file: DataFile, workbook: Workbook, guesses: Sequence[TableGuess]
) -> PlatformSource:
    """The source of a workbook whose tables and columns the officer has corrected."""
    raise NotImplementedError
