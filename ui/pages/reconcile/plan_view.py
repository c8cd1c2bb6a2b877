"""What a reconciliation comes to: cards that tie out, the lines below, and the one that writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import Box, ReconcileDecisions, ReconcileOptions, ReconcilePlan
from models.reconcile.sentences import drops_words, not_registered_words
from models.reconcile.settled import PlanBefore, SettledPlan
from models.records import Unit
from ui.deciding.leaving import leave_decided
from ui.pages.reconcile.cards import BoxCards
from ui.pages.reconcile.decided import DecidedSoFar
from ui.pages.reconcile.options_row import OptionsRow
from ui.pages.reconcile.panes import Pane, Panes
from ui.pages.reconcile.saying import Saying
from ui.pages.reconcile.scope_row import ScopeRow
from ui.pages.reconcile.words import (
    files_words,
    reconcile_button_words,
    remarks_of,
    tie_out,
)
from ui.theme.keys import on_key
from ui.theme.pieces import button, column_in, label, roomy, show_words
from ui.theme.remarks import show_remarks

NARROW_LETTERS = 90
LOW_LINES = 34
PLAN_SHARE = 0.9
UNBOUND = 16_777_215
LEAST = 120


class PlanView(QWidget):
    """`decided` asks for a new standing, `replan` for a new plan, `ruled` and `attendance_ruled`
    for another rule of the contest; `write`, `leave` and `columns` are what the buttons are for."""

    decided = Signal()
    replan = Signal()
    ruled = Signal(object, object)
    attendance_ruled = Signal(object)
    write = Signal()
    leave = Signal()
    columns = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._plan: ReconcilePlan | None = None
        self.decisions = DecidedSoFar(self)
        self.decisions.changed.connect(self.decided)
        self._options = OptionsRow(today)
        self._options.changed.connect(self.replan)
        self._options.ruled.connect(self.ruled)
        self._options.attendance_ruled.connect(self.attendance_ruled)
        self._options.said.connect(self.say)
        self._title = label("", "heading", name="reconcile-file")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tie = Saying("tie-out")
        self._scope = ScopeRow()
        self._scope.changed.connect(self.replan)
        self._problem = label("", "attention", wrap=True, name="plan-problem")
        self._drops = Saying("unit-drops", "attention")
        self._remarks = label("", "attention", wrap=True, name="reconcile-remarks")
        self._cards, self._names = BoxCards(), USUAL_NAMES
        self._panes = Panes(self.decisions)
        self._cards.chosen.connect(self._panes.open)
        self._panes.opened.connect(self._opened)
        self._leave = button("Hủy đối soát", "reconcile-leave")
        self._columns = button("Xem lại cột…", "reconcile-columns")
        self._write = button("", "reconcile-write", primary=True)
        self._write.setToolTip("Ctrl+Enter")
        self._leave.clicked.connect(self._ask_to_leave)
        self._columns.clicked.connect(self.columns)
        self._write.clicked.connect(self.write)
        self._lay_out()
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            on_key(self, keys, partial(self._panes.turn, step))
        on_key(self, "Ctrl+Return", self._write.click)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._title, 1)
        top.addWidget(self._options)
        buttons = QHBoxLayout()
        buttons.addWidget(self._leave)
        buttons.addWidget(self._columns)
        buttons.addStretch(1)
        buttons.addWidget(self._write)
        inside = QWidget()
        column = column_in(inside, spacing=6)
        column.addLayout(top)
        for each in (self._tie, self._scope, self._problem, self._drops, self._remarks):
            column.addWidget(each)
        column.addWidget(self._cards)
        column.addWidget(self._panes, 1)
        # What writes stays in sight, however much is said above it.
        whole = column_in(self, spacing=6)
        whole.addWidget(roomy(inside), 1)
        whole.addLayout(buttons)

    def _ask_to_leave(self) -> None:
        made = self.records
        leave_decided(self, len(made.accounts) + len(made.units), self.leave.emit)

    @property
    def options(self) -> ReconcileOptions:
        """How the officer wants the file understood."""
        return replace(self._options.options, units=self._scope.units)

    @property
    def records(self) -> ReconcileDecisions:
        """All that is decided."""
        return self.decisions.records

    def begin(self) -> None:
        """Another file comes: nothing of the one before stands."""
        self._plan = None
        self.decisions.begin(ReconcileDecisions())
        self._options.begin()
        self._scope.begin()
        self._panes.begin()

    @property
    def before(self) -> PlanBefore:
        """The plan that is shown with what was decided of it; None when there is none."""
        return (self._plan, self.records) if self._plan is not None else None

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does, from the next plan on."""
        self._names = names
        for each in (self._cards, self._panes):
            each.name_marks(names)

    def show_matched(self, standing: SettledPlan, units: Sequence[Unit], said: str = "") -> None:
        """Show a plan as it stands with what is decided of it."""
        self._plan = plan = standing.made
        self.decisions.begin(standing.decisions)
        self._title.setToolTip(", ".join(file.name for file in plan.files))
        self._show_title()
        self._options.show_plan(plan)
        self._scope.show_plan(plan, units)
        self.say(said)
        self._show_numbers(standing)
        self._panes.show_plan(plan, units, standing)

    def _show_title(self) -> None:
        """The name of the file, in the middle of which letters give way to the others."""
        if self._plan is not None:
            words = f"Tệp {files_words(self._plan)}"
            metrics, room = self._title.fontMetrics(), self._title.width()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, max(room, LEAST))
            self._title.setText(shown)

    def take_focus(self) -> None:
        """Let the keys act on the lines of the open box."""
        self._panes.take_focus()

    def show_standing(self, standing: SettledPlan) -> None:
        """The counts follow a decision at once."""
        self._show_numbers(standing)
        self._panes.show_standing(standing)

    def _show_numbers(self, standing: SettledPlan) -> None:
        counts, others = standing.plan.counts, standing.plan.in_other_units
        in_file = counts[Box.NOT_REGISTERED] - others
        self._cards.show_counts({**counts, Box.NOT_REGISTERED: in_file})
        self._cards.show_meaning(Box.NOT_REGISTERED, not_registered_words(standing.plan))
        self._tie.say(tie_out(standing.plan, self._names))
        self._write.setText(reconcile_button_words(standing, self._names))
        drops = drops_words(standing.plan.unit_drops, self._names)
        self._drops.say(f"⚠ {drops}" if drops else "")
        show_remarks(self._remarks, remarks_of(standing))

    def _opened(self, pane: Pane) -> None:
        self._cards.show_open(pane if isinstance(pane, Box) else None)

    def say(self, words: str) -> None:
        """Say what is wrong, above the cards; "" takes it away."""
        show_words(self._problem, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cards stand in two rows; in a low one only their numbers stay."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        self._cards.set_narrow(letters < NARROW_LETTERS)
        self._show_title()
        # A page that does not fit is scrolled, and as high as it likes: what counts is the window.
        room = min(self.height(), self.window().height() * PLAN_SHARE)
        low = room / self.fontMetrics().height() < LOW_LINES
        self._remarks.setMaximumHeight(self.fontMetrics().lineSpacing() if low else UNBOUND)
        for each in (self._tie, self._scope, self._drops, self._cards):
            each.set_low(low)
