"""Proposals of a list are decided by key; an export is offered to Đối soát before it is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget

from models.intake.platform_file import ROSTER_FIRST
from models.records import PeopleQuery, PersonDraft
from models.roster.people import add_person, list_people
from models.roster.unit_tree import list_units
from tests.ui.importing.conftest import HEADER, PEOPLE
from tests.ui.importing.wizards import box, button, finish, go_on, lines
from ui.deciding.answers import UNDECIDED as OPEN
from ui.importing.proposals import DO, LEAVE
from ui.intake.steps import IntakeStep

Key = Qt.Key
WORDS = ("Nghỉ hưu từ 01/5/2026", "Hợp đồng", "Đang công tác")


def plan_of(qtbot, open_wizard, path):
    wizard = open_wizard(path)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    return wizard


def shown(qtbot, wizard, title, name):
    tabs = wizard.findChild(QTabWidget, "asked")
    at = next(i for i in range(tabs.count()) if tabs.tabText(i).startswith(title))
    tabs.setCurrentIndex(at)
    tab = box(wizard, name)
    tab.table.setFocus()
    qtbot.waitUntil(tab.table.hasFocus)
    return tabs.tabText(at), tab


def everybody(desk):
    people = list_people(desk.file, PeopleQuery(include_left=True))
    return {person.name: person for person in people}


def test_employment_is_decided_by_key(qtbot, desk, make_list, open_wizard):
    rows = [[*person, words] for person, words in zip(PEOPLE, WORDS, strict=True)]
    path = make_list(header=[*HEADER, "Tình trạng"], rows=rows)
    wizard = plan_of(qtbot, open_wizard, path)
    title, tab = shown(qtbot, wizard, "Đề nghị", "proposals")
    assert title == "Đề nghị (2)"
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == [OPEN, OPEN])
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == [DO, OPEN])
    qtbot.keyClick(tab.table, Key.Key_2)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == [DO, LEAVE])
    finish(qtbot, wizard)
    people = everybody(desk)
    assert people[PEOPLE[0][1]].left_reason == "Nghỉ hưu"
    assert not people[PEOPLE[1][1]].staff_type


@pytest.mark.parametrize(("key", "there"), [(Key.Key_1, True), (Key.Key_2, False)])
def test_a_move_has_a_box_of_its_own(qtbot, desk, make_list, open_wizard, key, there):
    first, other = list_units(desk.file)[:2]
    add_person(desk.file, PersonDraft("Trần Văn An", other.id, phone="0982103591"))
    moving = [1, "Trần Văn An", "", first.name, "0982103591"]
    wizard = plan_of(qtbot, open_wizard, make_list(rows=[moving, *PEOPLE[1:]]))
    title, tab = shown(qtbot, wizard, "Chuyển đơn vị", "moves")
    assert title == "Chuyển đơn vị (1)"
    qtbot.waitUntil(lambda: lines(tab, "Đề nghị") == [f"Chuyển từ {other.name} sang {first.name}"])
    qtbot.keyClick(tab.table, key)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") != [OPEN])
    finish(qtbot, wizard)
    assert (everybody(desk)["Trần Văn An"].unit == first.name) is there


@pytest.fixture
def export(desk, make_list):
    """An export of a platform, beside a roster."""
    add_person(desk.file, PersonDraft("Trần Văn An", list_units(desk.file)[0].id))
    rows = [[*person, "an90", 80] for person in PEOPLE]
    return make_list(header=[*HEADER, "Tên đăng nhập", "Điểm thi"], rows=rows)


def test_an_export_is_offered_to_be_reconciled_first(qtbot, export, open_wizard):
    wizard = open_wizard(export, step=IntakeStep.PLATFORM)
    assert "nền tảng thi" in wizard.findChild(QLabel, "platform-words").text()
    with qtbot.waitSignal(wizard.to_reconcile) as asked:
        qtbot.keyClick(wizard, Key.Key_Return)
    assert asked.args[0] == [export]
    assert not wizard.isVisible()


def test_an_export_before_any_roster_says_that_the_list_comes_first(qtbot, make_list, open_wizard):
    rows = [[*person, "an90", 80] for person in PEOPLE]
    export = make_list(header=[*HEADER, "Tên đăng nhập", "Điểm thi"], rows=rows)
    wizard = open_wizard(export, step=IntakeStep.PLATFORM)
    assert ROSTER_FIRST in wizard.findChild(QLabel, "platform-advice").text()
    assert not button(wizard, "next").isEnabled()
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.COLUMNS):
        qtbot.mouseClick(button(wizard, "as-list"), Qt.MouseButton.LeftButton)


def test_an_export_can_be_read_as_a_list_all_the_same(qtbot, export, open_wizard):
    wizard = open_wizard(export, step=IntakeStep.PLATFORM)
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.COLUMNS):
        qtbot.mouseClick(button(wizard, "as-list"), Qt.MouseButton.LeftButton)
