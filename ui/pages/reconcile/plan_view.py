"""A plan of a reconciliation in three steps: what was read, what is decided, what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import Box, ReconcileDecisions, ReconcileOptions, ReconcilePlan
from models.reconcile.sentences import not_registered_words
from models.reconcile.settled import PlanBefore, SettledPlan
from models.records import Unit
from ui.deciding.leaving import leave_decided
from ui.error_line import ErrorLine
from ui.intake.sources import ReadSource
from ui.pages.reconcile.alarms import Alarms
from ui.pages.reconcile.cards import BoxCards
from ui.pages.reconcile.decided import DecidedSoFar
from ui.pages.reconcile.foot import Foot
from ui.pages.reconcile.panes import Pane, Panes
from ui.pages.reconcile.sources_view import SourcesView
from ui.pages.reconcile.steps import ReconcileStep, first_step, is_lost
from ui.pages.reconcile.summary import SummaryView
from ui.pages.reconcile.words import decided_words, file_words, remarks_of, tie_out
from ui.theme.keys import on_key
from ui.theme.pieces import column_in, label, roomy, show_words
from ui.theme.remarks import told_remarks
from ui.theme.saying import Saying

NARROW_LETTERS = 90
LOW_LINES = 34
PLAN_SHARE = 0.9
LEAST = 120


class PlanView(QWidget):
    """`decided` asks for a new standing, `replan` for a new plan, `ruled` and `attendance_ruled`
    for another rule of the contest; `write`, `leave` and `columns` are what the buttons are for.
    `stepped` tells that another step is shown, or that another number of lines waits."""

    decided = Signal()
    replan = Signal()
    ruled = Signal(object, object)
    attendance_ruled = Signal(object)
    write = Signal()
    leave = Signal()
    columns = Signal()
    stepped = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._plan: ReconcilePlan | None = None
        self._standing: SettledPlan | None = None
        self._came = self._low = False
        self.step = ReconcileStep.FILE
        self.decisions = DecidedSoFar(self)
        self._title = label("", "muted", name="reconcile-file")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._problem = ErrorLine("plan-problem")
        self._alarms = Alarms()
        self._remarks = Saying("reconcile-remarks", "attention")
        self._sources = SourcesView(today)
        self._done = label("", wrap=True, name="reconcile-decided")
        self._summary = SummaryView()
        self._tie = Saying("tie-out")
        self._cards, self._names = BoxCards(), USUAL_NAMES
        self._panes = Panes(self.decisions)
        self._air = QWidget()
        self.foot = Foot()
        self._lay_out()
        self._connect()
        self.go(ReconcileStep.FILE)

    def _connect(self) -> None:
        options, foot = self._sources.options, self.foot
        self.decisions.changed.connect(self.decided)
        options.changed.connect(self.replan)
        options.ruled.connect(self.ruled)
        options.attendance_ruled.connect(self.attendance_ruled)
        options.said.connect(self.say)
        self._sources.scope.changed.connect(self.replan)
        self._cards.chosen.connect(self._panes.open)
        self._panes.opened.connect(self._opened)
        self._panes.passed.connect(partial(self.turn_step, 1))
        self._alarms.asked.connect(partial(self._panes.open, Box.REGRESSED, focus=True))
        self._summary.unfolded.connect(self._unfold)
        foot.leave.clicked.connect(self.ask_to_leave)
        foot.columns.clicked.connect(self.columns)
        foot.back.clicked.connect(partial(self.turn_step, -1))
        foot.next.clicked.connect(partial(self.turn_step, 1))
        foot.write.clicked.connect(self.write)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            on_key(self, keys, partial(self._panes.turn, step))
        on_key(self, "Ctrl+Return", self.write.emit)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = column_in(inside)
        said: tuple[QWidget, ...] = (self._title, self._problem, self._alarms, self._remarks)
        parts: tuple[QWidget, ...] = (self._done, self._summary, self._tie, self._cards)
        grow = (self._sources, self._panes, self._air)
        for each in (*said, self._sources, *parts, self._panes, self._air):
            column.addWidget(each, 1 if each in grow else 0)
        # What leads on stays in sight, however much is said above it.
        whole = column_in(self)
        whole.addWidget(roomy(inside), 1)
        whole.addWidget(self.foot)

    def ask_to_leave(self) -> None:
        """Leave the file; where something was decided the officer is asked first."""
        made = self.records
        leave_decided(self, len(made.accounts) + len(made.units), self.leave.emit)

    @property
    def options(self) -> ReconcileOptions:
        """How the officer wants the file understood."""
        return replace(self._sources.options.options, units=self._sources.scope.units)

    @property
    def records(self) -> ReconcileDecisions:
        """All that is decided."""
        return self.decisions.records

    @property
    def waiting(self) -> int:
        """How many lines nobody has decided about."""
        asked = self._standing.ids[Box.UNCERTAIN] if self._standing is not None else ()
        return sum(map(self.decisions.is_open, asked))

    def begin(self) -> None:
        """Another file comes: nothing of the one before stands."""
        self._plan = self._standing = None
        self._came = False
        self.step = ReconcileStep.FILE
        self.decisions.begin(ReconcileDecisions())
        self._sources.begin()
        self._panes.begin()
        self._summary.unfold(False)

    @property
    def before(self) -> PlanBefore:
        """The plan that is shown with what was decided of it; None when there is none."""
        return (self._plan, self.records) if self._plan is not None else None

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does, from the next plan on."""
        self._names = names
        for each in (self._cards, self._panes):
            each.name_marks(names)

    def show_sources(self, sources: Sequence[ReadSource]) -> None:
        """Show from where the rows of the next plan come."""
        self._sources.show_sources(sources)

    def show_matched(self, standing: SettledPlan, units: Sequence[Unit], said: str = "") -> None:
        """Show a plan as it stands with what is decided of it; one of another file begins at the
        step that it wants first."""
        self._plan = plan = standing.made
        self.decisions.begin(standing.decisions)
        self._title.setToolTip(", ".join(file.name for file in plan.files))
        self._show_title()
        self._sources.show_plan(plan, units)
        self.say(said)
        self._show_numbers(standing)
        came, self._came = self._came, False
        self._panes.show_plan(plan, units, standing, anew=not came)
        self._came = True
        self.go(self.step if came else first_step(standing, self.waiting))

    def go(self, step: ReconcileStep) -> None:
        """Show a step. Before it is written, who was lost is shown with the arithmetic."""
        came = step is not self.step
        self.step = step
        self.foot.show_step(step)
        if step is ReconcileStep.DECIDE:
            self._panes.open(Box.UNCERTAIN)
        elif step is ReconcileStep.WRITE:
            if came and self._standing is not None and is_lost(self._standing):
                self._summary.unfold(True)
            self._unfold(self._summary.is_unfolded)
        self._show_parts()
        self.stepped.emit()

    def turn_step(self, by: int) -> None:
        """Go on, or one step back; the keys go there too."""
        self.go(ReconcileStep(min(max(self.step + by, 0), len(ReconcileStep) - 1)))
        self.take_focus()

    def _show_parts(self) -> None:
        """What stands on the page at this step."""
        file, decide = self.step is ReconcileStep.FILE, self.step is ReconcileStep.DECIDE
        details = self.step is ReconcileStep.WRITE and self._summary.is_unfolded
        self._title.setVisible(not (self._low and (decide or details)))
        self._summary.set_brief(self._low and details)
        self._sources.setVisible(file)
        self._alarms.setVisible(self._alarms.any and not file)
        self._remarks.setVisible(bool(self._remarks.text()) and not decide)
        self._remarks.set_low(self._low and not file)
        self._summary.setVisible(self.step is ReconcileStep.WRITE)
        self._tie.setVisible(details)
        self._cards.setVisible(details)
        self._panes.setVisible(decide or details)
        self._panes.show_more(details)
        self._air.setVisible(not (file or decide or details))
        show_words(self._done, decided_words(self._asked, self.waiting) if decide else "")

    @property
    def _asked(self) -> int:
        return len(self._plan.in_box(Box.UNCERTAIN)) if self._plan is not None else 0

    def _unfold(self, unfolded: bool) -> None:
        if unfolded and self._panes.is_deciding and self.step is ReconcileStep.WRITE:
            self._panes.open_first(but=Box.UNCERTAIN)
        self._show_parts()

    def _show_title(self) -> None:
        """The name of the file, in the middle of which letters give way to the others."""
        if self._plan is not None:
            metrics, room = self._title.fontMetrics(), self._title.width()
            shown = metrics.elidedText(
                file_words(self._plan), Qt.TextElideMode.ElideMiddle, max(room, LEAST)
            )
            self._title.setText(shown)

    def take_focus(self) -> None:
        """Where something is decided the keys act on its lines; else Enter leads on."""
        if self.step is ReconcileStep.DECIDE and (self._asked or self.waiting):
            self._panes.take_focus()
        else:
            self.foot.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_standing(self, standing: SettledPlan) -> None:
        """The counts follow a decision at once."""
        self._show_numbers(standing)
        self._panes.show_standing(standing)
        self._show_parts()
        self.stepped.emit()

    def _show_numbers(self, standing: SettledPlan) -> None:
        self._standing = standing
        counts, others = standing.plan.counts, standing.plan.in_other_units
        in_file = counts[Box.NOT_REGISTERED] - others
        self._cards.show_counts({**counts, Box.NOT_REGISTERED: in_file})
        self._cards.show_meaning(Box.NOT_REGISTERED, not_registered_words(standing.plan))
        self._tie.say(tie_out(standing.plan, self._names))
        self._summary.show_standing(standing, self.waiting, self._names)
        self._alarms.show_standing(standing, self._names)
        self._remarks.say(*told_remarks(remarks_of(standing)))

    def _opened(self, pane: Pane) -> None:
        """Whoever opens a box comes to the step where it stands."""
        self._cards.show_open(pane if isinstance(pane, Box) else None)
        if self._plan is None or not self._came:
            return
        if pane is Box.UNCERTAIN:
            if self.step is not ReconcileStep.DECIDE:
                self.go(ReconcileStep.DECIDE)
        elif not (self.step is ReconcileStep.WRITE and self._summary.is_unfolded):
            self._summary.unfold(True)
            self.go(ReconcileStep.WRITE)

    def say(self, words: str) -> None:
        """Say what is wrong, above everything else; "" takes it away."""
        self._problem.say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cards stand in two rows; in a low one only their numbers stay."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        self._cards.set_narrow(letters < NARROW_LETTERS)
        self._show_title()
        # A page that does not fit is scrolled, and as high as it likes: what counts is the window.
        room = min(self.height(), self.window().height() * PLAN_SHARE)
        low = room / self.fontMetrics().height() < LOW_LINES
        if low != self._low:
            self._low = low
            self._show_parts()
        for each in (self._tie, self._alarms, self._cards):
            each.set_low(low)
