"""A time of day typed as people type it: 16:30, 16h30, 16 giờ 30."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from models.text.clocks import split_clock
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.letters import keep_in_letters

CLOCK_IN_LETTERS = 9
NO_TIME = "Giờ ghi như 16:30 hoặc 16h30."


class ClockField(FormField):
    """Nothing typed is valid and means no time."""

    changed = Signal()

    def __init__(self, name: str, words: str) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, name, words)
        self.line.setPlaceholderText("ví dụ: 16:30")
        self.line.textChanged.connect(self._check)
        keep_in_letters(self.line, CLOCK_IN_LETTERS)

    @property
    def time(self) -> time | None:
        """The time, to the minute; None for nothing, and for what is no time."""
        rest, found = split_clock(_with_minute(self.line.text().strip().lower()))
        if found is None or rest.strip() or found.tzinfo is not None:
            return None
        return found.replace(second=0)

    @property
    def valid(self) -> bool:
        """Whether what was typed can be kept."""
        return self.time is not None or not self.line.text().strip()

    def show_time(self, at: datetime | None) -> None:
        """Show the time of a moment."""
        self.line.setText("" if at is None else f"{at:%H:%M}")

    def _check(self) -> None:
        self.say("" if self.valid else NO_TIME, problem=True)
        self.changed.emit()


def _with_minute(text: str) -> str:
    """ "17h", "17 giờ" as "17h00", "17 giờ 00"; all else as it is."""
    return f"{text}00" if text.endswith("h") else f"{text} 00" if text.endswith(" giờ") else text


def moment_typed(day: DateField, clock: ClockField) -> datetime | None:
    """The moment that both fields say; None unless both do."""
    if day.day is None or clock.time is None:
        return None
    return datetime.combine(day.day, clock.time)
