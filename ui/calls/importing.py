"""What the import wizard asks: files read, rows shaped, a plan made and carried out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from ui.calls.list_files import ListSource, lists_of, passed_over
from ui.calls.pasted import Pasted, read_pasted_list

if TYPE_CHECKING:
    from datetime import date

    from models.intake.grid import Sheet, Workbook
    from models.intake.old_text import OldText
    from models.intake.plan import Source
    from models.intake.plan_records import Decisions, ImportPlan, ImportResult, PlanOptions
    from models.intake.shape.records import ShapedTable, TableGuess
    from models.records import Unit
    from models.store.data_file import DataFile
    from ui.calls.shaping import Shaper
    from ui.lane import Task

SHARES = 100
log = logging.getLogger(__name__)


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


Finder = Callable[[Path, "Workbook", "date"], ReadFile]
"""Finds the tables of a workbook that was read from a path, as they look on a day."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One table that the officer wants read, as they have corrected it."""

    workbook: Workbook
    guess: TableGuess
    skip_hidden: bool = False

    @property
    def sheet(self) -> Sheet:
        """The sheet on which it lies."""
        return self.workbook.sheet(self.guess.sheet)


def read_files(
    task: Task,
    data_file: DataFile,
    shaper: Shaper,
    sources: Sequence[ListSource],
    passwords: Mapping[Path, str],
) -> tuple[ReadFile, ...]:
    """Read files, the lists that lie in folders, and what was pasted; each has its own problem.

    The table that will be looked at first is shaped already, before the window begins to draw.
    """
    from models.contests.rule import contest_terms

    shaper.terms = contest_terms(data_file)
    read = read_each(task, data_file, sources, passwords, with_tables)
    files = tuple(_with_signs(data_file, each) for each in read)
    for file in files[:1]:
        for guess in file.tables[:1]:
            if file.workbook is not None and guess.wanted:
                shaper.shape(Chosen(file.workbook, guess), data_file.clock().date())
    return files


def read_each(
    task: Task,
    data_file: DataFile,
    sources: Sequence[ListSource],
    passwords: Mapping[Path, str],
    find: Finder,
) -> tuple[ReadFile, ...]:
    """Read files and what was pasted; `find` says which tables of a workbook are meant.

    What lies in a folder and is no list comes last, each with a word about it.
    """
    found = [each for source in sources for each in lists_of(source)]
    today = data_file.clock().date()

    def tables(path: Path, workbook: Workbook) -> ReadFile:
        return find(path, workbook, today)

    read = [
        _with_remembered(data_file, _read(task, each, passwords, (at, len(found)), tables))
        for at, each in enumerate(found)
    ]
    return (*read, *(ReadFile(*each) for source in sources for each in passed_over(source)))


def _with_signs(data_file: DataFile, read: ReadFile) -> ReadFile:
    """The file with what shows that it is an export."""
    from models.intake.platform_file import platform_signs
    from models.roster.person_rows import count_people

    if read.workbook is None:
        return read
    wanted = [guess for guess in read.tables if guess.wanted]
    signs = platform_signs(read.workbook, wanted)
    return replace(read, platform=signs, alone=bool(signs) and not count_people(data_file))


def _with_remembered(data_file: DataFile, read: ReadFile) -> ReadFile:
    """The file with what was said before of files of the same shape."""
    from models.intake.memory import with_remembered, with_whole_units

    remembered = with_remembered(data_file, read.tables)
    return replace(read, tables=tuple(with_whole_units(data_file, remembered)))


def _read(
    task: Task,
    source: ListSource,
    passwords: Mapping[Path, str],
    place: tuple[int, int],
    find: Callable[[Path, Workbook], ReadFile],
) -> ReadFile:
    from models.intake.old_text import find_old_text
    from models.intake.reading.reader import read_workbook
    from models.intake.reading.refusals import PasswordNeeded

    path = source.path if isinstance(source, Pasted) else source
    at, of = place

    def progress(share: float) -> None:
        task.report(round((at + share) * SHARES), of * SHARES, f"Đang đọc {path.name}")

    def cancelled() -> bool:
        return task.cancelled

    try:
        if isinstance(source, Pasted):
            workbook = read_pasted_list(source, progress, cancelled)
        else:
            workbook = read_workbook(
                path, password=passwords.get(path), progress=progress, cancelled=cancelled
            )
    except PasswordNeeded as error:
        return ReadFile(path, None, (), str(error), locked=True)
    except AppError as error:
        return ReadFile(path, None, (), str(error))
    old = tuple(find_old_text(workbook))
    return ReadFile(path, workbook, (), old=old) if old else find(path, workbook)


