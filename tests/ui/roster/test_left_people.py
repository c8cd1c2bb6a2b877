"""Those who are out of the list have one place, one click away, and the way back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from models.records import PeopleQuery
from models.roster.leaving import set_left
from models.roster.people import list_people
from tests.ui.roster.test_ticks import tick
from ui.people.day_dialog import BackDialog

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
AN = "Trần Văn An"


@pytest.fixture
def bin_(qtbot, desk, page, people):
    """An has left; the place where such people are is shown."""
    with qtbot.waitSignal(page.loaded):
        # In the lane, as all that is written: whoever hears of it first asks only after it.
        desk.ask(set_left, None, None, [people[AN]], date(2026, 6, 2), "Nghỉ hưu")
    link = page.findChild(QPushButton, "left-people")
    qtbot.waitUntil(link.isVisible)
    assert link.text() == "Đã rời danh sách (1)"
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(link, Left)
    return page


def names(page):
    model = page.table.model()
    return [model.index(line, 1).data() for line in range(model.rowCount())]


def test_nobody_has_left_and_nothing_is_said(page):
    assert not page.findChild(QPushButton, "left-people").isVisible()


def test_one_click_shows_them_alone_and_esc_leads_back(qtbot, bin_, people):
    assert names(bin_) == [AN]
    chip = bin_.findChild(object, "chips").findChildren(QPushButton)[0]
    assert chip.text().startswith("Đã rời danh sách")
    bin_.table.setFocus()
    with qtbot.waitSignal(bin_.loaded):
        qtbot.keyClick(bin_.table, Key.Key_Escape)
    assert bin_.table.model().rowCount() == len(people) - 1


def test_whoever_is_ticked_there_is_brought_back(qtbot, desk, bin_, people):
    tick(qtbot, bin_, 0)
    back = bin_.findChild(QPushButton, "selection-return")
    qtbot.waitUntil(back.isVisible)
    assert not bin_.findChild(QPushButton, "selection-registered").isVisible()
    qtbot.mouseClick(back, Left)
    qtbot.waitUntil(lambda: bin_.findChild(BackDialog) is not None)
    with qtbot.waitSignal(bin_.loaded):
        qtbot.keyClick(bin_.findChild(BackDialog).act, Key.Key_Return)
    assert AN in [each.name for each in list_people(desk.file, PeopleQuery())]
    qtbot.waitUntil(lambda: bin_.table.model().rowCount() == 0)


def test_the_panel_brings_back_too(qtbot, bin_):
    bin_.table.setFocus()
    qtbot.keyClick(bin_.table, Key.Key_Home)
    qtbot.waitUntil(lambda: bin_.findChild(QPushButton, "panel-return") is not None)
