"""The person dialog: checks while typing, saves once, and never rewrites what is typed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from models.figures.figures import figures
from models.records import PeopleQuery, PersonDraft
from models.roster.people import add_person, list_people
from models.roster.unit_tree import list_units
from tests.ui.keys import type_vietnamese
from ui.people.person_dialog import PersonDialog


@pytest.fixture
def units(desk):
    return list_units(desk.file)


@pytest.fixture
def school(units):
    return next(unit for unit in units if "Trạm Y tế" in unit.name)


@pytest.fixture
def open_dialog(qtbot, desk, units):
    hosts = []

    def opener(person=None):
        host = QWidget()
        hosts.append(host)
        qtbot.addWidget(host)
        host.show()
        dialog = PersonDialog(desk, units, person, host)
        dialog.open()
        return dialog

    return opener


def line(dialog, name) -> QLineEdit:
    return dialog.findChild(QLineEdit, name)


def hint(dialog, name) -> str:
    return dialog.findChild(QLabel, f"{name}-hint").text()


def act(dialog, name="act") -> QPushButton:
    return dialog.findChild(QPushButton, name)


def type_unit(qtbot, dialog, text):
    edit = dialog.findChild(QComboBox, "unit").lineEdit()
    edit.setFocus()
    type_vietnamese(edit, text)


def test_a_person_is_added_by_keyboard(qtbot, desk, open_dialog, school):
    dialog = open_dialog()
    assert not act(dialog).isEnabled()
    type_vietnamese(line(dialog, "name"), "Trần Văn An")
    type_unit(qtbot, dialog, school.name)
    qtbot.keyClicks(line(dialog, "phone"), "982103591")
    assert line(dialog, "phone").text() == "982103591"
    assert hint(dialog, "phone") == "0982 103 591"
    assert act(dialog).isEnabled()
    with qtbot.waitSignal(dialog.saved), qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(line(dialog, "name"), Qt.Key.Key_Return)
    (person,) = list_people(desk.file, PeopleQuery())
    assert (person.name, person.unit, person.phone) == ("Trần Văn An", school.name, "0982103591")


def test_a_unit_is_found_by_any_part_of_its_name(qtbot, open_dialog, school):
    dialog = open_dialog()
    type_vietnamese(line(dialog, "name"), "Trần Văn An")
    combo = dialog.findChild(QComboBox, "unit")
    type_unit(qtbot, dialog, "tram y")
    popup = combo.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert combo.currentText() == school.name
    assert act(dialog).isEnabled()


def test_whose_phone_it_is_and_who_has_the_name_is_said(qtbot, desk, open_dialog, school):
    add_person(desk.file, PersonDraft("Trần Văn An", school.id, phone="0982103591"))
    dialog = open_dialog()
    qtbot.keyClicks(line(dialog, "phone"), "0982 103 591")
    qtbot.waitUntil(lambda: "Số này đang là của Trần Văn An" in hint(dialog, "phone"))
    type_vietnamese(line(dialog, "name"), "trần văn an")
    qtbot.waitUntil(lambda: "đã có người cùng tên" in hint(dialog, "name"))
    assert "Số này đang là của" in hint(dialog, "phone")


def test_a_person_is_edited(qtbot, desk, open_dialog, school):
    add_person(desk.file, PersonDraft("Trần Văn An", school.id, phone="0982103591", birth="1985"))
    (person,) = list_people(desk.file, PeopleQuery())
    dialog = open_dialog(person)
    assert line(dialog, "birth").text() == "1985"
    assert act(dialog, "act-and-more") is None
    line(dialog, "position").setText("Y sĩ")
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(act(dialog), Qt.MouseButton.LeftButton)
    (edited,) = list_people(desk.file, PeopleQuery())
    assert (edited.position, edited.birth, edited.id) == ("Y sĩ", "1985", person.id)


@pytest.mark.parametrize("mistaken", [False, True])
def test_another_unit_is_a_move_from_a_day_or_a_mistake(
    qtbot, desk, open_dialog, school, units, mistaken
):
    old = next(unit for unit in units if unit.name == "Công an xã")
    add_person(desk.file, PersonDraft("Trần Văn An", old.id))
    (person,) = list_people(desk.file, PeopleQuery())
    dialog = open_dialog(person)
    assert not dialog.findChild(QRadioButton, "moves").isVisible()
    dialog.findChild(QComboBox, "unit").lineEdit().selectAll()
    type_unit(qtbot, dialog, school.name)
    assert dialog.findChild(QRadioButton, "moves").isVisible()
    line(dialog, "move-day").selectAll()
    qtbot.keyClicks(line(dialog, "move-day"), "5/6")
    if mistaken:
        dialog.findChild(QRadioButton, "mistaken").setFocus()
        qtbot.keyClick(dialog.findChild(QRadioButton, "mistaken"), Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(act(dialog), Qt.MouseButton.LeftButton)
    past = [figures(desk.file, date(2026, 6, day)).units[0].name for day in (4, 5)]
    assert past == [school.name if mistaken else old.name, school.name]


def test_the_next_person_can_be_added_at_once(qtbot, desk, open_dialog, school):
    dialog = open_dialog()
    dialog.choose_unit(school.id)
    for name in ("Trần Văn An", "Lê Thị Bình"):
        type_vietnamese(line(dialog, "name"), name)
        with qtbot.waitSignal(dialog.saved):
            qtbot.mouseClick(act(dialog, "act-and-more"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not line(dialog, "name").text())
    assert dialog.isVisible()
    assert len(list_people(desk.file, PeopleQuery())) == 2


def test_what_cannot_be_kept_cannot_be_saved(qtbot, open_dialog, school):
    dialog = open_dialog()
    dialog.choose_unit(school.id)
    line(dialog, "name").setText("Trần Văn An")
    assert act(dialog).isEnabled()
    for name, wrong in (("phone", "12"), ("email", "an@"), ("birth", "40/1"), ("came-on", "1985")):
        before = line(dialog, name).text()
        line(dialog, name).setText(wrong)
        assert not act(dialog).isEnabled()
        assert hint(dialog, name)
        line(dialog, name).setText(before)
        assert act(dialog).isEnabled()