def with_tables(path: Path, workbook: Workbook, today: date) -> ReadFile:
    """The lists of people in a workbook."""
    from models.intake.file_units import with_unit_of_file
    from models.intake.platform_file import no_list
    from models.intake.shape.find import find_tables

    tables = tuple(with_unit_of_file(workbook, find_tables(workbook, today)))
    problem = "" if tables else str(no_list(workbook))
    return ReadFile(path, workbook if tables else None, tables, problem)


def convert(
    task: Task,
    data_file: DataFile,
    files: Sequence[ReadFile],
    confirmed: Mapping[Path, Sequence[OldText]],
    find: Finder = with_tables,
) -> tuple[ReadFile, ...]:
    """The files with the confirmed columns in Unicode, and the tables that are found then."""
    from models.intake.old_text import with_converted

    done: list[ReadFile] = []
    for at, file in enumerate(files):
        task.report(at, len(files), f"Đang chuyển mã {file.path.name}")
        if file.old and file.workbook is not None:
            workbook = with_converted(file.workbook, confirmed.get(file.path, ()))
            found = _with_remembered(data_file, find(file.path, workbook, data_file.clock().date()))
            done.append(_with_signs(data_file, found))
        else:
            done.append(file)
    return tuple(done)


def shape(_task: Task, shaper: Shaper, chosen: Chosen, today: date) -> ShapedTable:
    """The rows of one table as they would be taken in."""
    return shaper.shape(chosen, today)


def move_header(chosen: Chosen, first: int, last: int) -> Chosen:
    """The table with its header in other rows. Raises `AppError` when there can be none."""
    from models.intake.shape.find import with_header

    guess = with_header(chosen.workbook, chosen.guess, first, last)
    return replace(chosen, guess=replace(guess, unit=guess.unit or chosen.guess.unit))


def plan(
    task: Task, file: DataFile, shaper: Shaper, tables: Sequence[Chosen], options: PlanOptions
) -> ImportPlan:
    """What becomes of each row of these tables."""
    from models.intake.plan import make_plan

    words = "Đang so với danh sách hiện có"
    shaper.keep_only(tables)
    sources = [_source(task, file, shaper, each, tables) for each in _workbooks(tables)]
    return make_plan(file, sources, options, lambda done, of: task.report(done, of, words))


def _workbooks(tables: Sequence[Chosen]) -> list[Workbook]:
    return list({chosen.workbook.sha256: chosen.workbook for chosen in tables}.values())


def _source(
    task: Task, file: DataFile, shaper: Shaper, workbook: Workbook, tables: Sequence[Chosen]
) -> Source:
    from models.intake.plan import Source as Made
    from models.intake.unread_columns import private_remarks, told_unread

    mine = [each for each in tables if each.workbook.sha256 == workbook.sha256]
    words = f"Đang đọc các dòng của {workbook.file_name}"
    shaped: list[ShapedTable] = []
    for chosen in mine:
        task.report(len(shaped), len(mine), words)
        shaped.append(shaper.shape(chosen, file.clock().date()))
    guesses = tuple(each.guess for each in mine)
    remarks = (*workbook.remarks, *private_remarks(guesses))
    unread = told_unread(guesses)
    return Made(workbook.file_name, workbook.sha256, tuple(shaped), remarks, guesses, unread)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What an import did, and where the rows that it left out are saved.

    `unsaved` says that some of them could not be saved.
    """

    result: ImportResult
    rejected: tuple[Path, ...]
    unsaved: bool = False


def carry_out(
    task: Task,
    file: DataFile,
    made: ImportPlan,
    decisions: Decisions,
    tables: Sequence[Chosen],
    places: Mapping[str, Path],
    fallback: Path,
) -> CarriedOut:
    """Write the plan as one change, then save the rejected rows beside their files."""
    from models.intake.apply import apply_plan
    from ui.calls.leftovers import save_rejected

    words = "Đang ghi vào danh sách"
    result = apply_plan(file, made, decisions, lambda done, of: task.report(done, of, words))
    try:
        saved = save_rejected(made, tables, places, fallback, file.clock().date())
    except Exception:
        # The people are in: what goes wrong from here on must not look as if they were not.
        log.exception("the rejected rows could not be saved")
        return CarriedOut(result, (), unsaved=True)
    return CarriedOut(result, saved.paths, saved.lacking)


def units(file: DataFile) -> tuple[Unit, ...]:
    """Every unit, in tree order."""
    from models.roster.units import list_units

    return list_units(file)
