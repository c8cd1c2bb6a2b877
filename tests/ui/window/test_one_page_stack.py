"""A page that is too large for the window scrolls; the reports page has room on a low screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.factory import add_people
from ui.theme.pieces import roomy
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.one_page_stack import OnePageStack


def test_a_page_that_is_not_open_makes_no_room_for_itself(qtbot):
    stack, large, small = OnePageStack(), QWidget(), QWidget()
    large.setMinimumSize(900, 900)
    small.setMinimumSize(100, 100)
    stack.addWidget(large)
    stack.addWidget(small)
    area = roomy(stack)
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    stack.setCurrentWidget(small)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
    assert area.verticalScrollBar().maximum() == 0
    stack.setCurrentWidget(large)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_the_reports_page_has_room_on_an_old_screen(qtbot, desk, tmp_path, worn, scale):
    """1366×768 at that scale, with every other page open behind it."""
    add_people(desk.file, 3)
    worn.set_text_size(100)
    window = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    window.resize(round(1366 * 100 / scale), round(768 * 100 / scale))
    window.show()
    window.show_file("overview")
    for key in ("roster", "contest", "reports"):
        window.go_to(key)
    page = window.page("reports")
    with qtbot.waitSignal(page.loaded):
        page.reload()
    area = next(each for each in window.findChildren(QScrollArea) if each.isAncestorOf(page))
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
    assert area.verticalScrollBar().maximum() == 0
