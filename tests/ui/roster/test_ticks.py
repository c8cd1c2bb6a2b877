"""The check boxes before the lines: one selection, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox

from models.records import PeopleQuery
from models.roster.people import list_people

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
SHIFT, CONTROL = Modifier.ShiftModifier, Modifier.ControlModifier
ALL, SOME, NONE = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def tick(qtbot, page, line, modifier=Modifier.NoModifier):
    """Click the box before a line."""
    ticks = page.table.verticalHeader()
    place = QPoint(ticks.width() // 2, ticks.sectionViewportPosition(line) + 5)
    qtbot.mouseClick(ticks.viewport(), Left, modifier, place)


def lines(page):
    """The lines that are selected."""
    return [page.table.rows.place_of(each) for each in page.table.selected_ids()]


def click(qtbot, page, line, column, modifier=Modifier.NoModifier):
    place = page.table.visualRect(page.table.model().index(line, column)).center()
    qtbot.mouseClick(page.table.viewport(), Left, modifier, place)


@pytest.fixture
def all_box(page):
    return page.findChild(QCheckBox, "tick-all")


def test_a_click_ticks_and_leaves_the_others(qtbot, page, all_box):
    tick(qtbot, page, 1)
    assert lines(page) == [1]
    tick(qtbot, page, 3)
    assert lines(page) == [1, 3]
    assert all_box.checkState() is SOME
    tick(qtbot, page, 1)
    assert lines(page) == [3]
    tick(qtbot, page, 3)
    assert lines(page) == []
    assert all_box.checkState() is NONE


def test_the_cell_of_the_keys_is_no_tick_and_gives_way_to_the_first(qtbot, page):
    click(qtbot, page, 0, 2)
    assert lines(page) == [0]
    assert page.table.ticked() == ()
    tick(qtbot, page, 2)
    assert lines(page) == [2]


def test_shift_takes_all_lines_from_the_one_before(qtbot, page):
    tick(qtbot, page, 1)
    tick(qtbot, page, 3, SHIFT)
    assert lines(page) == [1, 2, 3]
    tick(qtbot, page, 3)
    tick(qtbot, page, 2, SHIFT)
    assert lines(page) == [1]


def test_cells_that_were_dragged_over_are_ticked_too(qtbot, page, all_box):
    click(qtbot, page, 0, 2)
    click(qtbot, page, 2, 3, SHIFT)
    assert page.table.ticked() == [(0, 2)]
    tick(qtbot, page, 1)
    assert lines(page) == [0, 2]
    qtbot.keyClick(page.table, Key.Key_A, CONTROL)
    assert all_box.checkState() is ALL


def test_the_box_above_takes_everybody_and_nobody(qtbot, page, all_box):
    tick(qtbot, page, 1)
    qtbot.mouseClick(all_box, Left)
    assert lines(page) == [0, 1, 2, 3, 4]
    assert all_box.checkState() is ALL
    qtbot.mouseClick(all_box, Left)
    assert lines(page) == []


def test_space_marks_whom_the_boxes_name(qtbot, desk, page):
    tick(qtbot, page, 1)
    tick(qtbot, page, 4)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    marked = [bool(person.registered_on) for person in list_people(desk.file, PeopleQuery())]
    assert marked == [False, True, False, False, True]
    assert lines(page) == [1, 4]


def test_ticks_stay_with_their_people_when_the_order_changes(qtbot, page):
    ids = page.table.rows.ids
    wanted = {ids[0], ids[3]}
    tick(qtbot, page, 0)
    tick(qtbot, page, 3)
    with qtbot.waitSignal(page.loaded):
        page.show_query(PeopleQuery(order="unit", descending=True))
    assert set(page.table.selected_ids()) == wanted
