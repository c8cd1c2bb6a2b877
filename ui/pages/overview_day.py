"""The choice of the day that the overview looks at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from models.text.formats import short_date
from ui.theme.calendar import dress_calendar
from ui.theme.pieces import button


class DayPopup(QFrame):
    """A calendar that goes away by itself. `chosen` carries the day; None means today."""

    chosen = Signal(object)

    def __init__(self, today: date, shown: date) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setObjectName("dayPopup")
        self._today = today
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("dayCalendar")
        self._calendar.setAccessibleName("Ngày xem số liệu")
        self._calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        dress_calendar(self._calendar)
        back = button(f"Hôm nay, {short_date(today)}", "dayToday")
        back.clicked.connect(lambda: self._choose(today))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._calendar)
        column.addLayout(row)
        self._calendar.clicked.connect(self._take)
        self._calendar.activated.connect(self._take)

    def open_below(self, anchor: QPushButton) -> None:
        """Show the calendar under `anchor`, its right edges aligned."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 4))
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date) -> None:
        self.close()
        self.chosen.emit(None if day == self._today else day)
