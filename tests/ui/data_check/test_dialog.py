"""Kiểm tra dữ liệu… through the window: sound, damaged and mended, stopped; and said at the start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from models.journal.history import fingerprint
from models.papers.action_log import actions
from models.records import Mark
from models.records.actions import CHANGE, ActionKind
from models.roster.marks import set_marks
from models.store.backup import back_up
from models.store.seal import SealKind
from tests.conftest import clock
from tests.factory import add_people
from ui.data_check.dialog import DataCheckDialog, open_data_check
from ui.notice import Tone
from ui.start.look_over import LookOver
from ui.table.data_table import DataTable

DAMAGE = "UPDATE participations SET registered_on = '2026-01-01' WHERE person_id = 2"


@pytest.fixture
def host(qtbot, desk):
    add_people(desk.file, 3)
    set_marks(desk.file, [1, 2], Mark.REGISTERED)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def damage(desk):
    with desk.file.writing() as connection:
        connection.exec_driver_sql(DAMAGE)


def checked(qtbot, desk, host):
    open_data_check(desk, host)
    made = host.findChild(DataCheckDialog)
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: bool(answer(made)))
    return made


def answer(dialog):
    return dialog.findChild(QLabel, "data-check-answer").text()


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def test_a_sound_file_is_said_to_be_with_how_large_it_is(qtbot, desk, host):
    dialog = checked(qtbot, desk, host)
    assert answer(dialog).startswith("Dữ liệu nguyên vẹn: 3 người, ")
    assert answer(dialog).endswith(" mục nguyên vẹn.")
    assert "nhật ký thay đổi" in dialog.findChild(QLabel, "data-check-size").text()
    assert not button(dialog, "data-check-mend").isVisible()
    assert not dialog.findChild(DataTable).isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_damaged_is_shown_asked_about_and_mended(qtbot, desk, host):
    before = fingerprint(desk.file)
    damage(desk)
    dialog = checked(qtbot, desk, host)
    assert answer(dialog).startswith("Có 1 chỗ cần xem")
    assert "nhật ký ghi “08/06/2026”" in dialog.findChild(QLabel, "data-check-detail").text()
    qtbot.mouseClick(button(dialog, "data-check-mend"), Qt.MouseButton.LeftButton)
    question = dialog.findChild(QDialog, "question")
    words = question.findChild(QLabel, "question-words").text()
    assert "lấy lại giá trị theo nhật ký: ngày đăng ký “08/06/2026”" in words
    act = next(each for each in question.findChildren(QPushButton) if each.text() == "Sửa")
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answer(dialog).startswith("Dữ liệu nguyên vẹn"))
    assert "Đã sửa 1 chỗ" in dialog.findChild(QLabel, "data-check-mended").text()
    assert fingerprint(desk.file) == before
    logged = [each.kind for each in actions(desk.file) if each.kind != CHANGE]
    assert logged == [ActionKind.MENDED, ActionKind.CHECKED]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_damage_is_said_after_the_start_with_the_way_to_mend_it(qtbot, desk, host):
    damage(desk)
    desk.file.found_seal = SealKind.NONE
    look = LookOver(desk, host)
    with qtbot.waitSignal(desk.noticed) as said:
        look.begin(desk.file)
    (notice,) = said.args
    assert (notice.tone, notice.command) == (Tone.PROBLEM, "data-check")
    assert "(người số 2)" in notice.text


def test_what_another_hand_changed_without_harm_is_said_and_sealed_anew(qtbot, desk, host):
    desk.file.found_seal = SealKind.BROKEN
    look = LookOver(desk, host)
    with qtbot.waitSignal(desk.noticed) as said:
        look.begin(desk.file)
    assert said.args[0].text.endswith("dữ liệu vẫn lành.")
    assert desk.file.found_seal is SealKind.NONE


def ruin_journal(desk):
    """A text of the history that nobody can know any more."""
    with desk.file.writing() as connection:
        connection.exec_driver_sql("UPDATE changes SET summary = 'Khác' WHERE id = 2")


def test_what_no_mending_helps_leads_to_the_copies_at_the_start(qtbot, desk, host):
    ruin_journal(desk)
    desk.file.found_seal = SealKind.NONE
    look = LookOver(desk, host)
    with qtbot.waitSignal(desk.noticed) as said:
        look.begin(desk.file)
    (notice,) = said.args
    assert (notice.command, notice.deed) == ("restore", "Khôi phục…")


def test_what_no_mending_helps_leads_to_the_copies_from_the_check(qtbot, desk, host):
    back_up(desk.file.path, clock=clock)
    ruin_journal(desk)
    asked = []
    open_data_check(desk, host, lambda: asked.append(True))
    dialog = host.findChild(DataCheckDialog)
    qtbot.waitUntil(lambda: bool(answer(dialog)))
    assert not button(dialog, "data-check-mend").isVisible()
    qtbot.mouseClick(button(dialog, "data-check-restore"), Qt.MouseButton.LeftButton)
    assert asked == [True]
