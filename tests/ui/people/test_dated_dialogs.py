"""The small dialogs of dated facts, by keys: moving, coming back, counting again, all the dates."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from models.figures.figures import figures
from models.journal.history import history
from models.records.periods import EXEMPT_REASONS, LEAVING_REASONS
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.person_rows import people_by_ids
from models.roster.timeline import periods_of
from models.roster.transfers import transfer
from models.roster.unit_tree import list_units
from tests.factory import add_people, exemptions_of, unit
from tests.ui.keys import type_vietnamese
from ui.people.day_dialog import BackDialog, CountAgainDialog
from ui.people.move_dialog import MoveDialog
from ui.people.periods_dialog import PeriodsDialog
from ui.people.reason_dialog import ExemptDialog, LeaveDialog

Key = Qt.Key
NAMES = ("Trần Văn An", "Lê Thị Bình")
TODAY = date(2026, 6, 8)


@pytest.fixture
def host(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def shown(qtbot):
    def opener(dialog):
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return opener


def line(dialog, name) -> QLineEdit:
    return dialog.findChild(QLineEdit, name)


def act(dialog) -> QPushButton:
    return dialog.findChild(QPushButton, "act")


def type_day(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


@pytest.mark.parametrize("kind", [BackDialog, CountAgainDialog])
def test_a_day_is_asked_for_and_is_today_unless_told(qtbot, host, shown, kind):
    dialog = shown(kind(NAMES, TODAY, host))
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog, Key.Key_Return)
    assert told.args == [TODAY]
    dialog = shown(kind(NAMES, TODAY, host))
    type_day(qtbot, line(dialog, "day"), "40/6")
    assert not act(dialog).isEnabled()
    type_day(qtbot, line(dialog, "day"), "5/6")
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(line(dialog, "day"), Key.Key_Return)
    assert told.args == [date(2026, 6, 5)]


def test_a_move_has_a_unit_and_a_day(qtbot, desk, host, shown):
    dialog = shown(MoveDialog(NAMES, list_units(desk.file), TODAY, host))
    assert not act(dialog).isEnabled()
    type_vietnamese(dialog.findChild(QComboBox, "move-unit").lineEdit(), "Công an xã")
    type_day(qtbot, line(dialog, "move-day"), "1/7")
    with qtbot.waitSignal(dialog.moved) as told:
        qtbot.keyClick(line(dialog, "move-day"), Key.Key_Return)
    assert told.args == [unit(desk.file, "Công an xã").id, date(2026, 7, 1)]


def test_a_unit_written_wrongly_needs_no_day(qtbot, desk, host, shown):
    dialog = shown(MoveDialog(NAMES, list_units(desk.file), TODAY, host))
    type_vietnamese(dialog.findChild(QComboBox, "move-unit").lineEdit(), "Công an xã")
    mistaken = dialog.findChild(QRadioButton, "mistaken")
    mistaken.setFocus()
    qtbot.keyClick(mistaken, Key.Key_Space)
    assert not line(dialog, "move-day").isEnabled()
    with qtbot.waitSignal(dialog.corrected) as told:
        qtbot.keyClick(mistaken, Key.Key_Return)
    assert told.args == [unit(desk.file, "Công an xã").id]


@pytest.mark.parametrize(
    ("kind", "reasons"), [(ExemptDialog, EXEMPT_REASONS), (LeaveDialog, LEAVING_REASONS)]
)
def test_all_reasons_of_the_model_are_offered(host, shown, kind, reasons):
    combo = shown(kind(NAMES, TODAY, host)).findChild(QComboBox, "reason")
    assert tuple(combo.itemText(at) for at in range(combo.count())) == reasons


@pytest.fixture
def person(desk):
    (made,) = add_people(desk.file, 1)
    transfer(desk.file, [made], unit(desk.file, "Công an xã").id, date(2026, 6, 3))
    set_exempt(desk.file, [made], "Nghỉ thai sản", date(2026, 6, 4), date(2026, 6, 6))
    set_left(desk.file, [made], date(2026, 6, 7), "Nghỉ hưu")
    return made


@pytest.fixture
def dialog(qtbot, desk, host, shown, person):
    (whole,) = people_by_ids(desk.file, [person])
    return shown(PeriodsDialog(desk, whole, periods_of(desk.file, person), host))


def lines(dialog):
    shown = dialog.findChild(QListWidget, "periods")
    return [shown.item(at).text() for at in range(shown.count())]


def go_to(qtbot, dialog, row):
    shown = dialog.findChild(QListWidget, "periods")
    shown.setFocus()
    qtbot.keyClick(shown, Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(shown, Key.Key_Down)


def test_every_period_is_shown_with_its_days(dialog):
    assert lines(dialog) == [
        "Đơn vị: Phòng Văn hóa - Xã hội, đến hết 02/06/2026",
        "Đơn vị: Công an xã, từ 03/06/2026",
        "Rời danh sách: Nghỉ hưu, từ 07/06/2026",
        "Không thuộc đối tượng: Nghỉ thai sản, từ 04/06/2026 đến hết 06/06/2026",
    ]


def test_the_days_of_an_exemption_are_mended_by_keys(qtbot, desk, dialog, person):
    go_to(qtbot, dialog, 3)
    type_day(qtbot, line(dialog, "period-until"), "1/6")
    assert not act(dialog).isEnabled()
    type_day(qtbot, line(dialog, "period-until"), "5/6")
    qtbot.keyClick(line(dialog, "period-until"), Key.Key_Return)
    qtbot.waitUntil(lambda: lines(dialog)[3].endswith("đến hết 05/06/2026"))
    (left,) = exemptions_of(desk.file, person)
    assert left.until == date(2026, 6, 5)
    assert dialog.isVisible()


def test_what_an_exemption_rests_on_is_written_beside_it(qtbot, desk, dialog, person):
    go_to(qtbot, dialog, 3)
    proof = dialog.findChild(QLineEdit, "period-proof")
    proof.setFocus()
    qtbot.keyClicks(proof, "QD 12")
    qtbot.keyClick(proof, Key.Key_Return)
    qtbot.waitUntil(lambda: lines(dialog)[3].endswith("06/06/2026 (QD 12)"))
    assert exemptions_of(desk.file, person)[0].grounds.proof == "QD 12"
    go_to(qtbot, dialog, 2)
    assert not proof.isVisible()


def test_the_day_of_a_move_is_mended_and_the_present_unit_says_how(qtbot, desk, dialog):
    go_to(qtbot, dialog, 1)
    assert "Chuyển đơn vị" in dialog.findChild(QLabel, "problem").text()
    assert not act(dialog).isEnabled()
    go_to(qtbot, dialog, 0)
    assert not line(dialog, "period-since").isVisible()
    type_day(qtbot, line(dialog, "period-until"), "4/6")
    qtbot.mouseClick(act(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(dialog)[1] == "Đơn vị: Công an xã, từ 05/06/2026")
    assert figures(desk.file, date(2026, 6, 3)).units[0].name == "Phòng Văn hóa - Xã hội"


def test_a_leaving_gets_an_end_and_is_taken_away(qtbot, desk, dialog):
    go_to(qtbot, dialog, 2)
    qtbot.mouseClick(dialog.findChild(QPushButton, "period-remove"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(lines(dialog)) == 3)
    assert figures(desk.file, date(2026, 6, 8)).total == 1
    assert "Xóa thời gian rời danh sách" in history(desk.file)[0].summary


def test_what_cannot_be_kept_is_said_in_the_dialog(qtbot, desk, dialog, person):
    set_exempt(desk.file, [person], "Nghỉ ốm dài ngày", date(2026, 6, 7), date(2026, 6, 8))
    go_to(qtbot, dialog, 3)
    type_day(qtbot, line(dialog, "period-until"), "8/6")
    qtbot.keyClick(line(dialog, "period-until"), Key.Key_Return)
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: "vì lý do khác (Nghỉ ốm dài ngày)" in problem.text())
