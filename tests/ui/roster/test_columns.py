"""The columns of the roster: as wide as what is in them, the score while there is one, typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from models.journal.standing import next_undo
from models.records import Mark, PeopleQuery
from models.roster.cells import CellText, write_cells
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.units import rename_unit
from tests.ui.roster.test_typing import editor, go
from ui.pages.roster import RosterPage

Key = Qt.Key
NAME, UNIT, POSITION, COMPLETED, SCORE, NOTE = 1, 2, 3, 6, 7, 8


@pytest.fixture
def done(qtbot, desk, page, people):
    """Everybody has completed; nobody has a score."""
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, list(people.values()), Mark.COMPLETED, date(2026, 6, 2))
    return page


def score(page, shown):
    """Show or hide the column by its menu."""
    menu = page.table.header.menu(page)
    next(each for each in menu.actions() if each.text() == "Điểm").setChecked(shown)


def write(qtbot, page, text):
    go(page, 0, SCORE)
    qtbot.keyClick(page.table, Key.Key_F2)
    editor(page).clear()
    qtbot.keyClicks(editor(page), text)
    qtbot.keyClick(editor(page), Key.Key_Return)


def letters(page, column):
    return page.table.columnWidth(column) / page.table.header.fontMetrics().averageCharWidth()


def test_the_score_is_out_of_sight_until_there_is_one(qtbot, desk, done):
    table = done.table
    assert table.isColumnHidden(SCORE)
    with qtbot.waitSignal(done.loaded):
        write_cells(desk.file, [CellText(table.rows.ids[0], "score", "87,5")])
    assert not table.isColumnHidden(SCORE)
    with qtbot.waitSignal(done.loaded):
        write_cells(desk.file, [CellText(table.rows.ids[0], "score", "")])
    assert table.isColumnHidden(SCORE)


def test_who_has_shown_or_hidden_the_score_finds_it_so(qtbot, desk, done):
    score(done, True)
    with qtbot.waitSignal(done.loaded):
        done.reload()
    assert not done.table.isColumnHidden(SCORE)
    score(done, False)
    with qtbot.waitSignal(done.loaded):
        write_cells(desk.file, [CellText(done.table.rows.ids[0], "score", "9")])
    assert done.table.isColumnHidden(SCORE)


def test_a_score_is_typed_into_its_cell_as_one_change(qtbot, desk, done):
    score(done, True)
    with qtbot.waitSignal(done.loaded):
        write(qtbot, done, "87,5")
    assert list_people(desk.file, PeopleQuery())[0].score == 87.5
    assert next_undo(desk.file) == "Sửa điểm của Trần Văn An"


def test_what_is_no_score_is_told_in_a_sentence(qtbot, desk, done):
    score(done, True)
    with qtbot.waitSignal(desk.noticed) as told:
        write(qtbot, done, "120")
    assert "Điểm phải là số từ 0 đến 100: ô Điểm của Trần Văn An “120”." in str(told.args[0])


def test_widths_come_from_what_is_in_the_cells(qtbot, desk, page):
    assert 22 <= letters(page, NAME) <= 25
    assert letters(page, UNIT) >= 28
    assert 18 <= letters(page, POSITION) <= 21
    assert 16 <= letters(page, NOTE) <= 33


def in_sight(page, column):
    header = page.table.header
    edge = header.sectionViewportPosition(column) + header.sectionSize(column)
    return edge <= page.table.viewport().width()


def test_beside_the_panel_the_unit_gives_way_until_both_marks_are_in_sight(qtbot, page):
    assert in_sight(page, COMPLETED)
    page.resize(page.width() - 20, page.height())
    qtbot.waitUntil(lambda: in_sight(page, COMPLETED))
    assert 22 <= letters(page, UNIT) <= 30
    page.resize(page.width() - 120, page.height())
    qtbot.waitUntil(lambda: not in_sight(page, COMPLETED))
    assert letters(page, UNIT) >= 22


def test_a_long_unit_has_forty_letters_before_the_notes_are_in_sight(qtbot, desk, people):
    long = "Trung tâm Dịch vụ sự nghiệp công và Phát triển hạ tầng xã Kẻ Sặt"
    rename_unit(desk.file, list_people(desk.file, PeopleQuery())[0].unit_id, long)
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.bar.panel.setChecked(False)
    page.resize(1108, 690)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    qtbot.waitUntil(lambda: 40 <= letters(page, UNIT) <= 43)
    assert not in_sight(page, NOTE)
    page.resize(1700, 690)
    qtbot.waitUntil(lambda: letters(page, UNIT) > 60)
    assert in_sight(page, NOTE)


def test_the_unit_takes_what_room_the_window_gives(qtbot, page):
    page.bar.panel.setChecked(False)
    qtbot.waitUntil(lambda: page.table.width() > 1_100)
    before = page.table.columnWidth(UNIT)
    page.resize(page.width() + 150, page.height())
    qtbot.waitUntil(lambda: page.table.columnWidth(UNIT) == before + 150)


def test_a_width_of_ones_own_stays_until_the_first_ones_are_asked_for(qtbot, desk, page):
    header = page.table.header
    first = page.table.columnWidth(UNIT)
    edge = header.sectionViewportPosition(UNIT) + header.sectionSize(UNIT) - 1
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 5))
    qtbot.mouseMove(header.viewport(), QPoint(edge + 30, 5))
    qtbot.mouseMove(header.viewport(), QPoint(edge + 90, 5))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 90, 5))
    own = page.table.columnWidth(UNIT)
    assert own > first
    page.resize(page.width() + 200, page.height())
    again = RosterPage(desk)
    qtbot.addWidget(again)
    again.resize(1_500, 600)
    again.show()
    with qtbot.waitSignal(again.loaded):
        again.shown()
    assert again.table.columnWidth(UNIT) == own
    menu = again.table.header.menu(again)
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    assert again.table.columnWidth(UNIT) != own
