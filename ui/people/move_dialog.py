"""Another unit: people have moved from a day, or it was written wrongly all along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QStyle, QVBoxLayout, QWidget

from models.records import Unit
from models.text.formats import number
from ui.people.act_dialog import ActDialog
from ui.people.choices import names_listed
from ui.people.date_field import DateField
from ui.people.unit_field import UnitField
from ui.theme.footer import GAP
from ui.theme.pieces import label


class MoveChoice(QWidget):
    """Whether somebody moves, and from when, or stood in the wrong unit all along."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.moves = QRadioButton("C&huyển đơn vị từ ngày")
        self.moves.setObjectName("moves")
        self.moves.setChecked(True)
        self.mistaken = QRadioButton("&Ghi nhầm đơn vị: sửa lại cả số liệu những ngày trước")
        self.mistaken.setObjectName("mistaken")
        self._group = QButtonGroup(self)
        self._group.addButton(self.moves)
        self._group.addButton(self.mistaken)
        self.day = DateField("move-day", "Chuyển đơn vị từ ngày", today)
        self.day.line.setText("hôm nay")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.moves)
        below = QHBoxLayout()
        below.addSpacing(_to_the_words_of(self.moves))
        below.addWidget(self.day)
        column.addLayout(below)
        column.addWidget(self.mistaken)
        self.moves.toggled.connect(self.day.setEnabled)
        self.moves.toggled.connect(self.changed)
        self.day.changed.connect(self.changed)

    @property
    def valid(self) -> bool:
        """Whether the choice can be kept."""
        return self.mistaken.isChecked() or (self.day.valid and self.day.day is not None)


def _to_the_words_of(choice: QRadioButton) -> int:
    """How far the words of a choice stand in, so that what belongs to it stands below them."""
    style = choice.style()
    mark = style.pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, choice)
    return mark + style.pixelMetric(QStyle.PixelMetric.PM_RadioButtonLabelSpacing, None, choice)


class MoveDialog(ActDialog):
    """`moved` carries (unit id, first day there), `corrected` the unit id."""

    moved = Signal(int, object)
    corrected = Signal(int)

    def __init__(
        self, names: Sequence[str], units: Sequence[Unit], today: date, parent: QWidget
    ) -> None:
        title = f"Chuyển đơn vị của {number(len(names))} người"
        super().__init__(title, "Lưu", parent, "Hủy")
        self.setObjectName("move-dialog")
        self._unit = UnitField("move-unit", "Đơn vị mới", units)
        self._choice = MoveChoice(today)
        self.form.addRow(label(f"{names_listed(names)}.", wrap=True))
        self.form.addRow("Đơn &vị mới", self._unit)
        self.form.addRow(self._choice)
        self._unit.changed.connect(self._check)
        self._choice.changed.connect(self._check)
        self._unit.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        self.act.setEnabled(self._unit.unit is not None and self._choice.valid)

    def accept(self) -> None:
        """Hand the choice over and close."""
        unit = self._unit.unit
        if unit is None:
            return
        if self._choice.mistaken.isChecked():
            self.corrected.emit(unit.id)
        else:
            self.moved.emit(unit.id, self._choice.day.day)
        super().accept()
