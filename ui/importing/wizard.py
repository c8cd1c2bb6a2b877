"""The import wizard: reads in the lane, asks step by step, and imports as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.errors import AppError
from models.intake.plan_records import ImportPlan, PlanOptions, Policy
from models.records import Unit
from ui.calls import importing as calls
from ui.desk import Desk
from ui.importing.columns_step import ColumnsStep
from ui.importing.fonts_step import FontsStep
from ui.importing.plan_step import PlanStep
from ui.importing.tables_step import TablesStep
from ui.importing.waiting import Waiting
from ui.importing.words import button_words, documents_folder, done_notice
from ui.lane import Task
from ui.theme.pieces import button, label

SURE = 0.8
PROBLEMS_SHOWN = 3
SIZE_IN_LETTERS, SIZE_IN_LINES = 170, 38
SCREEN_SHARE = 0.94


class Step(IntEnum):
    """Where the officer is."""

    WAITING = 0
    TABLES = 1
    COLUMNS = 2
    PLAN = 3
    FONTS = 4


TITLES = {
    Step.WAITING: "Nhập danh sách",
    Step.FONTS: "Nhập danh sách: chữ gõ bằng phông cũ",
    Step.TABLES: "Nhập danh sách: chọn bảng cần đọc",
    Step.COLUMNS: "Nhập danh sách: các cột có nghĩa gì",
    Step.PLAN: "Nhập danh sách: xem trước, chưa có gì thay đổi",
}


class ImportWizard(QDialog):
    """Reads `paths` (files and folders) as soon as it is made. `imported` carries the result."""

    imported = Signal(object)
    stepped = Signal(int)

    def __init__(self, desk: Desk, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import-wizard")
        self._desk = desk
        self._paths = list(paths)
        self._passwords: dict[Path, str] = {}
        self._files: tuple[calls.ReadFile, ...] = ()
        self._units: Sequence[Unit] = ()
        self._made: ImportPlan | None = None
        self._policy = Policy.NEW_WINS
        self._task: Task | None = None
        self._step = Step.WAITING
        self._back_to = Step.WAITING
        self._waiting, self._tables = Waiting(), TablesStep()
        self._columns, self._plan, self._fonts = ColumnsStep(), PlanStep(), FontsStep()
        self._lay_out()
        self._connect()
        self._desk.ask(calls.units, self._take_units)
        self._read()

    def _lay_out(self) -> None:
        self._title = label("", "title", wrap=True)
        self._problem = label("", "attention", wrap=True)
        self._problem.setObjectName("problem")
        self._stack = QStackedWidget()
        for page in (self._waiting, self._tables, self._columns, self._plan, self._fonts):
            self._stack.addWidget(page)
        self._cancel = button("Không nhập", "cancel")
        self._back = button("Quay &lại", "back")
        self._next = button("Tiếp tục", "next", primary=True)
        for each in (self._cancel, self._back):
            each.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._tables.changed.connect(self._show_buttons)
        self._tables.unlock.connect(self._unlock)
        self._columns.wanted.connect(self._shape)
        self._plan.policy_changed.connect(self._change_policy)
        self._plan.decided.connect(self._show_buttons)

    def _take_units(self, units: Sequence[Unit]) -> None:
        self._units = units

    def _run(
        self, work: Callable[[Task], Any], done: Callable[[Any], Any], words: str, back: Step
    ) -> None:
        """Do long work in the lane while the officer sees how far it is and can stop it."""
        self._back_to = back
        self._waiting.begin(words)
        self._go(Step.WAITING)
        self._task = self._desk.lane.run(work, done, self._refused)
        self._task.progress.connect(self._waiting.show_progress)
        self._task.finished.connect(partial(self._ended, self._task))

    def _refused(self, error: AppError) -> None:
        self._go(self._back_to)
        self._say(str(error))

    def _ended(self, task: Task) -> None:
        """Work that broke leaves nobody waiting; what broke is told by the window."""
        if task is self._task and self._step is Step.WAITING and self.isVisible():
            self._go(self._back_to if self._back_to is not Step.WAITING else Step.TABLES)

    def _read(self) -> None:
        file = self._desk.file
        if file is None:
            return
        paths, passwords = self._paths, dict(self._passwords)
        self._run(
            lambda task: calls.read_files(task, file, paths, passwords),
            self._show_files,
            "Đang đọc tệp",
            Step.WAITING,
        )

    def _show_files(self, files: tuple[calls.ReadFile, ...]) -> None:
        self._files = files
        if any(file.old for file in files):
            self._fonts.show_files(files)
            self._go(Step.FONTS)
            return
        self._tables.show_files(self._files)
        wanted = self._tables.chosen()
        plain = all(not file.problem for file in files) and len(wanted) == 1
        if plain and wanted[0].guess.confidence >= SURE:
            self._show_columns()
        else:
            self._go(Step.TABLES)
            self._say_about_files()

    def _convert(self) -> None:
        file, files, confirmed = self._desk.file, self._files, self._fonts.confirmed()
        if file is not None:
            self._run(
                lambda task: calls.convert(task, file, files, confirmed),
                self._show_files,
                "Đang chuyển mã",
                Step.FONTS,
            )

    def _say_about_files(self) -> None:
        broken = [file.problem for file in self._files if file.problem and not file.locked]
        if not self._files:
            self._say("Trong thư mục này không có danh sách nào đọc được.")
        elif broken:
            more = f"\nVà {len(broken) - PROBLEMS_SHOWN} tệp khác, xem ở bảng dưới."
            rest = more if len(broken) > PROBLEMS_SHOWN else ""
            self._say("\n".join(broken[:PROBLEMS_SHOWN]) + rest)

    def _unlock(self, path: Path, password: str) -> None:
        self._passwords[path] = password
        self._read()

    def _show_columns(self) -> None:
        self._columns.show_tables(self._tables.chosen(), self._units)
        self._go(Step.COLUMNS)

    def _shape(self, at: int, chosen: calls.Chosen) -> None:
        today = self._desk.today()
        self._desk.lane.run(
            lambda task: calls.shape(task, chosen, today), partial(self._columns.show_shaped, at)
        )

    def _make_plan(self) -> None:
        file = self._desk.file
        if file is None:
            return
        tables = list(self._columns.tables)
        options = PlanOptions(policy=self._policy, unit=self._columns.unit)
        self._run(
            lambda task: calls.plan(task, file, tables, options),
            self._show_plan,
            "Đang so với danh sách hiện có",
            Step.COLUMNS,
        )

    def _show_plan(self, plan: ImportPlan) -> None:
        self._made = plan
        self._go(Step.PLAN)
        self._plan.show_plan(plan, self._units)
        self._show_buttons()

    def _change_policy(self, policy: Policy) -> None:
        self._policy = policy
        self._make_plan()

    def _carry_out(self) -> None:
        file, made, decisions = self._desk.file, self._made, self._plan.decisions
        if file is None or made is None:
            return
        tables = list(self._columns.tables)
        fallback = documents_folder()
        places = {each.workbook.sha256: each.path for each in self._files if each.workbook}
        self._run(
            lambda _task: calls.carry_out(file, made, decisions, tables, places, fallback),
            self._finish,
            "Đang ghi vào danh sách",
            Step.PLAN,
        )
        # What has begun to be written is written whole; Ctrl+Z takes it back.
        self._cancel.setEnabled(False)

    def _finish(self, done: calls.CarriedOut) -> None:
        assert self._made is not None
        self._desk.noticed.emit(done_notice(done, [file.name for file in self._made.files]))
        self.imported.emit(done.result)
        self.accept()

    def _go_on(self) -> None:
        steps = {
            Step.FONTS: self._convert,
            Step.TABLES: self._show_columns,
            Step.COLUMNS: self._make_plan,
            Step.PLAN: self._carry_out,
        }
        if self._step in steps:
            steps[self._step]()

    def _go_back(self) -> None:
        if self._step in (Step.COLUMNS, Step.PLAN):
            self._go(Step(self._step - 1))

    def _go(self, step: Step) -> None:
        self._step = step
        self._stack.setCurrentIndex(step)
        self._title.setText(TITLES[step])
        self.setWindowTitle(TITLES[step])
        self._say("")
        self._show_buttons()
        if step is Step.TABLES:
            self._tables.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(step)

    def _show_buttons(self) -> None:
        step = self._step
        self._cancel.setEnabled(True)
        self._back.setVisible(step in (Step.COLUMNS, Step.PLAN))
        self._next.setVisible(step is not Step.WAITING)
        self._next.setDefault(step is not Step.PLAN)
        self._next.setText(button_words(self._plan.people) if step is Step.PLAN else "&Tiếp tục")
        ready = {Step.TABLES: bool(self._tables.chosen()), Step.PLAN: self._plan.people > 0}
        self._next.setEnabled(ready.get(step, True))

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def reject(self) -> None:
        """Stop what is going on and leave everything as it was."""
        if self._task is not None:
            self._task.cancel()
        super().reject()
