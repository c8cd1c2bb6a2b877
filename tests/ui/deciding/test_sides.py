"""What is known of a row, and whom it may be, in as much room as there is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from tests.ui.deciding.fruits import Baskets
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable


@pytest.fixture
def page(qtbot):
    """What holds it, and gives it any room."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.fixture
def sides(page):
    made = Sides(Baskets(), leading=True)
    made.setParent(page)
    made.resize(900, 500)
    made.show()
    made.show_row(12)
    return made


def seen(sides, name):
    found = sides.findChild(QScrollArea, f"baskets-{name}")
    return found.isVisible() and found.height() > 0


def place(sides):
    return sides.findChild(QLabel, "baskets-place").text()


def test_with_room_both_stand_in_cards(sides):
    assert seen(sides, "facts")
    assert seen(sides, "possible")
    assert place(sides) == "Dòng 3 trên 6"


def test_with_little_room_the_row_stands_in_one_line_and_the_choices_have_the_rest(
    qtbot, room, sides
):
    choices = sides.findChild(QScrollArea, "baskets-possible")
    line = sides.fontMetrics().height()
    sides.resize(360, 9 * line)
    assert seen(sides, "facts")
    QApplication.processEvents()
    before = choices.height()
    sides.resize(360, 7 * line)
    assert not seen(sides, "facts")
    assert place(sides) == "Dòng 3 trên 6 · Rổ 12: 12"
    qtbot.waitUntil(lambda: choices.height() > before)
    sides.show_row(13)
    assert place(sides) == "Dòng 4 trên 6 · Rổ 13: 13"
    sides.resize(900, 7 * line)
    assert seen(sides, "facts")
    assert place(sides) == "Dòng 4 trên 6"


def test_with_hardly_any_room_nothing_is_cut(sides):
    """The line in the table says which row it is."""
    line = sides.fontMetrics().height()
    sides.resize(360, 5 * line)
    assert not seen(sides, "facts")
    assert place(sides) == ""
    assert seen(sides, "possible")
    sides.resize(360, 7 * line)
    assert place(sides) == "Dòng 3 trên 6 · Rổ 12: 12"


def test_without_a_row_nothing_is_said(sides):
    sides.show_row(None)
    assert place(sides) == ""
    sides.resize(360, 100)
    assert place(sides) == ""


@pytest.fixture
def queue(qtbot):
    """A narrow queue beside one row at a time."""
    flow = Baskets()
    made = DecisionTable(flow, Sides(flow, leading=True), (), 20)
    qtbot.addWidget(made)
    made.show()
    made.take_focus()
    qtbot.waitUntil(lambda: made.table.selected_ids() == [10])
    return made


def test_in_a_low_queue_the_last_button_is_there_while_it_can_be_pressed(qtbot, queue):
    line = queue.fontMetrics().height()
    alike = queue.findChild(QPushButton, "baskets-alike")
    queue.resize(900, 40 * line)
    assert alike.isVisible()
    queue.resize(900, 14 * line)
    qtbot.waitUntil(lambda: not alike.isVisible())
    qtbot.keyClick(queue.table, Qt.Key.Key_1)
    qtbot.waitUntil(alike.isVisible)
    assert alike.isEnabled()
    qtbot.keyClick(queue.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not alike.isVisible())
    queue.resize(900, 40 * line)
    qtbot.waitUntil(alike.isVisible)
    assert not alike.isEnabled()
