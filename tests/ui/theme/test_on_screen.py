"""Dialogs that are open follow the letters at once and back, and never grow past their screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import ui.theme.on_screen
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


def test_a_dialog_with_words_alone_is_left_as_it_is(qtbot, host, worn):
    dialog = QDialog(host)
    QLabel("Chờ một lát", dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.layout() is None
