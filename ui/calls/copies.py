"""What the window asks about kept copies: looking at one, restoring one, what an error means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock
from models.errors import AppError

if TYPE_CHECKING:
    from datetime import datetime

    from models.store.data_file import DataFile


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The working file after a restore, or as it was before with the `problem` that kept it so."""

    file: DataFile | None
    people: int = 0
    kept: Path | None = None
    problem: AppError | None = None


def view_copy(path: Path, clock: Clock) -> DataFile:
    """Open a kept copy for reading only."""
    from models.store.data_file import view_file

    return view_file(path, clock)


def open_without_log(path: Path, clock: Clock) -> DataFile:
    """Open a file whose log is missing as it is."""
    from models.store.data_file import open_file

    return open_file(path, clock, without_log=True)


def bring_back(copy: Path, target: Path, present: DataFile | None, clock: Clock) -> BroughtBack:
    """Put `copy` in the place of `target`, which `present` has open, and open it again."""
    from models.store.data_file import open_file
    from models.store.restoring import restore

    is_open = present is not None and present.path == target
    if present is not None and is_open:
        present.close()
    try:
        done = restore(copy, target, clock)
        return BroughtBack(open_file(target, clock), done.people, done.kept)
    except AppError as error:
        return BroughtBack(open_file(target, clock) if is_open else None, problem=error)


def is_copy(error: Exception) -> bool:
    """Whether what was to be opened is a kept copy."""
    from models.store.copies import CopyFound

    return isinstance(error, CopyFound)


def is_missing(error: Exception) -> bool:
    """Whether there is no file where one was to be opened."""
    from models.store.faults import FileMissing

    return isinstance(error, FileMissing)


def lacks_log(error: Exception) -> bool:
    """Whether the file could be opened as it is, without its newest changes."""
    from models.store.log import LogMissing

    return isinstance(error, LogMissing)


def copies_folder(data: Path) -> Path:
    """Where the copies of `data` lie."""
    from models.store.copies import backup_folder

    return backup_folder(data)


def sweep_leftovers(data: Path, documents: tuple[Path, ...]) -> None:
    """Take away what processes that were cut off left behind."""
    from models.machine.leftovers import sweep

    sweep(data, copies_folder(data), documents)


def clock_doubt(file: DataFile) -> tuple[str, datetime | None]:
    """Why the clock of this machine may be wrong, "" when nothing speaks against it."""
    from models.journal.clock import clock_doubt as doubt
    from models.journal.standing import last_saved

    return doubt(file), last_saved(file)
