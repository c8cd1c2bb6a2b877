"""Ctrl and an arrow in the roster, over people who are here and over many who are not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.person_rows import people_by_ids
from models.roster.unit_tree import list_units
from ui.pages.roster import RosterPage

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Control, Shift = Modifier.ControlModifier, Modifier.ShiftModifier
NAME, UNIT, POSITION, PHONE, REGISTERED, COMPLETED, SCORE = 1, 2, 3, 4, 5, 6, 7
MANY = 400


def go(page, line, column):
    page.table.setCurrentIndex(page.table.model().index(line, column))


def place(page):
    return page.table.currentIndex().row(), page.table.currentIndex().column()


def test_ctrl_arrows_stop_at_blanks_and_shift_selects(qtbot, desk, page):
    third = page.table.rows.ids[2]
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [third], Mark.REGISTERED)
    qtbot.waitUntil(lambda: page.table.model().index(2, REGISTERED).data() != "")
    go(page, 0, REGISTERED)
    qtbot.keyClick(page.table, Key.Key_Down, Control)
    assert place(page) == (2, REGISTERED)
    qtbot.keyClick(page.table, Key.Key_Down, Control | Shift)
    assert place(page) == (4, REGISTERED)
    assert len(page.table.selected_ids()) == 3
    qtbot.keyClick(page.table, Key.Key_Up, Control | Shift)
    assert place(page) == (2, REGISTERED)
    assert page.table.selected_ids() == [third]


def test_ctrl_left_and_right_stop_at_blanks_of_the_line(qtbot, page):
    go(page, 1, NAME)
    qtbot.keyClick(page.table, Key.Key_Right, Control)
    assert place(page) == (1, UNIT)
    qtbot.keyClick(page.table, Key.Key_Right, Control)
    assert place(page) == (1, PHONE)
    qtbot.keyClick(page.table, Key.Key_Left, Control | Shift)
    assert [column.key for column in page.table.selected_columns()] == ["unit", "position", "phone"]


@pytest.fixture
def long_page(qtbot, desk):
    unit = list_units(desk.file)[1].id
    ids = [
        add_person(desk.file, PersonDraft(f"Lê Thị Hoa {at:03d}", unit, "Văn thư"))
        for at in range(MANY)
    ]
    set_marks(desk.file, ids[:250], Mark.REGISTERED)
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.resize(1190, 690)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    qtbot.waitUntil(lambda: page.table.model().index(0, 1).data() != "…")
    return page


def test_rows_that_have_not_come_are_passed_without_reading_them(qtbot, desk, long_page):
    page = long_page
    assert page.table.rows.row_at(MANY - 1) is None
    go(page, 0, REGISTERED)
    qtbot.keyClick(page.table, Key.Key_Down, Control | Shift)
    qtbot.waitUntil(lambda: place(page) == (249, REGISTERED))
    assert len(page.table.selected_ids()) == 250
    found = people_by_ids(desk.file, page.table.selected_ids())
    assert all(person.registered_on for person in found)
    qtbot.keyClick(page.table, Key.Key_Down, Control)
    qtbot.waitUntil(lambda: place(page) == (MANY - 1, REGISTERED))


def test_an_answer_that_comes_late_moves_nobody_back(qtbot, desk, long_page):
    page = long_page
    go(page, 0, REGISTERED)
    qtbot.keyClick(page.table, Key.Key_Down, Control)
    qtbot.keyClick(page.table, Key.Key_Right)
    answered = []
    desk.ask(lambda _file: None, answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    assert place(page) == (0, COMPLETED)


def test_ctrl_shift_home_and_end_select_up_to_the_corners(qtbot, page):
    go(page, 2, POSITION)
    qtbot.keyClick(page.table, Key.Key_End, Control | Shift)
    assert page.table.selected_ids() == list(page.table.rows.ids[2:])
    assert page.table.selected_columns()[0].key == "position"
    assert page.table.selected_columns()[-1].key == "note"
    go(page, 2, POSITION)
    qtbot.keyClick(page.table, Key.Key_Home, Control | Shift)
    assert page.table.selected_ids() == list(page.table.rows.ids[:3])
    assert [column.key for column in page.table.selected_columns()][:2] == ["serial", "name"]
