"""The frozen STT and name while the roster is scrolled sideways: they filter, sort, and widen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QTableView

from tests.ui.keys import type_vietnamese

Left = Qt.MouseButton.LeftButton
NAME = 1


@pytest.fixture
def frozen(qtbot, page):
    page.resize(700, 500)
    bar = page.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(150)
    found = page.table.findChild(QTableView, "frozen")
    qtbot.waitUntil(found.isVisible)
    return found


def right_end(frozen):
    header = frozen.horizontalHeader()
    return header.sectionViewportPosition(NAME) + header.sectionSize(NAME)


def test_the_frozen_funnel_opens_the_list_below_it_and_filters(qtbot, page, frozen):
    header = frozen.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Left, pos=header.place_of_funnel(NAME).center())
    panel = page.findChild(QFrame, "column-filter")
    qtbot.waitUntil(panel.isVisible)
    title = header.mapToGlobal(QPoint(header.sectionViewportPosition(NAME), header.height()))
    assert abs(panel.pos().x() - title.x()) < 8
    box = panel.findChild(QLineEdit, "value-search")
    type_vietnamese(box, "hòa")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.table.model().rowCount() == 1
    assert frozen.isVisible()
    assert header.filtered == {"name"}
    assert page.table.header.filtered == {"name"}


def test_a_filtered_column_is_marked_in_the_frozen_title(page, frozen):
    header = frozen.horizontalHeader()
    plain = header.grab().toImage()
    page.table.header.show_filtered({"name"})
    assert header.grab().toImage() != plain


def test_a_frozen_title_sorts_and_its_edge_widens_the_column(qtbot, page, frozen):
    header = frozen.horizontalHeader()
    with qtbot.waitSignal(page.table.sorted_by) as sorted_by:
        qtbot.mouseClick(header.viewport(), Left, pos=QPoint(right_end(frozen) - 30, 8))
    assert sorted_by.args == ["name", False]
    before, edge = page.table.columnWidth(NAME), QPoint(right_end(frozen) - 1, 8)
    qtbot.mousePress(header.viewport(), Left, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(15, 0))
    qtbot.mouseMove(header.viewport(), edge + QPoint(30, 0))
    qtbot.mouseRelease(header.viewport(), Left, pos=edge + QPoint(30, 0))
    assert page.table.columnWidth(NAME) == before + 30
    assert frozen.columnWidth(NAME) == before + 30


def test_the_frozen_title_has_the_menu_of_columns(qtbot, page, frozen):
    header = frozen.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(40, 5))
    menu = page.table.header.findChild(QMenu)
    assert menu.title() == "Cột hiển thị"
    menu.close()


def current(page):
    return page.table.currentIndex().row(), page.table.currentIndex().column()


def test_a_click_on_a_frozen_cell_takes_that_cell(qtbot, page, frozen):
    bar = page.table.horizontalScrollBar()
    place = frozen.visualRect(page.table.model().index(3, NAME)).center()
    qtbot.mouseClick(frozen.viewport(), Left, pos=place)
    assert current(page) == (3, NAME)
    assert [column.key for column in page.table.selected_columns()] == ["name"]
    assert bar.value() == 150
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert current(page) == (2, NAME)
    assert bar.value() == 150


def test_cells_are_never_left_below_the_frozen_ones(qtbot, page, frozen):
    table = page.table
    table.setCurrentIndex(table.model().index(0, 8))
    assert table.horizontalScrollBar().value() > 150
    for column in (6, 5, 4, 3, 2):
        qtbot.keyClick(table, Qt.Key.Key_Left)
        assert current(page) == (0, column)
        seen = table.visualRect(table.currentIndex())
        assert not frozen.isVisible() or seen.left() >= frozen.width() - 1


def test_a_frozen_name_is_edited_in_sight(qtbot, page, frozen):
    place = frozen.visualRect(page.table.model().index(1, NAME)).center()
    qtbot.mouseClick(frozen.viewport(), Left, pos=place)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit, "cell-editor")
    assert editor.geometry().left() >= 0
    assert not frozen.isVisible()
