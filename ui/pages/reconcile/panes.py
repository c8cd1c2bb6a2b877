"""What stands below the cards: the lines of each box, unit names, dropped units, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.reconcile.records import Box, Entry, ReconcilePlan, UnitName
from models.reconcile.settled import SettledPlan
from models.records import Unit
from models.text.formats import number
from ui.importing.boxes import BoxTab
from ui.importing.problems_tab import ProblemsTab
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.entries_tab import EntriesTab
from ui.pages.reconcile.fitting import fit_to_current
from ui.pages.reconcile.found_tab import FoundTab
from ui.pages.reconcile.lines import DROP_COLUMNS, DropLine
from ui.pages.reconcile.outsiders import OutsidersTab
from ui.pages.reconcile.uncertain import UncertainTab
from ui.pages.reconcile.unit_texts import UnitTextsTab
from ui.pages.reconcile.words import BOX_ORDER
from ui.theme.pieces import link

DROPS_HINT = "Số người được tính của những đơn vị này ít hơn lần trước."
FOUND = (Box.MATCHED, Box.WRONG_UNIT, Box.REGRESSED)
ASKING = (Box.UNCERTAIN, Box.NOT_ON_ROSTER)


class Beside(Enum):
    """What can be looked at beside the six boxes."""

    UNITS = "units"
    DROPS = "drops"
    PROBLEMS = "problems"


Pane = Box | Beside
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

    `opened` carries the pane that stands open now.
    """

    opened = Signal(object)

    def __init__(self, decided: Decided) -> None:
        super().__init__()
        self._decided = decided
        self._plan: ReconcilePlan | None = None
        self._standing: SettledPlan | None = None
        self._units: Sequence[Unit] = ()
        self._made: dict[Pane, QWidget] = {}
        self._came: dict[int, Entry] = {}
        self._fresh: set[Pane] = set()
        self._open: Pane = Box.MATCHED
        self._low = False
        self._links: dict[Beside, QPushButton] = {}
        self._stack = QStackedWidget()
        fit_to_current(self._stack)
        row = QHBoxLayout()
        row.setSpacing(20)
        for each in Beside:
            made = link("", f"beside-{each.value}")
            made.clicked.connect(lambda _=False, pane=each: self.open(pane, focus=True))
            self._links[each] = made
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def begin(self) -> None:
        """Another file comes: nobody stands on a line, or has selected any, of the one before."""
        for pane in tuple(self._made):
            self._forget(pane)

    def show_plan(self, plan: ReconcilePlan, units: Sequence[Unit], standing: SettledPlan) -> None:
        """Begin with a plan: the box that asks for the officer first is open."""
        for pane in Beside:
            self._forget(pane)
        self._plan, self._units = plan, units
        self._fresh.clear()
        self._came.clear()
        for box in ASKING:
            self._set_units(self._made.get(box))
        for box in FOUND:
            made = self._made.get(box)
            if isinstance(made, FoundTab):
                made.show_plan(plan)
        self.show_standing(standing)
        first = next((box for box in FIRST if standing.ids[box]), Box.MATCHED)
        self.open(first)

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
        if self._plan is None or (isinstance(pane, Beside) and not self._links[pane].text()):
            return
        self._open = pane
        if pane not in self._made:
            self._made[pane] = self._make(pane, self._plan)
            self._stack.addWidget(self._made[pane])
        if pane not in self._fresh:
            self._fill(pane)
        self._stack.setCurrentWidget(self._made[pane])
        if focus:
            self.take_focus()
        self.opened.emit(pane)

    def turn(self, step: int) -> None:
        """Open the next pane, or the one before."""
        shown: list[Pane] = [*BOX_ORDER, *(each for each in Beside if self._links[each].text())]
        at = shown.index(self._open) if self._open in shown else 0
        self.open(shown[(at + step) % len(shown)], focus=True)

    def set_low(self, low: bool) -> None:
        """In a low window what is compared stands beside the table, not below it."""
        self._low = low
        for made in self._made.values():
            if isinstance(made, EntriesTab):
                made.set_low(low)

    def take_focus(self) -> None:
        """Let the keys act on the open table."""
        made = self._made.get(self._open)
        if isinstance(made, BoxTab):
            made.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, pane: Pane, plan: ReconcilePlan) -> QWidget:
        if pane is Box.UNCERTAIN:
            made: QWidget = UncertainTab(self._decided)
        elif pane is Box.NOT_ON_ROSTER:
            made = OutsidersTab(self._decided)
        elif pane in FOUND:
            made = FoundTab(pane, self._decided)
            made.show_plan(plan)
        elif isinstance(pane, Box):
            made = EntriesTab(pane, self._decided)
        elif pane is Beside.UNITS:
            made = UnitTextsTab(self._decided)
            made.show_texts(plan.unit_names, self._units)
        elif pane is Beside.DROPS:
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
        self._set_units(made)
        if isinstance(made, EntriesTab):
            made.set_low(self._low)
        return made

    def _set_units(self, made: QWidget | None) -> None:
        if self._plan is not None and isinstance(made, (UncertainTab, OutsidersTab)):
            made.set_units(self._units, _meanings(self._plan.unit_names))

    def _forget(self, pane: Pane) -> None:
        made = self._made.pop(pane, None)
        if made is not None:
            self._stack.removeWidget(made)
            made.deleteLater()

    def _fill(self, pane: Pane) -> None:
        made, plan, standing = self._made[pane], self._plan, self._standing
        self._fresh.add(pane)
        if isinstance(pane, Box) and isinstance(made, EntriesTab) and plan and standing:
            came = self._came if pane is Box.UNCERTAIN else {}
            made.show_entries(*_lines(pane, plan, standing, came))

    def _remember_come(self, standing: SettledPlan) -> None:
        """What was taken back stays to be seen in Cần xem as long as it is decided about."""
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
            Beside.UNITS: f"Tên đơn vị trên nền tảng ({words})" if plan.unit_names else "",
            Beside.DROPS: _counted("Đơn vị có số giảm", len(standing.plan.unit_drops)),
            Beside.PROBLEMS: _counted("Ô cần lưu ý", len(plan.problems)),
        }
        for pane, text in shown.items():
            self._links[pane].setText(text)
            self._links[pane].setVisible(bool(text))


def _counted(words: str, count: int) -> str:
    return f"{words} ({number(count)})" if count else ""


def _meanings(names: Sequence[UnitName]) -> dict[str, int | None]:
    return {each.text: each.unit_id for each in names}


def _lines(
    box: Box, plan: ReconcilePlan, standing: SettledPlan, came: Mapping[int, Entry]
) -> tuple[Sequence[int], Mapping[int, Entry]]:
    """The lines of a box. Where the officer decides, a line stays in sight when it is decided."""
    if box not in ASKING:
        return standing.ids[box], standing.entries
    asked = {entry.ordinal: entry for entry in plan.in_box(box)}
    come = {each: standing.entries[each] for each in standing.ids[box] if each not in asked}
    more = {**{each: entry for each, entry in came.items() if each not in asked}, **come}
    return [*asked, *sorted(more)], {**more, **asked}
