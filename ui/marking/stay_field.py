"""How long somebody must have been in a meeting to be marked; shown only for a list of one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.text.formats import score_words
from models.text.typed_numbers import doubt_words, read_decimal
from ui.theme.pieces import label, line_edit, row_in


class StayField(QWidget):
    """`changed` tells that other minutes were typed; `minutes` is None until then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.minutes: float | None = None
        self._line = line_edit("stay-minutes", "Số phút tối thiểu", "0", letters=8)
        self._line.editingFinished.connect(self._settle)
        words = label("Dự họp từ (&phút)")
        words.setBuddy(self._line)
        row = row_in(self)
        row.addWidget(words)
        row.addWidget(self._line)
        self.hide()

    def show_minutes(self, least: float | None) -> None:
        """Show what was asked of the meeting; None: the text is of none."""
        self.setVisible(least is not None)
        if least is not None and not self._line.hasFocus():
            self._line.setText(score_words(least) if least else "")

    @property
    def problem(self) -> str:
        """What is wrong with what is typed, "" for nothing."""
        typed = self._line.text()
        if _minutes(typed) is not None:
            return ""
        return doubt_words(typed) or "Số phút phải là số, ghi như 30."

    def _settle(self) -> None:
        typed = _minutes(self._line.text())
        if typed is not None and typed != (self.minutes or 0.0):
            self.minutes = typed
            self.changed.emit()


def _minutes(text: str) -> float | None:
    typed = read_decimal(text) if text.strip() else 0.0
    return None if typed is None or typed < 0 else typed
