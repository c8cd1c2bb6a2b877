"""What a document is made of: each field reaches the document, and only what means something is
there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from models.papers.periods import PeriodSpan
from models.records.choices import NOTHING_CHOSEN
from models.records.moment import Moment
from models.roster.unit_tree import list_units
from reports.catalog import KINDS, kind_of
from tests.ui.keys import type_vietnamese
from ui.pages.reports.options import ReportOptions
from ui.pages.reports.period_field import PeriodField
from ui.pages.reports.signing_fields import NO_SIGNER, OTHER_SIGNER

TODAY = date(2026, 6, 8)
Key = Qt.Key


@pytest.fixture
def options(qtbot):
    made = ReportOptions(TODAY, kind_of("unit-summary"))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(options, name) -> bool:
    return options.findChild(QWidget, name).isVisible()


def typed(options, name, text) -> None:
    type_vietnamese(options.findChild(QLineEdit, name), text)


def test_a_letter_has_a_number_and_a_day_of_its_own(options):
    assert not shown(options, "number")
    options.show_kind(kind_of("reminder-letter"))
    typed(options, "number", "125")
    typed(options, "issued-on", "9/6")
    request = options.request
    assert (request.number, request.issued_on) == (125, date(2026, 6, 9))
    options.show_kind(kind_of("launch-letter"))
    assert options.request.number is None


def test_a_number_is_digits(qtbot, options):
    options.show_kind(kind_of("reminder-letter"))
    number = options.findChild(QLineEdit, "number")
    qtbot.keyClicks(number, "1a2b")
    assert (number.text(), options.request.number) == ("12", 12)


def test_a_number_that_is_half_typed_is_no_document_without_one(qtbot, options):
    options.show_kind(kind_of("reminder-letter"))
    number = options.findChild(QLineEdit, "number")
    qtbot.keyClicks(number, "1.2")
    assert options.request is None
    qtbot.keyClicks(number, "345")
    assert (number.text(), options.request.number) == ("1.234", 1234)
    number.clear()
    assert options.request.number is None


def test_a_poster_has_a_paper_and_nobody_who_signs(qtbot, options):
    options.show_kind(kind_of("poster"))
    assert [shown(options, name) for name in ("paper", "signer", "issued-on", "as-of")] == [
        True, False, False, False,
    ]  # fmt: skip
    qtbot.keyClick(options.findChild(QComboBox, "paper"), Key.Key_Down)
    assert options.request.paper == "A5"


@pytest.mark.parametrize("written", ["17h", "17 giờ", "17:00", "17h00", "17 giờ 00"])
def test_the_minute_and_the_day_of_the_figures(options, written):
    typed(options, "as-of-time", written)
    day = options.findChild(QLineEdit, "as-of")
    day.clear()
    typed(options, "as-of", "5/6")
    assert options.request.as_of == Moment(date(2026, 6, 5), 17 * 60)
    day.clear()
    assert options.request is None


def test_phones_are_shown_for_a_reason_alone(qtbot, options):
    options.show_kind(kind_of("not-registered"))
    assert options.request.masked
    qtbot.keyClick(options.findChild(QCheckBox, "masked"), Key.Key_Space)
    assert options.request.masked
    typed(options, "unmask-reason", "  Gọi   từng người ")
    request = options.request
    assert (request.masked, request.reason) == (False, "Gọi từng người")
    options.show_kind(kind_of("unit-summary"))
    assert (options.request.masked, options.request.reason) == (True, "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_asks_for_one_document(options, kind):
    options.show_kind(kind)
    request = options.request
    assert request.kind == kind.code
    assert (request.period is not None) is (kind.of_period is True)


def test_without_a_signer_one_can_be_written_down(options):
    options.signing.show_chosen(NOTHING_CHOSEN, ())
    signer = options.signing.signer
    assert [signer.itemText(at) for at in range(signer.count())] == [NO_SIGNER, OTHER_SIGNER]


@pytest.fixture
def period(qtbot):
    made = PeriodField(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_last_period_that_has_ended_is_offered_first(qtbot, period):
    assert period.period.code == "2026-05"
    assert period.which.itemText(0) == "Tháng 6 năm 2026"
    qtbot.keyClick(period.span, Key.Key_Down)
    assert period.period.code == "2026-Q1"
    qtbot.keyClick(period.which, Key.Key_Home)
    assert period.period.code == "2026-Q2"


def test_months_are_cut_by_the_decree_or_the_calendar(qtbot, period):
    assert period.period.until == date(2026, 5, 14)
    qtbot.keyClick(period.cut, Key.Key_Down)
    assert period.period.until == date(2026, 5, 31)


def test_free_days_must_not_end_before_they_begin(qtbot, period):
    qtbot.keyClick(period.span, Key.Key_End)
    assert period.period is None
    type_vietnamese(period.since.line, "28/5")
    type_vietnamese(period.until.line, "6/6")
    assert period.period.span is PeriodSpan.FREE
    period.until.line.clear()
    type_vietnamese(period.until.line, "1/5")
    assert period.period is None
    problem = period.findChild(QLabel, "period-problem")
    assert "trước khi bắt đầu" in problem.text()


def test_a_unit_that_is_chosen_or_typed_stays_when_others_come(qtbot, desk, options):
    units = list_units(desk.file)[:3]
    options.set_units(units)
    options.show_kind(kind_of("not-registered"))
    line = options.findChild(QComboBox, "report-unit").lineEdit()
    with qtbot.waitSignal(options.changed):
        type_vietnamese(line, units[1].name)
    assert options.request.unit_id == units[1].id
    with qtbot.assertNotEmitted(options.changed, wait=300):
        options.set_units(units[1:])
    assert (line.text(), options.request.unit_id) == (units[1].name, units[1].id)
    line.clear()
    type_vietnamese(line, "Trư")
    options.set_units(units)
    assert line.text() == "Trư"
    assert options.request is None
