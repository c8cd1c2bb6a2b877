"""Dữ liệu: the file, the deadline, the history and its steps."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton, QTableView

from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.journal.replay import undo
from models.records import UnitKind
from models.roster.units import add_unit
from ui.pages.data import DataPage
from ui.pages.data_cards import size_words


@pytest.fixture
def page(qtbot, desk):
    page = DataPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def lines(page, column):
    model = page.findChild(QTableView, "historyTable").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


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
