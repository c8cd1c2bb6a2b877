"""The tab of units: names that seem to be one unit, and below what each name means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from models.intake.plan_records import ImportPlan, UnitGroup
from models.records import Unit
from models.text.formats import number
from ui.deciding.table import DecisionTable
from ui.importing.unit_groups import GroupVerdict, UnitGroups, as_one
from ui.importing.unit_names import Meaning, UnitNames
from ui.theme.pieces import column_in

FEW_GROUPS = 4


class UnitsTab(QWidget):
    """A verdict on a group changes what its names mean; a name that is changed by hand
    takes its group along."""

    def __init__(self, plan: ImportPlan, units: Sequence[Unit]) -> None:
        super().__init__()
        self._groups = plan.groups
        self._of_group = {name: at for at, each in enumerate(plan.groups) for name in each.names}
        new = {name: each.proposed for each in plan.groups for name in _sharing(each)}
        self._names = UnitNames(plan.units, units, new)
        self._names.changed.connect(self._changed)
        self._verdicts = UnitGroups(plan.groups, self._names)
        self._table = DecisionTable(self._verdicts)
        column = column_in(self)
        column.addWidget(self._table, 2 if len(plan.groups) <= FEW_GROUPS else 4)
        column.addWidget(self._names, 4)
        self._table.setVisible(bool(plan.groups))

    @property
    def units(self) -> dict[str, int | None]:
        """The unit ids that names were given, None for a new unit."""
        chosen = self._names.chosen.items()
        return {name: each for name, each in chosen if not isinstance(each, str)}

    @property
    def joined(self) -> dict[str, str]:
        """The names that share the new unit of another name."""
        return {name: to for name, to in self._names.chosen.items() if isinstance(to, str)}

    @property
    def asks(self) -> bool:
        """Whether there are groups to decide about."""
        return bool(self._groups)

    def take(self, meanings: Mapping[str, Meaning]) -> None:
        """Take over what names were said to mean before, as far as they are still there."""
        for name, meaning in meanings.items():
            if self._names.set_meaning(name, meaning):
                self._changed(name)
        for at, group in enumerate(self._groups):
            chosen = self._names.chosen
            if all(chosen.get(name, "") == as_one(group, name) for name in group.names):
                self._verdicts.made[at] = GroupVerdict.ONE
        self._table.refresh()

    def take_focus(self) -> None:
        """Let the keys decide about the groups."""
        self._table.take_focus()

    def _changed(self, name: str) -> None:
        if name in self._of_group:
            self._verdicts.made[self._of_group[name]] = GroupVerdict.BY_NAME
            self._table.refresh()


def units_title(plan: ImportPlan) -> str:
    """The words of the tab: "Đơn vị (5, 3 mới)", or how many groups want a decision."""
    words = f"Đơn vị ({number(len(plan.units))}"
    new = sum(1 for each in plan.units if each.unit_id is None)
    words += f", {number(new)} mới" if new else ""
    return f"{words}; {number(len(plan.groups))} cần quyết định)" if plan.groups else f"{words})"


def _sharing(group: UnitGroup) -> Sequence[str]:
    """The names of a group that may share one new unit."""
    return group.names if group.unit_id is None else ()
