"""Cài bản mới từ USB: found, checked, the data saved first, then handed over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListView, QPushButton, QWidget

from models.errors import AppError
from models.machine.setups import Setup
from models.store.copies import backup_folder
from ui.help import update
from ui.help.update import UpdateDialog


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A stick with two installers; what is started is noted."""
    folder = tmp_path / "USB"
    folder.mkdir()
    paths = [folder / f"TienDo-{version}-Setup.exe" for version in ("9.1.0", "9.0.0")]
    for path in paths:
        path.write_bytes(b"MZ")
    found = tuple(Setup(path, path.name.split("-")[1]) for path in paths)
    monkeypatch.setattr(update, "find_setups", lambda _drives: found)
    return paths


@pytest.fixture
def started(monkeypatch):
    paths = []
    monkeypatch.setattr(update, "start_setup", paths.append)
    return paths


@pytest.fixture
def open_dialog(qtbot, desk):
    # As in the program a window owns the dialog: else the lane, still holding its last question,
    # might be the last to let it go and delete it in its own thread.
    window = QWidget()
    qtbot.addWidget(window)

    def open_it():
        dialog = UpdateDialog(desk, desk.file.path, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitSignal(dialog.looked):
            dialog.show()
        return dialog

    return open_it


def _words(dialog):
    return " ".join(
        dialog.findChild(QLabel, name).text() for name in ("updateWords", "updateProblem")
    )


def _press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_newest_is_chosen_and_installed_after_a_proven_copy(
    qtbot, open_dialog, stick, started, desk
):
    dialog = open_dialog()
    assert "Bản 9.1.0 mới hơn" in _words(dialog)
    assert "chưa đối chiếu được" in _words(dialog)
    with qtbot.waitSignal(dialog.started):
        _press(qtbot, dialog, "install")
    assert started == [stick[0]]
    assert len(list(backup_folder(desk.file.path).iterdir())) == 1
    assert not dialog.isVisible()


def test_another_of_the_list_is_checked_when_it_is_selected(qtbot, open_dialog, stick):
    dialog = open_dialog()
    rows = dialog.findChild(QListView, "setupList")
    with qtbot.waitSignal(dialog.looked):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert "Bản 9.0.0 mới hơn" in _words(dialog)


def test_without_a_stick_it_says_what_to_do(open_dialog, monkeypatch):
    monkeypatch.setattr(update, "find_setups", lambda _drives: ())
    dialog = open_dialog()
    assert "Hãy cắm USB" in _words(dialog)
    assert not dialog.findChild(QPushButton, "install").isEnabled()


def test_a_stick_that_comes_later_is_found_by_looking_again(qtbot, open_dialog, stick, monkeypatch):
    found = update.find_setups(())
    monkeypatch.setattr(update, "find_setups", lambda _drives: ())
    dialog = open_dialog()
    monkeypatch.setattr(update, "find_setups", lambda _drives: found)
    with qtbot.waitSignal(dialog.looked):
        _press(qtbot, dialog, "searchAgain")
    assert "Bản 9.1.0 mới hơn" in _words(dialog)


def test_an_old_one_that_was_chosen_by_hand_is_refused(qtbot, open_dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(update, "find_setups", lambda _drives: ())
    old = tmp_path / "TienDo-0.0.1-Setup.exe"
    old.write_bytes(b"MZ")
    dialog = open_dialog()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(old), ""))
    with qtbot.waitSignal(dialog.looked):
        _press(qtbot, dialog, "chooseSetup")
    assert "cũ hơn bản" in _words(dialog)
    assert not dialog.findChild(QPushButton, "install").isEnabled()


def test_without_a_proven_copy_nothing_is_installed(
    qtbot, open_dialog, stick, started, desk, monkeypatch
):
    def no_room(_, **__):
        raise AppError("Ổ đĩa đã đầy.", "Hãy xóa bớt.")

    monkeypatch.setattr(update, "back_up", no_room)
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.looked):
        _press(qtbot, dialog, "install")
    assert "Ổ đĩa đã đầy. Hãy xóa bớt." in _words(dialog)
    assert started == []


def test_cancelled_while_the_copy_is_made_nothing_is_installed(
    qtbot, open_dialog, stick, started, desk
):
    dialog = open_dialog()
    _press(qtbot, dialog, "install")
    _press(qtbot, dialog, "cancelUpdate")
    with qtbot.waitSignal(desk.ask(lambda _file: None).finished):
        pass
    assert started == []


def test_when_windows_refuses_the_program_stays_and_says_where_the_copy_is(
    qtbot, open_dialog, stick, desk
):
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.looked):
        _press(qtbot, dialog, "install")
    assert "chỉ chạy được trên Windows" in _words(dialog)
    assert str(backup_folder(desk.file.path)) in _words(dialog)
    assert dialog.isVisible()
