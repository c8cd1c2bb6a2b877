"""The import wizard: what a sitting asks of lists, the plan, and the import as one change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.contests.mark_names import mark_names
from models.intake.plan_records import ImportPlan, PlanOptions, Policy
from models.intake.sitting.lists import ListSitting
from models.intake.sitting.records import ChosenTable
from models.intake.sitting.sources import ListSource
from ui.deciding.leaving import DecidingDialog
from ui.desk import Desk
from ui.importing.carrying import CarriedOut, carry_out_import
from ui.importing.plan_step import PlanStep
from ui.importing.words import import_button_words, import_notice, unread_words
from ui.intake.columns_step import ColumnsStep
from ui.intake.sources import read_sources, sources_tip, sources_words
from ui.intake.steps import IntakeStep
from ui.intake.view import IntakeView
from ui.start.files import documents_folder
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label, roomy
from ui.theme.saying import Saying
from ui.theme.steps_line import StepsLine
from ui.work import Work

SIZE_IN_LETTERS, SIZE_IN_LINES = 205, 50
SCREEN_SHARE, LOW_LINES, UNBOUND = 0.94, 25, 16_777_215
TITLE, ON = "Nhập danh sách", "&Tiếp tục"
STEP_WORDS = ("Tệp", "Cột", "Quyết định", "Kiểm tra")
FILES, COLUMNS, DECISIONS, CHECK = range(len(STEP_WORDS))
PLACES = {
    IntakeStep.FONTS: FILES,
    IntakeStep.PLATFORM: FILES,
    IntakeStep.TABLES: FILES,
    IntakeStep.COLUMNS: COLUMNS,
}
"""At which of the numbered steps a question of the sitting stands."""

DECIDING_TITLE = f"{TITLE}: cần quyết định"
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TITLES = {
    IntakeStep.FONTS: f"{TITLE}: chữ gõ bằng phông cũ",
    IntakeStep.PLATFORM: f"{TITLE}: tệp của nền tảng thi",
    IntakeStep.TABLES: f"{TITLE}: chọn bảng cần đọc",
    IntakeStep.COLUMNS: f"{TITLE}: xác định nội dung các cột",
    IntakeStep.PLAN: f"{TITLE}: kiểm tra trước khi nhập",
}
BACK = {IntakeStep.COLUMNS: IntakeStep.TABLES, IntakeStep.PLAN: IntakeStep.COLUMNS}


class ImportWizard(DecidingDialog):
    """Reads `sources` as soon as it is made. `stepped` tells each time that another step is shown,
    `imported` carries the result, `to_reconcile` the sources that are an export and shall be
    reconciled."""

    stepped = Signal(int)
    imported = Signal(object)
    to_reconcile = Signal(object)

    def __init__(
        self, desk: Desk, sources: Sequence[ListSource], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import-wizard")
        self._desk, self._sources = desk, list(sources)
        self._sitting: ListSitting | None = None
        self._made: ImportPlan | None = None
        self._policy, self._stays = Policy.NEW_WINS, False
        self._plan = PlanStep(desk.today())
        self._view = IntakeView(desk, {IntakeStep.PLAN: self._plan}, ColumnsStep())
        self._title = label("", "title", wrap=True)
        self._line = StepsLine("import-step", STEP_WORDS)
        self._read = Saying("import-sources", "muted")
        self.cancel = button("Không nhập", "cancel")
        self.back = button("Quay &lại", "back")
        self.next = button("Tiếp tục", "next", primary=True)
        self._lay_out()
        self._connect()
        if desk.file is not None:
            self._sitting = ListSitting(desk.file)
            self._view.begin(self._sitting, self._sources)

    def _lay_out(self) -> None:
        column = dialog_column(self)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(self._read)
        column.addWidget(roomy(self._view), 1)
        column.addLayout(footer(act=self.next, leave=self.cancel, others=(self.back,)))
        fit_to_screen(self, SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self._view.stepped.connect(self._stepped)
        self._view.changed.connect(self._show_buttons)
        self._view.chosen.connect(self._make_plan)
        self._plan.policy_changed.connect(self._change_policy)
        self._plan.decided.connect(self._show_buttons)
        self._plan.decided.connect(self._show_line)
        self._line.chosen.connect(self._go_to_place)
        self.next.installEventFilter(self)

    @property
    def step(self) -> IntakeStep:
        """Where the officer is."""
        return self._view.step

    def _stepped(self) -> None:
        title = DECIDING_TITLE if self._is_deciding else TITLES.get(self.step, TITLE)
        self._title.setText(title)
        self.setWindowTitle(title)
        self._show_buttons()
        self._show_line()
        self._show_sources()
        if not self._is_deciding:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stepped.emit(self.step)

    @property
    def _is_deciding(self) -> bool:
        return self.step is IntakeStep.PLAN and self._plan.asks

    def _show_line(self) -> None:
        """Where the officer is; while they wait it stays as it is."""
        if self.step is IntakeStep.WAITING:
            return
        now = PLACES.get(self.step, DECISIONS if self._is_deciding else CHECK)
        waiting = self._plan.waiting if self.step is IntakeStep.PLAN else 0
        self._line.show_step(now, range(now), {DECISIONS: (waiting, "dòng")})

    def _show_sources(self) -> None:
        """From where the rows come; the first step shows them one by one."""
        if self.step in (IntakeStep.COLUMNS, IntakeStep.PLAN):
            sources = read_sources(self._view.files, self._view.tables)
            self._read.say(f"Đọc từ {sources_words(sources)}")
            self._read.setToolTip(sources_tip(sources))
        elif self.step is not IntakeStep.WAITING:
            self._read.say("")

    def _go_to_place(self, at: int) -> None:
        """Back to a step that is done; what was said there stands."""
        if at in (DECISIONS, CHECK):
            self._plan.show_asked(at == DECISIONS)
            self._stepped()
        else:
            self._view.go(IntakeStep.TABLES if at == FILES else IntakeStep.COLUMNS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An Enter that is held down does not run through the steps."""
        held = isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in ENTERS
        return held or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same wherever the focus is."""
        if not (event.isAutoRepeat() and event.key() in ENTERS):
            super().keyPressEvent(event)

    def _show_buttons(self) -> None:
        """Show the buttons that the step needs, and say on them what they do."""
        step = self.step
        self.cancel.setEnabled(True)
        self.back.setVisible(step in BACK)
        self.next.setVisible(step is not IntakeStep.WAITING)
        self.next.setDefault(True)
        words = {
            IntakeStep.PLAN: import_button_words(self._plan.people),
            IntakeStep.PLATFORM: "Đố&i soát",
        }
        deciding = self._is_deciding
        self.next.setText(ON if deciding else words.get(step, ON))
        ready = {
            IntakeStep.PLAN: self._plan.ready,
            IntakeStep.PLATFORM: not any(file.alone for file in self._view.files),
        }
        self.next.setEnabled(deciding or ready.get(step, self._view.ready))

    def _go_on(self) -> None:
        if self.step is IntakeStep.PLATFORM:
            self.to_reconcile.emit(self._sources)
            self.reject()
        elif self._is_deciding:
            self._go_to_place(CHECK)
        elif self.step is IntakeStep.PLAN:
            self._carry_out()
        else:
            self._view.go_on()

    def _go_back(self) -> None:
        if self.step is IntakeStep.PLAN and not self._is_deciding and self._plan.asked:
            self._go_to_place(DECISIONS)
        elif self.step in BACK:
            self._view.go(BACK[self.step])

    def _make_plan(self, tables: Sequence[ChosenTable]) -> None:
        self._stays = self.step is IntakeStep.PLAN
        sitting, options = self._sitting, PlanOptions(policy=self._policy)
        if sitting is not None:
            work = Work(
                lambda task: sitting.plan(tables, options, task.report),
                self._show_plan,
                words="Đang so với danh sách hiện có",
            )
            self._view.run(work, IntakeStep.COLUMNS)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._made = plan
        self._plan.names = mark_names(self._desk.reference.contest)
        self._plan.show_plan(plan, self._desk.reference.units)
        asked = self._plan.waiting > 0 and not self._stays
        self._plan.show_asked(asked)
        self._view.go(IntakeStep.PLAN)
        self._view.fail(unread_words(self._unread()))
        self._plan.show_asked(asked)

    def _unread(self) -> list[str]:
        """The names of files that are not in the plan because they could not be read."""
        return [file.path.name for file in self._view.files if file.problem]

    def _change_policy(self, policy: Policy) -> None:
        self._policy = policy
        self._make_plan(self._view.tables)

    def _carry_out(self) -> None:
        sitting, plan, decisions = self._sitting, self._made, self._plan.decisions
        if sitting is None or plan is None:
            return
        tables, fallback = self._view.tables, documents_folder()
        work = Work(
            lambda task: carry_out_import(sitting, plan, decisions, tables, fallback, task.report),
            self._finish,
            words="Đang ghi vào danh sách",
            writes=True,
        )
        self._view.run(work, IntakeStep.PLAN)

    def _finish(self, done: CarriedOut) -> None:
        assert self._made is not None
        names = [file.name for file in self._made.files]
        marks = mark_names(self._desk.reference.contest)
        self._desk.noticed.emit(import_notice(done, names, self._unread(), marks))
        self.imported.emit(done.result)
        self.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the title, which the frame has too, gives its room to the step."""
        super().resizeEvent(event)
        low = self.height() < self.fontMetrics().height() * LOW_LINES
        self._title.setVisible(not low)
        self._read.setMaximumHeight(0 if low else UNBOUND)

    def reject(self) -> None:
        """Stop what is going on and leave everything as it was."""
        if self._view.stop() and self.step is IntakeStep.WAITING:
            self.cancel.setEnabled(False)
        else:
            super().reject()
