"""A contest with words of its own, and one that counts a single mark, at the roster."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QPushButton, QRadioButton

from models.contests.mark_names import mark_names
from models.journal.change import changing
from models.journal.history import history
from models.records import Mark, PeopleQuery
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.store.schema import contests
from ui.pages.roster import RosterPage
from ui.pages.roster.filter_panel import FilterPanel
from ui.people.mark_dialog import MarkDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SIGNED = {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"}


def call(desk, **words):
    with changing(desk.file, "x", "Tên gọi") as change:
        change.update(contests, {1: words})


@pytest.fixture
def signed(qtbot, desk, page):
    """The page of a contest that counts digital signatures."""
    call(desk, **SIGNED)
    qtbot.waitUntil(lambda: mark_names(desk.reference.contest).one)
    return page


def titles(page):
    return [column.title for column in page.table.header.shown_columns()]


def test_the_registration_has_no_column_and_the_completion_its_own_title(signed):
    assert "Đăng ký" not in titles(signed)
    assert "Kích hoạt chữ ký số" in titles(signed)
    menu = signed.table.header.menu(signed)
    assert "Đăng ký" not in [each.text() for each in menu.actions()]


def test_the_first_key_sets_the_one_mark(qtbot, desk, signed):
    button = signed.findChild(QPushButton, "mark")
    assert button.accessibleName() == "Đánh dấu đã kích hoạt chữ ký số"
    assert button.text().replace("&", "") == "Đánh dấu"
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(signed.loaded):
        qtbot.keyClick(signed.table, Key.Key_Space)
    assert said.args == ["Đã đánh dấu 1 người đã kích hoạt chữ ký số. Ctrl+Z để hoàn tác."]
    assert history(desk.file)[0].summary == "Đánh dấu 1 người đã kích hoạt chữ ký số"
    (an,) = [p for p in list_people(desk.file, PeopleQuery()) if p.completed_on]
    assert an.name == "Trần Văn An"
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(signed.loaded):
        qtbot.keyClick(signed.table, Key.Key_Space)
    assert said.args == ["Đã bỏ đánh dấu kích hoạt chữ ký số của 1 người. Ctrl+Z để hoàn tác."]


def test_the_menu_has_each_act_once(signed):
    acts = {each.objectName(): each.text() for each in signed.findChildren(QAction)}
    assert acts["act-registered"] == "Đánh dấu đã kích hoạt chữ ký số"
    assert acts["act-uncomplete"] == "Bỏ đánh dấu kích hoạt chữ ký số"


def test_the_filters_speak_of_the_one_mark(qtbot, desk, signed, people):
    with qtbot.waitSignal(signed.loaded):
        set_marks(desk.file, list(people.values())[:2], Mark.COMPLETED, date(2026, 6, 2))
    qtbot.keyClick(signed.table, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: signed.findChild(FilterPanel) is not None)
    panel = signed.findChild(FilterPanel)
    qtbot.waitUntil(panel.isVisible)
    assert not panel.findChild(QCheckBox, "status-registered").isVisible()
    box = panel.findChild(QCheckBox, "status-not_completed")
    assert box.text() == "Chưa kích hoạt chữ ký số (3)"
    with qtbot.waitSignal(signed.loaded):
        qtbot.keyClick(box, Key.Key_Space)
    chips = [each.text() for each in signed.findChildren(QPushButton)]
    assert "Chưa kích hoạt chữ ký số  ✕" in chips


def test_the_dialog_with_a_day_and_the_panel_too(qtbot, desk, signed):
    qtbot.keyClick(signed.table, Key.Key_Semicolon, Modifier.ControlModifier)
    dialog = signed.findChild(MarkDialog)
    assert dialog.findChild(QRadioButton).isChecked()
    texts = [each.text() for each in dialog.findChildren(QRadioButton)]
    assert texts == ["Đã kích hoạt chữ ký số", "Đã thi, &chưa đạt"]
    dialog.reject()
    words = "○ Chưa kích hoạt chữ ký số"
    qtbot.waitUntil(lambda: words in [each.text() for each in signed.findChildren(QLabel)])
    assert "○ Chưa đăng ký" not in [each.text() for each in signed.findChildren(QLabel)]


def test_with_two_marks_again_the_column_is_back(qtbot, desk, signed):
    with qtbot.waitSignal(desk.reference.changed):
        call(desk, one_mark=False, completed_word="")
    assert {"Đăng ký", "Hoàn thành"} <= set(titles(signed))


def test_what_is_left_out_is_not_taken_for_hidden_at_the_next_start(qtbot, desk, signed):
    signed.table.header.resizeSection(1, 300)
    with qtbot.waitSignal(desk.reference.changed):
        call(desk, one_mark=False, completed_word="")
    call(desk, **SIGNED)
    again = RosterPage(desk)
    qtbot.addWidget(again)
    with qtbot.waitSignal(desk.reference.changed):
        call(desk, one_mark=False, completed_word="")
    assert "Đăng ký" in titles(again)


def test_copied_titles_are_those_that_are_seen(qtbot, desk, signed):
    qtbot.keyClick(signed.table, Key.Key_Space, Modifier.ShiftModifier)
    qtbot.keyClick(signed.table, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: "Kích hoạt chữ ký số" in QGuiApplication.clipboard().text())
    assert isinstance(signed.table.header.menu(signed), QMenu)


def test_the_ready_made_filter_is_of_the_one_mark(signed):
    menu = signed.findChild(QMenu, "saved-filters-menu")
    words = [each.text() for each in menu.actions()]
    assert "Trường chưa kích hoạt chữ ký số" in words
    assert "Trường chưa đăng ký" not in words
