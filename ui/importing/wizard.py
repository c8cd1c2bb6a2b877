"""The import wizard: reads in the lane, asks step by step, and imports as one change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.intake.plan_records import ImportPlan, PlanOptions, Policy
from models.records import Unit
from ui.calls import importing as calls
from ui.calls.list_files import ListSource
from ui.calls.shaping import Shaper
from ui.desk import Desk
from ui.importing.columns_step import ColumnsStep
from ui.importing.fonts_step import FontsStep
from ui.importing.frame import Step, WizardFrame
from ui.importing.plan_step import PlanStep
from ui.importing.platform_step import PlatformStep
from ui.importing.tables_step import TablesStep
from ui.importing.words import (
    broken_words,
    button_words,
    done_notice,
    unread_words,
)
from ui.start.files import documents_folder
from ui.work import Work


class ImportWizard(WizardFrame):
    """Reads `sources` as soon as it is made. `imported` carries the result, `to_reconcile` the
    sources that are an export and shall be reconciled."""

    imported = Signal(object)
    to_reconcile = Signal(object)

    def __init__(
        self, desk: Desk, sources: Sequence[ListSource], parent: QWidget | None = None
    ) -> None:
        self._tables, self._columns = TablesStep(), ColumnsStep()
        self._plan, self._fonts = PlanStep(desk.today()), FontsStep()
        self._platform = PlatformStep()
        pages = {
            Step.TABLES: self._tables,
            Step.COLUMNS: self._columns,
            Step.PLAN: self._plan,
            Step.FONTS: self._fonts,
            Step.PLATFORM: self._platform,
        }
        super().__init__(desk, pages, parent)
        self.setObjectName("import-wizard")
        self._sources = list(sources)
        self._shaper = Shaper()
        self._passwords: dict[Path, str] = {}
        self._files: tuple[calls.ReadFile, ...] = ()
        self._units: Sequence[Unit] = ()
        self._made: ImportPlan | None = None
        self._policy = Policy.NEW_WINS
        self._connect()
        self._desk.ask(calls.units, self._take_units)
        self._read()

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self._tables.changed.connect(self.show_buttons)
        self._tables.unlock.connect(self._unlock)
        self._columns.wanted.connect(self._shape)
        self._plan.policy_changed.connect(self._change_policy)
        self._plan.decided.connect(self.show_buttons)
        self._platform.as_list.connect(self._show_tables)

    def _take_units(self, units: Sequence[Unit]) -> None:
        self._units = units

    def _read(self) -> None:
        shaper, sources, passwords = self._shaper, self._sources, dict(self._passwords)
        work = Work(
            lambda task: calls.read_files(task, task.file, shaper, sources, passwords),
            self._show_files,
            words="Đang đọc tệp",
        )
        self.run(work, Step.WAITING)

    def _show_files(self, files: tuple[calls.ReadFile, ...]) -> None:
        self._files = files
        if any(file.old for file in files):
            self._fonts.show_files(files)
            self.go(Step.FONTS)
        elif any(file.platform for file in files):
            self._platform.show_files(files)
            self.go(Step.PLATFORM)
        else:
            self._show_tables()

    def _show_tables(self) -> None:
        self._tables.show_files(self._files)
        if self._tables.is_plain:
            self._show_columns()
        else:
            self.go(Step.TABLES)
            self._say_about_files()

    def _convert(self) -> None:
        files, confirmed = self._files, self._fonts.confirmed()
        work = Work(
            lambda task: calls.convert(task, task.file, files, confirmed),
            self._show_files,
            words="Đang chuyển mã",
        )
        self.run(work, Step.FONTS)

    def _say_about_files(self) -> None:
        if self._files:
            self.say(broken_words(self._files))
        else:
            self.say("Trong thư mục này không có danh sách nào đọc được.")

    def _unread(self) -> list[str]:
        """The names of files that are not in the plan because they could not be read."""
        return [file.path.name for file in self._files if file.problem]

    def _unlock(self, path: Path, password: str) -> None:
        self._passwords[path] = password
        self._read()

    def _show_columns(self) -> None:
        self._columns.show_tables(self._tables.chosen(), self._units)
        self.go(Step.COLUMNS)

    def _shape(self, at: int, chosen: calls.Chosen) -> None:
        shaper, today = self._shaper, self._desk.today()
        self._desk.run(
            Work(
                lambda task: calls.shape(task, shaper, chosen, today),
                partial(self._columns.show_shaped, at),
            )
        )

    def _make_plan(self) -> None:
        shaper, tables = self._shaper, list(self._columns.tables)
        options = PlanOptions(policy=self._policy)
        work = Work(
            lambda task: calls.plan(task, task.file, shaper, tables, options),
            self._show_plan,
            words="Đang so với danh sách hiện có",
        )
        self.run(work, Step.COLUMNS)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._made = plan
        self.go(Step.PLAN)
        self.say(unread_words(self._unread()))
        self._plan.show_plan(plan, self._units)
        self.show_buttons()

    def _change_policy(self, policy: Policy) -> None:
        self._policy = policy
        self._make_plan()

    def _carry_out(self) -> None:
        made, decisions = self._made, self._plan.decisions
        if made is None:
            return
        tables = list(self._columns.tables)
        fallback = documents_folder()
        places = {each.workbook.sha256: each.path for each in self._files if each.workbook}
        work = Work(
            lambda task: calls.carry_out(
                task, task.file, made, decisions, tables, places, fallback
            ),
            self._finish,
            words="Đang ghi vào danh sách",
            writes=True,
        )
        self.run(work, Step.PLAN)

    def _finish(self, done: calls.CarriedOut) -> None:
        assert self._made is not None
        self._desk.noticed.emit(
            done_notice(done, [file.name for file in self._made.files], self._unread())
        )
        self.imported.emit(done.result)
        self.accept()

    def _reconcile(self) -> None:
        self.to_reconcile.emit(self._sources)
        self.reject()

    def _go_on(self) -> None:
        steps = {
            Step.PLATFORM: self._reconcile,
            Step.FONTS: self._convert,
            Step.TABLES: self._show_columns,
            Step.COLUMNS: self._make_plan,
            Step.PLAN: self._carry_out,
        }
        if self.step in steps:
            steps[self.step]()

    def _go_back(self) -> None:
        if self.step in (Step.COLUMNS, Step.PLAN):
            self.go(Step(self.step - 1))

    def go(self, step: Step) -> None:
        """Show a step."""
        super().go(step)
        if step is Step.TABLES:
            self._tables.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_buttons(self) -> None:
        """Say on the button what it does, and let it be pressed when that makes sense."""
        super().show_buttons()
        step = self.step
        words = {Step.PLAN: button_words(self._plan.people), Step.PLATFORM: "Đố&i soát"}
        self.next.setText(words.get(step, "&Tiếp tục"))
        ready = {
            Step.TABLES: bool(self._tables.chosen()),
            Step.PLAN: self._plan.ready,
            Step.PLATFORM: not any(file.alone for file in self._files),
        }
        self.next.setEnabled(ready.get(step, True))
