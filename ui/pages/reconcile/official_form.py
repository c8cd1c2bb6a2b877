"""The form for one count that the city gave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.contests.mark_names import MarkNames, capitalised
from models.errors import AppError
from models.records import Mark, Unit
from models.text.formats import number, short_date
from models.text.typed_numbers import read_whole
from ui.error_line import ErrorLine
from ui.people.date_field import DateField
from ui.people.unit_field import UnitField
from ui.theme.fitting import discard_widget
from ui.theme.pieces import button, label, line_edit

Counts = tuple[int | None, int | None, int | None]
LARGEST = 9_999_999
DAY_LETTERS = 24
NO_DAY = "Cần có ngày của số liệu, ví dụ: 8/6."
NO_COUNT = "Cần ghi ít nhất một số."
NO_WHOLE = "{} phải là số nguyên từ 0 đến {}, ghi như 532 hoặc 1.234."
WHOLE = "để trống: tất cả đơn vị"


class OfficialForm(QWidget):
    """`wanted` carries (day, unit id or None, counts, source) of a count to keep."""

    wanted = Signal(object, object, object, str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._day = DateField("official-day", "Đến hết ngày", today)
        self._day.line.setText(short_date(today))
        self._unit = UnitField("official-unit", "Đơn vị", (), WHOLE)
        self._counts = tuple(
            line_edit(name, words)
            for name, words in (
                ("official-total", "Tổng số"),
                ("official-registered", "Đã đăng ký"),
                ("official-completed", "Đã hoàn thành"),
            )
        )
        self._source = line_edit(
            "official-source", "Nguồn", "ví dụ: công văn của Sở, tin nhắn ngày 8/6"
        )
        self._problem = ErrorLine("official-problem")
        self._save = button("&Lưu số liệu", "official-save", primary=True)
        self._save.clicked.connect(self._ask)
        for field in (*self._counts, self._source, self._day.line):
            field.returnPressed.connect(self._ask)
        self._grid = QGridLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        titles = ("Đến hết ngày", "Đơn vị", "Tổng số", "Đã đăng ký", "Đã hoàn thành")
        self._titles = [label(words, "muted") for words in titles]
        for column, title in enumerate(self._titles):
            grid.addWidget(title, 0, column)
        for column, field in enumerate((self._day, self._unit, *self._counts)):
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label("Nguồn", "muted"), 2, 0)
        grid.addWidget(self._source, 2, 1, 1, len(titles) - 2)
        grid.addWidget(self._save, 2, len(titles) - 1)
        grid.addWidget(self._problem, 3, 0, 1, len(titles))
        grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * DAY_LETTERS)
        grid.setColumnStretch(1, 1)

    def name_marks(self, names: MarkNames) -> None:
        """Ask for the counts of the marks that the contest counts, in its words."""
        fields = zip((Mark.REGISTERED, Mark.COMPLETED), self._counts[1:], strict=True)
        for (mark, field), title in zip(fields, self._titles[3:], strict=True):
            words = capitalised(names.done(mark))
            title.setText(words)
            field.setAccessibleName(words)
            for each in (title, field):
                each.setVisible(mark in names.counted)

    def set_units(self, units: Sequence[Unit]) -> None:
        """The units to choose from; none is the whole commune."""
        discard_widget(self._unit)
        self._unit = UnitField("official-unit", "Đơn vị", units, WHOLE)
        self._grid.addWidget(self._unit, 1, 1, Qt.AlignmentFlag.AlignTop)
        QWidget.setTabOrder(self._day.line, self._unit)
        QWidget.setTabOrder(self._unit, self._counts[0])

    def clear(self) -> None:
        """Ready for the next count of the same day."""
        for field in self._counts:
            field.clear()

    def say(self, words: str) -> None:
        """Say what is wrong below the fields; "" takes it away."""
        self._problem.say(words)

    def refuse(self, error: AppError) -> None:
        """Say what failed."""
        self._problem.refuse(error)

    def _wrong(self, counts: Sequence[int | None]) -> str:
        """The field in which something stands that is no count."""
        for field, count in zip(self._counts, counts, strict=True):
            if field.text().strip() and (count is None or count > LARGEST):
                return field.accessibleName()
        return ""

    def _ask(self) -> None:
        counts = tuple(read_whole(field.text()) for field in self._counts)
        unit, day = self._unit.unit, self._day.day
        if day is None:
            self.say(NO_DAY)
        elif not self._unit.valid:
            self.say(self._unit.hint)
        elif wrong := self._wrong(counts):
            self.say(NO_WHOLE.format(wrong, number(LARGEST)))
        elif all(count is None for count in counts):
            self.say(NO_COUNT)
        else:
            self.say("")
            self.wanted.emit(day, unit.id if unit else None, counts, self._source.text().strip())
