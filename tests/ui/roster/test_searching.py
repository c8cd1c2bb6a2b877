"""The search of the roster: names first, and what it found is lit up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.records import PersonDraft
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from tests.ui.keys import type_vietnamese
from ui.table.cell import light_of
from ui.theme.appearance import Theme
from ui.theme.palette import LIGHT, make_palette


def names(page):
    model = page.table.model()
    return [model.index(line, 1).data() for line in range(model.rowCount())]


def test_the_name_with_its_marks_stands_first(qtbot, desk, page):
    where = list_units(desk.file)[1].id
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Bùi Thị Hoa", where))
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "Hoà")
    qtbot.waitUntil(lambda: names(page)[:2] == ["Đặng Thị Hòa", "Bùi Thị Hoa"])


def test_letters_without_their_marks_find_names_before_units(qtbot, page):
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(page.bar.search, "dang")
    qtbot.waitUntil(lambda: names(page)[0] == "Đặng Thị Hòa")
    others = page.table.model()
    units = [others.index(line, 2).data() for line in range(1, others.rowCount())]
    assert all("đảng" in each.casefold() for each in units)
    said = page.findChild(QLabel, "count").text()
    assert said == f"{others.rowCount()} người"


def test_a_post_and_a_note_are_found_after_the_names_and_lit_up(qtbot, desk, worn, page):
    worn.set_theme(Theme.LIGHT)
    where = list_units(desk.file)[1].id
    for draft in (
        PersonDraft("Chu Văn Ba", where, position="Tổ trưởng", phone="0912000775"),
        PersonDraft("Cao Thị Trường", where, phone="0912000776"),
        PersonDraft("Doãn Văn Sáu", where, note="Mới về trường", phone="0912000777"),
    ):
        with qtbot.waitSignal(page.loaded):
            add_person(desk.file, draft)
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    view, model = page.table.viewport(), page.table.model()

    def lights(line):
        return [
            _amber(view.grab(page.table.visualRect(model.index(line, column))).toImage())
            for column in (1, 3, 8)
        ]

    page.bar.search.setFocus()
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "truong")
    qtbot.waitUntil(lambda: {"Chu Văn Ba", "Doãn Văn Sáu"} <= set(names(page)))
    found = names(page)
    assert found[0] == "Cao Thị Trường"
    assert set(found[-2:]) == {"Chu Văn Ba", "Doãn Văn Sáu"}
    page.table.clearSelection()
    assert lights(found.index("Cao Thị Trường")) == [True, False, False]
    assert lights(found.index("Chu Văn Ba")) == [False, True, False]
    assert lights(found.index("Doãn Văn Sáu")) == [False, False, True]


def _amber(picture):
    wanted = light_of(make_palette(LIGHT)).rgb()
    whole = range(picture.width()), range(picture.height())
    return any(picture.pixel(x, y) == wanted for x in whole[0] for y in whole[1])


def test_what_was_found_is_lit_up_and_no_more_when_the_search_is_over(qtbot, worn, page):
    worn.set_theme(Theme.LIGHT)
    page.bar.search.setFocus()
    page.table.clearSelection()
    cell = page.table.visualRect(page.table.model().index(0, 1))
    before = page.table.viewport().grab(cell).toImage()
    with qtbot.waitSignal(page.loaded):
        type_vietnamese(page.bar.search, "tran")
    qtbot.waitUntil(lambda: names(page) == ["Trần Văn An"])
    lit = page.table.viewport().grab(cell).toImage()
    assert lit != before
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.bar.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.table.viewport().grab(cell).toImage() == before)
