"""From a file to a written result: read, ask where it is unsure, match, decide, write."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from models.reconcile.records import ReconcileResult
from models.records import AttendanceRule, ScoreRule, Unit
from ui.calls import reconcile as calls
from ui.calls.importing import Chosen, ReadFile
from ui.calls.list_files import ListSource
from ui.calls.reconcile import Made, Standing
from ui.desk import Desk
from ui.importing.columns_step import ColumnsStep
from ui.importing.fonts_step import FontsStep
from ui.importing.tables_step import SURE, TablesStep
from ui.importing.words import broken_words
from ui.notice import Notice, Tone
from ui.pages.reconcile.matching import Matched, match_again, match_tables
from ui.pages.reconcile.plan_view import PlanView
from ui.pages.reconcile.start_view import StartView
from ui.pages.reconcile.steps import Step, Steps
from ui.pages.reconcile.words import (
    CHANGED_MEANWHILE,
    KEEP_OR_LEAVE,
    KEEP_OR_LEAVE_ADVICE,
    RULE_CHANGED,
    done_notice,
    files_words,
)
from ui.work import Work

MATCHING = "Đang đối chiếu với danh sách"
ONLY_RULE = frozenset({"contests", "changes"})
"""What is touched when nothing but the rule of the contest has changed."""


class Flow(Steps):
    """`receive` takes files and pasted lists; what is decided stays until it is written or left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.start = StartView()
        self._fonts, self._tables = FontsStep(), TablesStep()
        self._columns = ColumnsStep(lacking="")
        self._view = PlanView(desk.today())
        pages = {
            Step.START: self.start,
            Step.FONTS: self._fonts,
            Step.TABLES: self._tables,
            Step.COLUMNS: self._columns,
            Step.PLAN: self._view,
        }
        self._wanted: Sequence[ListSource] = ()
        self._passwords: dict[Path, str] = {}
        self._files: tuple[ReadFile, ...] = ()
        self._units: Sequence[Unit] = ()
        self._made: Made | None = None
        self._asked = 0
        self._behind = self._counting = False
        self._stale = self._only_rule = False
        super().__init__(desk, dict(pages))
        self._connect()

    def _connect(self) -> None:
        self.next.clicked.connect(self._go_on)
        self.cancel.clicked.connect(self.leave)
        self._tables.changed.connect(self._show_next)
        self._tables.unlock.connect(self._unlock)
        self._columns.wanted.connect(self._preview)
        self._view.decided.connect(self._follow)
        self._view.replan.connect(self._replan)
        self._view.ruled.connect(self._keep_rule)
        self._view.attendance_ruled.connect(self._keep_attendance)
        self._view.write.connect(self._write)
        self._view.leave.connect(self.leave)
        self._view.columns.connect(self._show_columns)

    def receive(self, sources: Sequence[ListSource]) -> None:
        """Begin with these; what is decided already must be written or left first."""
        busy = self.step is Step.WAITING
        if busy or (self.step is Step.PLAN and self._view.decisions.any):
            self._desk.noticed.emit(Notice(KEEP_OR_LEAVE, KEEP_OR_LEAVE_ADVICE, Tone.PROBLEM))
            return
        self._wanted, self._passwords = list(sources), {}
        self._made = None
        self._view.begin()
        self._desk.ask(calls.units, self._take_units)
        self._read()

    def _take_units(self, units: Sequence[Unit]) -> None:
        self._units = units

    def _read(self) -> None:
        wanted, passwords = self._wanted, dict(self._passwords)
        work = Work(
            lambda task: calls.read_exports(task, task.file, wanted, passwords),
            self._show_files,
            words="Đang đọc tệp",
        )
        self.run(work, Step.START)

    def _show_files(self, files: tuple[ReadFile, ...]) -> None:
        self._files = files
        if any(file.old for file in files):
            self._fonts.show_files(files)
            self.go(Step.FONTS)
            return
        self._tables.show_files(files)
        chosen = self._tables.chosen()
        if not any(file.tables or file.locked for file in files):
            self.go(Step.START)
            self.say(broken_words(files))
        elif not self._tables.is_plain:
            self.go(Step.TABLES)
            self._show_next()
            self._tables.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.say(broken_words(files))
        elif chosen[0].guess.confidence < SURE:
            self._show_columns()
        else:
            self._match(chosen)

    def _convert(self) -> None:
        files, confirmed = self._files, self._fonts.confirmed()
        work = Work(
            lambda task: calls.convert_exports(task, task.file, files, confirmed),
            self._show_files,
            words="Đang chuyển mã",
        )
        self.run(work, Step.FONTS)

    def _unlock(self, path: Path, password: str) -> None:
        self._passwords[path] = password
        self._read()

    def _show_columns(self) -> None:
        self._columns.show_tables(self._tables.chosen(), self._units)
        self.go(Step.COLUMNS)

    def _preview(self, at: int, chosen: Chosen) -> None:
        self._desk.run(
            Work(
                lambda task: calls.preview(task, task.file, chosen),
                partial(self._columns.show_shaped, at),
            )
        )

    def _go_on(self) -> None:
        if self.step is Step.FONTS:
            self._convert()
        elif self.step is Step.TABLES:
            self._show_columns()
        elif self.step is Step.COLUMNS:
            self._match(self._columns.tables)

    def _show_next(self) -> None:
        self.next.setEnabled(self.step is not Step.TABLES or bool(self._tables.chosen()))

    def go(self, step: Step) -> None:
        """Show a step; only that of the tables may have nothing to go on with."""
        super().go(step)
        self.next.setEnabled(True)

    def _match(self, tables: Sequence[Chosen]) -> None:
        options, wanted, before = self._view.options, list(tables), self._view.before
        back = self.step if self.step is Step.COLUMNS else Step.START
        work = Work(
            lambda task: match_tables(task, task.file, wanted, options, before),
            partial(self._show_matched, ""),
            words=MATCHING,
        )
        self.run(work, back)

    def _replan(self, said: str = "") -> None:
        """Match the same rows anew: other options, or the roster is another by now."""
        made, options, before = self._made, self._view.options, self._view.before
        if made is None:
            return
        self._stale = False
        work = Work(
            lambda task: match_again(task, task.file, made, options, before),
            partial(self._show_matched, said),
            words=MATCHING,
        )
        self.run(work, Step.PLAN)

    def _keep_rule(self, rule: ScoreRule, pass_mark: float | None) -> None:
        """The contest has another rule from now on; the change itself asks for another plan."""
        self._desk.ask(calls.set_score_rule, None, None, rule, pass_mark)

    def _keep_attendance(self, rule: AttendanceRule) -> None:
        """So for what a meeting or a form comes to."""
        kind = self._made.plan.attended if self._made is not None else None
        if kind is not None:
            self._desk.ask(calls.set_attendance_rule, None, None, kind, rule)

    def _show_matched(self, said: str, matched: Matched) -> None:
        self._made = matched.made
        self._asked += 1
        self._view.show_matched(matched, self._units, said)
        self.go(Step.PLAN)
        self._view.take_focus()

    def _follow(self) -> None:
        """A decision was made: the counts follow, once for all that are made meanwhile."""
        self._behind = True
        if not self._counting:
            self._count()

    def _count(self) -> None:
        if self._made is None or not self._behind:
            return
        plan, records = self._made.plan, self._view.records
        self._behind, self._counting = False, True
        self._desk.run(
            Work(
                lambda task: calls.standing(task.file, plan, records),
                partial(self._take_standing, self._asked),
                ended=self._counted,
            )
        )

    def _counted(self) -> None:
        self._counting = False
        self._count()

    def _take_standing(self, asked: int, standing: Standing) -> None:
        if asked == self._asked and not self._behind:
            self._view.show_standing(standing)

    def _write(self) -> None:
        made, records = self._made, self._view.records
        if made is None:
            return
        work = Work(
            lambda task: calls.write(task, task.file, made.plan, records),
            partial(self._finish, files_words(made.plan)),
            words="Đang ghi kết quả đối soát",
            writes=True,
        )
        self.run(work, Step.PLAN)

    def _finish(self, name: str, result: ReconcileResult) -> None:
        self._desk.noticed.emit(done_notice(result, name))
        self.leave()

    def leave(self) -> None:
        """Back to the beginning; nothing of the file stays."""
        self._made, self._files = None, ()
        self._asked += 1
        self._stale = False
        self._view.begin()
        self.go(Step.START)
        self.start.take_focus()

    def take_focus(self) -> None:
        """Whoever comes to the page finds the keys where they left them."""
        if self.step is Step.START:
            self.start.take_focus()
        elif self.step is Step.PLAN:
            self._view.take_focus()

    def data_changed(self, topics: Set[str]) -> None:
        """The data changed while a plan is open: it must be made anew."""
        self._stale = self._stale or self.step is Step.PLAN
        self._only_rule = topics <= ONLY_RULE

    def look_again(self) -> None:
        """Make a plan that has grown stale anew."""
        if self._stale and self.step is Step.PLAN:
            self._desk.ask(calls.units, self._take_units)
            self._replan(RULE_CHANGED if self._only_rule else CHANGED_MEANWHILE)
