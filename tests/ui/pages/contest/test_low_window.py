"""A screen of 1366×768 where Windows draws all twice as large: tabs scroll, nothing overlaps."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.campaign.representative import choose_representative
from models.records.periods import EXEMPT_REASONS
from models.roster.exemptions import set_exempt
from tests.factory import add_people
from tests.models.campaign.books import add
from ui.pages.contest import ContestPage
from ui.theme.pieces import roomy
from ui.window.one_page_stack import OnePageStack

WIDE, LEFT_IN_HEIGHT = 620, 290
"""Of 683×348 points, without the rail, the menus and the status bar."""


@pytest.fixture
def page(qtbot, desk, worn):
    people = add_people(desk.file, 9)
    for at, why in enumerate(EXEMPT_REASONS[:4]):
        set_exempt(desk.file, people[2 * at : 2 * at + 2], why, date(2026, 6, 1))
    title = "Trợ lý AI soạn thảo và rà soát văn bản hành chính cấp xã cho cán bộ một cửa"
    choose_representative(desk.file, add(desk.file, title, "Trần Văn An"))
    made = ContestPage(desk)
    pages = OnePageStack()
    pages.addWidget(made)
    area = roomy(pages)
    qtbot.addWidget(area)
    area.resize(WIDE, LEFT_IN_HEIGHT)
    area.show()
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def overlapping(tab):
    shown = [
        each
        for each in tab.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible()
    ]
    return [
        (one.objectName(), other.objectName())
        for one, other in combinations(shown, 2)
        if one.geometry().intersects(other.geometry())
    ]


@pytest.mark.parametrize("key", ["ledger", "entries", "publicity", "documents"])
def test_a_row_that_goes_on_in_the_next_line_covers_nothing(qtbot, page, key):
    tab = page.tab(key)
    with qtbot.waitSignal(tab.loaded):
        page.take(key)
    qtbot.waitUntil(lambda: not overlapping(tab))
