"""After each change the window says what was done, and one link takes just that back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from models.errors import AppError
from models.office.setup import init_file
from models.records import UnitKind
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from tests.conftest import clock
from tests.ui.window.test_main_window import PAGES
from ui.notice import Notice, Tone
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.work import Work

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, desk, tmp_path):
    window = MainWindow(desk, open_settings(tmp_path), PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    with qtbot.waitSignal(window.steps.known):
        window.show_file("overview")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def add(qtbot, window, name, said=""):
    """An act of the officer, with or without words of its own."""
    with qtbot.waitSignal(window.steps.known):
        window.desk.ask(add_unit, lambda _: said and window.desk.said.emit(said), None, name,
                        UnitKind.OTHER)  # fmt: skip


def words(window):
    return window.messages.findChild(QLabel, "messageText").text()


def undo_link(window):
    found = window.messages.findChildren(QPushButton, "messageUndo")
    return next((each for each in found if each.isVisible()), None)


def names(file):
    return [unit.name for unit in list_units(file)]


def test_a_change_without_words_is_told_by_the_journal(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    assert words(window) == "Đã lưu: thêm đơn vị Trường Mầm non Kẻ Sặt."
    assert undo_link(window).text() == "Hoàn tác"


def test_words_of_an_act_get_the_link_beside_them(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt", "Đã thêm một đơn vị. Ctrl+Z để hoàn tác.")
    assert words(window) == "Đã thêm một đơn vị."
    assert undo_link(window) is not None


def test_the_link_takes_just_that_change_back(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    with qtbot.waitSignal(window.desk.changed):
        qtbot.mouseClick(undo_link(window), Left)
    qtbot.waitUntil(lambda: words(window).startswith("Đã hoàn tác: thêm đơn vị"))
    assert "Trường Mầm non Kẻ Sặt" not in names(window.desk.file)
    assert undo_link(window) is None


def test_another_change_after_it_stays(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    older = window.steps.steps.undo_id
    add(qtbot, window, "Trường Tiểu học Kẻ Sặt")
    with qtbot.waitSignal(window.desk.changed):
        window.steps.undo_entry(older)
    found = names(window.desk.file)
    assert "Trường Tiểu học Kẻ Sặt" in found
    assert "Trường Mầm non Kẻ Sặt" not in found


def test_ctrl_z_offers_nothing_to_take_back(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    with qtbot.waitSignal(window.desk.changed):
        qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: words(window).startswith("Đã hoàn tác"))
    assert undo_link(window) is None


def test_f6_brings_the_keys_to_the_link_and_esc_takes_them_back(qtbot, window):
    field = window.page("overview").findChild(QLineEdit)
    field.setFocus()
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    assert field.hasFocus()
    qtbot.keyClick(field, Key.Key_F6)
    assert undo_link(window).hasFocus()
    qtbot.keyClick(undo_link(window), Key.Key_Escape)
    assert not window.messages.isVisible()
    assert field.hasFocus()


def test_what_was_said_goes_with_its_page_but_a_problem_stays(qtbot, window):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    QApplication.processEvents()
    qtbot.keyClick(window, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not window.messages.isVisible()
    window.desk.noticed.emit(Notice("Chưa lưu được.", tone=Tone.PROBLEM))
    qtbot.waitUntil(window.messages.isVisible)
    qtbot.keyClick(window, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.messages.isVisible()


def test_it_lies_over_the_page_and_moves_nothing(qtbot, window):
    page = window.page("overview")
    before = page.geometry()
    window.desk.said.emit("Đã xong.")
    qtbot.waitUntil(window.messages.isVisible)
    assert page.geometry() == before
    over = window.messages.parentWidget().rect()
    assert over.contains(window.messages.geometry())
    text = window.messages.findChild(QLabel, "messageText")
    assert window.messages.height() > text.fontMetrics().height()


@pytest.mark.parametrize(("words", "lines"), [("Đã lưu Biểu.pdf.", 1), ("Rất dài. " * 40, 2)])
def test_it_is_as_high_as_its_words_and_links(qtbot, worn, window, words, lines):
    path = Path("/tmp/Biểu.pdf")
    window.desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))
    qtbot.waitUntil(window.messages.isVisible)
    link = window.messages.findChild(QPushButton, "messageOpen")
    line = link.height()
    assert (window.messages.height() < 2 * line + 16) == (lines == 1)
    inside = window.messages.rect()
    for each in window.messages.findChildren(QPushButton):
        if each.isVisible():
            assert inside.contains(each.rect().translated(each.mapTo(window.messages, QPoint())))


def test_a_failed_act_is_forgotten_once_it_succeeds(qtbot, window):
    tries = iter([AppError("Tệp đang bị giữ."), None])

    def act(_task):
        error = next(tries)
        if error is not None:
            raise error

    window.desk.run(Work(act))
    qtbot.waitUntil(lambda: words(window) == "Tệp đang bị giữ.")
    window.desk.run(Work(act))
    qtbot.waitUntil(lambda: not window.messages.isVisible())


def test_nothing_is_taken_back_in_another_file(qtbot, window, tmp_path):
    add(qtbot, window, "Trường Mầm non Kẻ Sặt")
    take_back = undo_link(window)
    QApplication.processEvents()
    other = init_file(tmp_path / "khac.tiendo", "Xã Kẻ Sặt", "ai-2026", clock)
    add_unit(other, "Trường Mầm non Kẻ Sặt", UnitKind.OTHER)
    window.desk.take(other)
    assert not window.messages.isVisible()
    take_back.click()
    QApplication.processEvents()
    assert "Trường Mầm non Kẻ Sặt" in names(other)
