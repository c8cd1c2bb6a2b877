"""Merging and telling apart by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.journal.history import fingerprint, history
from models.records import Person, PersonDraft
from models.roster.people import add_person
from models.roster.person_rows import count_people, people_by_ids
from tests.factory import unit
from ui.duplicates.dialog import DuplicatesDialog
from ui.duplicates.fields import field_lines
from ui.table.data_table import DataTable

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OFFICE, CLINIC = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã"


def person(desk, name, where=OFFICE, **values):
    return add_person(desk.file, PersonDraft(name, unit(desk.file, where).id, **values))


@pytest.fixture
def ids(desk):
    return {
        "an1": person(desk, "Nguyễn Văn An", phone="0912345678", position="Văn thư"),
        "an2": person(desk, "Nguyễn Văn An", CLINIC, phone="0912345678", position="Y sĩ"),
        "lan1": person(desk, "Lê Thị Lan"),
        "lan2": person(desk, "Lê Thị Lan"),
    }


@pytest.fixture
def open_dialog(qtbot, desk):
    hosts = []

    def opener():
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.show()
        dialog = DuplicatesDialog(desk, host)
        with qtbot.waitSignal(dialog.shown):
            dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opener


def table(dialog, name):
    return dialog.findChild(DataTable, name)


def cells(dialog, name, column):
    model = table(dialog, name).model()
    return [model.index(line, column).data() for line in range(model.rowCount())]


def ready(qtbot, dialog):
    pairs = table(dialog, "box-pairs")
    pairs.setFocus()
    qtbot.waitUntil(lambda: "Nguyễn Văn An" in cells(dialog, "box-pairs", 0))
    qtbot.waitUntil(lambda: "Họ và tên" in cells(dialog, "fields", 0))
    return pairs


def result(dialog):
    return dict(zip(cells(dialog, "fields", 0), cells(dialog, "fields", 3), strict=True))


def test_pairs_and_their_fields_stand_side_by_side(qtbot, ids, open_dialog):
    dialog = open_dialog()
    ready(qtbot, dialog)
    assert cells(dialog, "box-pairs", 0) == ["Nguyễn Văn An", "Lê Thị Lan"]
    assert dialog.findChild(QLabel, "count").text() == "2 cặp cần quyết định."
    assert "cùng số điện thoại" in dialog.findChild(QLabel, "why").text()
    assert result(dialog)["Đơn vị"] == f"{OFFICE} (kiêm nhiệm: {CLINIC})"


def test_one_merges_with_the_values_that_were_chosen_and_undo_takes_it_back(
    qtbot, desk, ids, open_dialog
):
    before = fingerprint(desk.file)
    dialog = open_dialog()
    ready(qtbot, dialog)
    fields = table(dialog, "fields")
    fields.setFocus()
    fields.go_to(cells(dialog, "fields", 0).index("Chức vụ"))
    qtbot.keyClick(fields, Key.Key_Right)
    qtbot.waitUntil(lambda: result(dialog)["Chức vụ"] == "Y sĩ")
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(fields, Key.Key_1)
    (merged,) = people_by_ids(desk.file, [ids["an1"], ids["an2"]])
    assert (merged.unit, merged.position) == (OFFICE, "Y sĩ")
    assert cells(dialog, "box-pairs", 0) != ["Nguyễn Văn An", "Lê Thị Lan"]
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(dialog, Key.Key_Z, Modifier.ControlModifier)
    assert fingerprint(desk.file) == before
    qtbot.keyClick(dialog, Key.Key_Z, Modifier.ControlModifier)
    assert history(desk.file)[0].summary == "Hoàn tác: gộp hai mục của Nguyễn Văn An"


def test_two_tells_apart_down_goes_on_and_the_end_is_said(qtbot, desk, ids, open_dialog):
    dialog = open_dialog()
    pairs = ready(qtbot, dialog)
    qtbot.keyClick(pairs, Key.Key_Down)
    qtbot.waitUntil(lambda: "Lê Thị Lan" in dialog.findChild(QLabel, "why").text())
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_2)
    qtbot.waitUntil(lambda: cells(dialog, "box-pairs", 0) == ["Nguyễn Văn An"])
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_2)
    assert dialog.findChild(QLabel, "count").text() == "Không còn ai có thể trùng."
    assert not dialog.findChild(QPushButton, "pairs-this").isEnabled()
    assert count_people(desk.file) == 4


def test_a_roster_without_doubles_says_so(open_dialog):
    dialog = open_dialog()
    assert dialog.findChild(QLabel, "count").text() == "Không còn ai có thể trùng."
    assert not dialog.findChild(QPushButton, "pairs-nobody").isEnabled()


def test_a_phone_that_cannot_be_read_stands_as_it_was_typed():
    first = Person(1, "a", "Nguyễn Văn An", 1, OFFICE, phone_raw="09123 (thiếu số)")
    second = Person(2, "b", "Nguyễn Văn An", 1, OFFICE, phone="0912000001")
    lines = {line.key: line for line in field_lines(first, second, {})}
    assert (lines["phone"].first, lines["phone"].second) == ("09123 (thiếu số)", "0912 000 001")
    assert lines["phone"].open


def all_selected(qtbot, pairs, key):
    qtbot.keyClick(pairs, Key.Key_A, Modifier.ControlModifier)
    qtbot.keyClick(pairs, key)


def test_several_pairs_at_once_leave_open_what_differs_and_come_back_by_one_key(
    qtbot, desk, ids, open_dialog
):
    for _ in range(2):
        person(desk, "Đỗ Thị Hòa")
    before = fingerprint(desk.file)
    dialog = open_dialog()
    pairs = ready(qtbot, dialog)
    with qtbot.waitSignal(dialog.shown):
        all_selected(qtbot, pairs, Key.Key_1)
    assert cells(dialog, "box-pairs", 0) == ["Nguyễn Văn An"]
    assert "1 cặp còn phải chọn" in dialog.findChild(QLabel, "pairs-said").text()
    assert count_people(desk.file) == 4
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_0)
    assert fingerprint(desk.file) == before


def test_three_entries_of_one_person_become_one_together(qtbot, desk, open_dialog):
    for _ in range(3):
        person(desk, "Lê Thị Lan")
    dialog = open_dialog()
    pairs = table(dialog, "box-pairs")
    pairs.setFocus()
    qtbot.waitUntil(lambda: cells(dialog, "box-pairs", 0) == ["Lê Thị Lan"] * 3)
    with qtbot.waitSignal(dialog.shown):
        all_selected(qtbot, pairs, Key.Key_1)
    assert count_people(desk.file) == 1
    assert dialog.findChild(QLabel, "count").text() == "Không còn ai có thể trùng."
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_0)
    assert count_people(desk.file) == 3


def test_pairs_for_the_same_reasons_are_told_apart_together(qtbot, desk, ids, open_dialog):
    for _ in range(2):
        person(desk, "Đỗ Thị Hòa")
    dialog = open_dialog()
    pairs = ready(qtbot, dialog)
    pairs.go_to_last()
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_2)
    alike = dialog.findChild(QPushButton, "pairs-alike")
    qtbot.waitUntil(lambda: "1 dòng giống" in alike.text() and alike.isEnabled())
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(pairs, Key.Key_D, Modifier.ControlModifier)
    assert cells(dialog, "box-pairs", 0) == ["Nguyễn Văn An"]
    assert count_people(desk.file) == 6


def test_for_later_has_a_button_of_its_own(qtbot, ids, open_dialog):
    dialog = open_dialog()
    ready(qtbot, dialog)
    for name in ("Lê Thị Lan", "Nguyễn Văn An"):
        qtbot.mouseClick(dialog.findChild(QPushButton, "pairs-later"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda name=name: name in dialog.findChild(QLabel, "why").text())
