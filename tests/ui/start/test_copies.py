"""A kept copy that comes to the window is restored or looked at, never worked with."""

from __future__ import annotations

import os
import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from models.roster.person_rows import count_people
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from ui.restoring.dialog import RestoreDialog
from ui.start import opening
from ui.start.choice import ChoiceDialog, Way
from ui.start.request import StartRequest
from ui.window.memory import last_file


@pytest.fixture
def copy(data_path):
    """A copy of three people; five are in the file since."""
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    made = back_up(data_path, clock=clock)
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    return made.path


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    move, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    at = QPoint(200, 200)
    QApplication.sendEvent(window, QDragEnterEvent(at, move, mime, left, none.NoModifier))
    QApplication.sendEvent(window, QDropEvent(at, move, mime, left, none.NoModifier))


def in_sight(window, name):
    return [each for each in window.findChildren(QPushButton, name) if each.isVisible()]


def press(qtbot, window, name):
    qtbot.waitUntil(lambda: bool(in_sight(window, name)))
    qtbot.mouseClick(in_sight(window, name)[0], Qt.MouseButton.LeftButton)


def banner(window):
    return window.findChild(QLabel, "bannerText")


@pytest.fixture
def at_work(qtbot, data_path, copy, window, session, desk):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    return window


def test_one_way_is_taken_alone_and_the_question_is_gone(qtbot):
    host, told = QWidget(), []
    qtbot.addWidget(host)
    host.show()
    ways = (
        Way("Có", "yes", lambda: told.append("yes")),
        Way("Hủy", "no", lambda: told.append("no")),
    )
    question = ChoiceDialog("Làm?", ["Câu hỏi."], ways, host)
    question.open()
    press(qtbot, question, "yes")
    assert told == ["yes"]
    assert not question.isVisible()


def test_a_dropped_copy_is_asked_about_and_can_be_left(qtbot, at_work, copy, desk, data_path):
    drop(at_work, copy)
    qtbot.waitUntil(lambda: at_work.findChild(ChoiceDialog) is not None)
    words = [each.text() for each in at_work.findChild(ChoiceDialog).findChildren(QPushButton)]
    assert words == ["Hủy", "Chỉ xem", "Khôi phục…"]
    press(qtbot, at_work, "copyLeave")
    assert desk.file.path == data_path
    assert not banner(at_work).isVisible()


def test_escape_leaves_everything_as_it_was(qtbot, at_work, copy, desk, data_path):
    drop(at_work, copy)
    qtbot.waitUntil(lambda: at_work.findChild(ChoiceDialog) is not None)
    qtbot.keyClick(at_work.findChild(ChoiceDialog), Qt.Key.Key_Escape)
    assert desk.file.path == data_path
    assert count_people(desk.file) == 5


