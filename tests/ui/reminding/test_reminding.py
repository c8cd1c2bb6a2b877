"""Going through the units by key: copied, logged, the next one; taken back, refused, cut short."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from models.campaign.reminders import reminders_given
from models.contests.current import current_contest
from models.errors import AppError
from models.journal.change import changing
from models.records import Contact, Mark, PersonDraft, UnitKind
from models.records.reminders import Addressee, ReminderWay
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.units import add_unit, set_contacts
from models.store.schema import contests
from tests.factory import add_people, unit
from tests.ui.keys import type_vietnamese
from ui.reminding.dialog import ReminderDialog
from ui.table.data_table import DataTable

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
CULTURE, HEALTH, SCHOOL = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã", "Trường THCS Ban Mai"


@pytest.fixture
def office(desk):
    """Three units, none with a completed person; the clinic has one who is registered."""
    add_people(desk.file, 4)
    health = unit(desk.file, HEALTH).id
    ids = [add_person(desk.file, PersonDraft(each, health)) for each in ("Vũ Văn Ba", "Vũ Văn Tư")]
    set_marks(desk.file, ids[:1], Mark.REGISTERED)
    school = add_unit(desk.file, SCHOOL, UnitKind.SCHOOL)
    add_person(desk.file, PersonDraft("Trần Văn An", school))
    head = Contact("head", "Lê Thị Bình", "Hiệu trưởng", "0912000002")
    set_contacts(desk.file, school, [head])
    return desk


@pytest.fixture
def open_dialog(qtbot, office):
    hosts = []

    def opener(wanted=None):
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.show()
        dialog = ReminderDialog(office, wanted, host)
        with qtbot.waitSignal(dialog.shown):
            dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opener


def units_of(dialog):
    return dialog.findChild(DataTable, "remind-units")


def names(dialog):
    model = units_of(dialog).model()
    return [model.index(line, 0).data() for line in range(model.rowCount())]


def ready(qtbot, dialog, title):
    qtbot.waitUntil(lambda: title in said(dialog, "remind-title"))
    qtbot.waitUntil(dialog.findChild(QPushButton, "remind-copy").isEnabled)
    qtbot.waitUntil(lambda: "…" not in names(dialog))


def said(dialog, name):
    return dialog.findChild(QLabel, name).text()


def text_of(dialog):
    return dialog.findChild(QPlainTextEdit, "remind-text").toPlainText()


def test_enter_copies_logs_and_goes_on_until_all_are_reminded(qtbot, office, open_dialog):
    dialog = open_dialog()
    ready(qtbot, dialog, CULTURE)
    assert names(dialog) == [CULTURE, SCHOOL, HEALTH]
    table = units_of(dialog)
    for name, enter in (
        (CULTURE, Key.Key_Return),
        (SCHOOL, Key.Key_Space),
        (HEALTH, Key.Key_Enter),
    ):
        ready(qtbot, dialog, name)
        expected = text_of(dialog)
        pad = Modifier.KeypadModifier if enter == Key.Key_Enter else Modifier.NoModifier
        with qtbot.waitSignal(dialog.given):
            qtbot.keyClick(table, enter, pad)
        assert QGuiApplication.clipboard().text() == expected
    given = reminders_given(office.file)
    assert [(each.unit, each.number) for each in given] == [(CULTURE, 1), (SCHOOL, 1), (HEALTH, 1)]
    assert given[1].text.startswith("Kính gửi đồng chí Lê Thị Bình, Hiệu trưởng Trường THCS")
    assert given[1].phone == "0912000002"
    qtbot.waitUntil(lambda: "Đã đôn đốc hết" in said(dialog, "count"))
    assert said(dialog, "remind-said").endswith(f"{HEALTH}, nhắc lần 1, 08/6 17:00.")
    qtbot.waitUntil(dialog.findChild(QPushButton, "remind-copy").isEnabled)
    qtbot.keyClick(table, Key.Key_Return)
    assert len(reminders_given(office.file)) == 3


def test_ctrl_z_takes_the_last_one_back_and_comes_back_to_it(qtbot, office, open_dialog):
    dialog = open_dialog()
    ready(qtbot, dialog, CULTURE)
    with qtbot.waitSignal(dialog.given):
        qtbot.keyClick(units_of(dialog), Key.Key_Return)
    ready(qtbot, dialog, SCHOOL)
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(units_of(dialog), Key.Key_Z, Modifier.ControlModifier)
    assert reminders_given(office.file) == ()
    ready(qtbot, dialog, f"{CULTURE}: nhắc lần 1")
    assert said(dialog, "remind-said").startswith("Đã hoàn tác: đôn đốc Phòng Văn hóa")


@pytest.mark.parametrize(
    ("button", "way", "kept"),
    [
        ("remind-called", ReminderWay.PHONE, False),
        ("remind-written", ReminderWay.LETTER, True),
    ],
)
def test_a_call_or_a_letter_is_logged_without_the_clipboard(
    qtbot, office, open_dialog, button, way, kept
):
    QGuiApplication.clipboard().setText("của tôi")
    dialog = open_dialog((unit(office.file, SCHOOL).id,))
    ready(qtbot, dialog, SCHOOL)
    with qtbot.waitSignal(dialog.given):
        qtbot.mouseClick(dialog.findChild(QPushButton, button), Left)
    (given,) = reminders_given(office.file)
    assert (given.way, bool(given.text)) == (way, kept)
    assert QGuiApplication.clipboard().text() == "của tôi"


def test_what_was_edited_is_what_is_copied_and_kept(qtbot, office, open_dialog):
    dialog = open_dialog((unit(office.file, SCHOOL).id,))
    ready(qtbot, dialog, SCHOOL)
    field = dialog.findChild(QPlainTextEdit, "remind-text")
    field.setFocus()
    qtbot.keyClick(field, Key.Key_End, Modifier.ControlModifier)
    type_vietnamese(field, " Hẹn gặp!")
    with qtbot.waitSignal(dialog.given):
        qtbot.keyClick(field, Key.Key_Return, Modifier.ControlModifier)
    assert reminders_given(office.file)[0].text.endswith("Trân trọng cảm ơn! Hẹn gặp!")
    assert QGuiApplication.clipboard().text().endswith(" Hẹn gặp!")


def test_many_names_are_cut_or_come_in_parts(qtbot, office, open_dialog):
    school = unit(office.file, SCHOOL).id
    for at in range(120):
        add_person(office.file, PersonDraft(f"Nguyễn Thị Hoa {at:03d}", school))
    dialog = open_dialog((school,))
    ready(qtbot, dialog, SCHOOL)
    assert " người khác" in text_of(dialog)
    assert len(text_of(dialog)) <= 2_000
    wide = dialog.findChild(QCheckBox, "remind-all")
    wide.setFocus()
    qtbot.keyClick(wide, Key.Key_Space)
    qtbot.waitUntil(lambda: text_of(dialog).startswith("(1/"))
    assert text_of(dialog).count("Hoa ") == 120
    assert "tin, gửi từng tin" in said(dialog, "remind-length")


def test_those_who_have_not_done_it_can_be_reminded_themselves(qtbot, office, open_dialog):
    dialog = open_dialog((unit(office.file, HEALTH).id,))
    ready(qtbot, dialog, HEALTH)
    staff = dialog.findChild(QCheckBox, "remind-staff")
    staff.setFocus()
    qtbot.keyClick(staff, Key.Key_Space)
    qtbot.waitUntil(lambda: text_of(dialog).startswith("Kính gửi các đồng chí,"))
    assert said(dialog, "remind-whom") == "Những người chưa làm trong đơn vị"
    ready(qtbot, dialog, HEALTH)
    with qtbot.waitSignal(dialog.given):
        qtbot.keyClick(staff, Key.Key_Return, Modifier.ControlModifier)
    assert [each.to for each in reminders_given(office.file)] == [Addressee.STAFF]


def test_the_phone_of_the_head_is_copied_by_one_click(qtbot, office, open_dialog):
    dialog = open_dialog((unit(office.file, SCHOOL).id,))
    ready(qtbot, dialog, SCHOOL)
    assert said(dialog, "remind-whom") == "Lê Thị Bình · Hiệu trưởng"
    qtbot.mouseClick(dialog.findChild(QPushButton, "remind-phone"), Left)
    assert QGuiApplication.clipboard().text() == "0912000002"


def test_where_nothing_may_be_written_that_is_said(qtbot, office, open_dialog):
    dialog = open_dialog()
    ready(qtbot, dialog, CULTURE)
    office.file.only_read = AppError("Tệp này chỉ xem.", "Hãy mở tệp đang dùng.")
    qtbot.keyClick(units_of(dialog), Key.Key_Return)
    qtbot.waitUntil(lambda: "Tệp này chỉ xem." in said(dialog, "problem"))
    assert reminders_given(office.file) == ()
    assert dialog.findChild(QPushButton, "remind-copy").isEnabled()


def test_without_a_contest_that_is_said(qtbot, office, open_dialog):
    with changing(office.file, "test", "Bỏ chọn") as change:
        change.update(contests, {current_contest(office.file).id: {"current": False}})
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    dialog = ReminderDialog(office, None, host)
    dialog.open()
    qtbot.waitUntil(lambda: "Chưa chọn cuộc thi" in said(dialog, "problem"))
    assert not dialog.findChild(QPushButton, "remind-copy").isEnabled()


def test_nobody_is_due_where_all_were_reminded_today(qtbot, office, open_dialog):
    first = open_dialog()
    for name in (CULTURE, SCHOOL, HEALTH):
        ready(qtbot, first, name)
        with qtbot.waitSignal(first.given):
            qtbot.keyClick(units_of(first), Key.Key_Return)
    qtbot.waitUntil(lambda: "Đã đôn đốc hết" in said(first, "count"))
    first.reject()
    again = open_dialog()
    assert units_of(again).model().rowCount() == 0
    assert "hôm nay" in units_of(again).empty_title
    assert not again.findChild(QPushButton, "remind-copy").isEnabled()
