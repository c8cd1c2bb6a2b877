"""Vietnamese typed as Unikey and as composing input methods do it, in every field of the roster."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.keys import BACK, NGUYEN_THI_HOA, compose, unikey

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NAME, UNIT, POSITION, PHONE, REGISTERED, SCORE, NOTE, SECOND_POSTS = 1, 2, 3, 4, 5, 7, 8, 9
WHOLE = "Nguyễn Thị Hòa"


def go(page, line, column):
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(line, column))


def editor(page):
    found = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(found, QLineEdit)
    return found


def everybody(desk):
    return list_people(desk.file, PeopleQuery())


def test_unikey_in_the_search_box(qtbot, page):
    box = page.findChild(QLineEdit, "search")
    box.setFocus()
    unikey(NGUYEN_THI_HOA)
    assert box.text() == WHOLE


@pytest.mark.parametrize("opened", ["by F2", "by typing"])
def test_unikey_in_a_cell(qtbot, desk, page, opened):
    go(page, 0, NAME)
    if opened == "by F2":
        qtbot.keyClick(page.table, Key.Key_F2)
    unikey(NGUYEN_THI_HOA)
    assert editor(page).text() == WHOLE
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Return)
    assert WHOLE in [person.name for person in everybody(desk)]


def test_the_second_letter_may_already_be_unikeys(qtbot, page):
    go(page, 0, POSITION)
    unikey(["d", BACK, "đ", "i"])
    assert editor(page).text() == "đi"


def test_unikey_where_words_are_proposed(qtbot, desk, page):
    qtbot.waitUntil(lambda: "unit" in page.table.known_words)
    go(page, 0, UNIT)
    unikey([*"Co", BACK, "ô", *"ng an xa", BACK, "ã"])
    assert editor(page).text() == "Công an xã"


def test_composing_begins_on_the_cell_itself(qtbot, desk, page):
    go(page, 1, NOTE)
    compose("v", "vi", "viê", "việ", commit="việ")
    assert editor(page).text() == "việ"
    compose("t", commit="t")
    assert editor(page).text() == "việt"
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Return)
    assert everybody(desk)[1].note == "việt"


def test_a_letter_that_is_not_composed_begins_too(qtbot, page):
    go(page, 1, NOTE)
    compose(commit="Ơ")
    compose(commit="n")
    assert editor(page).text() == "Ơn"


def test_composing_in_an_open_editor_and_in_the_search_box(qtbot, page):
    go(page, 0, POSITION)
    qtbot.keyClick(page.table, Key.Key_F2)
    compose("v", "việ", commit="việ")
    assert editor(page).text() == "việ"
    qtbot.keyClick(editor(page), Key.Key_Escape)
    box = page.findChild(QLineEdit, "search")
    box.setFocus()
    compose("v", "việ", commit="việ")
    assert box.text() == "việ"


def test_escape_takes_back_what_typing_began(qtbot, desk, page):
    go(page, 0, NAME)
    unikey("abc")
    qtbot.keyClick(editor(page), Key.Key_Escape)
    assert page.table.indexWidget(page.table.currentIndex()) is None
    assert page.table.hasFocus()
    assert everybody(desk)[0].name == "Trần Văn An"


def test_backspace_empties_the_cell_to_write_anew(qtbot, desk, page):
    go(page, 0, PHONE)
    unikey(BACK)
    assert editor(page).text() == ""
    unikey("0912345678")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Tab)
    assert everybody(desk)[0].phone == "0912345678"


def test_typing_where_nothing_can_be_written_does_nothing(qtbot, page):
    page.table.showColumn(SECOND_POSTS)
    for column in (0, SECOND_POSTS):
        go(page, 0, column)
        unikey("abc")
        compose("v", commit="v")
        assert page.table.indexWidget(page.table.currentIndex()) is None
        assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (0, column)


def test_a_date_typed_over_a_mark_and_enter_again_go_down(qtbot, desk, page):
    go(page, 0, REGISTERED)
    unikey("2/6")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(editor(page), Key.Key_Return)
    assert page.table.currentIndex().row() == 1
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.table.currentIndex().row() == 2
    qtbot.keyClick(page.table, Key.Key_Return, Modifier.ShiftModifier)
    assert page.table.currentIndex().row() == 1
    assert everybody(desk)[0].registered_on.isoformat() == "2026-06-02"


def test_tab_goes_along_the_line_and_leaves_at_its_end(qtbot, page):
    go(page, 0, NAME)
    qtbot.keyClick(page.table, Key.Key_Tab)
    assert page.table.currentIndex().column() == UNIT
    qtbot.keyClick(page.table, Key.Key_Backtab, Modifier.ShiftModifier)
    assert page.table.currentIndex().column() == NAME
    assert len(page.table.selected_ids()) == 1
    go(page, 0, NOTE)
    qtbot.keyClick(page.table, Key.Key_Tab)
    assert not page.table.hasFocus()


@pytest.mark.parametrize(
    ("key", "goes"),
    [(Key.Key_Return, (1, UNIT)), (Key.Key_Enter, (1, UNIT)), (Key.Key_Tab, (0, 3))],
)
def test_one_key_ends_typing_though_words_are_proposed(qtbot, desk, page, key, goes):
    qtbot.waitUntil(lambda: "unit" in page.table.known_words)
    go(page, 0, UNIT)
    unikey([*"Co", BACK, "ô", *"ng an xa", BACK, "ã"])
    assert QApplication.activePopupWidget() is not None
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(QApplication.activePopupWidget(), key)
    assert everybody(desk)[0].unit == "Công an xã"
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == goes
    # A window manager gives the focus back to the window below a list; offscreen there is none.
    assert page.focusWidget() is page.table


def test_words_are_proposed_without_diacritics_and_taken_by_arrow(qtbot, desk, page):
    qtbot.waitUntil(lambda: "unit" in page.table.known_words)
    go(page, 0, UNIT)
    unikey("cong an x")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Key.Key_Down)
    assert editor(page).text() == "Công an xã"
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(popup, Key.Key_Return)
    assert everybody(desk)[0].unit == "Công an xã"


def test_a_double_click_writes_in_place_and_opens_the_person_elsewhere(qtbot, page):
    for column in (NOTE, 0):
        place = page.table.visualRect(page.table.model().index(1, column)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if column:
            qtbot.keyClick(editor(page), Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(QDialog, "person-dialog") is not None)
    page.findChild(QDialog, "person-dialog").reject()
