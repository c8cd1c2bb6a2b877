"""F4 does once more what was done last, to whom is selected now; and other keys of Excel's hands."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.keys import type_vietnamese
from tests.ui.roster.test_cells import clip
from tests.ui.roster.test_ticks import click, tick
from tests.ui.roster.test_typing import editor, go
from ui.pages.roster.cell_preview import CellPreview
from ui.people.mark_dialog import MarkDialog
from ui.people.reason_dialog import LeaveDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT = Modifier.ControlModifier, Modifier.AltModifier
POSITION, NOTE = 3, 8


def everybody(desk):
    return list_people(desk.file, PeopleQuery())


def words_of(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def again(qtbot, page):
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_F4)


def test_nothing_was_done_yet(qtbot, desk, page):
    click(qtbot, page, 0, 2)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_F4)
    assert said.args == ["Chưa có việc nào để lặp lại."]


def test_a_mark_is_set_again_and_never_turned(qtbot, desk, page):
    click(qtbot, page, 0, 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    tick(qtbot, page, 2)
    tick(qtbot, page, 3)
    again(qtbot, page)
    with qtbot.waitSignal(desk.said):
        qtbot.keyClick(page.table, Key.Key_F4)
    marked = [bool(each.registered_on) for each in everybody(desk)]
    assert marked == [True, False, True, True, False]


def test_a_mark_with_its_day(qtbot, desk, page):
    click(qtbot, page, 0, 2)
    qtbot.keyClick(page.table, Key.Key_Semicolon, CONTROL)
    day = page.findChild(MarkDialog).findChild(QLineEdit, "mark-day")
    day.clear()
    qtbot.keyClicks(day, "2/6")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(day, Key.Key_Return)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(qtbot, page, 4, 2)
    again(qtbot, page)
    assert everybody(desk)[4].registered_on == date(2026, 6, 2)


def test_a_text_goes_into_the_same_column_of_others(qtbot, desk, page):
    go(page, 0, NOTE)
    qtbot.keyClick(page.table, Key.Key_F2)
    qtbot.keyClicks(editor(page), "To 2")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Return)
    tick(qtbot, page, 1)
    tick(qtbot, page, 2)
    again(qtbot, page)
    assert [each.note for each in everybody(desk)] == ["To 2", "To 2", "To 2", "", ""]


def notes(desk):
    return [each.note for each in everybody(desk)]


def test_filling_down_and_emptying_go_on_in_the_cells_selected_then(qtbot, desk, page, people):
    names = list(people)
    for at, words in ((0, "Tổ 1"), (2, "Tổ 2")):
        click(qtbot, page, at, NOTE)
        qtbot.keyClick(page.table, Key.Key_F2)
        type_vietnamese(editor(page), words)
        with qtbot.waitSignal(page.loaded):
            qtbot.keyClick(editor(page), Key.Key_Return)
        qtbot.waitUntil(lambda: not page.table.is_editing)
    click(qtbot, page, 0, NOTE)
    qtbot.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_D, CONTROL)
    click(qtbot, page, 2, NOTE)
    qtbot.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    again(qtbot, page)
    assert notes(desk) == ["Tổ 1", "Tổ 1", "Tổ 2", "Tổ 2", ""]
    click(qtbot, page, 4, NOTE)
    again(qtbot, page)
    assert notes(desk)[4] == "Tổ 2"
    click(qtbot, page, 0, NOTE)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Delete)
    click(qtbot, page, 4, NOTE)
    again(qtbot, page)
    assert notes(desk) == ["", "Tổ 1", "Tổ 2", "Tổ 2", ""]
    assert len(everybody(desk)) == len(names)


def test_what_was_pasted_is_pasted_again_whatever_was_copied_since(qtbot, desk, page):
    clip("Kế toán")
    click(qtbot, page, 0, POSITION)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_V, CONTROL)
    clip("Thứ khác")
    click(qtbot, page, 2, POSITION)
    again(qtbot, page)
    assert [each.position for each in everybody(desk)][:3] == ["Kế toán", "", "Kế toán"]


def test_a_block_is_shown_before_it_is_pasted_again_and_must_fit(qtbot, desk, page):
    clip("Một\nHai")
    click(qtbot, page, 0, NOTE)
    qtbot.keyClick(page.table, Key.Key_V, CONTROL)
    write(qtbot, page)
    click(qtbot, page, 2, NOTE)
    qtbot.keyClick(page.table, Key.Key_F4)
    write(qtbot, page)
    assert notes(desk) == ["Một", "Hai", "Một", "Hai", ""]
    click(qtbot, page, 4, NOTE)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_F4)
    assert "2 dòng × 1 cột" in said.args[0]
    assert notes(desk)[4] == ""


def write(qtbot, page):
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    dialog = page.findChild(CellPreview)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(dialog, Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is None)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def test_the_panel_has_another_key(qtbot, page):
    shown = page.bar.panel.isChecked()
    qtbot.keyClick(page.table, Key.Key_Return, ALT)
    assert page.bar.panel.isChecked() is not shown


def test_ctrl_home_goes_to_the_first_cell_and_ctrl_end_to_the_last(qtbot, page):
    go(page, 2, POSITION)
    qtbot.keyClick(page.table, Key.Key_End, CONTROL)
    table = page.table
    last = (len(table.rows.ids) - 1, table.shown_sections()[-1])
    assert (table.currentIndex().row(), table.currentIndex().column()) == last
    qtbot.keyClick(table, Key.Key_Home, CONTROL)
    first = (0, table.shown_sections()[0])
    assert (table.currentIndex().row(), table.currentIndex().column()) == first
    assert table.horizontalScrollBar().value() == 0


def test_rows_go_only_when_that_is_said(qtbot, desk, page, people):
    click(qtbot, page, 0, 2)
    qtbot.keyClick(page.table, Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None)
    qtbot.keyClick(page.findChild(LeaveDialog), Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
    assert len(everybody(desk)) == len(people)


def test_nobody_more_leaves_without_being_asked_about(qtbot, desk, page, people):
    click(qtbot, page, 0, 2)
    qtbot.keyClick(page.table, Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None)
    dialog = page.findChild(LeaveDialog)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
    assert len(everybody(desk)) == len(people) - 1
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(qtbot, page, 1, 2)
    qtbot.keyClick(page.table, Key.Key_F4)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None)
    assert everybody(desk)[1].name in words_of(page.findChild(LeaveDialog))
    qtbot.keyClick(page.findChild(LeaveDialog), Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
    assert len(everybody(desk)) == len(people) - 1


@pytest.mark.parametrize("key", [Key.Key_W, Key.Key_F4])
def test_closing_closes_the_view_or_the_dialog_and_never_the_window(qtbot, page, people, key):
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "thi")
    qtbot.keyClick(page.bar.search, Key.Key_Return)
    tick(qtbot, page, 0)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, key, CONTROL)
    assert page.table.model().rowCount() == len(people)
    assert page.table.ticked() == ()
    click(qtbot, page, 0, 2)
    qtbot.keyClick(page.table, Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None)
    qtbot.waitUntil(page.findChild(LeaveDialog).isActiveWindow)
    qtbot.keyClick(page.findChild(LeaveDialog), key, CONTROL)
    qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
    assert page.isVisible()
