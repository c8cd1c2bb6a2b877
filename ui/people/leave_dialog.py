"""People who leave the roster: from when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from models.text.formats import number
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.theme.pieces import label

REASONS = (
    "Chuyển công tác",
    "Nghỉ hưu",
    "Thôi việc, chấm dứt hợp đồng",
    "Ghi nhầm vào danh sách",
    "Từ trần",
)
NAMES_SHOWN = 3


class LeaveDialog(ActDialog):
    """`chosen` carries (day, reason). People leave by date; their data and marks stay."""

    chosen = Signal(object, str)

    def __init__(self, names: Sequence[str], people: int, today: date, parent: QWidget) -> None:
        title = f"Cho {number(people)} người rời danh sách"
        super().__init__(title, title, parent, "Giữ lại")
        self.setObjectName("leave-dialog")
        rest = people - NAMES_SHOWN
        listed = ", ".join(names[:NAMES_SHOWN]) + (
            f" và {number(rest)} người nữa" if rest > 0 else ""
        )
        self.form.addRow(label(f"{listed}. Dữ liệu và lịch sử vẫn được giữ lại.", wrap=True))
        self._day = DateField("leave-day", "Rời danh sách từ ngày", today)
        self._day.changed.connect(lambda: self.act.setEnabled(self._day.day is not None))
        self._reason = QComboBox()
        self._reason.setObjectName("leave-reason")
        self._reason.setAccessibleName("Lý do")
        self._reason.setEditable(True)
        self._reason.addItems(REASONS)
        self.form.addRow("&Từ ngày", self._day)
        self.form.addRow("&Lý do", self._reason)
        self._day.line.setText("hôm nay")
        self._day.line.selectAll()
        self._day.line.setFocus()

    def accept(self) -> None:
        """Hand the choice over and close."""
        self.chosen.emit(self._day.day, self._reason.currentText().strip())
        super().accept()
