"""Every column sorts, hidden ones too, and the third click restores the first order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from models.records import Gender, PersonDraft
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from ui.pages.roster.columns import PERSON_COLUMNS

Left = Qt.MouseButton.LeftButton
GENDER = next(at for at, each in enumerate(PERSON_COLUMNS) if each.key == "gender")


def names(page):
    model = page.table.model()
    return [model.index(line, 1).data() for line in range(model.rowCount())]


def click_title(qtbot, page, section):
    header = page.table.header
    place = QPoint(header.sectionViewportPosition(section) + 8, header.height() // 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(header.viewport(), Left, pos=place)


def test_every_column_but_the_numbers_of_lines_can_be_sorted_by():
    assert [each.key for each in PERSON_COLUMNS if not each.sort] == ["serial"]


@pytest.mark.parametrize("section", range(1, len(PERSON_COLUMNS)))
def test_a_title_sorts_up_down_and_back(qtbot, page, section):
    header, title = page.table.header, PERSON_COLUMNS[section].title
    if page.table.isColumnHidden(section):
        next(each for each in header.menu(page).actions() if each.text() == title).trigger()
    first = names(page)
    header.moveSection(header.visualIndex(section), 1)
    for key, descending in ((PERSON_COLUMNS[section].sort, False), (None, True), ("", False)):
        with qtbot.waitSignal(page.table.sorted_by) as asked, qtbot.waitSignal(page.loaded):
            place = QPoint(header.sectionViewportPosition(section) + 8, header.height() // 2)
            qtbot.mouseClick(header.viewport(), Left, pos=place)
        assert asked.args == [PERSON_COLUMNS[section].sort if key is None else key, descending]
    assert names(page) == first


def test_choices_are_sorted_by_what_they_are_called(qtbot, desk, page):
    where = list_units(desk.file)[1].id
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Cao Bá Nữ", where, gender=Gender.FEMALE))
    with qtbot.waitSignal(page.loaded):
        add_person(desk.file, PersonDraft("Cao Bá Nam", where, gender=Gender.MALE))
    page.table.showColumn(GENDER)
    page.table.header.moveSection(page.table.header.visualIndex(GENDER), 1)
    click_title(qtbot, page, GENDER)
    assert names(page)[:2] == ["Cao Bá Nam", "Cao Bá Nữ"]
