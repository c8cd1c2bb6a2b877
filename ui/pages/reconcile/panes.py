"""What stands below the cards: the lines of each box, unit names, dropped units, problems."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import Box, Entry, ReconcilePlan, UnitName
from models.reconcile.settled import SettledPlan
from models.records import Unit
from models.text.formats import number
from ui.deciding.answers import Answer
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable
from ui.intake.problems_tab import ProblemsTab
from ui.pages.reconcile.decided import DecidedSoFar
from ui.pages.reconcile.entries import (
    BoxEntries,
    FoundAccounts,
    MaybeNew,
    Outsiders,
    lines_of_box,
)
from ui.pages.reconcile.lines import DROP_COLUMNS, DropLine, mark_titles
from ui.pages.reconcile.maybe_accounts import ONLY_KNOWN, MaybeAccounts
from ui.pages.reconcile.unit_texts import UnitTextsTab
from ui.pages.reconcile.words import BOX_ORDER
from ui.table.box_tab import BoxTab
from ui.theme.fitting import fit_to_current
from ui.theme.keys import on_key
from ui.theme.pieces import column_in, link, row_in

DROPS_HINT = "Số người được tính của những đơn vị này ít hơn lần trước."
FOUND = (Box.MATCHED, Box.WRONG_UNIT, Box.REGRESSED)
QUEUE_LETTERS = 46


class MorePane(Enum):
    """What can be looked at beside the six boxes."""

    UNITS = "units"
    DROPS = "drops"
    PROBLEMS = "problems"


Pane = Box | MorePane
FIRST = (
    Box.REGRESSED,
    Box.UNCERTAIN,
    Box.WRONG_UNIT,
    Box.NOT_ON_ROSTER,
    Box.MATCHED,
    Box.NOT_REGISTERED,
)


class Panes(QWidget):
    """Shows one pane at a time, each made and filled only when it is first opened.

    `opened` carries the pane that stands open now; `passed` tells of Enter among the lines that
    wait for a decision.
    """

    opened = Signal(object)
    passed = Signal()

    def __init__(self, decided: DecidedSoFar) -> None:
        super().__init__()
        self._decided = decided
        self._plan: ReconcilePlan | None = None
        self._standing: SettledPlan | None = None
        self._units: Sequence[Unit] = ()
        self._made: dict[Pane, BoxTab] = {}
        self._names = USUAL_NAMES
        self._boxes: dict[Box, tuple[BoxEntries, DecisionTable]] = {}
        self._came: dict[int, Entry] = {}
        self._fresh: set[Pane] = set()
        self._open: Pane = Box.MATCHED
        self._links: dict[MorePane, QPushButton] = {}
        self._stack = QStackedWidget()
        fit_to_current(self._stack)
        self._more = QWidget()
        row = row_in(self._more, spacing=20)
        for each in MorePane:
            made = link("", f"beside-{each.value}")
            made.clicked.connect(lambda _=False, pane=each: self.open(pane, focus=True))
            self._links[each] = made
            row.addWidget(made)
        row.addStretch(1)
        column = column_in(self, spacing=4)
        column.addWidget(self._more)
        column.addWidget(self._stack, 1)

    def begin(self) -> None:
        """Another file comes: nobody stands on a line, or has selected any, of the one before."""
        for pane in tuple(self._made):
            self._forget(pane)

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does."""
        self._names = names
        for made in self._made.values():
            made.table.describe(*mark_titles(names))

    def show_plan(
        self,
        plan: ReconcilePlan,
        units: Sequence[Unit],
        standing: SettledPlan,
        *,
        anew: bool,
    ) -> None:
        """Begin with a plan: `anew` the box that asks for the officer first is open, else the one
        that was."""
        for pane in MorePane:
            self._forget(pane)
        self._plan, self._units = plan, units
        self._fresh.clear()
        self._came.clear()
        for flow, table in self._boxes.values():
            self._tell(flow, plan)
            table.begin()
        self.show_standing(standing)
        gone = isinstance(self._open, MorePane) and not self._links[self._open].text()
        if anew or gone:
            self.open_first()
        else:
            self.open(self._open)

    def open_first(self, but: Box | None = None) -> None:
        """Open the box that asks for the officer first, though not the one that is named."""
        if self._standing is not None:
            ids = self._standing.ids
            self.open(next((box for box in FIRST if ids[box] and box is not but), Box.MATCHED))

    @property
    def is_deciding(self) -> bool:
        """Whether the lines that wait for a decision stand open."""
        return self._open is Box.UNCERTAIN

    def show_more(self, shown: bool) -> None:
        """Whether what can be looked at beside the boxes is offered."""
        self._more.setVisible(shown)

    def show_standing(self, standing: SettledPlan) -> None:
        """Show how the plan stands by now; panes that are not open follow when they are."""
        self._standing = standing
        self._remember_come(standing)
        self._fresh.clear()
        self._show_links()
        if self._open in self._made:
            self._fill(self._open)

    def open(self, pane: Pane, *, focus: bool = False) -> None:
        """Open a pane; with `focus` the keys go to its table."""
        if self._plan is None or (isinstance(pane, MorePane) and not self._links[pane].text()):
            return
        self._open = pane
        if pane not in self._made:
            self._made[pane] = self._make(pane, self._plan)
            self._made[pane].table.describe(*mark_titles(self._names))
            self._stack.addWidget(self._made[pane])
        if pane not in self._fresh:
            self._fill(pane)
        self._stack.setCurrentWidget(self._made[pane])
        self.opened.emit(pane)
        if focus:
            self.take_focus()

    def turn(self, step: int) -> None:
        """Open the next pane, or the one before."""
        shown: list[Pane] = [
            *BOX_ORDER,
            *(each for each in MorePane if self._links[each].text()),
        ]
        at = shown.index(self._open) if self._open in shown else 0
        self.open(shown[(at + step) % len(shown)], focus=True)

    def take_focus(self) -> None:
        """Let the keys act on the open table."""
        made = self._made.get(self._open)
        if made is not None:
            made.take_focus()

    def _make(self, pane: Pane, plan: ReconcilePlan) -> BoxTab:
        if isinstance(pane, Box):
            made: BoxTab = self._box_table(pane, plan)
        elif pane is MorePane.UNITS:
            made = UnitTextsTab(self._decided, plan.unit_names, self._units)
        elif pane is MorePane.DROPS:
            drops = plan.unit_drops
            places = range(len(drops))
            made = BoxTab(
                "reconcile-drops",
                DROPS_HINT,
                DROP_COLUMNS,
                places,
                lambda at: DropLine(at, drops[at]),
            )
        else:
            made = ProblemsTab(plan.problems)
        return made

    def _box_table(self, box: Box, plan: ReconcilePlan) -> DecisionTable:
        decided = self._decided
        if box in FOUND:
            flow: BoxEntries = FoundAccounts(box, decided)
        elif box is Box.UNCERTAIN:
            flow = MaybeAccounts(decided)
        else:
            flow = Outsiders(decided) if box is Box.NOT_ON_ROSTER else BoxEntries(box, decided)
        self._tell(flow, plan)
        asks = isinstance(flow, MaybeAccounts)
        sides = Sides(flow, leading=True) if isinstance(flow, MaybeAccounts) else None
        more: list[QWidget] = [flow.unit] if isinstance(flow, MaybeNew) else []
        more += [flow.other] if isinstance(flow, MaybeAccounts) else []
        table = DecisionTable(flow, sides, more, QUEUE_LETTERS if asks else 0)
        if isinstance(flow, MaybeAccounts):
            flow.other.clicked.connect(partial(_refuse, flow, table))
            on_key(table.table, "Return", self.passed.emit, alone=True, repeats=False)
        if isinstance(flow, MaybeNew):
            flow.unit.entered.connect(partial(table.decide, Answer.NEW))
            flow.unit.entered.connect(table.take_focus)
        self._boxes[box] = (flow, table)
        return table

    def _tell(self, flow: BoxEntries, plan: ReconcilePlan) -> None:
        flow.names = self._names
        if isinstance(flow, FoundAccounts):
            flow.take_plan(plan)
        elif isinstance(flow, MaybeNew):
            flow.unit.set_units(self._units, _meanings(plan.unit_names))

    def _forget(self, pane: Pane) -> None:
        made = self._made.pop(pane, None)
        if made is not None:
            self._stack.removeWidget(made)
            made.deleteLater()
        if isinstance(pane, Box):
            self._boxes.pop(pane, None)

    def _fill(self, pane: Pane) -> None:
        plan, standing = self._plan, self._standing
        self._fresh.add(pane)
        if isinstance(pane, Box) and plan and standing:
            came = self._came if pane is Box.UNCERTAIN else {}
            self._boxes[pane][0].take(*lines_of_box(pane, plan, standing, came))
            self._made[pane].refresh()

    def _remember_come(self, standing: SettledPlan) -> None:
        """What was taken back stays to be seen in Cần quyết định as long as it is decided about."""
        shown = {each: standing.entries[each] for each in standing.ids[Box.UNCERTAIN]}
        taken = {each: entry for each, entry in shown.items() if each in self._decided.accounts}
        kept = {each: e for each, e in self._came.items() if each in self._decided.accounts}
        self._came = {**kept, **taken}

    def _show_links(self) -> None:
        plan, standing = self._plan, self._standing
        if plan is None or standing is None:
            return
        unknown = sum(
            each.unit_id is None and each.text not in self._decided.units
            for each in plan.unit_names
        )
        words = f"{number(unknown)} chưa rõ" if unknown else number(len(plan.unit_names))
        shown = {
            MorePane.UNITS: f"Tên đơn vị trên nền tảng ({words})" if plan.unit_names else "",
            MorePane.DROPS: _counted("Đơn vị có số giảm", len(standing.plan.unit_drops)),
            MorePane.PROBLEMS: _counted("Ô cần lưu ý", len(plan.problems)),
        }
        for pane, text in shown.items():
            self._links[pane].setText(text)
            self._links[pane].setVisible(bool(text))


def _counted(words: str, count: int) -> str:
    return f"{words} ({number(count)})" if count else ""


def _meanings(names: Sequence[UnitName]) -> dict[str, int | None]:
    return {each.text: each.unit_id for each in names}


def _refuse(flow: MaybeAccounts, table: DecisionTable) -> None:
    """The people of these accounts are not the ones; the accounts stay to be looked at."""
    made = flow.refusals(table.chosen())
    table.put(Answer.NOBODY, made, words="" if made else ONLY_KNOWN)
