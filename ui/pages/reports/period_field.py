"""The period that a report is of: how long, which one, and where months are cut off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.errors import AppError
from models.papers.periods import (
    CUT_NAMES,
    SPAN_NAMES,
    PeriodCut,
    PeriodSpan,
    ReportPeriod,
    free_period,
    last_ended,
    period_of_day,
    previous_period,
)
from ui.people.date_field import DateField
from ui.theme.pieces import column_in, label, named, show_words
from ui.theme.quiet_combo import QuietCombo

OFFERED = 13


class PeriodField(QWidget):
    """`changed` tells that another period is chosen; `period` is None while days are half typed."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.span = _combo("period-span", "Loại kỳ báo cáo", SPAN_NAMES)
        self.which = named(QuietCombo(), "period-which", "Kỳ báo cáo")
        self.cut = _combo("period-cut", "Cách tính kỳ", CUT_NAMES)
        self.since = DateField("period-since", "Từ ngày", today)
        self.until = DateField("period-until", "Đến ngày", today)
        self._problem = label("", "attention", wrap=True, name="period-problem")
        self._since_title, self._until_title = label("Từ ngày"), label("Đến ngày")
        column = column_in(self, 4)
        self._free = (self._since_title, self.since, self._until_title, self.until)
        self._named = (self.which, self.cut)
        shown: tuple[QWidget, ...] = (self.span, *self._named, *self._free, self._problem)
        for each in shown:
            column.addWidget(each)
        self.span.currentIndexChanged.connect(self._offer)
        self.cut.currentIndexChanged.connect(self._offer)
        self.which.currentIndexChanged.connect(self.changed)
        for field in (self.since, self.until):
            field.changed.connect(self.changed)
        self._offer()

    @property
    def period(self) -> ReportPeriod | None:
        """What is chosen."""
        if self._span is not PeriodSpan.FREE:
            chosen = self.which.currentData()
            return chosen if isinstance(chosen, ReportPeriod) else None
        show_words(self._problem, "")
        if self.since.day is None or self.until.day is None:
            return None
        try:
            return free_period(self.since.day, self.until.day)
        except AppError as error:
            show_words(self._problem, error.sentence)
            return None

    @property
    def _span(self) -> PeriodSpan:
        return PeriodSpan(self.span.currentData())

    def _offer(self) -> None:
        """The period that lasts and those before it; the last one that has ended is chosen."""
        free = self._span is PeriodSpan.FREE
        for day in self._free:
            day.setVisible(free)
        for combo in self._named:
            combo.setVisible(not free)
        show_words(self._problem, "")
        self.which.blockSignals(True)
        self.which.clear()
        if not free:
            self._list(self._span, PeriodCut(self.cut.currentData()))
        self.which.blockSignals(False)
        self.changed.emit()

    def _list(self, span: PeriodSpan, cut: PeriodCut) -> None:
        found, ended = period_of_day(span, self._today, cut), last_ended(span, self._today, cut)
        for _ in range(OFFERED):
            words = f"{found.short_name[:1].upper()}{found.short_name[1:]}"
            self.which.addItem(words, found)
            if found == ended:
                self.which.setCurrentIndex(self.which.count() - 1)
            found = previous_period(found)


def _combo(
    name: str, words: str, names: dict[PeriodSpan, str] | dict[PeriodCut, str]
) -> QuietCombo:
    made = named(QuietCombo(), name, words)
    for value, shown in names.items():
        made.addItem(shown, value.value)
    return made
