"""Marking with another date than today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames, capitalised
from models.records import Mark
from models.text.formats import number, short_date
from ui.calls.marks import MANY
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField


def mark_choices(names: MarkNames) -> dict[Mark, str]:
    """The marks that can be chosen, in words with a key where they are the usual ones."""
    usual = {
        Mark.REGISTERED: "Đã đăng &ký",
        Mark.COMPLETED: "Đã &hoàn thành",
        Mark.FAILED: "Đã thi, &chưa đạt",
    }
    own = {Mark.REGISTERED: names.registered, Mark.COMPLETED: names.completed}
    return {
        mark: capitalised(names.done(mark)) if own.get(mark) else words
        for mark, words in usual.items()
        if mark is Mark.FAILED or mark in names.counted
    }


class MarkDialog(ActDialog):
    """`chosen` carries (mark, day) when the officer marks."""

    chosen = Signal(object, object)

    def __init__(self, people: int, names: MarkNames, today: date, parent: QWidget) -> None:
        super().__init__(
            "Đánh dấu với ngày khác",
            f"Đánh dấu {number(people)} người",
            parent,
            "Không đánh dấu",
            safe=people > MANY,
        )
        self.setObjectName("mark-dialog")
        self._today = today
        self._marks = {mark: QRadioButton(words) for mark, words in mark_choices(names).items()}
        self._marks[names.counted[0]].setChecked(True)
        self._day = DateField("mark-day", "Ngày đánh dấu", today)
        self._day.changed.connect(self._check)
        choice = QVBoxLayout()
        choice.setSpacing(8)
        for button in self._marks.values():
            choice.addWidget(button)
        self.form.addRow("Đánh dấu", choice)
        self.form.addRow("&Ngày", self._day)
        self._day.line.setText("hôm nay")
        self._day.line.selectAll()
        self._day.line.setFocus()

    def _check(self) -> None:
        day = self._day.day
        late = day is not None and day > self._today
        self.tell(f"Ngày {short_date(day)} chưa đến." if late else "")
        self.act.setEnabled(self._day.valid and day is not None and not late)

    def accept(self) -> None:
        """Hand the choice over and close."""
        mark = next(mark for mark, button in self._marks.items() if button.isChecked())
        self.chosen.emit(mark, self._day.day)
        super().accept()
