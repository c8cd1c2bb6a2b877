"""Every page has room on a screen of 1366×768 at 150 %: 911 points less the rail."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QScrollArea

from models.contests.contests import set_internal_deadline
from models.records import Mark
from models.roster.marks import set_marks
from models.roster.unit_tree import list_units
from tests.factory import add_people
from ui.pages.catalog import PAGES
from ui.pages.overview import OverviewPage
from ui.safekeeping.card import CopiesCard
from ui.table.data_table import DataTable

SCREEN, RAIL = 1366 / 1.5, 208
FULL_WIDTH, LEFT_IN_HEIGHT, NARROW_CARD = 1366, 640, 568
"""A screen at 100 %, without the taskbar, the title, the menus and the status bar."""


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_is_no_wider_than_the_screen(qtbot, desk, entry):
    page = entry.make(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 480)
    page.show()
    assert page.minimumSizeHint().width() <= SCREEN - RAIL


def test_all_that_is_told_of_a_copy_is_in_sight_at_1024_dots(qtbot, worn):
    card = CopiesCard()
    qtbot.addWidget(card)
    card.resize(NARROW_CARD, 360)
    card.show()
    card.grab()
    assert card.findChild(DataTable).horizontalScrollBar().maximum() == 0


def test_all_of_the_overview_stands_on_a_small_screen_at_once(qtbot, desk, worn):
    set_internal_deadline(desk.file, 1, date(2026, 6, 10))
    people = [
        person
        for unit in list_units(desk.file)[:14]
        for person in add_people(desk.file, 3, unit.id)
    ]
    set_marks(desk.file, people[:4], Mark.REGISTERED)
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(FULL_WIDTH - RAIL, LEFT_IN_HEIGHT)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().height() <= LEFT_IN_HEIGHT)
    assert area.verticalScrollBar().maximum() == 0
    table = page.findChild(DataTable, "rankingTable")
    assert table.viewport().height() >= 5 * table.rowHeight(0)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_in_the_window_s_own_looks_is_no_wider_either(qtbot, desk, worn, entry):
    assert worn.text_size == 100
    page = entry.make(desk)
    qtbot.addWidget(page)
    page.resize(int(SCREEN - RAIL), 480)
    page.show()
    assert page.minimumSizeHint().width() <= SCREEN - RAIL
