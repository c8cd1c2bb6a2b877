"""The roster as a spreadsheet, by keys and clipboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.journal.standing import next_undo
from models.records import Mark, PeopleQuery
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.person_rows import people_by_ids
from tests.ui.keys import type_vietnamese
from ui.notice import Notice
from ui.pages.roster.cell_preview import CellPreview

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
NAME, UNIT, POSITION, PHONE, REGISTERED, COMPLETED, NOTE = 1, 2, 3, 4, 5, 6, 8


def press(qtbot, page, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(page.table, key, modifier)


def click(qtbot, page, line, column, modifier=Modifier.NoModifier):
    place = page.table.visualRect(page.table.model().index(line, column)).center()
    qtbot.mouseClick(page.table.viewport(), Left, modifier, place)


def clip(text, html=""):
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def everybody(desk):
    return list_people(desk.file, PeopleQuery())


def test_a_click_takes_a_cell_and_shift_arrows_a_rectangle(qtbot, page):
    click(qtbot, page, 1, NAME)
    press(qtbot, page, Key.Key_Right, Modifier.ShiftModifier)
    press(qtbot, page, Key.Key_Down, Modifier.ShiftModifier)
    press(qtbot, page, Key.Key_C, Modifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Nguyễn Thị Ánh", "Lê Thị Bình"]
    assert all(line.count("\t") == 1 for line in lines)
    press(qtbot, page, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().splitlines()[0] == "Họ và tên\tĐơn vị"


def test_the_mouse_draws_a_rectangle(qtbot, page):
    table = page.table
    first = table.visualRect(table.model().index(0, POSITION)).center()
    last = table.visualRect(table.model().index(2, PHONE)).center()
    qtbot.mousePress(table.viewport(), Left, Modifier.NoModifier, first)
    qtbot.mouseMove(table.viewport(), first + QPoint(4, 4))
    qtbot.mouseMove(table.viewport(), last)
    qtbot.mouseRelease(table.viewport(), Left, Modifier.NoModifier, last)
    assert len(table.selected_ids()) == 3
    assert [column.key for column in table.selected_columns()] == ["position", "phone"]


def test_the_number_takes_the_line_and_keys_take_lines_and_columns(qtbot, page):
    click(qtbot, page, 2, 0)
    assert len(page.table.selected_columns()) > 6
    click(qtbot, page, 2, PHONE)
    press(qtbot, page, Key.Key_Space, Modifier.ControlModifier)
    assert len(page.table.selected_ids()) == 5
    assert [column.key for column in page.table.selected_columns()] == ["phone"]
    press(qtbot, page, Key.Key_Space, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert len(page.table.selected_columns()) > 6


def test_ctrl_arrows_go_to_the_ends_and_select_with_shift(qtbot, page):
    click(qtbot, page, 2, UNIT)
    press(qtbot, page, Key.Key_Down, Modifier.ControlModifier)
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (4, UNIT)
    press(qtbot, page, Key.Key_Up, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert len(page.table.selected_ids()) == 5
    assert [column.key for column in page.table.selected_columns()] == ["unit"]


def test_f2_edits_in_place_enter_goes_down_tab_right_and_escape_keeps(qtbot, desk, page):
    click(qtbot, page, 0, POSITION)
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    type_vietnamese(editor, "Kế toán")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor, Key.Key_Return)
    assert everybody(desk)[0].position == "Kế toán"
    assert page.table.currentIndex().row() == 1
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit, "cell-editor") is None)
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    type_vietnamese(editor, "Giáo viên")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor, Key.Key_Tab)
    assert page.table.currentIndex().column() == PHONE
    qtbot.waitUntil(lambda: page.table.findChild(QLineEdit, "cell-editor") is None)
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    assert editor.text() == "098 210 3594" or editor.text().replace(" ", "") == "0982103594"
    type_vietnamese(editor, "7")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert [person.position for person in everybody(desk)][:2] == ["Kế toán", "Giáo viên"]
    assert everybody(desk)[1].phone == "0982103594"
    assert page.table.hasFocus()


def test_what_cannot_be_written_is_said_and_nothing_changes(qtbot, desk, page):
    click(qtbot, page, 0, UNIT)
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    editor.clear()
    type_vietnamese(editor, "Phòng Không Có")
    with qtbot.waitSignal(desk.noticed) as told:
        qtbot.keyClick(editor, Key.Key_Return)
    notice = told.args[0]
    assert isinstance(notice, Notice)
    assert "Chưa có đơn vị tên này" in notice.text
    assert "Phòng Không Có" in notice.text


def test_fill_down_repeat_today_and_delete(qtbot, desk, page):
    click(qtbot, page, 0, NOTE)
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    type_vietnamese(editor, "Tổ 1")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor, Key.Key_Return)
    with qtbot.waitSignal(page.loaded):
        press(qtbot, page, Key.Key_Apostrophe, Modifier.ControlModifier)
    assert [person.note for person in everybody(desk)][:3] == ["Tổ 1", "Tổ 1", ""]
    press(qtbot, page, Key.Key_Down, Modifier.ControlModifier | Modifier.ShiftModifier)
    with qtbot.waitSignal(page.loaded):
        press(qtbot, page, Key.Key_D, Modifier.ControlModifier)
    assert [person.note for person in everybody(desk)] == ["Tổ 1"] * 5
    click(qtbot, page, 1, COMPLETED)
    press(qtbot, page, Key.Key_Down, Modifier.ShiftModifier)
    with qtbot.waitSignal(page.loaded):
        press(qtbot, page, Key.Key_Semicolon, Modifier.ControlModifier)
    assert sum(p.completed_on == date(2026, 6, 8) for p in everybody(desk)) == 2
    with qtbot.waitSignal(page.loaded):
        press(qtbot, page, Key.Key_Delete)
    assert not any(p.completed_on for p in everybody(desk))
    assert sum(bool(p.registered_on) for p in everybody(desk)) == 2
    assert len(everybody(desk)) == 5


def test_deleting_names_is_refused_and_never_deletes_people(qtbot, desk, page):
    press(qtbot, page, Key.Key_A, Modifier.ControlModifier)
    press(qtbot, page, Key.Key_Delete)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    preview = page.findChild(CellPreview)
    assert "10 ô không ghi được" in preview.findChild(QLabel, "preview-words").text()
    qtbot.keyClick(preview, Key.Key_Escape)
    assert len(everybody(desk)) == 5


@pytest.mark.parametrize("text", ["Kế toán\nVăn thư", "Kế toán\r\nVăn thư\r\n"])
def test_a_block_is_shown_before_it_is_pasted_and_is_one_change(qtbot, desk, page, text):
    click(qtbot, page, 0, POSITION)
    clip(text)
    press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    assert all(person.position == "" for person in everybody(desk))
    write = page.findChild(CellPreview).findChild(QPushButton, "write")
    assert write.text() == "&Ghi 2 ô"
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(write, Left)
    assert [person.position for person in everybody(desk)][:3] == ["Kế toán", "Văn thư", ""]
    assert next_undo(desk.file) == "Dán 2 ô của 2 người"


def test_one_value_goes_into_every_selected_cell(qtbot, desk, page):
    click(qtbot, page, 1, POSITION)
    press(qtbot, page, Key.Key_Down, Modifier.ShiftModifier)
    clip("Văn thư")
    press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.findChild(CellPreview), Key.Key_Return)
    assert [person.position for person in everybody(desk)][1:3] == ["Văn thư"] * 2


def test_a_list_is_still_taken_in_as_a_list(qtbot, page):
    clip("Họ và tên\tĐơn vị\nLê Văn Xuân\tCông an xã")
    click(qtbot, page, 0, 0)
    with qtbot.waitSignal(page.open_page) as asked:
        press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    assert asked.args == ["command", "paste"]
    clip("\n".join(f"Lê Văn {at}" for at in range(9)))
    click(qtbot, page, 0, NAME)
    with qtbot.waitSignal(page.open_page):
        press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    clip("Kế toán\nVăn thư")
    click(qtbot, page, 0, POSITION)
    press(qtbot, page, Key.Key_V, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    other = page.findChild(CellPreview).findChild(QPushButton, "as-list")
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(other, Left)
    assert asked.args == ["command", "paste"]


def test_whole_lines_are_copied_from_any_cell(qtbot, page):
    click(qtbot, page, 0, PHONE)
    press(qtbot, page, Key.Key_C, Modifier.ControlModifier | Modifier.AltModifier)
    assert QGuiApplication.clipboard().text().split("\t")[1] == "Trần Văn An"


def test_what_is_being_typed_survives_a_change_of_others(qtbot, desk, page, people):
    click(qtbot, page, 1, NOTE)
    whom = page.table.current_id()
    press(qtbot, page, Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    type_vietnamese(editor, "đang g")
    set_marks(desk.file, [whom], Mark.REGISTERED)
    set_left(desk.file, [people["Trần Văn An"]], date(2026, 6, 1))
    answered = []
    for _ in range(3):
        desk.ask(lambda _file: None, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 3)
    type_vietnamese(editor, "õ")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: people_by_ids(desk.file, [whom])[0].note == "đang gõ")
    assert len(page.table.rows.ids) == 4
