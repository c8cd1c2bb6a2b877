"""A date typed as people type it: 8/6, 08/06/2026, hôm nay."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from models.text.dates import ParsedDate, parse_typed_date
from models.text.formats import partial_date, short_date
from ui.people.field import FormField
from ui.theme.letters import keep_in_letters

DAY_IN_LETTERS = 14
"""Room for a whole day."""
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class DateField(FormField):
    """`partial` lets a year or a month alone stand (a birth); else the day must be complete.

    Nothing typed is valid and means no date.
    """

    changed = Signal()

    def __init__(
        self, name: str, words: str, today: date, *, partial: bool = False, beside: bool = False
    ) -> None:
        self.line = QLineEdit()
        super().__init__(self.line, name, words, beside=beside)
        self._today = today
        self._partial = partial
        self.line.setPlaceholderText("ví dụ: 1985 hoặc 2/4/1985" if partial else "ví dụ: 8/6")
        self.line.textChanged.connect(self._check)
        keep_in_letters(self.line, DAY_IN_LETTERS)

    @property
    def parsed(self) -> ParsedDate:
        """What was typed, understood."""
        return parse_typed_date(self.line.text(), self._today)

    @property
    def day(self) -> date | None:
        """The complete date, or None."""
        return self.parsed.day

    @property
    def valid(self) -> bool:
        """Whether what was typed can be kept."""
        parsed = self.parsed
        if parsed.problem:
            return False
        return not parsed.text or self._partial or parsed.day is not None

    def show_iso(self, text: str) -> None:
        """Show a stored date ("1985-04-02", "1985") as people write it."""
        self.line.setText(partial_date(text))

    def _check(self) -> None:
        parsed = self.parsed
        if parsed.problem:
            self.say(parsed.problem, problem=True)
        elif not self.valid:
            self.say("Cần đủ ngày và tháng, ví dụ: 8/6.", problem=True)
        elif parsed.day and not self._partial:
            self.say(f"{WEEKDAYS[parsed.day.weekday()]}, {short_date(parsed.day)}")
        else:
            self.say("")
        self.changed.emit()
