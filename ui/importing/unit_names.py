"""The unit names of the files: the unit that each means, or that a new one shall be made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from models.intake.plan_records import UnitPlan
from models.records import Unit
from models.text.formats import number
from ui.people.quiet_combo import QuietCombo
from ui.theme.pieces import label

NEW_UNIT = "Tạo đơn vị mới"
NOT_IN_TREE = "chưa có trong cây đơn vị"


class UnitNames(QScrollArea):
    """`changed` tells that the officer chose another unit; `chosen` holds only such choices."""

    changed = Signal()

    def __init__(self, plans: Sequence[UnitPlan], units: Sequence[Unit]) -> None:
        super().__init__()
        self.chosen: dict[str, int | None] = {}
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
        for at, words in enumerate(("Tên trong tệp", "Số người", "Là đơn vị", "Vì sao")):
            grid.addWidget(label(words, "heading"), 0, at)
        # Names that ask for a decision stand first.
        ordered = sorted(plans, key=lambda plan: (plan.unit_id is not None, not plan.suggestions))
        for line, plan in enumerate(ordered, start=1):
            self._add_line(grid, line, plan, units)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)

    def _add_line(
        self, grid: QGridLayout, line: int, plan: UnitPlan, units: Sequence[Unit]
    ) -> None:
        combo = QuietCombo()
        combo.setObjectName(f"unit-{line}")
        combo.setAccessibleName(f"Đơn vị ứng với “{plan.name}”")
        combo.addItem(NEW_UNIT, None)
        suggested = {unit_id for unit_id, _name, _reason in plan.suggestions}
        for unit_id, name, _reason in plan.suggestions:
            combo.addItem(f"{name} (gợi ý)", unit_id)
        for unit in units:
            if unit.id not in suggested:
                combo.addItem(unit.name, unit.id)
        combo.setCurrentIndex(max(0, combo.findData(plan.unit_id)))
        combo.currentIndexChanged.connect(lambda _at: self._choose(plan, combo))
        grid.addWidget(label(plan.name, wrap=True), line, 0)
        grid.addWidget(label(number(plan.people)), line, 1)
        grid.addWidget(combo, line, 2)
        reasons = [reason for _id, _name, reason in plan.suggestions]
        why = plan.reason or "; ".join(reasons) or NOT_IN_TREE
        grid.addWidget(label(why, "muted", wrap=True), line, 3)

    def _choose(self, plan: UnitPlan, combo: QComboBox) -> None:
        self.chosen[plan.name] = combo.currentData()
        self.changed.emit()
