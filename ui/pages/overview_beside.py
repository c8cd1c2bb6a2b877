"""With what the overview compares: the last report, an earlier one, or a day as known now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from models.records.comparing import LAST, Basis, Comparison
from models.records.frozen import FrozenReport
from models.text.formats import number, until_words
from ui.pages.overview_day import DayPopup

REPORTS_SHOWN = 6
_DAY = timedelta(days=1)


class BesideButton(QPushButton):
    """Opens the choice. `chosen` carries a `Since`; None: the last report, or the day before."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("So với…")
        self.setObjectName("overviewBeside")
        self._day, self._today = date.min, date.min
        self._reports: tuple[FrozenReport, ...] = ()
        self.clicked.connect(self._open)

    def show_reports(self, day: date, today: date, reports: Sequence[FrozenReport]) -> None:
        """The reports that can be compared with, and the day that is looked at."""
        self._day, self._today = day, today
        self._reports = tuple(each for each in reports if each.figures.as_of <= day)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("besideMenu")
        if self._reports:
            menu.addAction("Lần &báo cáo trước", lambda: self.chosen.emit(LAST))
        menu.addAction("Ngày &hôm trước", lambda: self.chosen.emit(self._day - _DAY))
        menu.addAction("&Ngày khác…", self._choose_day)
        if self._reports:
            menu.addSeparator()
        for report in self._reports[:REPORTS_SHOWN]:
            menu.addAction(report_words(report), partial(self.chosen.emit, report.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose_day(self) -> None:
        popup = DayPopup(self._today, self._day - _DAY)
        popup.chosen.connect(lambda day: self.chosen.emit(day or self._today))
        popup.open_below(self)


def report_words(report: FrozenReport) -> str:
    """ "Số liệu chốt đến hết ngày 06/06/2026 (24/532)"."""
    found = report.figures
    counted = f"{number(found.registered)}/{number(found.total)}"
    return f"Số liệu chốt {until_words(found.as_of, found.minute)} ({counted})"


def signed(count: int) -> str:
    """ "+9", "−3", "0"."""
    return f"+{number(count)}" if count > 0 else f"−{number(-count)}" if count < 0 else "0"


def grown_words(count: int, basis: Basis) -> str:
    """ "+9 so với báo cáo số liệu chốt 05/6"."""
    return f"{signed(count) if count else 'Không đổi'} {basis.short_words}"


def beside_note(found: Comparison | None) -> str:
    """What the column of changes compares with, and why the total is another."""
    if found is None:
        return ""
    note = f"So lần trước: {found.basis.words}."
    return f"{note} {found.footnote}" if found.footnote else note
