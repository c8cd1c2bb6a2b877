"""Cells that were selected one by one: what lies between them is neither copied nor written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.roster.test_typing import editor, go
from ui.pages.roster.cell_preview import CellPreview

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
Control = Modifier.ControlModifier
NAME, UNIT, POSITION, PHONE, REGISTERED, COMPLETED = 1, 2, 3, 4, 5, 6


def click(qtbot, page, line, column, modifier=Modifier.NoModifier):
    place = page.table.visualRect(page.table.model().index(line, column)).center()
    qtbot.mouseClick(page.table.viewport(), Left, modifier, place)


def write(qtbot, page, line, column, text):
    go(page, line, column)
    qtbot.keyClicks(page.table, text[0])
    qtbot.keyClicks(editor(page), text[1:])
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Return)


def everybody(desk):
    return list_people(desk.file, PeopleQuery())


def test_delete_empties_only_the_cells_that_were_clicked(qtbot, desk, page):
    for line in (0, 1):
        write(qtbot, page, line, POSITION, "Ke toan")
    phones = [person.phone for person in everybody(desk)]
    click(qtbot, page, 0, POSITION)
    click(qtbot, page, 1, PHONE, Control)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Delete)
    assert [person.position for person in everybody(desk)][:2] == ["", "Ke toan"]
    assert [person.phone for person in everybody(desk)] == [phones[0], "", *phones[2:]]


def test_the_day_is_written_only_where_it_was_wanted(qtbot, desk, page):
    click(qtbot, page, 0, REGISTERED)
    click(qtbot, page, 2, COMPLETED, Control)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Semicolon, Control)
    today = date(2026, 6, 8)
    marks = [(person.registered_on, person.completed_on) for person in everybody(desk)]
    assert marks == [(today, None), (None, None), (today, today), (None, None), (None, None)]


def test_copied_cells_keep_their_places_and_nothing_between_is_copied(qtbot, page):
    click(qtbot, page, 0, NAME)
    click(qtbot, page, 1, PHONE, Control)
    qtbot.keyClick(page.table, Key.Key_C, Control)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Trần Văn An\t"
    name, phone = lines[1].split("\t")
    assert name == ""
    assert phone.startswith("0982")


def test_one_value_is_pasted_into_the_clicked_cells_only(qtbot, desk, page):
    click(qtbot, page, 0, POSITION)
    click(qtbot, page, 3, POSITION, Control)
    click(qtbot, page, 1, PHONE, Control)
    mime = QMimeData()
    mime.setText("0912345678")
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(page.table, Key.Key_V, Control)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.findChild(CellPreview), Key.Key_Return)
    positions = [person.position for person in everybody(desk)]
    assert positions == ["0912345678", "", "", "0912345678", ""]
    assert everybody(desk)[1].phone == "0912345678"
    assert everybody(desk)[0].phone.startswith("0982")


def test_filling_down_wants_one_block(qtbot, desk, page):
    write(qtbot, page, 0, POSITION, "Ke toan")
    click(qtbot, page, 0, POSITION)
    click(qtbot, page, 2, PHONE, Control)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_D, Control)
    assert "liền nhau" in said.args[0]
    assert [person.position for person in everybody(desk)] == ["Ke toan", "", "", "", ""]
