"""Dates and times look the same whatever region Windows is set to."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget

from models.text.formats import short_date
from ui.app import make_application

ROOT = Path(__file__).parents[3]
BY_REGION = re.compile(
    r"%[xXcpI]\b|toString\(Qt\.DateFormat|SystemLocale|QLocale\.system\(\)\.toString|locale\.setlocale"
)


@pytest.fixture
def american():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("american")
def test_an_american_machine_shows_a_vietnamese_calendar(qapp, qtbot):
    make_application()
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert calendar.locale().name() == "vi_VN"
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.locale().toString(QDate(2026, 6, 8), "dddd").casefold() == "thứ hai"


def test_days_and_hours_are_written_by_ourselves():
    assert short_date(date(2026, 6, 8)) == "08/06/2026"
    assert f"{datetime(2026, 6, 8, 17, 5):%H:%M}" == "17:05"


def test_no_code_lets_the_region_decide():
    code = [path for name in ("ui", "reports", "models") for path in (ROOT / name).rglob("*.py")]
    assert [path.name for path in code if BY_REGION.search(path.read_text("utf-8"))] == []
