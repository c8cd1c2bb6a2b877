"""From which day something is true again: people are back, or count again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.text.formats import number
from ui.people.act_dialog import ActDialog
from ui.people.choices import names_listed
from ui.people.date_field import DateField
from ui.theme.pieces import label


class DayDialog(ActDialog):
    """`chosen` carries the day; today unless the officer says otherwise."""

    chosen = Signal(object)

    def __init__(self, title: str, words: str, today: date, parent: QWidget) -> None:
        super().__init__(title, title, parent, "Hủy")
        self.form.addRow(label(words, wrap=True))
        self._day = DateField("day", "Từ ngày", today)
        self._day.changed.connect(self._check)
        self.form.addRow("&Từ ngày", self._day)
        self._day.line.setText("hôm nay")
        self._day.line.selectAll()
        self._day.line.setFocus()

    def _check(self) -> None:
        self.act.setEnabled(self._day.valid and self._day.day is not None)

    def accept(self) -> None:
        """Hand the day over and close."""
        self.chosen.emit(self._day.day)
        super().accept()


class BackDialog(DayDialog):
    """Whoever left is back; the days between keep their figures."""

    def __init__(self, names: Sequence[str], today: date, parent: QWidget) -> None:
        title = f"Đưa {number(len(names))} người trở lại danh sách"
        words = f"{names_listed(names)}. Số liệu của những ngày đã rời danh sách không thay đổi."
        super().__init__(title, words, today, parent)
        self.setObjectName("back-dialog")


class CountAgainDialog(DayDialog):
    """Whoever did not have to take part does; the days before keep their figures."""

    def __init__(self, names: Sequence[str], today: date, parent: QWidget) -> None:
        title = f"Tính lại {number(len(names))} người vào đối tượng"
        words = f"{names_listed(names)}. Số liệu của những ngày trước ngày này không thay đổi."
        super().__init__(title, words, today, parent)
        self.setObjectName("count-again-dialog")
