"""The one place where files are saved: what is held is tried again or goes under another name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

import ui
from reports import publish
from ui.saving import FileSaver, FolderSaver, FolderSaving, Saving
from ui.start.choice import ChoiceDialog

ASKING = ("AcceptSave", "getSaveFileName", "FileMode.Directory", "getExistingDirectory")
NOT_SAVING = {
    "receiving.py": "where a received data file shall lie; nothing is written yet",
    "place_field.py": "where a package shall lie, under a name that is free",
    "choosing.py": "where copies are to be kept",
}


@pytest.fixture
def held(monkeypatch):
    """Files of these names are open in another program."""
    names, real = set(), publish.replace_file

    def replace(draft, path):
        if path.name in names:
            raise PermissionError
        real(draft, path)

    monkeypatch.setattr(publish, "replace_file", replace)
    return names


@pytest.fixture(params=[QWidget, QDialog])
def over(qtbot, request):
    made = request.param()
    qtbot.addWidget(made)
    made.show()
    return made


def ask(desk, over, saved):
    write = lambda _task, path: publish.write_file(b"new", "xlsx", path, overwrite=True)  # noqa: E731
    saving = Saving("Lưu", "Sổ.xlsx", "Excel (*.xlsx)", "xlsx", "test/folder", "where", write,
                    lambda path, _same: saved.append(path))  # fmt: skip
    FileSaver(desk, over).ask(saving)


def choose(over, path):
    dialog = over.findChild(QFileDialog, "where")
    dialog.fileSelected.emit(str(path))
    dialog.setObjectName("answered")
    dialog.reject()


def follow(qtbot, over, told, name):
    """The link of the message over a window, the button of the question over a dialog."""
    if isinstance(over, QDialog):
        qtbot.waitUntil(lambda: over.findChild(ChoiceDialog, "choice") is not None)
        dialog = over.findChild(ChoiceDialog, "choice")
        pressed = dialog.findChild(QPushButton, name)
        qtbot.waitUntil(pressed.isVisible)
        dialog.setObjectName("answered")
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    else:
        qtbot.waitUntil(lambda: bool(told))
        links = {own: deed for _words, own, deed in told.pop().links}
        links[name]()


def test_a_held_file_is_tried_again(qtbot, desk, over, tmp_path, held):
    told, saved, taken = [], [], tmp_path / "Sổ.xlsx"
    desk.noticed.connect(told.append)
    taken.write_bytes(b"old")
    held.add(taken.name)
    ask(desk, over, saved)
    choose(over, taken)
    follow(qtbot, over, told, "held-again")
    assert saved == []
    assert taken.read_bytes() == b"old"
    qtbot.waitUntil(lambda: bool(told) or over.findChild(ChoiceDialog, "choice") is not None)
    held.clear()
    with qtbot.waitSignal(desk.settled):
        follow(qtbot, over, told, "held-again")
    qtbot.waitUntil(lambda: saved == [taken])
    assert taken.read_bytes() == b"new"


def test_a_held_file_is_saved_under_another_name(qtbot, desk, over, tmp_path, held):
    told, saved, taken = [], [], tmp_path / "Sổ.xlsx"
    desk.noticed.connect(told.append)
    taken.write_bytes(b"old")
    held.add(taken.name)
    ask(desk, over, saved)
    choose(over, taken)
    follow(qtbot, over, told, "held-other")
    qtbot.waitUntil(lambda: over.findChild(QFileDialog, "where") is not None)
    offered = Path(over.findChild(QFileDialog, "where").selectedFiles()[0])
    assert offered == tmp_path / "Sổ (2).xlsx"
    choose(over, offered)
    qtbot.waitUntil(lambda: saved == [offered])
    assert taken.read_bytes() == b"old"


def test_the_name_of_a_held_file_is_copied_while_the_ways_on_stay(
    qtbot, desk, over, tmp_path, held
):
    told, taken = [], tmp_path / "Sổ.xlsx"
    desk.noticed.connect(told.append)
    held.add(taken.name)
    ask(desk, over, [])
    choose(over, taken)
    if not isinstance(over, QDialog):
        qtbot.waitUntil(lambda: bool(told))
        assert told[0].file_name == taken.name
        return
    qtbot.waitUntil(lambda: over.findChild(ChoiceDialog, "choice") is not None)
    question = over.findChild(ChoiceDialog, "choice")
    copy = question.findChild(QPushButton, "held-name")
    qtbot.waitUntil(copy.isVisible)
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == taken.name
    assert question.findChild(QPushButton, "choiceProblem-details").isVisible()
    question.reject()


def write_several(task, folder):
    """Two files; the second is held where its name is."""
    for name in ("Một.xlsx", "Hai.xlsx"):
        publish.write_file(b"new", "xlsx", folder / name, overwrite=True)


def ask_folder(desk, over, saved):
    saving = FolderSaving("Lưu", "test/folder", "where", write_several,
                          lambda folder, _none: saved.append(folder), "")  # fmt: skip
    FolderSaver(desk, over).ask(saving)


def test_what_is_held_in_a_folder_is_tried_again_or_goes_into_another(
    qtbot, desk, over, tmp_path, held
):
    told, saved, other = [], [], tmp_path / "khác"
    other.mkdir()
    desk.noticed.connect(told.append)
    held.add("Hai.xlsx")
    ask_folder(desk, over, saved)
    choose(over, tmp_path)
    follow(qtbot, over, told, "held-again")
    qtbot.waitUntil(lambda: bool(told) or over.findChild(ChoiceDialog, "choice") is not None)
    held.clear()
    follow(qtbot, over, told, "held-other")
    qtbot.waitUntil(lambda: over.findChild(QFileDialog, "where") is not None)
    choose(over, other)
    qtbot.waitUntil(lambda: saved == [other])


def test_nobody_else_asks_where_a_file_goes():
    source = Path(ui.__file__).parent
    asking = {
        path.name
        for path in source.rglob("*.py")
        if any(each in path.read_text("utf-8") for each in ASKING)
    }
    assert asking - NOT_SAVING.keys() == {"saving.py"}
