"""Giới thiệu: the licences of all that is shipped, and facts that name nobody."""

from __future__ import annotations

import getpass
import json
import platform
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTreeView

from models.machine import portable
from models.version import VERSION
from resources import resource_path
from ui.help import licences
from ui.help.about import NO_TEXT, AboutDialog
from ui.help.facts import support_facts
from ui.help.licences import read_licences, shipped


@pytest.fixture
def built(tmp_path, monkeypatch):
    """The list as the build makes it, beside the bundled resources."""
    folder = tmp_path / "licences"
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "mit.txt").write_text("Bản quyền © Nguyễn Văn A", encoding="utf-8")
    entries = [
        {"name": "tien-do", "version": VERSION, "licence": "MIT", "file": "texts/mit.txt"},
        {"name": "alembic", "version": "1.20.1", "licence": "MIT", "file": "texts/mit.txt"},
        {"name": "zlib", "version": "1.3", "licence": "Zlib", "file": "", "within": "cpython"},
    ]
    (folder / "licences.json").write_text(json.dumps(entries), encoding="utf-8")
    (tmp_path / "resources").symlink_to(resource_path("icons").parent)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return folder


def test_the_frozen_program_shows_the_list_of_its_build(built):
    assert [each.name for each in shipped()] == ["Tiến Độ", "alembic", "zlib (trong Python)"]
    assert shipped()[0].text() == "Bản quyền © Nguyễn Văn A"
    assert read_licences(built)[2].text() == ""


def test_a_list_beside_the_executable_is_found_too(built, monkeypatch, tmp_path):
    monkeypatch.delattr(sys, "_MEIPASS")
    monkeypatch.setattr(licences, "program_folder", lambda: tmp_path)
    assert len(shipped()) == 3


def test_from_source_everything_that_is_asked_for_is_listed_with_its_text():
    found = {each.name.lower(): each for each in shipped()}
    wanted = {"tiến độ", "python", "liberation serif", "pyside6_essentials", "sqlalchemy"}
    assert wanted | {"mako", "pillow", "et_xmlfile", "cffi"} <= set(found)
    assert not {"pytest", "ruff", "numpy"} & set(found)
    assert all(each.version and each.licence for each in found.values())
    assert "MIT" in found["tiến độ"].text()
    assert "SIL OPEN FONT LICENSE" in found["liberation serif"].text()
    assert "Permission is hereby granted" in found["sqlalchemy"].text()


def test_selecting_shows_the_text(qtbot, built, data_path):
    dialog = AboutDialog(None, data_path, 5)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.findChild(QPlainTextEdit, "licenceText")
    rows = dialog.findChild(QTreeView, "licenceList")
    assert text.toPlainText() == "Bản quyền © Nguyễn Văn A"
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert text.toPlainText() == NO_TEXT
    assert str(data_path) in dialog.findChild(QLabel, "dataPlace").text()


def test_a_licence_is_in_letters_of_the_size_that_was_chosen(qtbot, built, worn):
    dialog = AboutDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.findChild(QPlainTextEdit, "licenceText")
    for size in (100, 200):
        worn.set_text_size(size)
        wanted = QGuiApplication.font().pointSizeF()
        qtbot.waitUntil(lambda wanted=wanted: text.font().pointSizeF() == pytest.approx(wanted))


def test_on_a_stick_it_says_so(qtbot, built, tmp_path, monkeypatch):
    (tmp_path / portable.MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: tmp_path)
    dialog = AboutDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert any("Đang chạy từ USB" in each.text() for each in dialog.findChildren(QLabel))
    assert "chế độ USB" in support_facts()


def test_the_facts_are_copied_and_name_nobody(qtbot, data_path):
    dialog = AboutDialog(None, data_path, 3 * 2**20)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.findChild(QPushButton, "copyFacts"), Qt.MouseButton.LeftButton)
    facts = QGuiApplication.clipboard().text()
    assert f"Tiến Độ {VERSION}" in facts
    assert "Màn hình 1: 800×800 điểm · phóng 1" in facts
    assert "Tệp dữ liệu: 3,0 MB" in facts
    for personal in (str(data_path), data_path.name, platform.node()):
        assert personal not in facts
    assert f"/{getpass.getuser()}" not in facts


def test_without_a_file_the_facts_leave_it_out(qapp):
    assert "Tệp dữ liệu" not in support_facts()
