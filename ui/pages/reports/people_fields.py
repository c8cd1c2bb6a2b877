"""Whose names stand in a document, and whether their phones do: masked unless a reason is given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from models.records import Unit
from reports.catalog import ReportKind
from ui.people.unit_field import UnitField
from ui.theme.pieces import column_in, label, line_edit, named

ONE_UNIT = "Chọn một đơn vị"
REASON_HINT = "ví dụ: đơn vị gọi từng người"
NEEDS_REASON = "Ghi lý do thì văn bản mới hiện đủ số; lý do được lưu trong nhật ký."


class PeopleFields(QWidget):
    """`changed` tells that another unit, or another way with phones, is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self._title = label("Đơn vị", "heading")
        self._unit = UnitField("report-unit", "Đơn vị", ())
        self._masked = named(QCheckBox("Che bớt số điện th&oại"), "masked")
        self._masked.setChecked(True)
        self._reason = line_edit("unmask-reason", "Lý do hiện đủ số điện thoại", REASON_HINT)
        self._why = label(NEEDS_REASON, "muted", wrap=True)
        column = column_in(self, 4)
        for each in (self._title, self._unit, self._masked, self._reason, self._why):
            column.addWidget(each)
        self._unit.changed.connect(self.changed)
        self._masked.toggled.connect(self._show_reason)
        self._masked.toggled.connect(self.changed)
        self._reason.textChanged.connect(self.changed)
        self._of_units = self._only_units = self._names = False
        self._show_reason()

    def fit(self, kind: ReportKind) -> None:
        """Offer what has a meaning for a kind."""
        self._of_units, self._names = of_units, names = kind.of_units, kind.names
        self._only_units = kind.only_units
        self._hint()
        self._title.setVisible(of_units)
        self._unit.setVisible(of_units)
        self._masked.setVisible(names)
        self._show_reason()
        self.setVisible(of_units or names)

    def call_commune(self, commune: str) -> None:
        """What stands where no unit is chosen: "Toàn xã", "Toàn phường"."""
        self._whole = f"Toàn {commune}"
        self._hint()

    def _hint(self) -> None:
        self._unit.line.setPlaceholderText(ONE_UNIT if self._only_units else self._whole)

    def set_units(self, units: Sequence[Unit]) -> None:
        """The units to choose from; the one that was chosen stays chosen."""
        self._unit.offer(units)

    @property
    def valid(self) -> bool:
        """Whether the unit is one, or none at all."""
        return not self._of_units or self._unit.valid

    @property
    def unit_id(self) -> int | None:
        """The unit that the document is limited to."""
        unit = self._unit.unit if self._of_units else None
        return unit.id if unit is not None else None

    @property
    def reason(self) -> str:
        """Why phones are shown; "" while they are masked."""
        wanted = self._names and not self._masked.isChecked()
        return " ".join(self._reason.text().split()) if wanted else ""

    def mask_again(self) -> None:
        """Phones are shown in the one document for which it was asked."""
        self._masked.setChecked(True)
        self._reason.clear()

    def _show_reason(self) -> None:
        wanted = self._names and not self._masked.isChecked()
        self._reason.setVisible(wanted)
        self._why.setVisible(wanted)
        if wanted and self.isVisible():
            self._reason.setFocus()
