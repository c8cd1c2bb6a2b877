"""The fields of a unit say whether they are saved, and nothing that was typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTreeView

from models.errors import AppError
from models.records import Contact
from models.roster.units import set_contacts
from tests.ui.keys import type_vietnamese
from tests.ui.pages.unit_trees import index_named, opened_units, stored_unit
from ui.pages import units_saving
from ui.pages.units_saving import UNTOUCHED

ECONOMY, HEALTH = "Phòng Kinh tế", "Trạm Y tế xã"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, desk):
    page = opened_units(qtbot, desk)
    tree = page.findChild(QTreeView, "unitTree")
    tree.setCurrentIndex(index_named(tree, ECONOMY))
    return page


def field(page, name="head-name"):
    return page.findChild(QLineEdit, name)


def state(page):
    return page.findChild(QLabel, "unitSaved").text()


def head_of(desk, name):
    head = stored_unit(desk, name).head
    return head.name if head else ""


def click_unit(qtbot, page, name):
    tree = page.findChild(QTreeView, "unitTree")
    at = tree.visualRect(index_named(tree, name)).center()
    qtbot.mouseClick(tree.viewport(), LEFT, pos=at)


def test_what_is_typed_is_unsaved_until_the_field_is_left(qtbot, desk, page):
    assert state(page) == UNTOUCHED
    assert not page.findChild(QPushButton, "unitSave").isEnabled()
    field(page).setFocus()
    type_vietnamese(field(page), "Phạm Đức Thuận")
    assert state(page) == "Chưa lưu"
    assert head_of(desk, ECONOMY) == ""
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(field(page), Qt.Key.Key_Tab)
        assert state(page) == "Đang lưu…"
    qtbot.waitUntil(lambda: state(page) == "Đã lưu 17:00")
    assert head_of(desk, ECONOMY) == "Phạm Đức Thuận"


def test_the_button_saves_without_leaving_anything_open(qtbot, desk, page):
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(page.findChild(QPushButton, "unitSave"), LEFT)
    assert head_of(desk, ECONOMY) == "Lan"
    qtbot.waitUntil(lambda: state(page) == "Đã lưu 17:00")
    assert not page.findChild(QPushButton, "unitSave").isEnabled()


def test_what_is_typed_back_is_no_change(qtbot, page):
    field(page).setFocus()
    qtbot.keyClicks(field(page), "L")
    qtbot.keyClick(field(page), Qt.Key.Key_Backspace)
    assert state(page) == UNTOUCHED


def test_another_unit_is_clicked_while_somebody_types(qtbot, desk, page):
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    with qtbot.waitSignal(page.loaded):
        click_unit(qtbot, page, HEALTH)
    assert field(page).text() == ""
    assert (head_of(desk, ECONOMY), head_of(desk, HEALTH)) == ("Lan", "")


def test_another_unit_is_shown_while_the_cursor_stays_in_the_field(qtbot, desk, page):
    """As when another page leads to a unit: what was typed stays with the unit it was typed for."""
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    with qtbot.waitSignals([page.loaded, page.loaded]):
        page.take(stored_unit(desk, HEALTH).id)
    qtbot.waitUntil(lambda: head_of(desk, ECONOMY) == "Lan")
    assert field(page).text() == ""
    assert head_of(desk, HEALTH) == ""


def test_the_page_is_left_while_somebody_types(qtbot, desk, page):
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    page.hide()
    qtbot.waitUntil(lambda: head_of(desk, ECONOMY) == "Lan")


def test_a_change_elsewhere_takes_nothing_of_what_is_being_typed(qtbot, desk, page):
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    with qtbot.waitSignal(page.loaded):
        set_contacts(desk.file, stored_unit(desk, HEALTH).id, [Contact("head", "Hoa")])
    assert field(page).text() == "Lan"
    assert state(page) == "Chưa lưu"


def test_what_could_not_be_saved_is_still_there_when_one_comes_back(qtbot, desk, page, monkeypatch):
    def refuse(*_: object) -> None:
        raise AppError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(units_saving, "set_contacts", refuse)
    field(page).setFocus()
    qtbot.keyClicks(field(page), "Lan")
    with qtbot.waitSignal(desk.lane.failed):
        click_unit(qtbot, page, HEALTH)
    assert (field(page).text(), state(page)) == ("", UNTOUCHED)
    monkeypatch.undo()
    click_unit(qtbot, page, ECONOMY)
    assert (field(page).text(), state(page)) == ("Lan", "Chưa lưu")
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(page.findChild(QPushButton, "unitSave"), LEFT)
    assert head_of(desk, ECONOMY) == "Lan"


def test_a_phone_that_nobody_touched_stays_as_it_is_stored(qtbot, desk, page):
    one = Contact("head", "Lan", phone="0982103591")
    with qtbot.waitSignal(page.loaded):
        set_contacts(desk.file, stored_unit(desk, ECONOMY).id, [one])
    assert field(page, "head-phone").text() == "0982 103 591"
    position = field(page, "head-position")
    position.setFocus()
    qtbot.keyClicks(position, "TP")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(position, Qt.Key.Key_Return)
    assert stored_unit(desk, ECONOMY).head == Contact("head", "Lan", "TP", "0982103591")


def test_another_khoi_is_saved_at_once(qtbot, desk, page):
    choice = page.findChild(QComboBox, "unitKind")
    choice.setFocus()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: state(page) == "Đã lưu 17:00")
