"""Unit names that seem to be one unit: told with a reason, joined by one key, undone by another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget

from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from tests.ui.importing.wizards import box, button, finish, go_on, lines
from ui.intake.steps import IntakeStep

Key = Qt.Key
SHORT, FULL, TYPO = "Trường MN Tân An", "Trường Mầm non Tân An", "Trạm Y té xã"
ROWS = [
    [1, "Trần Văn An", "Giáo viên", SHORT, "0982103591"],
    [2, "Lê Thị Bình", "Giáo viên", FULL, "0912330118"],
    [3, "Phạm Đức Cường", "Y sĩ", TYPO, "0378551902"],
]


def plan_of(qtbot, make_list, open_wizard, rows=ROWS):
    wizard = open_wizard(make_list(rows=rows))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    return wizard


def verdicts(wizard):
    return lines(box(wizard, "unit-groups"), "Quyết định")


def combo(wizard, name) -> QComboBox:
    combos = wizard.findChild(QWidget, "unit-names").findChildren(QComboBox)
    return next(each for each in combos if f"“{name}”" in each.accessibleName())


def units_of(desk):
    return {person.name: person.unit for person in list_people(desk.file, PeopleQuery())}


def test_groups_are_shown_first_and_taken_with_one_key_each(qtbot, desk, make_list, open_wizard):
    wizard = plan_of(qtbot, make_list, open_wizard)
    tabs = wizard.findChild(QTabWidget, "asked")
    assert tabs.tabText(tabs.currentIndex()) == "Đơn vị (3, 3 mới; 2 cần quyết định)"
    groups = box(wizard, "unit-groups")
    qtbot.waitUntil(lambda: verdicts(wizard) == ["Chưa quyết định"] * 2)
    assert lines(groups, "Đề nghị là") == [f"{FULL} (đơn vị mới)", "Trạm Y tế xã"]
    assert lines(groups, "Lý do")[0] == "viết tắt"
    qtbot.waitUntil(groups.table.hasFocus)
    qtbot.keyClick(groups.table, Key.Key_1)
    qtbot.waitUntil(lambda: verdicts(wizard) == ["Là một đơn vị", "Chưa quyết định"])
    qtbot.keyClick(groups.table, Key.Key_1)
    qtbot.waitUntil(lambda: verdicts(wizard) == ["Là một đơn vị"] * 2)
    assert combo(wizard, SHORT).currentText() == f"{FULL} (đơn vị mới)"
    assert finish(qtbot, wizard).new_units == 1
    assert set(units_of(desk).values()) == {FULL, "Trạm Y tế xã"}
    aliases = {unit.name: unit.aliases for unit in list_units(desk.file)}
    assert SHORT in aliases[FULL]
    assert TYPO in aliases["Trạm Y tế xã"]


def test_the_answers_are_in_sight_however_many_names_wait_in_another_tab(
    qtbot, make_list, open_wizard
):
    many = [[at, f"Trần Văn {at}", "Giáo viên", f"Trường số {at}", ""] for at in range(4, 34)]
    wizard = plan_of(qtbot, make_list, open_wizard, ROWS + many)
    wizard.resize(1284, 655)
    act = button(wizard, "unit-groups-this")
    qtbot.waitUntil(lambda: act.visibleRegion().boundingRect() == act.rect())


def test_nothing_is_joined_by_itself(qtbot, desk, make_list, open_wizard):
    wizard = plan_of(qtbot, make_list, open_wizard)
    assert finish(qtbot, wizard).new_units == 3
    assert set(units_of(desk).values()) == {SHORT, FULL, TYPO}


def test_a_group_can_be_kept_apart_and_a_verdict_taken_back(qtbot, make_list, open_wizard):
    wizard = plan_of(qtbot, make_list, open_wizard, ROWS[:2])
    table = box(wizard, "unit-groups").table
    qtbot.waitUntil(lambda: bool(verdicts(wizard)))
    for key, words, name in (
        (Key.Key_1, "Là một đơn vị", f"{FULL} (đơn vị mới)"),
        (Key.Key_2, "Để riêng", "Tạo đơn vị mới"),
        (Key.Key_0, "Chưa quyết định", "Tạo đơn vị mới"),
    ):
        qtbot.keyClick(table, key)
        qtbot.waitUntil(lambda words=words: verdicts(wizard) == [words])
        assert combo(wizard, SHORT).currentText() == name


def test_a_group_can_be_opened_and_each_name_chosen(qtbot, desk, make_list, open_wizard):
    wizard = plan_of(qtbot, make_list, open_wizard, ROWS[:2])
    station = combo(wizard, SHORT).findText("Trạm Y tế xã")
    combo(wizard, SHORT).setFocus()
    combo(wizard, SHORT).setCurrentIndex(station)
    qtbot.waitUntil(lambda: verdicts(wizard) == ["Đã chọn từng tên"])
    finish(qtbot, wizard)
    assert units_of(desk) == {"Trần Văn An": "Trạm Y tế xã", "Lê Thị Bình": FULL}


def test_no_groups_are_shown_when_all_names_are_known(qtbot, make_list, open_wizard):
    wizard = plan_of(qtbot, make_list, open_wizard, [[1, "Trần Văn An", "", "Trạm Y tế xã", ""]])
    assert not box(wizard, "unit-groups").isVisible()
    assert button(wizard, "next").isEnabled()
