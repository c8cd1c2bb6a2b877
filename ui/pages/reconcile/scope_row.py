"""In which units people can be lost since last time: those of the file, all, or one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.contests.wording import what_counts
from models.reconcile.records import ReconcilePlan
from models.reconcile.sentences import scope_words
from models.records import Unit
from ui.pages.reconcile.listed_combo import ListedCombo
from ui.theme.pieces import label, named, row_in
from ui.theme.saying import Saying
from ui.theme.without_signals import without_signals

UnitScope = tuple[int, ...] | None
"""The units that the officer names; (): all, None: those of which the file speaks."""

OF_FILE, ALL, ONLY = "đơn vị có trong tệp", "mọi đơn vị", "chỉ {unit}"
LETTERS = 18


class ScopeRow(QWidget):
    """What counts, in words; `changed` asks for a plan with other units."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: UnitScope = None
        self._choices: list[UnitScope] = []
        self._counting = Saying("what-counts", "muted")
        self._words = Saying("scope-words", "attention")
        self._combo = named(ListedCombo(), "scope", "So với lần trước ở")
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(LETTERS)
        self._combo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._combo.currentIndexChanged.connect(self._choose)
        self._name = label("So với lần trước ở", "muted")
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._words)
        said.addWidget(self._counting)
        said.addStretch(1)
        row = row_in(self)
        row.addLayout(said, 1)
        asked = QHBoxLayout()
        asked.addWidget(self._name)
        asked.addWidget(self._combo)
        row.addLayout(asked)
        row.setAlignment(asked, Qt.AlignmentFlag.AlignTop)

    @property
    def units(self) -> UnitScope:
        """The units that are wanted."""
        return self._wanted

    def begin(self) -> None:
        """Another file comes: its own units count."""
        self._wanted = None

    def show_plan(self, plan: ReconcilePlan, units: Sequence[Unit]) -> None:
        """Show how this plan was made; without a file before there is nothing to choose."""
        scored = any(each.score is not None for each in plan.accounts)
        told = what_counts(plan.options.rule, plan.options.pass_mark)
        self._counting.say(told if scored else "")
        self._words.say(scope_words(plan))
        self._fill(plan, units)
        compared = bool(plan.previous)
        self._name.setVisible(compared)
        self._combo.setVisible(compared)
        self.setVisible(compared or scored)

    def _fill(self, plan: ReconcilePlan, units: Sequence[Unit]) -> None:
        self._wanted = plan.options.units
        seen = {each.unit_id for each in plan.people if each.seen} | set(self._wanted or ())
        named = [unit for unit in units if unit.id in seen]
        self._choices = [None, (), *((unit.id,) for unit in named)]
        with without_signals(self._combo):
            self._combo.clear()
            self._combo.addItems([OF_FILE, ALL, *(ONLY.format(unit=unit.name) for unit in named)])
            self._combo.setCurrentIndex(self._choices.index(self._wanted))
        self._combo.setToolTip(self._combo.currentText())

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._choices) and self._choices[at] != self._wanted:
            self._wanted = self._choices[at]
            self.changed.emit()
