"""From which day something is true again: people are back, or count again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.text.formats import number, short_date
from ui.people.act_dialog import ActDialog
from ui.people.choices import names_listed
from ui.people.date_field import DateField
from ui.theme.pieces import label


class DayDialog(ActDialog):
    """`chosen` carries the day; today unless the officer says otherwise."""

    chosen = Signal(object)

    def __init__(
        self, title: str, words: str, today: date, parent: QWidget, field: str = "&Từ ngày"
    ) -> None:
        super().__init__(title, title, parent, "Hủy")
        self.form.addRow(label(words, wrap=True))
        self._day = DateField("day", field.replace("&", ""), today)
        self._day.changed.connect(self._check)
        self.form.addRow(field, self._day)
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


class MarkDayDialog(DayDialog):
    """Another day for a mark that stands: `deed` is what was done on it."""

    def __init__(self, name: str, deed: str, day: date, today: date, parent: QWidget) -> None:
        self._today = today
        title, words = f"Đổi ngày {deed}", f"{name}: đang ghi ngày {short_date(day)}."
        super().__init__(title, words, today, parent, "&Ngày")
        self.setObjectName("mark-day-dialog")
        self._day.line.setText(short_date(day))
        self._day.line.selectAll()

    def _check(self) -> None:
        day = self._day.day
        late = day is not None and day > self._today
        self.tell(f"Ngày {short_date(day)} chưa đến." if late else "")
        self.act.setEnabled(self._day.valid and day is not None and not late)
