"""Dữ liệu: the file, the deadline, the history and its steps."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QWidget,
)

from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.journal.replay import undo
from models.records import UnitKind
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from tests.ui.pages.imported import FILE_NAME, import_small_list
from ui.pages.data import DataPage
from ui.pages.data_cards import size_words
from ui.people.question import Question

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, desk):
    page = DataPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


@pytest.fixture
def tabs(page):
    return page.findChild(QTabWidget, "data-tabs")


def open_title(tabs):
    return tabs.tabText(tabs.currentIndex())


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def lines(page, column):
    model = page.findChild(QTableView, "historyTable").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_ctrl_tab_goes_through_the_three_tabs(qtbot, page, tabs):
    assert [tabs.tabText(at) for at in range(tabs.count())] == ["Sao lưu", "Lịch sử", "Cài đặt"]
    met = [open_title(tabs)]
    page.take("copies")
    for _ in range(3):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab, CONTROL)
        met.append(open_title(tabs))
    assert met == ["Sao lưu", "Lịch sử", "Cài đặt", "Sao lưu"]


@pytest.mark.parametrize(
    ("what", "title", "focus"),
    [
        ("history", "Lịch sử", "historyTable"),
        ("deadline", "Cài đặt", "deadlineDay"),
        ("copies", "Sao lưu", "practiceCopy"),
    ],
)
def test_who_is_led_here_comes_to_the_right_tab(qtbot, page, tabs, what, title, focus):
    page.take(what)
    assert open_title(tabs) == title
    qtbot.waitUntil(page.findChild(QWidget, focus).hasFocus)


def test_the_tab_that_was_open_last_is_open_again(qtbot, desk, page, tabs):
    qtbot.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert open_title(tabs) == "Lịch sử"
    again = DataPage(desk)
    qtbot.addWidget(again)
    assert open_title(again.findChild(QTabWidget, "data-tabs")) == "Lịch sử"


@pytest.mark.parametrize("what", ["copies", "history", "settings"])
def test_each_tab_has_room_on_a_small_screen_in_large_text(qtbot, desk, worn, what):
    worn.set_text_size(150)
    page = DataPage(desk)
    qtbot.addWidget(page)
    page.resize(1160, 560)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    page.take(what)
    assert page.minimumSizeHint().height() <= 560
    assert page.size() == QSize(1160, 560)
    for area in page.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            assert area.horizontalScrollBar().maximum() == 0, area.widget()


def test_the_history_is_searched_with_or_without_marks(qtbot, desk, page):
    add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    with qtbot.waitSignal(page.loaded):
        undo(desk.file)
    page.take("history")
    search = page.findChild(QLineEdit, "historySearch")
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "do thi them")
    found = ["Hoàn tác: thêm đơn vị Phòng Đô thị", "Thêm đơn vị Phòng Đô thị"]
    qtbot.waitUntil(lambda: lines(page, 1) == found)
    assert page.findChild(QLabel, "historyCount").text() == "2 thay đổi"


def test_any_change_is_taken_back_from_the_list(qtbot, desk, page):
    made = add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    set_internal_deadline(desk.file, 1, date(2026, 6, 9))
    qtbot.waitUntil(lambda: len(lines(page, 1)) == 3)
    page.take("history")
    table = page.findChild(QTableView, "historyTable")
    qtbot.keyClick(table, Qt.Key.Key_Home, CONTROL)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(page.findChild(QPushButton, "historyReturn").isEnabled)
    click(qtbot, page, "historyReturn")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Question))
    act = QApplication.activeModalWidget().findChild(QPushButton, "act")
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert made not in {unit.id for unit in list_units(desk.file)}
    assert current_contest(desk.file).stages[0].internal_ends_on == date(2026, 6, 9)


def test_how_long_personal_data_is_kept_is_said_and_set(qtbot, desk, page):
    words = page.findChild(QLabel, "keepingWords")
    assert words.text() == "Chưa ghi lưu giữ đến ngày nào."
    page.take("settings")
    click(qtbot, page, "keepingSet")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)
    assert words.text() == "Lưu giữ đến 25/06/2027; đến hạn thì Tổng quan nhắc xóa."


def test_the_files_that_were_imported_are_listed(qtbot, desk, page, tmp_path):
    page.take("settings")
    with qtbot.waitSignal(page.loaded):
        import_small_list(desk.file, tmp_path)
    model = page.findChild(QTableView, "importsTable").model()
    qtbot.waitUntil(lambda: model.index(0, 1).data() == FILE_NAME)
    shown = [model.index(0, at).data() for at in range(7)]
    assert shown == ["08/06/2026 17:00", FILE_NAME, "3", "3", "", "", ""]


def test_the_file_and_when_it_was_saved(desk, page):
    shown = page.findChild(QLabel, "dataPath")
    assert shown.text().replace("\u200b", "") == str(desk.file.path)
    assert "Đã tự lưu lúc 17:00" in page.findChild(QLabel, "dataSize").text()


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 KB"), (648 * 1024, "648 KB"), (1258291, "1,2 MB")]
)
def test_sizes_in_words(size, words):
    assert size_words(size) == words


def test_the_history_says_what_holds_and_what_was_taken_back(qtbot, desk, page):
    with qtbot.waitSignal(page.loaded):
        add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    assert lines(page, 1)[0] == "Thêm đơn vị Phòng Đô thị"
    assert lines(page, 2)[0] == "Đang có hiệu lực"
    with qtbot.waitSignal(page.loaded):
        undo(desk.file)
    assert lines(page, 1)[0] == "Hoàn tác: thêm đơn vị Phòng Đô thị"
    assert lines(page, 2)[:2] == ["", "Đã hoàn tác"]


def test_the_steps_ask_for_the_commands_of_the_menu(qtbot, desk, page):
    with qtbot.waitSignal(page.loaded):
        add_unit(desk.file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    page.take("history")
    with qtbot.waitSignal(page.open_page) as asked:
        click(qtbot, page, "historyUndo")
    assert asked.args == ["command", "undo"]
    assert not page.findChild(QPushButton, "historyRedo").isEnabled()


def test_the_deadline_of_the_commune_is_set_and_taken_away(qtbot, desk, page):
    page.take("deadline")
    page.findChild(QDateEdit, "deadlineDay").setDate(QDate(2026, 6, 10))
    with qtbot.waitSignal(page.loaded):
        click(qtbot, page, "deadlineSet")
    assert current_contest(desk.file).stages[0].internal_ends_on == date(2026, 6, 10)
    assert "Hạn của xã: 10/06/2026" in page.findChild(QLabel, "deadlineWords").text()
    with qtbot.waitSignal(page.loaded):
        click(qtbot, page, "deadlineClear")
    assert current_contest(desk.file).stages[0].internal_ends_on is None


def test_a_day_outside_the_stage_cannot_be_chosen(qtbot, desk, page):
    day = page.findChild(QDateEdit, "deadlineDay")
    day.setDate(QDate(2026, 7, 1))
    assert day.date() == QDate(2026, 6, 11)


def test_a_deadline_set_elsewhere_is_shown(qtbot, desk, page):
    with qtbot.waitSignal(page.loaded):
        set_internal_deadline(desk.file, 1, date(2026, 6, 9))
    assert page.findChild(QDateEdit, "deadlineDay").date() == QDate(2026, 6, 9)
