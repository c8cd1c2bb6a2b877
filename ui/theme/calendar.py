"""Calendars in the colours of the window: Qt's own has red weekends and black arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

ARROWS = (
    ("qt_calendar_prevmonth", "‹", "Tháng trước"),
    ("qt_calendar_nextmonth", "›", "Tháng sau"),
)


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Weekends in the colour for attention, arrows as text, no week numbers."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setGridVisible(False)
    weekend = QTextCharFormat()
    weekend.setForeground(calendar.palette().color(QPalette.ColorRole.BrightText))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, text, words in ARROWS:
        arrow = calendar.findChild(QToolButton, name)
        if isinstance(arrow, QToolButton):
            arrow.setIcon(QIcon())
            arrow.setText(text)
            arrow.setToolTip(words)
            arrow.setAccessibleName(words)
