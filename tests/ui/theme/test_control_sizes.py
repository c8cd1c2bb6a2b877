"""One height for all that stands in a line, and one for the rows of all that is listed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTreeWidget, QTreeWidgetItem, QWidget

from tests.ui.table.rows import Line, Source
from tests.ui.theme.board import SINGLE_LINES
from tests.ui.theme.pixels import picture, place_of
from ui.table.column import Column
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel
from ui.theme.appearance import TEXT_SIZES, Theme
from ui.theme.pieces import button
from ui.theme.stylesheet import CONTROL_HEIGHT, ROW_HEIGHT, row_height

NAME = Column[Line]("name", "Họ và tên", 20, lambda line: line.name)


def row_of_controls(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    row = QHBoxLayout(shown)
    made = {name: make() for name, make in SINGLE_LINES.items()}
    for each in made.values():
        row.addWidget(each)
    row.addStretch(1)
    shown.resize(1600, 200)
    shown.show()
    return shown, made


def test_controls_of_a_line_are_equally_high_in_every_size_of_the_text(qtbot, worn):
    _shown, controls = row_of_controls(qtbot)
    found = {}
    for size in TEXT_SIZES:
        worn.set_text_size(size)
        qtbot.waitUntil(lambda: len({each.height() for each in controls.values()}) == 1)
        heights = {name: each.height() for name, each in controls.items()}
        needed = {name: each.fontMetrics().height() + 4 for name, each in controls.items()}
        assert all(heights[name] >= needed[name] for name in controls), (size, heights)
        found[size] = heights.popitem()[1]
    assert found[100] == pytest.approx(CONTROL_HEIGHT, abs=1)
    assert sorted(found.values()) == list(found.values())


def listed(qtbot):
    lines, tree = QListWidget(), QTreeWidget()
    lines.addItems(["Một", "Hai"])
    tree.addTopLevelItem(QTreeWidgetItem(["Một"]))
    table = DataTable(RowsModel((NAME,), Source().fetch), "heights")
    for each in (lines, tree, table):
        qtbot.addWidget(each)
        each.show()
    table.rows.set_ids(range(3))
    return lines, tree, table


def test_rows_of_a_list_a_tree_and_a_table_are_equally_high(qtbot, worn):
    lines, tree, table = listed(qtbot)
    for size in TEXT_SIZES:
        worn.set_text_size(size)
        wanted = row_height(table.font())
        for each in (lines, tree):
            assert each.sizeHintForRow(0) == pytest.approx(wanted, abs=1)
        assert table.rowHeight(0) == wanted
        if size == TEXT_SIZES[1]:
            assert wanted == pytest.approx(ROW_HEIGHT, abs=1)


def test_a_list_that_was_measured_before_it_was_dressed_is_measured_anew(qtbot, worn):
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    top = QTreeWidgetItem(["Một"])
    tree.addTopLevelItem(top)
    tree.expandAll()
    tree.setCurrentItem(top)
    tree.show()
    qtbot.waitUntil(lambda: tree.visualItemRect(top).height() == tree.sizeHintForRow(0))
    assert tree.visualItemRect(top).height() == pytest.approx(row_height(tree.font()), abs=1)


def test_large_letters_get_no_more_room_around_them(qtbot, worn):
    """Whoever needs them would see few rows and few fields."""
    _shown, controls = row_of_controls(qtbot)
    air = {}
    for size in (100, 200):
        worn.set_text_size(size)
        qtbot.waitUntil(lambda: len({each.height() for each in controls.values()}) == 1)
        one = next(iter(controls.values()))
        air[size] = one.height() - one.fontMetrics().height()
    assert air[200] == pytest.approx(air[100], abs=1)


def test_a_main_button_with_the_keys_has_one_ring(qtbot, worn):
    worn.set_theme(Theme.LIGHT)
    host = QWidget()
    qtbot.addWidget(host)
    made = button("Lưu", primary=True)
    row = QHBoxLayout(host)
    row.addWidget(made)
    host.show()
    qtbot.waitUntil(host.isActiveWindow)
    made.setFocus()
    image, place = picture(made), place_of(made)
    accent = made.palette().color(QPalette.ColorRole.Accent).rgb()
    across = range(place.left(), place.left() + 9)
    edge = [image.pixel(x, place.center().y()) == accent for x in across]
    assert edge[:2] == [True, True]
    assert [before for before, after in pairwise(edge) if before != after] == [True, False]
