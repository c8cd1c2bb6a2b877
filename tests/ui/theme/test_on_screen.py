"""Dialogs that are open follow the letters at once and back, and never grow past their screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import ui.theme.on_screen
from tests.factory import add_people
from tests.ui.theme.test_number_pad import MAKERS, Room
from ui.people.question import Question
from ui.theme.on_screen import DialogSizes

ROOM = QSize(683, 308)


@pytest.fixture
def host(qtbot, worn):
    DialogSizes(worn)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def small_screen(monkeypatch):
    monkeypatch.setattr(ui.theme.on_screen, "room_of", lambda _window: ROOM)


def dialog_of(qtbot, host, lines):
    """So many fields, and a row of buttons below them."""
    dialog = QDialog(host)
    column = QVBoxLayout(dialog)
    for at in range(lines):
        column.addWidget(QLineEdit(f"Dòng {at + 1}"))
    row = QHBoxLayout()
    for words in ("Hủy", "Lưu"):
        row.addWidget(QPushButton(words))
    column.addLayout(row)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize("size", [90, 150, 200])
def test_a_dialog_follows_at_once_and_comes_back(qtbot, host, worn, size):
    dialog = dialog_of(qtbot, host, 4)
    dialog.resize(330, 230)
    before = dialog.size()
    worn.set_text_size(size)
    qtbot.waitUntil(lambda: dialog.width() == round(330 * size / 100))
    worn.set_text_size(100)
    qtbot.waitUntil(lambda: dialog.size() == before)


def test_what_is_dragged_in_large_text_is_kept_in_small(qtbot, host, worn):
    dialog = dialog_of(qtbot, host, 1)
    before = dialog.width()
    worn.set_text_size(150)
    qtbot.waitUntil(lambda: dialog.width() == round(before * 1.5))
    dialog.windowHandle().resize(600, 300)
    qtbot.waitUntil(lambda: dialog.size() == QSize(600, 300))
    worn.set_text_size(100)
    qtbot.waitUntil(lambda: dialog.size() == QSize(400, 200))


@pytest.mark.parametrize("lines", [2, 30])
@pytest.mark.parametrize("size", [100, 200])
def test_a_dialog_lies_within_its_screen(qtbot, host, worn, small_screen, lines, size):
    dialog = dialog_of(qtbot, host, lines)
    worn.set_text_size(size)
    qtbot.waitUntil(lambda: dialog.size().boundedTo(ROOM) == dialog.size())
    areas = dialog.findChildren(QScrollArea)
    assert bool(areas) is (lines == 30)
    for words in dialog.findChildren(QPushButton):
        qtbot.waitUntil(lambda words=words: words.visibleRegion().boundingRect() == words.rect())


def test_what_scrolls_keeps_focus_and_order_of_the_keys(qtbot, host, worn, small_screen):
    dialog = dialog_of(qtbot, host, 30)
    lines = dialog.findChildren(QLineEdit)
    assert dialog.findChild(QScrollArea) is not None
    assert dialog.focusWidget() is lines[0]
    met = [lines[0]]
    for _ in range(29):
        met.append(met[-1].nextInFocusChain())
        while not isinstance(met[-1], (QLineEdit, QPushButton)):
            met[-1] = met[-1].nextInFocusChain()
    assert met == lines


def named_dialog(qtbot, host):
    dialog = QDialog(host)
    dialog.setObjectName("named")
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def closed(qtbot, host, dialog):
    dialog.done(0)
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)


def test_what_was_dragged_opens_as_large_in_the_same_middle(qtbot, host, worn):
    host.setGeometry(100, 100, 500, 400)
    dialog = named_dialog(qtbot, host)
    middle = dialog.geometry().center()
    dialog.windowHandle().resize(440, 320)
    qtbot.waitUntil(lambda: dialog.size() == QSize(440, 320))
    closed(qtbot, host, dialog)
    again = named_dialog(qtbot, host)
    assert again.size() == QSize(440, 320)
    assert (again.geometry().center() - middle).manhattanLength() <= 2
    closed(qtbot, host, again)
    worn.set_text_size(150)
    assert named_dialog(qtbot, host).size() == QSize(660, 480)


def test_what_the_system_rounds_is_not_taken_for_a_drag(qtbot, host, worn):
    dialog = named_dialog(qtbot, host)
    usual = dialog.size()
    dialog.windowHandle().resize(usual + QSize(2, 2))
    qtbot.waitUntil(lambda: dialog.size() == usual + QSize(2, 2))
    closed(qtbot, host, dialog)
    assert named_dialog(qtbot, host).size() == usual


def test_a_size_that_is_kept_leaves_its_screen_no_more_than_another(qtbot, host, worn):
    QSettings().setValue("dialogs/named", "100 90000 80000")
    dialog = named_dialog(qtbot, host)
    assert dialog.screen().availableGeometry().contains(dialog.frameGeometry())


@pytest.mark.parametrize("kind", [QMainWindow, QDialog])
def test_what_stood_on_a_monitor_that_is_gone_comes_back(qtbot, qapp, host, worn, kind):
    stood = kind()
    qtbot.addWidget(stood)
    stood.setGeometry(200, 150, 500, 300)
    stood.show()
    stood.activateWindow()
    qtbot.waitUntil(stood.isActiveWindow)
    stood.move(9_000, 7_000)
    screen = qapp.primaryScreen()
    qapp.screenRemoved.emit(screen)
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(stood.frameGeometry()))
    assert stood.size() == QSize(500, 300)


@pytest.mark.parametrize("kept", ["nonsense", "100 400", "100 -5 300", "0 400 300", ""])
def test_nonsense_in_the_settings_is_no_size(qtbot, host, worn, kept):
    usual = named_dialog(qtbot, host)
    size = usual.size()
    closed(qtbot, host, usual)
    QSettings().setValue("dialogs/named", kept)
    assert named_dialog(qtbot, host).size() == size


def test_a_dialog_with_words_alone_is_left_as_it_is(qtbot, host, worn):
    dialog = QDialog(host)
    QLabel("Chờ một lát", dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.layout() is None


@pytest.mark.slow
def test_every_dialog_has_a_name_of_its_own_for_its_size(qtbot, desk, host):
    add_people(desk.file, 3)
    room, named = Room(desk, host), {}
    for name in MAKERS:
        dialog = room.make(name)
        kind = Question if isinstance(dialog, Question) else type(dialog)
        named.setdefault(dialog.objectName(), set()).add(kind)
        dialog.deleteLater()
    assert named.get("") is None
    shared = {name: kinds for name, kinds in named.items() if len(kinds) > 1}
    assert shared == {}
