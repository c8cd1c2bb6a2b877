"""From files to the tables that are chosen of them: one step at a time, as the sitting asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.errors import AppError
from models.intake.shape.records import TableGuess
from models.intake.sitting.records import SURE, ChosenTable, OpenQuestion, ReadFile
from models.intake.sitting.sitting import Sitting
from models.intake.sitting.sources import ListSource
from models.text.formats import number
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.intake.columns_step import ColumnsStep
from ui.intake.fonts_step import FontsStep
from ui.intake.platform_step import PlatformStep
from ui.intake.steps import IntakeStep
from ui.intake.tables_step import TablesStep
from ui.progress import STOPPED, WorkProgress, waiting_page
from ui.theme.pieces import column_in
from ui.work import Work

NAMES_SHOWN = 3
NO_LIST = "Trong thư mục này không có danh sách nào đọc được."


class IntakeView(QWidget):
    """Shows what a sitting asks, and the host's `own` pages beside it.

    `stepped` tells each time that another step is shown, `changed` that other tables are ticked;
    `chosen` carries the tables that shall be read. Nothing is asked of a table that is surely
    meant when `sure_at_once`.
    """

    stepped = Signal(int)
    changed = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        own: Mapping[IntakeStep, QWidget],
        columns: ColumnsStep,
        *,
        sure_at_once: bool = False,
    ) -> None:
        super().__init__()
        self._desk, self._sure_at_once = desk, sure_at_once
        self._sitting: Sitting[Any] | None = None
        self._first = IntakeStep.START if IntakeStep.START in own else IntakeStep.TABLES
        self._step = self._back_to = self._first
        self._shown: list[ChosenTable] = []
        self._fonts, self._platform = FontsStep(), PlatformStep()
        self._tables, self._columns = TablesStep(), columns
        self._progress = WorkProgress()
        self._pages = {
            IntakeStep.WAITING: waiting_page(self._progress),
            IntakeStep.FONTS: self._fonts,
            IntakeStep.PLATFORM: self._platform,
            IntakeStep.TABLES: self._tables,
            IntakeStep.COLUMNS: self._columns,
            **own,
        }
        self._problem = ErrorLine()
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        column = column_in(self)
        column.addWidget(self._problem)
        column.addWidget(self.stack, 1)
        self._progress.ended.connect(self._ended)
        self._platform.as_list.connect(self._take_as_list)
        self._tables.changed.connect(self.changed)
        self._tables.unlock.connect(self._unlock)
        self._tables.wanted.connect(self._look)
        self._columns.wanted.connect(self._preview)

    @property
    def step(self) -> IntakeStep:
        """Where the officer is."""
        return self._step

    @property
    def files(self) -> tuple[ReadFile, ...]:
        """The files that have been read."""
        return self._sitting.files if self._sitting is not None else ()

    @property
    def tables(self) -> list[ChosenTable]:
        """The tables as they are to be read."""
        return list(self._columns.tables)

    @property
    def ready(self) -> bool:
        """Whether there is anything to go on with."""
        return self._step is not IntakeStep.TABLES or bool(self._tables.chosen())

    def begin(self, sitting: Sitting[Any], sources: Sequence[ListSource]) -> None:
        """Read what has come."""
        self._sitting, self._shown = sitting, []
        self._desk.reference.look_up()
        self._read(partial(sitting.read, sources))

    def forget(self) -> None:
        """Nothing of the files stays."""
        self._sitting = None

    def _read(self, call: Callable[..., Any]) -> None:
        work = Work(lambda task: call(task.report), self._ask, words="Đang đọc tệp")
        self.run(work, self._first)

    def _unlock(self, path: Path, password: str) -> None:
        if self._sitting is not None:
            self._sitting.unlock(path, password)
            self._read(self._sitting.read_again)

    def _take_as_list(self) -> None:
        if self._sitting is not None:
            self._sitting.as_list = True
            self._ask(self.files)

    def _ask(self, files: Sequence[ReadFile]) -> None:
        """Ask what stands open next."""
        if self._sitting is None:
            return
        question = self._sitting.next_question()
        if question is OpenQuestion.FONTS:
            self._fonts.show_files(files)
            self.go(IntakeStep.FONTS)
        elif question is OpenQuestion.PLATFORM:
            self._platform.show_files(files)
            self.go(IntakeStep.PLATFORM)
        else:
            self._tables.show_files(files)
            self._ask_of_tables(files, question)

    def _ask_of_tables(self, files: Sequence[ReadFile], question: OpenQuestion) -> None:
        chosen = self._tables.chosen()
        if question is OpenQuestion.TABLES:
            readable = any(file.tables or file.locked for file in files)
            self.go(IntakeStep.TABLES if readable else self._first)
            if files:
                self.fail(broken_words(files))
            else:
                self.say(NO_LIST)
        elif self._sure_at_once and chosen[0].guess.confidence >= SURE:
            self.chosen.emit(chosen)
        else:
            self.show_columns()

    def show_columns(self) -> None:
        """Ask what the columns of the ticked tables mean; what was said of one stands."""
        chosen = self._tables.chosen()
        known = dict(zip(map(_table_key, self._shown), self._columns.tables, strict=False))
        tables = [
            replace(known.get(_table_key(each), each), skip_hidden=each.skip_hidden)
            for each in chosen
        ]
        self._shown = chosen
        self._columns.show_tables(tables, self._desk.reference.units)
        self.go(IntakeStep.COLUMNS)

    def _convert(self) -> None:
        sitting, confirmed = self._sitting, self._fonts.confirmed()
        if sitting is not None:
            work = Work(
                lambda task: sitting.convert(confirmed, task.report),
                self._ask,
                words="Đang chuyển mã",
            )
            self.run(work, IntakeStep.FONTS)

    def _preview(self, at: int, table: ChosenTable) -> None:
        sitting = self._sitting
        if sitting is not None:
            take = partial(self._columns.show_shaped, at)
            self._desk.run(Work(lambda _task: sitting.shaped(table), take))

    def _look(self, table: ChosenTable) -> None:
        sitting = self._sitting
        if sitting is not None:
            take = partial(self._tables.show_shaped, table)
            self._desk.run(Work(lambda _task: sitting.shaped(table), take))

    def go_on(self) -> None:
        """The question that is shown has been answered."""
        if self._step is IntakeStep.FONTS:
            self._convert()
        elif self._step is IntakeStep.TABLES:
            self.show_columns()
        elif self._step is IntakeStep.COLUMNS:
            self.chosen.emit(self.tables)

    def run(self, work: Work[Any], back: IntakeStep) -> None:
        """Do long work and show how far it is; refused or stopped, it leads `back`."""
        self._back_to = back
        self.go(IntakeStep.WAITING)
        self._desk.run(replace(work, failed=self._refused), self._progress.follow)

    def _refused(self, error: AppError) -> None:
        self.go(self._back_to)
        self._problem.refuse(error)

    def _ended(self, stopped: bool) -> None:
        """Work that was stopped or broke leaves nobody waiting; the window tells what broke."""
        if self._step is IntakeStep.WAITING:
            self.go(self._back_to)
            self.say(STOPPED if stopped else "")

    def stop(self) -> bool:
        """Stop what is going on; whether its end must be waited for, as it may be done already."""
        return self._progress.stop()

    def go(self, step: IntakeStep) -> None:
        """Show a step."""
        self._step = step
        self.stack.setCurrentWidget(self._pages[step])
        self.say("")
        self.stepped.emit(step)
        if step is IntakeStep.TABLES:
            self._tables.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tables.look()

    def say(self, words: str) -> None:
        """Say what is wrong, above the step; "" takes it away."""
        self._problem.say(words)

    def fail(self, words: str) -> None:
        """Say what could not be read; "" when all could."""
        if words:
            self._problem.fail(words)
        else:
            self.say("")


def _table_key(table: ChosenTable) -> tuple[str, TableGuess]:
    return table.workbook.sha256, table.guess


def broken_words(files: Sequence[ReadFile]) -> str:
    """What is wrong with the files that cannot be read, the first of them one by one."""
    broken = [file.problem for file in files if file.problem and not file.locked]
    words = "\n".join(broken[:NAMES_SHOWN])
    more = len(broken) - NAMES_SHOWN
    return f"{words}\nVà {number(more)} tệp khác." if more > 0 else words
