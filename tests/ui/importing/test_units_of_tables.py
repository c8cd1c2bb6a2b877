"""Lists that name no unit: the wizard says so, proposes the name of the file, asks for each."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.importing.wizards import finish, go_on
from tests.ui.keys import type_vietnamese
from ui.intake.steps import IntakeStep

HEADER = ["STT", "Họ và tên", "Số điện thoại"]


def rows(*names):
    return [[at, name, f"09821035{at:02}"] for at, name in enumerate(names, start=10)]


def units_of(desk):
    return {person.name: person.unit for person in list_people(desk.file, PeopleQuery())}


def test_people_without_a_unit_are_told_before_the_plan(qtbot, desk, make_list, open_wizard):
    wizard = open_wizard(make_list(header=HEADER, rows=rows("Trần Văn An", "Lê Thị Bình")))
    lacking = wizard.findChild(QLabel, "lacking-units")
    qtbot.waitUntil(lambda: lacking.text().startswith("2 người chưa có đơn vị"))
    assert lacking.isVisible()
    type_vietnamese(wizard.findChild(QLineEdit, "default-unit"), "Trạm Y tế xã")
    qtbot.waitUntil(lambda: not lacking.isVisible())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    finish(qtbot, wizard)
    assert set(units_of(desk).values()) == {"Trạm Y tế xã"}


def test_each_table_has_a_unit_of_its_own(qtbot, desk, make_list, open_wizard):
    station = make_list("01 Trạm Y tế xã.xlsx", header=HEADER, rows=rows("Trần Văn An"))
    other = make_list("02 tệp.xlsx", header=HEADER, rows=rows("Lê Thị Bình"))
    wizard = open_wizard(station, other, step=IntakeStep.TABLES)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    unit = wizard.findChild(QLineEdit, "default-unit")
    assert unit.text() == "Trạm Y tế xã"
    wizard.findChild(QComboBox, "table-choice").setCurrentIndex(1)
    assert unit.text() == ""
    type_vietnamese(unit, "Thôn Đoài")
    go_on(qtbot, wizard, IntakeStep.PLAN)
    finish(qtbot, wizard)
    assert units_of(desk) == {"Trần Văn An": "Trạm Y tế xã", "Lê Thị Bình": "Thôn Đoài"}
