"""The unit names of the files: the unit that each means, or that a new one shall be made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from models.intake.plan_records import UnitPlan
from models.records import Unit
from models.text.formats import number
from ui.theme.pieces import label, named
from ui.theme.quiet_combo import QuietCombo
from ui.theme.without_signals import without_signals

NEW_UNIT = "Tạo đơn vị mới"
NOT_IN_TREE = "chưa có trong cây đơn vị"
PORTION, LINES_SEEN = 20, 6

Meaning = int | str | None
"""A unit by its id, the unit of another name of the files, or None: a new unit."""


class UnitNames(QScrollArea):
    """`changed` carries a name for which the officer chose another unit.

    `chosen` holds the meanings that were chosen, and no others. `joinable` are the new
    names whose unit a name may share.
    """

    changed = Signal(str)

    def __init__(
        self, plans: Sequence[UnitPlan], units: Sequence[Unit], joinable: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.chosen: dict[str, Meaning] = {}
        self._units, self._joinable = units, joinable
        # Most names may mean any unit and nothing besides: their choices are the same list.
        self._choices = _choices(units, self)
        self._ids = {unit.id for unit in units}
        self._combos: dict[str, QComboBox] = {}
        self._proposed = {plan.name: plan.unit_id for plan in plans}
        self.setObjectName("unit-names")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(3, 3)
        for at, words in enumerate(("Tên trong tệp", "Số người", "Là đơn vị", "Lý do")):
            grid.addWidget(label(words, "heading"), 0, at)
        self._grid = grid
        self._lines = iter(list(enumerate(_ordered(plans, joinable), start=1)))
        grid.setRowStretch(len(plans) + 1, 1)
        self._portions = QTimer(self, interval=0)
        self._portions.timeout.connect(self._add_portion)
        self._add_portion()
        self._portions.start()
        self.setWidget(page)

    def sizeHint(self) -> QSize:
        """Some names are enough: it scrolls, and what is asked beside it must be seen."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * LINES_SEEN)

    def _add_portion(self) -> None:
        """Add some more lines; all 3.000 at once would keep the window from answering."""
        portion = list(islice(self._lines, PORTION))
        for line, plan in portion:
            self._add_line(line, plan)
        if len(portion) < PORTION:
            self._portions.stop()

    def _combo(self, line: int, plan: UnitPlan) -> QComboBox:
        combo = named(QuietCombo(), f"unit-{line}", f"Đơn vị ứng với “{plan.name}”")
        other = self._joinable.get(plan.name, plan.name)
        if other == plan.name and not plan.suggestions:
            combo.setModel(self._choices)
        else:
            self._fill(combo, plan, other)
        meaning = self.chosen.get(plan.name, plan.unit_id)
        combo.setCurrentIndex(max(0, combo.findData(meaning)))
        combo.currentIndexChanged.connect(partial(self._choose, plan.name))
        self._combos[plan.name] = combo
        return combo

    def _fill(self, combo: QComboBox, plan: UnitPlan, other: str) -> None:
        """The choices of a name that has some of its own, which stand before the others."""
        combo.addItem(NEW_UNIT, None)
        if other != plan.name:
            combo.addItem(f"{other} (đơn vị mới)", other)
        suggested = {unit_id for unit_id, _name, _reason in plan.suggestions}
        for unit_id, name, _reason in plan.suggestions:
            combo.addItem(f"{name} (gợi ý)", unit_id)
        for unit in self._units:
            if unit.id not in suggested:
                combo.addItem(unit.name, unit.id)

    def _add_line(self, line: int, plan: UnitPlan) -> None:
        grid = self._grid
        grid.addWidget(label(plan.name, wrap=True), line, 0)
        grid.addWidget(label(number(plan.people)), line, 1)
        grid.addWidget(self._combo(line, plan), line, 2)
        reasons = [reason for _id, _name, reason in plan.suggestions]
        why = plan.reason or "; ".join(reasons) or NOT_IN_TREE
        grid.addWidget(label(why, "muted", wrap=True), line, 3)

    def _choose(self, name: str, _at: int) -> None:
        self.chosen[name] = self._combos[name].currentData()
        self.changed.emit(name)

    def set_meaning(self, name: str, meaning: Meaning) -> bool:
        """Let `name` mean something else, without a word about it; False when it cannot."""
        possible = meaning is None or meaning in self._ids or meaning == self._joinable.get(name)
        if possible and name in self._proposed:
            self.chosen[name] = meaning
            self._show(name, meaning)
            return True
        return False

    def forget(self, name: str) -> None:
        """Let `name` mean again what was proposed at first."""
        self._show(name, self._proposed[name])
        self.chosen.pop(name, None)

    def _show(self, name: str, meaning: Meaning) -> None:
        combo = self._combos.get(name)
        if combo is not None:
            with without_signals(combo):
                combo.setCurrentIndex(max(0, combo.findData(meaning)))


def _choices(units: Sequence[Unit], parent: QObject) -> QStandardItemModel:
    """A new unit, or any of these."""
    model = QStandardItemModel(parent)
    model.appendRow(QStandardItem(NEW_UNIT))
    for unit in units:
        item = QStandardItem(unit.name)
        item.setData(unit.id, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model


def _ordered(plans: Sequence[UnitPlan], joinable: Mapping[str, str]) -> list[UnitPlan]:
    """Names that ask for a decision stand first, those of one group together."""
    place = {name: at for at, name in enumerate(dict.fromkeys(joinable.values()))}
    return sorted(
        plans,
        key=lambda plan: (
            plan.unit_id is not None,
            place.get(joinable.get(plan.name, ""), len(place)),
            not plan.suggestions,
        ),
    )
