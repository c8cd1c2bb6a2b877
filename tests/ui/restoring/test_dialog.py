"""The list of copies: what each holds, what came after it, and the ways to take one."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from models.errors import AppError
from models.machine.volumes import volume_of
from models.records import Mark
from models.records.kept_copies import CopyReason, SecondPlace
from models.roster.marks import set_marks
from models.store.backup import back_up
from models.store.keyring import forget_keys
from tests.conftest import clock
from tests.encrypted import PASSWORD, encrypt
from tests.factory import add_people
from ui.locking.unlock_view import UnlockDialog
from ui.restoring import dialog as restoring
from ui.restoring.dialog import RestoreDialog
from ui.restoring.unlocking import once_unlocked
from ui.table.data_table import DataTable

Key = Qt.Key


@pytest.fixture
def host(qtbot, desk):
    """A copy of three people of whom one registered; two more and a mark came after it."""
    ids = add_people(desk.file, 3)
    set_marks(desk.file, ids[:1], Mark.REGISTERED)
    back_up(desk.file.path, clock=clock, reason=CopyReason.START)
    add_people(desk.file, 2)
    set_marks(desk.file, ids[1:2], Mark.REGISTERED)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot, desk, host, place=None):
    dialog = RestoreDialog(desk, desk.file.path, place, host)
    dialog.open()
    with qtbot.waitSignal(dialog.shown):
        pass
    rows = dialog.findChild(DataTable).rows
    qtbot.waitUntil(lambda: all(rows.row_of(each) for each in rows.ids))
    return dialog


def words(dialog, name):
    return dialog.findChild(QLabel, name).text()


def test_a_copy_tells_when_why_how_many_and_what_came_after(qtbot, desk, host):
    dialog = opened(qtbot, desk, host)
    table = dialog.findChild(DataTable)
    line = table.rows.row_of(table.current_id())
    assert (line.beside.copy.people, line.later, line.place) == (3, "3 việc", "máy này")
    assert line.proof == "đã thử 17:00"
    assert words(dialog, "restore-count") == "1 bản, 1 bản đã thử khôi phục."
    qtbot.waitUntil(lambda: bool(words(dialog, "restore-figures")))
    assert words(dialog, "restore-figures") == (
        "Trong bản này: 3 người tính chỉ tiêu, 1 đã đăng ký, 0 hoàn thành. "
        "Hiện có: 5 người tính chỉ tiêu, 2 đã đăng ký, 0 hoàn thành."
    )
    assert words(dialog, "restore-loss").startswith("3 việc sau bản này sẽ không còn; việc gần ")
    more = dialog.findChild(QPushButton, "restore-more")
    assert more.text() == "Xem 3 việc sẽ không còn"
    acts = dialog.findChild(QListWidget, "restore-acts")
    assert not acts.isVisible()
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert acts.isVisible()
    assert acts.count() == 3
    assert "đăng ký" in acts.item(0).text()
    assert "Thêm" in acts.item(2).text()


def test_in_large_text_the_copies_stay_in_sight_above_the_acts_after_them(qtbot, desk, host, worn):
    worn.set_text_size(200)
    dialog = opened(qtbot, desk, host)
    table = dialog.findChild(DataTable)
    qtbot.waitUntil(lambda: bool(words(dialog, "restore-figures")))
    more = dialog.findChild(QPushButton, "restore-more")
    more.setFocus()
    qtbot.keyClick(more, Key.Key_Space)
    acts = dialog.findChild(QListWidget, "restore-acts")
    qtbot.waitUntil(acts.isVisible)
    qtbot.waitUntil(lambda: table.viewport().height() >= 2 * table.rowHeight(0))
    qtbot.waitUntil(lambda: acts.viewport().height() >= 2 * acts.sizeHintForRow(0))
    qtbot.waitUntil(lambda: more.height() >= more.fontMetrics().height())


def test_what_failed_with_one_copy_is_not_said_of_another(qtbot, desk, host, monkeypatch):
    back_up(desk.file.path, clock=clock, reason=CopyReason.START)
    real, broken = restoring.copy_compared, []

    def compared(data, file, path, moment):
        broken.append(path)
        if path == broken[0]:
            raise AppError("Chưa đọc được bản sao lưu này.", "Hãy chọn bản khác.")
        return real(data, file, path, moment)

    monkeypatch.setattr(restoring, "copy_compared", compared)
    dialog = opened(qtbot, desk, host)
    told = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(lambda: told.isVisible() and "Chưa đọc được" in told.text())
    assert words(dialog, "restore-count") == "2 bản, 2 bản đã thử khôi phục."
    QTest.keyClick(dialog.findChild(DataTable), Key.Key_Down)
    qtbot.waitUntil(lambda: not told.isVisible())
    qtbot.waitUntil(lambda: bool(words(dialog, "restore-figures")))
    assert not told.isVisible()


def test_enter_in_the_list_asks_for_that_copy(qtbot, desk, host):
    dialog = opened(qtbot, desk, host)
    table = dialog.findChild(DataTable)
    path = table.rows.row_of(table.current_id()).beside.copy.path
    with qtbot.waitSignal(dialog.wanted) as asked:
        QTest.keyClick(table, Key.Key_Return)
    assert asked.args == [path]


def test_the_second_place_is_in_the_list_while_it_is_there(qtbot, desk, host, tmp_path):
    stick = tmp_path / "usb"
    folder = stick / "sao-luu"
    folder.mkdir(parents=True)
    back_up(desk.file.path, folder / "xa-2026-06-08-170000.tiendo", clock=clock)
    place = SecondPlace(stick, volume_of(stick).id)
    dialog = opened(qtbot, desk, host, place)
    table = dialog.findChild(DataTable)
    places = [table.rows.row_of(each).place for each in table.rows.ids]
    assert sorted(places) == ["máy này", "nơi thứ hai"]


def test_without_a_copy_the_list_says_where_to_look(qtbot, desk):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    dialog = opened(qtbot, desk, host)
    assert words(dialog, "restore-count") == "0 bản, 0 bản đã thử khôi phục."
    assert not dialog.findChild(QPushButton, "restore-take").isEnabled()
    assert dialog.findChild(QPushButton, "restore-other").isEnabled()


def test_a_copy_under_another_password_is_unlocked_first(qtbot, desk, made_file, tmp_path):
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    other = tmp_path / "khac.tiendo"
    shutil.copy(made_file, other)
    encrypt(other)
    forget_keys()
    told = []
    once_unlocked(desk, other, host, lambda: told.append("on"), lambda: told.append("left"))
    qtbot.waitUntil(lambda: host.findChild(UnlockDialog) is not None)
    dialog = host.findChild(UnlockDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    line = dialog.findChild(QLineEdit)
    QTest.keyClicks(line, "sai")
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: "chưa đúng" in words(dialog, "unlock-problem"))
    qtbot.waitUntil(dialog.findChild(QPushButton, "unlock-act").isEnabled)
    line.setText(PASSWORD)
    QTest.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: told == ["on"])
