"""As of when the figures of a document are: a day, and the minute of it where one is given."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.records.moment import Moment, as_moment
from models.text.formats import short_date
from ui.people.clock_field import ClockField
from ui.people.date_field import DateField
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import column_in, label

NO_MINUTE = "hết ngày"
CLOCK_LETTERS = 13


class MomentFields(QWidget):
    """ "Số liệu tính đến 17:00 ngày 8/6"; without a time the figures are of the end of the day."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._clock = ClockField("as-of-time", "Số liệu tính đến giờ")
        self._clock.line.setPlaceholderText(NO_MINUTE)
        self._day = DateField("as-of", "Số liệu tính đến ngày", today)
        self._day.line.setText("hôm nay")
        keep_in_letters(self._clock, most=CLOCK_LETTERS)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, share in ((self._clock, 0), (self._day, 1)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        column = column_in(self, 4)
        column.addWidget(label("Số liệu tính đến", "heading"))
        column.addLayout(row)
        self._clock.changed.connect(self.changed)
        self._day.changed.connect(self.changed)

    def show_moment(self, at: date | Moment) -> None:
        """Show a day, or a minute of it."""
        moment = as_moment(at)
        self._day.line.setText(short_date(moment.day))
        minute = moment.minute
        self._clock.line.setText("" if minute is None else f"{minute // 60}:{minute % 60:02d}")

    def go_to_day(self) -> None:
        """Put the focus into the day."""
        self._day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def valid(self) -> bool:
        """Whether what was typed is a moment, or nothing."""
        alone = self._clock.time is not None and self._day.day is None
        return self._day.valid and self._clock.valid and not alone

    @property
    def moment(self) -> date | Moment | None:
        """What was typed; None for the end of today."""
        at, day = self._clock.time, self._day.day
        if day is None or at is None:
            return day
        return Moment(day, at.hour * 60 + at.minute)
