"""The heads of all units in one list: the sure ones filled in, the others asked, one change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget

from models.journal.standing import next_undo
from models.records import Contact, PersonDraft, UnitKind
from models.roster.leaving import set_left
from models.roster.people import add_person
from models.roster.units import add_unit, set_contacts
from tests.factory import unit
from ui.people.question import Question
from ui.reminding.heads_dialog import HeadsDialog
from ui.table.data_table import DataTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SCHOOL, VILLAGE, CLINIC = "Trường THCS Ban Mai", "Thôn Đông", "Trạm Y tế xã"


@pytest.fixture
def office(desk):
    """A school with one head, a village with two, a clinic whose head has left."""
    file = desk.file
    school = add_unit(file, SCHOOL, UnitKind.SCHOOL)
    add_person(file, PersonDraft("Trần Văn An", school, "Hiệu trưởng", phone="0912000001"))
    add_person(file, PersonDraft("Lê Thị Bình", school, "Phó Hiệu trưởng"))
    village = add_unit(file, VILLAGE, UnitKind.VILLAGE)
    for name in ("Vũ Văn Ba", "Vũ Văn Tư"):
        add_person(file, PersonDraft(name, village, "Trưởng thôn"))
    clinic = unit(file, CLINIC).id
    gone = add_person(file, PersonDraft("Phạm Thị Cúc", clinic, "Trưởng trạm"))
    set_contacts(file, clinic, [Contact("head", "Phạm Thị Cúc", "Trưởng trạm")])
    set_left(file, [gone], desk.today(), "Nghỉ hưu")
    return desk


@pytest.fixture
def dialog(qtbot, office):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    made = HeadsDialog(office, host)
    with qtbot.waitSignal(made.shown):
        made.open()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: "…" not in cells(made, 1))
    yield made
    host.close()


def table(dialog):
    return dialog.findChild(DataTable, "box-heads")


def cells(dialog, column):
    model = table(dialog).model()
    return [model.index(line, column).data() for line in range(model.rowCount())]


def possible(dialog):
    return [each.text() for each in dialog.findChildren(QRadioButton)]


def head_of(office, name):
    found = unit(office.file, name).head
    return found.name if found is not None else ""


def test_the_sure_one_is_filled_in_and_written_only_when_told(qtbot, office, dialog):
    assert sorted(cells(dialog, 1)) == sorted([SCHOOL, VILLAGE, CLINIC])
    assert cells(dialog, 0) == ["Là người này", "Chưa quyết định", "Chưa quyết định"]
    assert cells(dialog, 1)[0] == SCHOOL
    act = dialog.findChild(QPushButton, "act")
    assert act.text() == "&Ghi 1 người đứng đầu"
    assert head_of(office, SCHOOL) == ""
    with qtbot.waitSignal(office.said):
        qtbot.keyClick(table(dialog), Key.Key_Return, Modifier.ControlModifier)
    assert head_of(office, SCHOOL) == "Trần Văn An"
    assert head_of(office, VILLAGE) == ""
    assert head_of(office, CLINIC) == "Phạm Thị Cúc"
    assert next_undo(office.file) == f"Ghi người đứng đầu của {SCHOOL}"


def test_two_are_chosen_between_and_the_one_who_left_is_taken_out(qtbot, office, dialog):
    rows = table(dialog)
    rows.setFocus()
    for name, shown, keys in (
        (VILLAGE, "Vũ Văn Ba", (Key.Key_Right, Key.Key_1)),
        (CLINIC, "Để trống, chờ người mới", (Key.Key_1,)),
    ):
        rows.go_to(unit(office.file, name).id)
        qtbot.waitUntil(lambda shown=shown: shown in possible(dialog))
        for key in keys:
            qtbot.keyClick(rows, key)
    act = dialog.findChild(QPushButton, "act")
    qtbot.waitUntil(lambda: act.text() == "&Ghi 3 người đứng đầu")
    with qtbot.waitSignal(office.said):
        qtbot.keyClick(rows, Key.Key_Return, Modifier.ControlModifier)
    assert head_of(office, VILLAGE) == "Vũ Văn Tư"
    assert head_of(office, CLINIC) == ""


def test_leaving_asks_only_when_the_officer_has_decided_something(qtbot, office, dialog):
    rows = table(dialog)
    rows.setFocus()
    rows.go_to(unit(office.file, SCHOOL).id)
    qtbot.keyClick(rows, Key.Key_2)
    qtbot.waitUntil(lambda: not dialog.findChild(QPushButton, "act").isEnabled())
    qtbot.keyClick(rows, Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.findChild(Question) is not None)
    dialog.findChild(Question).reject()
    rows.setFocus()
    qtbot.keyClick(rows, Key.Key_0)
    assert dialog.isVisible()


def test_leaving_the_list_as_it_was_asks_nothing(qtbot, office, dialog):
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(table(dialog), Key.Key_Escape)
    assert head_of(office, SCHOOL) == ""
