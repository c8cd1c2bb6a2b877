"""The stages of an intake, which are the same for a roster, an export and a list to mark from.

Read → tables → columns → plan → decisions → change. A front calls one stage after another and
gives between them what must be decided: the window asks the officer, a command has its `Wishes`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from models.errors import AppError
from models.intake.grid import Workbook
from models.intake.memory import with_remembered, with_whole_units
from models.intake.old_text import OldText, find_old_text, refuse_old_text, with_converted
from models.intake.reading.refusals import PasswordNeeded
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.sitting.records import (
    ChosenTable,
    OpenQuestion,
    ReadFile,
    Report,
    is_plain,
    unheard,
    workbooks_of,
)
from models.intake.sitting.sources import (
    ListReader,
    ListSource,
    lists_of,
    passed_over,
    path_of,
    read_list,
)
from models.intake.wishes import AS_GUESSED, Wishes
from models.store.store import Store

SHARES = 100
Taken = TypeVar("Taken")


class Sitting(ABC, Generic[Taken]):
    """What was dropped and how far it has come; only one stage goes on at a time.

    `as_list` says that a file of a platform is meant as a list all the same.
    """

    def __init__(self, data_file: Store, read: ListReader = read_list) -> None:
        self.data_file = data_file
        self.as_list = False
        self.files: tuple[ReadFile, ...] = ()
        self._reader = read
        self._sources: Sequence[ListSource] = ()
        self._passwords: dict[Path, str] = {}

    @property
    def today(self) -> date:
        """The day by which dates are understood."""
        return self.data_file.clock().date()

    @abstractmethod
    def find(self, workbook: Workbook) -> tuple[Sequence[TableGuess], AppError | None]:
        """The tables of a workbook that may be meant, and what to say where none is."""

    @abstractmethod
    def shaped(self, table: ChosenTable) -> ShapedTable:
        """The rows of a table as they would be taken in."""

    @abstractmethod
    def source(self, workbook: Workbook, tables: Sequence[ChosenTable]) -> Taken:
        """What a plan is made of: the rows of the tables of one file that somebody has seen."""

    @abstractmethod
    def unseen(self, workbook: Workbook, guesses: Sequence[TableGuess], wishes: Wishes) -> Taken:
        """The same for a file of which nobody sees the tables: they are as `wishes` say, and what
        stays open is told. Raises `AppError` when there is nothing to read."""

    def told(self, read: ReadFile) -> ReadFile:
        """The file with what else is to be said of it."""
        return read

    def next_question(self) -> OpenQuestion:
        """What must be said next of the files before their rows can be read."""
        if any(file.old for file in self.files):
            return OpenQuestion.FONTS
        return OpenQuestion.COLUMNS if is_plain(self.files) else OpenQuestion.TABLES

    def unlock(self, path: Path, password: str) -> None:
        """Say the password of a file; it is tried when the files are read again."""
        self._passwords[path] = password

    def read(self, sources: Sequence[ListSource], report: Report = unheard) -> tuple[ReadFile, ...]:
        """Read files, the lists that lie in folders, and what was pasted; each has its own problem.

        What lies in a folder and is no list comes last, each with a word about it.
        """
        self._sources = sources
        return self.read_again(report)

    def read_again(self, report: Report = unheard) -> tuple[ReadFile, ...]:
        """Read the same, with the passwords that are known by now."""
        found = [each for source in self._sources for each in lists_of(source)]
        read = [self._read(each, (at, len(found)), report) for at, each in enumerate(found)]
        others = [each for source in self._sources for each in passed_over(source)]
        read += [ReadFile(path, None, (), words) for path, words in others]
        self.files = tuple(read)
        return self.files

    def convert(
        self, confirmed: Mapping[Path, Sequence[OldText]], report: Report = unheard
    ) -> tuple[ReadFile, ...]:
        """The files with the confirmed columns in Unicode, and the tables that are found then."""
        done: list[ReadFile] = []
        for at, file in enumerate(self.files):
            report(at, len(self.files), f"Đang chuyển mã {file.path.name}")
            columns = confirmed.get(file.path, ())
            if file.old and file.workbook is not None:
                done.append(self._with_tables(file.path, with_converted(file.workbook, columns)))
            else:
                done.append(file)
        self.files = tuple(done)
        return self.files

    def sources(self, tables: Sequence[ChosenTable], report: Report = unheard) -> tuple[Taken, ...]:
        """What a plan is made of, one for each file in which the chosen tables lie."""
        books = workbooks_of(tables)
        found: list[Taken] = []
        for book in books:
            report(len(found), len(books), f"Đang đọc các dòng của {book.file_name}")
            mine = [each for each in tables if each.workbook.sha256 == book.sha256]
            found.append(self.source(book, mine))
        return tuple(found)

    def take(self, source: ListSource, wishes: Wishes = AS_GUESSED) -> Taken:
        """All of that in one go, for whoever cannot be asked on the way. Raises `AppError` for
        what cannot be read, is typed in old fonts that nobody wants converted, or is no list."""
        return self.take_workbook(self._reader(source, None, None), wishes)

    def take_workbook(self, workbook: Workbook, wishes: Wishes = AS_GUESSED) -> Taken:
        """The same for a workbook that has been read."""
        if wishes.convert:
            workbook = with_converted(workbook, find_old_text(workbook))
        refuse_old_text(workbook)
        found, _problem = self.find(workbook)
        return self.unseen(workbook, self._with_remembered(found), wishes)

    def _read(self, source: ListSource, place: tuple[int, int], report: Report) -> ReadFile:
        path = path_of(source)
        at, of = place

        def progress(share: float) -> None:
            report(round((at + share) * SHARES), of * SHARES, f"Đang đọc {path.name}")

        try:
            workbook = self._reader(source, self._passwords.get(path), progress)
        except PasswordNeeded as error:
            return ReadFile(path, None, (), str(error), locked=True)
        except AppError as error:
            return ReadFile(path, None, (), str(error))
        old = tuple(find_old_text(workbook))
        if old:
            return ReadFile(path, workbook, (), old=old)
        return self._with_tables(path, workbook)

    def _with_tables(self, path: Path, workbook: Workbook) -> ReadFile:
        found, problem = self.find(workbook)
        tables = tuple(self._with_remembered(found))
        words = "" if problem is None else str(problem)
        return self.told(ReadFile(path, workbook if tables else None, tables, words))

    def _with_remembered(self, guesses: Sequence[TableGuess]) -> list[TableGuess]:
        """The guesses with what was said before of files of the same shape."""
        return with_whole_units(self.data_file, with_remembered(self.data_file, guesses))