def test_a_copy_is_looked_at_plainly_marked_and_stays(
    qtbot, at_work, copy, desk, session, settings, data_path
):
    before = copy.read_bytes()
    drop(at_work, copy)
    with qtbot.waitSignal(session.ready):
        press(qtbot, at_work, "copyView")
    assert desk.file.path == copy
    assert banner(at_work).isVisible()
    assert banner(at_work).text().startswith("CHỈ XEM. Đang chỉ xem bản sao lưu")
    qtbot.waitUntil(lambda: at_work.windowTitle().endswith("(chỉ xem)"))
    told = []
    desk.ask(lambda file: add_people(file, 1), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "không ghi gì" in told[0].sentence
    assert last_file(settings) == data_path
    with qtbot.waitSignal(session.ready):
        press(qtbot, at_work, "bannerWork")
    assert desk.file.path == data_path
    assert not banner(at_work).isVisible()
    assert copy.read_bytes() == before
    assert [p.name for p in copy.parent.iterdir()] == [copy.name]


def test_a_copy_is_restored_over_the_file_whose_state_is_kept(
    qtbot, at_work, copy, desk, session, data_path
):
    drop(at_work, copy)
    press(qtbot, at_work, "copyRestore")
    with qtbot.waitSignal(session.ready):
        press(qtbot, at_work, "restoreNow")
    assert desk.file.path == data_path
    assert count_people(desk.file) == 3
    qtbot.waitUntil(lambda: "Đã khôi phục 3 người" in at_work.messages.notice.text)
    kept = [p for p in backup_folder(data_path).iterdir() if "truoc-khoi-phuc" in p.name]
    assert len(kept) == 1


def test_what_a_restore_would_cost_is_said_and_it_is_taken_back(
    qtbot, at_work, copy, desk, session
):
    undo = at_work.commands["undo-restore"]
    assert not undo.isEnabled()
    drop(at_work, copy)
    press(qtbot, at_work, "copyRestore")
    qtbot.waitUntil(lambda: at_work.findChild(QPushButton, "restoreNow") is not None)
    asked = at_work.findChild(QPushButton, "restoreNow").window()
    told = asked.findChild(QLabel, "choiceText1").text()
    assert told.startswith("2 việc sau bản này sẽ không còn; việc gần nhất: “Thêm ")
    assert "được sao lưu" in asked.findChild(QLabel, "choiceText2").text()
    with qtbot.waitSignal(session.ready):
        press(qtbot, at_work, "restoreNow")
    qtbot.waitUntil(lambda: "Đã khôi phục 3 người" in at_work.messages.notice.text)
    assert undo.isEnabled()
    qtbot.mouseClick(
        at_work.messages.findChild(QPushButton, "messageDeed"), Qt.MouseButton.LeftButton
    )
    with qtbot.waitSignal(session.ready):
        press(qtbot, at_work, "restoreNow")
    qtbot.waitUntil(lambda: "Đã khôi phục 5 người" in at_work.messages.notice.text)
    assert count_people(desk.file) == 5


def test_the_list_opens_from_the_menu_and_a_line_of_it_is_looked_at(
    qtbot, at_work, copy, desk, session
):
    at_work.commands["restore"].trigger()
    dialog = at_work.findChild(RestoreDialog)
    with qtbot.waitSignal(dialog.shown):
        pass
    with qtbot.waitSignal(session.ready):
        qtbot.mouseClick(dialog.findChild(QPushButton, "restore-view"), Qt.MouseButton.LeftButton)
    assert desk.file.path == copy
    assert banner(at_work).text().startswith("CHỈ XEM.")


def test_a_restore_that_fails_leaves_the_file_open(qtbot, at_work, copy, desk, data_path):
    torn = copy.with_name("xa-2026-06-01-080000.tiendo")
    torn.write_bytes(copy.read_bytes()[:20_480])
    drop(at_work, torn)
    press(qtbot, at_work, "copyRestore")
    press(qtbot, at_work, "restoreNow")
    qtbot.waitUntil(lambda: "hỏng" in at_work.messages.notice.text)
    assert desk.file.path == data_path
    assert count_people(desk.file) == 5


@pytest.mark.parametrize("where", ["usb/Dữ liệu xã.tiendo", "SAO-LUU/a.tiendo"])
def test_a_copy_under_another_name_or_place_is_told_too(
    qtbot, at_work, copy, desk, data_path, where
):
    place = data_path.parent / where
    place.parent.mkdir(exist_ok=True)
    shutil.copy(copy, place)
    drop(at_work, place)
    press(qtbot, at_work, "copyLeave")
    assert desk.file.path == data_path


def test_a_double_click_on_a_copy_asks_and_then_opens_the_work(
    qtbot, copy, data_path, home, window, session, desk, settings
):
    shutil.copy(data_path, home / "TienDo.tiendo")
    session.start(StartRequest(copy))
    with qtbot.waitSignal(session.ready):
        press(qtbot, window, "copyLeave")
    assert desk.file.path == home / "TienDo.tiendo"


def test_a_damaged_file_shows_the_ways_on_and_a_copy_brings_it_back(
    qtbot, copy, data_path, window, session, desk, monkeypatch
):
    data_path.write_bytes(data_path.read_bytes()[:4096] + os.urandom(20_000))
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    assert window.findChild(QLineEdit, "communeField") is None
    assert "hỏng" in window.findChild(QLabel, "troubleText").text()
    assert window.findChild(QPushButton, "troubleAsItIs") is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    press(qtbot, window, "troubleRestore")
    press(qtbot, window, "restore-other")
    press(qtbot, window, "copyRestore")
    with qtbot.waitSignal(session.ready):
        press(qtbot, window, "restoreNow")
    assert desk.file.path == data_path
    assert count_people(desk.file) == 3
    assert [p for p in backup_folder(data_path).iterdir() if "hong" in p.name]


@pytest.mark.parametrize("content", [b"", b"khong phai" * 900, b"SQLite format 3\0" + bytes(9000)])
def test_other_files_that_cannot_be_opened_do_not_lead_to_the_questions(
    qtbot, tmp_path, window, session, content
):
    path = tmp_path / "xa.tiendo"
    path.write_bytes(content)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(path))
    assert window.findChild(QLineEdit, "communeField") is None
    press(qtbot, window, "troubleNew")
    assert window.findChild(QLineEdit, "communeField") is not None


def test_a_file_without_its_log_can_be_opened_as_it_is(
    qtbot, file, tmp_path, window, session, desk
):
    add_people(file, 2)
    alone = tmp_path / "chép.tiendo"
    shutil.copy(file.path, alone)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(alone))
    assert "thiếu tệp nhật ký" in window.findChild(QLabel, "troubleText").text()
    with qtbot.waitSignal(session.ready):
        press(qtbot, window, "troubleAsItIs")
    assert desk.file.path == alone


def test_a_bug_while_opening_does_not_leave_the_window_waiting(
    qtbot, data_path, window, session, monkeypatch, caplog
):
    def break_down(*_):
        raise RuntimeError("ours")

    monkeypatch.setattr(opening, "open_file", break_down)
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data_path))
    assert "lỗi ngoài dự kiến" in window.findChild(QLabel, "troubleText").text()
    monkeypatch.undo()
    caplog.clear()
    with qtbot.waitSignal(session.ready):
        press(qtbot, window, "troubleAgain")
    assert window.current == "overview"
