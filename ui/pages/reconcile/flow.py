"""From a file to a written result in three steps: the file, what is to be decided, writing."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.contests.attendance import set_attendance_rule
from models.contests.mark_names import mark_names
from models.contests.rule import set_score_rule
from models.intake.sitting.records import ChosenTable, Report
from models.intake.sitting.sources import ListSource
from models.reconcile.records import ReconcilePlan, ReconcileResult
from models.reconcile.settled import SettledPlan, settled_anew, settled_plan
from models.reconcile.sitting import ExportSitting
from models.records import AttendanceRule, ScoreRule
from ui.desk import Desk
from ui.intake.columns_step import ColumnsStep
from ui.intake.sources import read_sources
from ui.intake.steps import ASKING, IntakeStep
from ui.intake.view import IntakeView
from ui.notice import Notice, Tone
from ui.pages.reconcile.foot import LEAVE
from ui.pages.reconcile.plan_view import PlanView
from ui.pages.reconcile.start_view import StartView
from ui.pages.reconcile.steps import STEP_WORDS, ReconcileStep, steps_behind
from ui.pages.reconcile.words import (
    CHANGED_MEANWHILE,
    KEEP_OR_LEAVE,
    KEEP_OR_LEAVE_ADVICE,
    RULE_CHANGED,
    files_words,
    reconcile_notice,
)
from ui.theme.fitting import fit_to_current
from ui.theme.keys import on_key
from ui.theme.pieces import button, label
from ui.theme.steps_line import StepsLine
from ui.work import Work

HEADINGS = {
    IntakeStep.FONTS: "Chữ gõ bằng phông cũ",
    IntakeStep.TABLES: "Chọn bảng cần đọc",
    IntakeStep.COLUMNS: "Xác định nội dung các cột",
}
ONLY_RULE = frozenset({"contests", "changes"})
"""What is touched when nothing but the rule of the contest has changed."""


class Flow(QWidget):
    """`receive` takes files and pasted lists; what is decided stays until it is written or left.

    `stepped` tells each time that another step is shown, `waits` how many lines of the file that
    is reconciled wait for a decision.
    """

    stepped = Signal(int)
    waits = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.start = StartView()
        self._plan_view = PlanView(desk.today())
        own = {IntakeStep.START: self.start, IntakeStep.PLAN: self._plan_view}
        self._view = IntakeView(desk, own, ColumnsStep(lacking=""), sure_at_once=True)
        fit_to_current(self._view.stack)
        self._sitting: ExportSitting | None = None
        self._plan: ReconcilePlan | None = None
        self._asked = 0
        self._behind = self._counting = False
        self._stale = self._only_rule = False
        self._line = StepsLine("reconcile-step", STEP_WORDS)
        self._heading = label("", "heading")
        self.cancel = button(LEAVE, "step-cancel")
        self.stop = button("Dừng", "step-stop")
        self.next = button("Tiếp tục", "step-next", primary=True)
        self._lay_out()
        self._connect()
        self._view.go(IntakeStep.START)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._heading)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        on_key(self, "Esc", self._escape, repeats=False)
        self._line.chosen.connect(self._go_back)
        self.stop.clicked.connect(self._halt)
        self.next.clicked.connect(self._view.go_on)
        self.cancel.clicked.connect(self.leave)
        self._view.stepped.connect(self._stepped)
        self._view.changed.connect(self._show_next)
        self._view.chosen.connect(self._match)
        self._plan_view.decided.connect(self._follow)
        self._plan_view.replan.connect(self._replan)
        self._plan_view.ruled.connect(self._keep_rule)
        self._plan_view.attendance_ruled.connect(self._keep_attendance)
        self._plan_view.write.connect(self._write)
        self._plan_view.leave.connect(self.leave)
        self._plan_view.columns.connect(self._view.show_columns)
        self._plan_view.stepped.connect(self._show_line)

    @property
    def step(self) -> IntakeStep:
        """Where the officer is."""
        return self._view.step

    def receive(self, sources: Sequence[ListSource]) -> None:
        """Begin with these; what is decided already must be written or left first."""
        busy = self.step is IntakeStep.WAITING
        if busy or (self.step is IntakeStep.PLAN and self._plan_view.decisions.any):
            self._desk.noticed.emit(Notice(KEEP_OR_LEAVE, KEEP_OR_LEAVE_ADVICE, Tone.PROBLEM))
            return
        self._plan = None
        self._plan_view.begin()
        if self._desk.file is not None:
            self._sitting = ExportSitting(self._desk.file)
            self._view.begin(self._sitting, list(sources))

    def _stepped(self) -> None:
        step = self.step
        self._heading.setText(HEADINGS.get(step, ""))
        self._heading.setVisible(step in HEADINGS)
        self.stop.setEnabled(True)
        self.stop.setVisible(step is IntakeStep.WAITING)
        self.cancel.setVisible(step in ASKING)
        self.next.setVisible(step in ASKING)
        self._show_next()
        self._show_line()
        if step is IntakeStep.WAITING:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step in ASKING:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(step)

    def _show_next(self) -> None:
        self.next.setEnabled(self._view.ready)

    def _show_line(self) -> None:
        """Where the officer is; while they wait it stays as it is."""
        view = self._plan_view
        waiting = view.waiting if self._plan is not None else 0
        if self.step is IntakeStep.PLAN:
            counts = {int(ReconcileStep.DECIDE): (waiting, "dòng")}
            self._line.show_step(view.step, steps_behind(view.step, waiting), counts)
        elif self.step is not IntakeStep.WAITING:
            self._line.show_step(ReconcileStep.FILE)
        self.waits.emit(waiting)

    def _go_back(self, at: int) -> None:
        if self.step is IntakeStep.PLAN:
            self._plan_view.go(ReconcileStep(at))
            self._plan_view.take_focus()

    def _escape(self) -> None:
        """Stop what is going on, or leave the file."""
        if self.step is IntakeStep.PLAN:
            self._plan_view.ask_to_leave()
        elif self.step in ASKING:
            self.leave()
        else:
            self._halt()

    def _halt(self) -> None:
        """Stop what is going on; nothing of it stays."""
        if self.step is IntakeStep.WAITING and self._view.stop():
            self.stop.setEnabled(False)

    def _match(self, tables: Sequence[ChosenTable]) -> None:
        if self._sitting is not None:
            self._plan_view.show_sources(read_sources(self._view.files, tables))
            asked = self.step is IntakeStep.COLUMNS
            back = IntakeStep.COLUMNS if asked else IntakeStep.START
            plan = partial(self._sitting.plan, tables, self._plan_view.options)
            self._run_matching(plan, "", back)

    def _replan(self, said: str = "") -> None:
        """Match the same rows anew: other options, or the roster is another by now."""
        if self._sitting is not None and self._plan is not None:
            self._stale = False
            plan = partial(self._sitting.plan_again, self._plan_view.options)
            self._run_matching(plan, said, IntakeStep.PLAN)

    def _run_matching(
        self, plan: Callable[[Report], ReconcilePlan], said: str, back: IntakeStep
    ) -> None:
        before = self._plan_view.before
        work = Work(
            lambda task: settled_anew(plan(task.report), before),
            partial(self._show_matched, said),
            words="Đang đối chiếu với danh sách",
        )
        self._view.run(work, back)

    def _keep_rule(self, rule: ScoreRule, pass_mark: float | None) -> None:
        """The contest has another rule from now on; the change itself asks for another plan."""
        self._desk.ask(set_score_rule, None, None, rule, pass_mark)

    def _keep_attendance(self, rule: AttendanceRule) -> None:
        """So for what a meeting or a form comes to."""
        kind = self._plan.attended if self._plan is not None else None
        if kind is not None:
            self._desk.ask(set_attendance_rule, None, None, kind, rule)

    def _show_matched(self, said: str, found: SettledPlan) -> None:
        self._plan = found.made
        self._asked += 1
        self._plan_view.name_marks(mark_names(self._desk.reference.contest))
        self._plan_view.show_matched(found, self._desk.reference.units, said)
        self._view.go(IntakeStep.PLAN)
        self._plan_view.take_focus()

    def _follow(self) -> None:
        """A decision was made: the counts follow, once for all that are made meanwhile."""
        self._behind = True
        if not self._counting:
            self._count()

    def _count(self) -> None:
        plan, records = self._plan, self._plan_view.records
        if plan is None or not self._behind:
            return
        self._behind, self._counting = False, True
        self._desk.run(
            Work(
                lambda _task: settled_plan(plan, records),
                partial(self._take_standing, self._asked),
                ended=self._counted,
            )
        )

    def _counted(self) -> None:
        self._counting = False
        self._count()

    def _take_standing(self, asked: int, standing: SettledPlan) -> None:
        if asked == self._asked and not self._behind:
            self._plan_view.show_standing(standing)

    def _write(self) -> None:
        sitting, plan, records = self._sitting, self._plan, self._plan_view.records
        if sitting is None or plan is None:
            return
        work = Work(
            lambda task: sitting.write(plan, records, task.report),
            partial(self._finish, files_words(plan)),
            words="Đang ghi kết quả đối soát",
            writes=True,
        )
        self._view.run(work, IntakeStep.PLAN)

    def _finish(self, name: str, result: ReconcileResult) -> None:
        names = mark_names(self._desk.reference.contest)
        self._desk.noticed.emit(reconcile_notice(result, name, names))
        self.leave()

    def leave(self) -> None:
        """Back to the beginning; nothing of the file stays."""
        self._plan = self._sitting = None
        self._view.forget()
        self._asked += 1
        self._stale = False
        self._plan_view.begin()
        self._view.go(IntakeStep.START)
        self.start.take_focus()

    def take_focus(self) -> None:
        """Whoever comes to the page finds the keys where they left them."""
        if self.step is IntakeStep.START:
            self.start.take_focus()
        elif self.step is IntakeStep.PLAN:
            self._plan_view.take_focus()

    def data_changed(self, topics: Set[str]) -> None:
        """The data changed while a plan is open: it must be made anew."""
        self._stale = self._stale or self.step is IntakeStep.PLAN
        self._only_rule = topics <= ONLY_RULE

    def look_again(self) -> None:
        """Make a plan that has grown stale anew."""
        if self._stale and self.step is IntakeStep.PLAN:
            self._desk.reference.look_up()
            self._replan(RULE_CHANGED if self._only_rule else CHANGED_MEANWHILE)
