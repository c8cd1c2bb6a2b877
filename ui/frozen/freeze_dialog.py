"""Chốt số liệu: as of when, and what it was reported in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.records.moment import Moment
from models.text.formats import minute_words, short_date
from models.text.times_of_day import typed_minute
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.pieces import hint_in, label

WORDS = (
    "Số liệu và danh sách từng người được giữ nguyên như đã báo cáo: sau này dữ liệu có thay đổi, "
    "số đã chốt vẫn không đổi."
)

NO_TIME = "Không phải giờ trong ngày: hãy ghi như 17:00 hoặc 17 giờ 30."


class FreezeDialog(ActDialog):
    """`chosen` carries (Moment, title)."""

    chosen = Signal(object, str)

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__("Chốt số liệu", "Chốt số liệu", parent, "Hủy")
        self.setObjectName("freeze-dialog")
        self._today = today
        self._day = DateField("freeze-day", "Đến ngày", today)
        self._clock = QLineEdit()
        self._time = FormField(self._clock, "freeze-time", "Đến giờ")
        self._title = QLineEdit()
        self._title.setObjectName("freeze-title")
        self._title.setAccessibleName("Báo cáo")
        hint_in(self._title, "ví dụ: Báo cáo nhanh gửi Sở Khoa học và Công nghệ")
        self.form.addRow(label(WORDS, "muted", wrap=True))
        self.form.addRow("&Đến ngày", self._day)
        self.form.addRow("Đến &giờ", self._time)
        self.form.addRow("&Báo cáo", self._title)
        self._clock.setPlaceholderText("để trống: đến hết ngày; ví dụ: 17:00")
        self._day.changed.connect(self._check)
        self._clock.textChanged.connect(self._check)
        self._day.line.setText(short_date(today))
        self._day.line.selectAll()

    def _check(self) -> None:
        day, typed = self._day.day, self._clock.text().strip()
        minute = typed_minute(typed)
        wrong = bool(typed) and minute is None
        read = "" if minute is None else minute_words(minute)
        self._time.say(NO_TIME if wrong else read, problem=wrong)
        late = day is not None and day > self._today
        self.tell(f"Ngày {short_date(day)} chưa đến nên chưa chốt được." if late else "")
        self.act.setEnabled(day is not None and not late and not wrong)

    def accept(self) -> None:
        """Hand the choice over and close."""
        day = self._day.day
        if day is not None and self.act.isEnabled():
            moment = Moment(day, typed_minute(self._clock.text()))
            super().accept()
            self.chosen.emit(moment, self._title.text().strip())
