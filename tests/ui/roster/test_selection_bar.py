"""The line over the table for whoever is ticked, the split button, and the way back by Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from tests.ui.keys import type_vietnamese
from tests.ui.roster.test_ticks import click, lines, tick
from ui.people.mark_dialog import MarkDialog

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def bar(page):
    return page.strip.selection


@pytest.fixture
def ticked(qtbot, page, bar):
    tick(qtbot, page, 1)
    tick(qtbot, page, 3)
    qtbot.waitUntil(bar.isVisible)
    return bar


def push(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Left)


def marks(desk):
    return [
        (bool(each.registered_on), bool(each.completed_on))
        for each in list_people(desk.file, PeopleQuery())
    ]


def test_it_comes_with_the_first_tick_and_moves_no_row(qtbot, page, bar):
    click(qtbot, page, 0, 2)
    top = page.table.mapTo(page, page.table.rect().topLeft())
    assert not bar.isVisible()
    tick(qtbot, page, 2)
    qtbot.waitUntil(bar.isVisible)
    assert page.table.mapTo(page, page.table.rect().topLeft()) == top
    tick(qtbot, page, 4)
    qtbot.waitUntil(lambda: page.findChild(QLabel, "selection-count").text() == "2 người")
    push(qtbot, page, "selection-clear")
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert lines(page) == []


def test_its_buttons_mark_whom_the_ticks_name(qtbot, desk, page, ticked):
    with qtbot.waitSignal(page.loaded):
        push(qtbot, page, "selection-registered")
    with qtbot.waitSignal(page.loaded):
        push(qtbot, page, "selection-completed")
    nobody, both = (False, False), (True, True)
    assert marks(desk) == [nobody, both, nobody, both, nobody]
    assert ticked.isVisible()


def test_another_day_and_the_message(qtbot, page, ticked):
    push(qtbot, page, "selection-dated")
    qtbot.waitUntil(lambda: page.findChild(MarkDialog) is not None)
    qtbot.keyClick(page.findChild(MarkDialog), Key.Key_Escape)
    push(qtbot, page, "selection-copy-message")
    qtbot.waitUntil(lambda: "Phạm Đức Cường" in QGuiApplication.clipboard().text())


def test_the_rest_stands_in_a_menu(qtbot, page, ticked):
    push(qtbot, page, "selection-more")
    menu = page.findChild(QMenu, "roster-menu")
    qtbot.waitUntil(menu.isVisible)
    assert page.findChild(object, "act-leave") is not None
    menu.close()


def test_what_has_no_room_gives_way_and_never_the_menu(qtbot, page, ticked):
    page.resize(560, 690)
    more = page.findChild(QPushButton, "selection-more")
    qtbot.waitUntil(lambda: not page.findChild(QPushButton, "selection-copy-message").isVisible())
    assert more.isVisible()


def test_the_arrow_beside_the_main_button_has_the_other_marks(qtbot, desk, page):
    tick(qtbot, page, 0)
    qtbot.waitUntil(page.bar.more.isEnabled)
    qtbot.mouseClick(page.bar.more, Left)
    menu = page.findChild(QMenu, "mark-menu")
    qtbot.waitUntil(menu.isVisible)
    words = [each.text().replace("&", "") for each in menu.actions() if each.text()]
    assert words[:3] == [
        "Đánh dấu đã hoàn thành",
        "Đánh dấu đã thi, chưa đạt",
        "Đánh dấu với ngày khác…",
    ]
    assert "Bỏ đánh dấu đăng ký" in words
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(menu, Key.Key_Down)
        qtbot.keyClick(menu, Key.Key_Return)
    assert marks(desk)[0] == (True, True)


def test_esc_leads_back_one_step_at_a_time(qtbot, page, people):
    unit = next(each for each in list_units(page.desk.file) if each.depth == 1).id
    with qtbot.waitSignal(page.loaded):
        page.show_query(PeopleQuery(unit_ids=frozenset({unit})))
    whole = page.table.model().rowCount()
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "a")
    qtbot.keyClick(page.bar.search, Key.Key_Return)
    tick(qtbot, page, 0)
    qtbot.keyClick(page.table, Key.Key_Escape)
    assert lines(page) == []
    assert page.bar.search.text() == "a"
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Escape)
    assert page.bar.search.text() == ""
    assert page.table.model().rowCount() == whole
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Escape)
    assert page.table.model().rowCount() == len(people)


def test_f3_goes_from_hit_to_hit_and_around(qtbot, page):
    qtbot.keyClick(page.table, Key.Key_F3)
    assert page.bar.search.hasFocus()
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "thi")
    found = page.table.model().rowCount()
    assert found == 3
    met = []
    for _ in range(found + 1):
        qtbot.keyClick(page.window(), Key.Key_F3)
        met.append(page.table.currentIndex().row())
    assert met == [0, 1, 2, 0]
    qtbot.keyClick(page.table, Key.Key_F3, SHIFT)
    assert page.table.currentIndex().row() == 2
