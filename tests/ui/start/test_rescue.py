"""A damaged file at the start: the newest proven copy, what it would bring back, and one button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.journal.history import fingerprint
from models.roster.person_rows import count_people
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file
from models.store.header import own_header
from models.store.keyring import forget_keys, is_encrypted
from tests.conftest import clock
from tests.encrypted import PASSWORD, encrypt
from tests.factory import add_people
from ui.locking.unlock_view import UnlockView
from ui.start.request import StartRequest


def words(window, name):
    return window.findChild(QLabel, name).text()


def ruin(path):
    """Spoil a page of tables: the file is not opened any more, most of it can still be read."""
    size = own_header(path).page_size
    whole = bytearray(path.read_bytes())
    whole[size : size + 200] = b"\xa5" * 200
    path.write_bytes(whole)


@pytest.fixture
def started(qtbot, window, session):
    def start(path):
        with qtbot.waitSignal(session.ready):
            session.start(StartRequest(path))
        return window

    return start


def test_the_newest_copy_and_all_later_acts_come_back_by_one_button(
    qtbot, data_path, started, session, desk
):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        back_up(data_path, clock=clock)
        add_people(file, 4)
        told = fingerprint(file)
    ruin(data_path)
    damaged = data_path.read_bytes()
    window = started(data_path)
    rescue = window.findChild(QPushButton, "troubleRescue")
    qtbot.waitUntil(rescue.isVisible)
    assert words(window, "troubleFound") == (
        "Bản sao lưu mới nhất đã thử khôi phục: 17:00 ngày 08/06/2026, 3 người."
    )
    assert words(window, "troubleSaved") == (
        "4 việc sau bản sao lưu đọc lại được từ nhật ký của tệp hỏng: không mất gì."
    )
    assert data_path.read_bytes() == damaged
    assert window.focusWidget() is rescue
    with qtbot.waitSignal(session.ready):
        QTest.keyClick(rescue, Qt.Key.Key_Space)
    assert fingerprint(desk.file) == told
    qtbot.waitUntil(lambda: "Đã làm lại 4 việc" in window.messages.notice.text)
    assert "không mất gì" in window.messages.notice.text
    assert [p for p in backup_folder(data_path).iterdir() if "hong" in p.name]
    # Nobody wants the damaged state back.
    assert not window.commands["undo-restore"].isEnabled()


def test_what_cannot_be_read_any_more_is_said_before_anything_is_done(
    qtbot, data_path, started, session, desk
):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        back_up(data_path, clock=clock)
        add_people(file, 4)
    data_path.write_bytes(data_path.read_bytes()[:4096] + bytes(range(256)) * 60)
    window = started(data_path)
    rescue = window.findChild(QPushButton, "troubleRescue")
    qtbot.waitUntil(rescue.isVisible)
    assert words(window, "troubleSaved") == (
        "Tệp hỏng không còn đọc lại được việc nào sau bản sao lưu: "
        "sẽ mất các việc làm sau bản sao lưu này."
    )
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(rescue, Qt.MouseButton.LeftButton)
    assert count_people(desk.file) == 3


def test_without_any_copy_it_says_what_to_do_and_touches_nothing(qtbot, data_path, started):
    ruin(data_path)
    damaged = data_path.read_bytes()
    window = started(data_path)
    qtbot.waitUntil(lambda: "Không thấy bản sao lưu nào" in words(window, "troubleFound"))
    assert "Đừng xóa tệp hỏng" in words(window, "troubleSaved")
    assert not window.findChild(QPushButton, "troubleRescue").isVisible()
    assert data_path.read_bytes() == damaged


def test_a_damaged_encrypted_file_comes_back_after_its_password(
    qtbot, data_path, window, session, desk
):
    encrypt(data_path)
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        back_up(data_path, clock=clock)
        add_people(file, 2)
    # The slots in the seal are gone too: those of a copy open what is left.
    data_path.write_bytes(data_path.read_bytes()[:9000])
    forget_keys()
    session.start(StartRequest(data_path))
    qtbot.waitUntil(lambda: window.findChild(UnlockView) is not None)
    line = window.findChild(UnlockView).findChild(QLineEdit)
    line.setText(PASSWORD)
    with qtbot.waitSignal(session.ready):
        QTest.keyClick(line, Qt.Key.Key_Return)
    rescue = window.findChild(QPushButton, "troubleRescue")
    qtbot.waitUntil(rescue.isVisible)
    assert "sẽ mất các việc làm sau bản sao lưu này" in words(window, "troubleSaved")
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(rescue, Qt.MouseButton.LeftButton)
    assert count_people(desk.file) == 3
    assert is_encrypted(data_path)
