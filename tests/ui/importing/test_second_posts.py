"""In the wizard: a second post is recorded only when told, and new people may have a first day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTabWidget

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.posts import posts_of
from tests.ui.importing.conftest import PEOPLE
from tests.ui.importing.wizards import box, button, check, finish, go_on, lines
from ui.intake.steps import IntakeStep

Key = Qt.Key
AGAIN = [
    [4, "Trần Văn An", "Thủ quỹ", "Công an xã", "0982103591"],
    [5, "Lê Thị Bình", "Cộng tác viên", "Thôn Đoài", "0912330118"],
]


@pytest.fixture
def wizard(qtbot, make_list, open_wizard):
    made = open_wizard(make_list(rows=[*PEOPLE, *AGAIN]))
    go_on(qtbot, made, IntakeStep.PLAN)
    return made


def by_name(desk):
    return {each.name: each for each in list_people(desk.file, PeopleQuery())}


def test_a_second_post_is_recorded_only_for_whom_it_is_told(qtbot, desk, wizard):
    before = fingerprint(desk.file)
    tabs, tab = wizard.findChild(QTabWidget, "asked"), box(wizard, "posts")
    assert tabs.tabText(tabs.indexOf(tab)) == "Chức vụ kiêm nhiệm (2)"
    tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Chưa quyết định"] * 2)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Key.Key_Home)
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.waitUntil(
        lambda: lines(tab, "Quyết định") == ["Ghi chức vụ kiêm nhiệm", "Chưa quyết định"]
    )
    result = finish(qtbot, wizard)
    assert (result.new, result.posts) == (3, 1)
    an, binh = by_name(desk)["Trần Văn An"], by_name(desk)["Lê Thị Bình"]
    assert [(each.unit, each.position) for each in posts_of(desk.file, an.id)] == [
        ("Công an xã", "Thủ quỹ")
    ]
    assert posts_of(desk.file, binh.id) == ()
    undo(desk.file)
    assert fingerprint(desk.file) == before


def test_a_taken_post_can_be_left_again(qtbot, wizard):
    tab = box(wizard, "posts")
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(button(wizard, "posts-this"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Ghi chức vụ kiêm nhiệm"] * 2)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tab.table, Key.Key_0)
    qtbot.waitUntil(
        lambda: lines(tab, "Quyết định") == ["Chưa quyết định", "Ghi chức vụ kiêm nhiệm"]
    )
    assert finish(qtbot, wizard).posts == 1


def test_new_people_may_have_a_first_day(qtbot, desk, wizard):
    check(qtbot, wizard)
    field = wizard.findChild(QLineEdit, "since")
    assert field.placeholderText() == "để trống: đã có từ trước"
    qtbot.keyClicks(field, "hom nao do")
    assert not button(wizard, "next").isEnabled()
    field.clear()
    qtbot.keyClicks(field, "1/6/2026")
    assert button(wizard, "next").isEnabled()
    finish(qtbot, wizard)
    assert {each.came_on for each in by_name(desk).values()} == {date(2026, 6, 1)}


def test_without_a_day_they_were_here_before(qtbot, desk, wizard):
    finish(qtbot, wizard)
    assert {each.came_on for each in by_name(desk).values()} == {None}
