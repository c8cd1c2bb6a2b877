"""Funnels in the header and filters under a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton

from models.records import Mark
from models.records.cells import CellText
from models.roster.cells import write_cells
from models.roster.kept_filters import list_filters
from models.roster.marks import set_marks
from tests.ui.keys import type_vietnamese
from ui.pages.roster.column_filter import ColumnFilterPanel

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
POSITION, REGISTERED = 3, 5


def shown(page):
    model = page.table.model()
    return [model.index(line, 1).data() for line in range(model.rowCount())]


@pytest.fixture
def teachers(qtbot, desk, page, people):
    ids = list(people.values())
    with qtbot.waitSignal(page.loaded):
        write_cells(desk.file, [CellText(each, "position", "Giáo viên") for each in ids[:2]])
    return ids


def click_funnel(qtbot, page, section):
    header = page.table.header
    qtbot.mouseClick(header.viewport(), Left, pos=header.place_of_funnel(section).center())
    panel = page.findChild(ColumnFilterPanel)
    qtbot.waitUntil(panel.isVisible)
    return panel


def values(panel):
    model = panel.findChild(object, "values").model()
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def test_a_funnel_lists_values_with_counts_and_filters(qtbot, page, teachers):
    before = shown(page)
    panel = click_funnel(qtbot, page, POSITION)
    assert values(panel) == ["Giáo viên (2)", "(Trống) (3)"]
    search = panel.findChild(QLineEdit, "value-search")
    qtbot.keyClicks(search, "giao")
    assert values(panel) == ["Giáo viên (2)"]
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(search, Key.Key_Return)
    assert len(shown(page)) == 2
    with qtbot.waitSignal(page.status, check_params_cb=lambda words: "Đang lọc 2/5" in words):
        page.table.selectAll()
    chip = page.findChild(object, "chips").findChildren(QPushButton)[-1]
    assert chip.text().startswith("Chức vụ: Giáo viên")
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(chip, Left)
    assert shown(page) == before


def test_blanks_are_ticked_and_the_filter_is_taken_away(qtbot, page, teachers):
    panel = click_funnel(qtbot, page, POSITION)
    view = panel.findChild(object, "values")
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Key.Key_Space)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(panel.findChild(QPushButton, "apply"), Left)
    assert len(shown(page)) == 3
    panel = click_funnel(qtbot, page, POSITION)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(panel.findChild(QPushButton, "clear-column"), Left)
    assert len(shown(page)) == 5


def test_alt_down_opens_the_list_of_the_current_column(qtbot, desk, page, teachers):
    set_marks(desk.file, teachers[:1], Mark.REGISTERED)
    page.table.setCurrentIndex(page.table.model().index(0, REGISTERED))
    qtbot.keyClick(page.table, Key.Key_Down, Modifier.AltModifier)
    panel = page.findChild(ColumnFilterPanel)
    qtbot.waitUntil(panel.isVisible)
    assert values(panel) == ["08/06/2026 (1)", "(Trống) (4)"]
    qtbot.keyClick(panel, Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_a_click_beside_the_funnel_still_sorts(qtbot, page, teachers):
    header = page.table.header
    place = QPoint(header.sectionViewportPosition(POSITION) + 12, header.height() // 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(header.viewport(), Left, pos=place)
    assert not any(panel.isVisible() for panel in page.findChildren(ColumnFilterPanel))


def entry(page, words):
    menu = page.findChild(QMenu, "saved-filters-menu")
    return next(action for action in menu.actions() if action.text().replace("&", "") == words)


def test_a_filter_is_saved_under_a_name_and_taken_again(qtbot, desk, page, teachers):
    click_funnel(qtbot, page, POSITION)
    panel = page.findChild(ColumnFilterPanel)
    qtbot.keyClicks(panel.findChild(QLineEdit, "value-search"), "giao")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(panel, Key.Key_Return)
    entry(page, "Lưu bộ lọc đang dùng…").trigger()
    dialog = page.window().findChild(QDialog, "filter-name")
    type_vietnamese(dialog.findChild(QLineEdit), "Giáo viên")
    with qtbot.waitSignal(desk.said):
        qtbot.keyClick(dialog.findChild(QLineEdit), Key.Key_Return)
    assert [each.name for each in list_filters(desk.file)] == ["Giáo viên"]
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(page.findChild(object, "chips").findChildren(QPushButton)[-1], Left)
    assert len(shown(page)) == 5
    qtbot.waitUntil(lambda: any(
        action.text() == "Giáo viên"
        for action in page.findChild(QMenu, "saved-filters-menu").actions()
    ))  # fmt: skip
    with qtbot.waitSignal(page.loaded):
        entry(page, "Giáo viên").trigger()
    assert len(shown(page)) == 2


def test_schools_that_have_not_registered_are_ready_made(qtbot, page, teachers):
    qtbot.waitUntil(lambda: page.findChild(QMenu, "saved-filters-menu").actions() != [])
    with qtbot.waitSignal(page.loaded):
        entry(page, "Trường chưa đăng ký").trigger()
    words = [chip.text() for chip in page.findChild(object, "chips").findChildren(QPushButton)]
    assert any("Chưa đăng ký" in each for each in words)
