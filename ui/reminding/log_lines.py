"""The reminders of the unit that is looked at, the newest first, and the way to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.campaign.words import (
    MarkWords,
    addressee_words,
    reminder_words,
    short_day,
    signed_gain,
)
from models.records.reminders import Gain, Reminder
from models.text.formats import number
from ui.theme.pieces import label, link

MOST = 6
NONE_YET = "Chưa đôn đốc lần nào."


class ReminderLog(QWidget):
    """`wanted` asks to remind the unit now."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = label("", "muted", wrap=True)
        self._lines.setObjectName("unitReminders")
        self._act = link("Đôn đốc…", "unitRemind")
        self._act.setToolTip("Soạn tin nhắc người đứng đầu và ghi nhật ký (Ctrl+Alt+M)")
        self._act.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label("Đôn đốc", "heading"))
        column.addWidget(self._lines)
        column.addWidget(self._act)

    def show_log(
        self, log: Sequence[tuple[Reminder, Gain]], marks: MarkWords, *, missing: bool
    ) -> None:
        """Show the reminders; `missing` says whether somebody of the unit has still to do it."""
        told = [_line(given, gain, marks) for given, gain in log[:MOST]]
        if len(log) > MOST:
            told.append(f"… và {number(len(log) - MOST)} lần trước đó.")
        self._lines.setText("\n".join(told) or NONE_YET)
        self._act.setVisible(missing)


def _line(given: Reminder, gain: Gain, marks: MarkWords) -> str:
    words = reminder_words(given)
    since = signed_gain(gain, marks)
    return f"• {words[:1].upper()}{words[1:]} · {addressee_words(given)} · từ đó {since}"


def newest_words(given: Reminder | None) -> str:
    """ "lần 2, 09/6" for a column; nothing without a reminder."""
    if given is None:
        return ""
    return f"lần {given.number}, {short_day(given.day)}"
