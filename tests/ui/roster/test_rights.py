"""From the panel: the sheet of somebody's data, and that it goes for good, typed to be sure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from models.papers.export_log import exports_logged
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.purged import PURGED_NAME
from models.store.backup import back_up

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def an(qtbot, page):
    """The page with Trần Văn An in the panel."""
    qtbot.keyClick(page.table, Key.Key_End, Modifier.ControlModifier)
    qtbot.keyClick(page.table, Key.Key_Home, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: _shown(page) == "Trần Văn An")
    return page


def _shown(page):
    name = page.findChild(QLabel, "panel-name")
    return name.text() if name else ""


def pressed(qtbot, page, name):
    link = page.findChild(QPushButton, name)
    link.setFocus()
    qtbot.keyClick(link, Key.Key_Space)


def test_the_sheet_is_saved_and_logged(qtbot, desk, an, tmp_path):
    pressed(qtbot, an, "panel-sheet")
    asked = an.findChild(QFileDialog, "person-sheet-dialog")
    path = tmp_path / "phieu.pdf"
    with qtbot.waitSignal(desk.noticed) as told:
        asked.fileSelected.emit(str(path))
    asked.close()
    assert told.args[0].path == path
    assert path.read_bytes().startswith(b"%PDF")
    assert exports_logged(desk.file)[0].told.kind == "person-sheet"


def test_only_with_the_name_typed_it_goes(qtbot, desk, an):
    back_up(desk.file.path, clock=desk.file.clock)
    pressed(qtbot, an, "panel-purge")
    qtbot.waitUntil(lambda: an.findChild(QDialog, "person-purge") is not None)
    dialog = an.findChild(QDialog, "person-purge")
    words = dialog.findChild(QLabel, "person-purge-words").text()
    assert "không hoàn tác được" in words
    assert "giảm 1 người" in words
    act = dialog.findChild(QPushButton, "act")
    act.setFocus()
    qtbot.keyClick(act, Key.Key_Space)
    assert "gõ họ tên" in dialog.findChild(QLabel, "person-purge-name-hint").text()
    typed = dialog.findChild(QLineEdit, "person-purge-name")
    qtbot.keyClicks(typed, "tran van an")
    act.setFocus()
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(act, Key.Key_Space)
    assert "Đã xóa hẳn dữ liệu của một người" in said.args[0]
    qtbot.waitUntil(lambda: an.findChild(QDialog, "drop-copies") is not None)
    question = an.findChild(QDialog, "drop-copies")
    assert "tự xóa trước" in question.findChild(QLabel, "question-words").text()
    drop = question.findChild(QPushButton, "act")
    drop.setFocus()
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(drop, Key.Key_Space)
    assert "Đã xóa 1 bản sao lưu cũ" in said.args[0]
    there = {p.name for p in list_people(desk.file, PeopleQuery(include_left=True))}
    assert PURGED_NAME in there
    assert "Trần Văn An" not in there
    assert len(list_people(desk.file, PeopleQuery())) == 4
