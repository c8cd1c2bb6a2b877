"""Columns under the mouse: dragged elsewhere, fitted by a double click; titles that stay in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.table.rows import COLUMNS, Line, Source
from ui.table.column import Column
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
NAME, PHONE, NOTE = 1, 2, 3


@pytest.fixture
def make(qtbot):
    def maker():
        table = DataTable(RowsModel(COLUMNS, Source().fetch), "xep-cot")
        table.rows.set_ids(range(1, 51))
        qtbot.addWidget(table)
        table.resize(900, 300)
        table.show()
        qtbot.waitUntil(table.isActiveWindow)
        table.setFocus()
        return table

    return maker


def title(table, section):
    header = table.header
    return QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)


def test_a_title_that_is_dragged_moves_its_column_for_good(qtbot, make):
    table = make()
    for section in (NAME, PHONE):
        table.setColumnWidth(section, 140)
    paper = table.header.viewport()
    start = title(table, PHONE)
    end = title(table, NOTE) + QPoint(table.columnWidth(NOTE) - 40, 0)
    qtbot.mousePress(paper, Left, pos=start)
    for at in (start + QPoint(15, 0), start + QPoint(60, 0), end - QPoint(20, 0), end):
        qtbot.mouseMove(paper, at)
    qtbot.mouseRelease(paper, Left, pos=end)
    moved = ["serial", "name", "note", "phone"]
    assert [column.key for column in table.header.shown_columns()] == moved
    assert [column.key for column in make().header.shown_columns()] == moved


def test_a_double_click_on_an_edge_fits_the_column(qtbot, make):
    table = make()
    header = table.header
    table.setColumnWidth(NAME, 300)
    edge = QPoint(header.sectionViewportPosition(NAME) + 299, header.height() // 2)
    qtbot.mouseDClick(header.viewport(), Left, pos=edge)
    longest = table.fontMetrics().horizontalAdvance("Người 50")
    assert longest < table.columnWidth(NAME) < 300


def test_titles_stay_in_sight_when_scrolled_down(qtbot, make):
    table = make()
    top = table.header.mapTo(table, QPoint(0, 0))
    qtbot.keyClick(table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert table.verticalScrollBar().value() > 0
    assert table.header.isVisible()
    assert table.header.mapTo(table, QPoint(0, 0)) == top


def test_the_room_of_a_column_that_has_no_place_goes_to_the_one_that_fills(qtbot):
    columns = (
        Column[Line]("name", "Họ và tên", 10, lambda line: line.name, fills=True),
        Column[Line]("phone", "Điện thoại", 14, lambda line: line.phone),
        Column[Line]("note", "Ghi chú", 14, lambda line: line.name),
    )
    table = DataTable(RowsModel(columns, Source().fetch), "cho-trong")
    qtbot.addWidget(table)
    table.resize(700, 200)
    table.show()
    header = table.header
    for left_out in (("note",), ("phone", "note"), ()):
        table.describe({}, left_out)
        assert header.length() == header.width()
