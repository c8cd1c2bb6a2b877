"""In the wizard: "Nguyễn Văn A" waits for a decision, and there is nobody to be the same as."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from models.records import PeopleQuery
from models.roster.people import list_people
from tests.ui.importing.conftest import PEOPLE
from tests.ui.importing.wizards import box, button, finish, go_on, lines
from ui.intake.steps import IntakeStep

Key = Qt.Key
ANYBODY = [4, "Nguyễn Văn A", "Thủ quỹ", "Công an xã", "0912345678"]


def test_a_placeholder_is_new_only_when_told(qtbot, desk, make_list, open_wizard):
    wizard = open_wizard(make_list(rows=[*PEOPLE, ANYBODY]))
    go_on(qtbot, wizard, IntakeStep.PLAN)
    tab = box(wizard, "uncertain")
    wizard.findChild(QTabWidget, "boxes").setCurrentWidget(tab)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Key.Key_Home)
    qtbot.waitUntil(lambda: not button(wizard, "uncertain-this").isEnabled())
    qtbot.keyClick(tab.table, Key.Key_1)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Chưa quyết định"])
    qtbot.keyClick(tab.table, Key.Key_3)
    qtbot.waitUntil(lambda: lines(tab, "Quyết định") == ["Là người mới"])
    assert finish(qtbot, wizard).new == len(PEOPLE) + 1
    assert "Nguyễn Văn A" in {each.name for each in list_people(desk.file, PeopleQuery())}
