"""“Đã thi, chưa đạt” at the roster: set from the menu or with a day, seen, filtered, looked at."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QRadioButton

from models.records import Mark, PeopleQuery
from models.roster.marks import set_marks
from models.roster.people import list_people
from tests.ui.roster.conftest import NAMES
from ui.pages.roster.filter_panel import FilterPanel
from ui.people.mark_dialog import MarkDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
DONE, AN = 6, "Trần Văn An"


def the(desk, name=AN):
    return next(each for each in list_people(desk.file, PeopleQuery()) if each.name == name)


def act(page, key):
    return page.findChild(QAction, f"act-{key}")


def test_the_menu_marks_it_and_takes_it_back(qtbot, desk, page):
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        act(page, "failed").trigger()
    assert said.args == ["Đã đánh dấu 1 người đã thi, chưa đạt. Ctrl+Z để hoàn tác."]
    model = page.table.model()
    qtbot.waitUntil(lambda: model.index(0, DONE).data() == "Chưa đạt")
    tip = model.index(0, DONE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Đã thi, chưa đạt 08/06/2026"
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        act(page, "unfail").trigger()
    assert "bỏ đánh dấu thi chưa đạt của 1 người" in said.args[0]
    assert not the(desk).has_failed


def test_who_has_completed_stays_so_and_that_is_said(qtbot, desk, page, people):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[AN]], Mark.COMPLETED)
    with qtbot.waitSignal(desk.said) as said:
        act(page, "failed").trigger()
    assert said.args == ["Không đánh dấu ai: 1 người đã hoàn thành nên giữ nguyên."]
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said) as said:
        act(page, "failed").trigger()
    assert "4 người đã thi, chưa đạt; 1 người đã hoàn thành nên giữ nguyên" in said.args[0]


def test_a_day_is_given_with_it(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_Semicolon, Modifier.ControlModifier)
    dialog = page.findChild(MarkDialog)
    buttons = dialog.findChildren(QRadioButton)
    failed = next(each for each in buttons if each.text() == "Đã thi, &chưa đạt")
    failed.click()
    day = dialog.findChild(QLineEdit, "mark-day")
    day.clear()
    qtbot.keyClicks(day, "2/6")
    with qtbot.waitSignal(desk.said):
        qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    assert the(desk).failed_on == date(2026, 6, 2)


def test_the_filter_finds_them_with_their_number(qtbot, desk, page, people):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[NAMES[0]], people[NAMES[1]]], Mark.FAILED)
    qtbot.keyClick(page.table, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(FilterPanel) is not None)
    panel = page.findChild(FilterPanel)
    qtbot.waitUntil(panel.isVisible)
    box = panel.findChild(QCheckBox, "status-failed")
    assert box.text() == "Đã thi, chưa đạt (2)"
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(box, Key.Key_Space)
    assert page.table.model().rowCount() == 2


def test_the_side_panel_tells_the_day(qtbot, desk, page, people):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[AN]], Mark.FAILED)
    words = "○ Đã thi, chưa đạt 08/06/2026"
    qtbot.waitUntil(lambda: words in [each.text() for each in page.findChildren(QLabel)])


def panel_link(page):
    return page.findChild(QPushButton, "panel-failed")


def test_the_side_panel_sets_it_and_takes_it_back(qtbot, desk, page):
    qtbot.waitUntil(lambda: panel_link(page) is not None)
    assert panel_link(page).text() == "Đánh dấu đã thi, chưa đạt"
    panel_link(page).setFocus()
    with qtbot.waitSignal(desk.said), qtbot.waitSignal(page.loaded):
        qtbot.keyClick(panel_link(page), Key.Key_Space)
    assert the(desk).has_failed
    qtbot.waitUntil(lambda: panel_link(page).text() == "Bỏ đánh dấu thi chưa đạt")
    panel_link(page).setFocus()
    with qtbot.waitSignal(desk.said), qtbot.waitSignal(page.loaded):
        qtbot.keyClick(panel_link(page), Key.Key_Space)
    assert not the(desk).has_failed


def test_the_side_panel_offers_it_not_to_who_has_completed(qtbot, desk, page, people):
    qtbot.waitUntil(lambda: panel_link(page) is not None)
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[AN]], Mark.COMPLETED)
    qtbot.waitUntil(lambda: panel_link(page) is None)
