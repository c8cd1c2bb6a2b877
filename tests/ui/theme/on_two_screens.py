"""With a large screen at the left and a small one beside it: run by `test_two_screens`."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
)

from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.on_screen import DialogSizes
from ui.theme.pieces import button
from ui.window.memory import open_settings, restore_place, save_place

LARGE, SMALL = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1024, 560)
ON_LARGE, ON_SMALL = LARGE.topLeft() + QPoint(40, 40), SMALL.topLeft() + QPoint(40, 40)


@pytest.fixture(autouse=True)
def _two(qapp):
    assert [each.geometry() for each in QGuiApplication.screens()] == [LARGE, SMALL]


@pytest.fixture
def window(qtbot, worn):
    DialogSizes(worn)
    return shown(qtbot, QRect(ON_LARGE, QSize(1600, 900)))


def shown(qtbot, place):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setGeometry(place)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(qtbot, window, lines=3, size=None):
    """A dialog of so many fields, as large as the large screen lets it be, or of that size."""
    dialog = QDialog(window)
    dialog.setObjectName("tried")
    column = dialog_column(dialog)
    inside = QVBoxLayout()
    for _ in range(lines):
        inside.addWidget(QLineEdit())
    column.addLayout(inside)
    act, leave = button("Lưu", "act", primary=True), button("Hủy", "leave")
    column.addLayout(footer(act=act, leave=leave))
    if size is None:
        fit_to_screen(dialog, 400, 100, 0.95)
    else:
        dialog.resize(size)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def lies_on(screen, window):
    return screen.contains(window.frameGeometry())


def test_a_window_that_is_carried_to_the_small_screen_fits_in_there(qtbot, window):
    window.move(ON_SMALL)
    qtbot.waitUntil(lambda: lies_on(SMALL, window))


def test_a_window_that_fits_is_left_where_it_was_put(qtbot, window):
    window.resize(600, 400)
    window.move(ON_SMALL)
    qtbot.waitUntil(lambda: window.screen().geometry() == SMALL)
    for _ in range(3):
        QApplication.processEvents()
    assert window.pos() == ON_SMALL
    assert window.size() == QSize(600, 400)


@pytest.mark.parametrize("lines", [3, 30])
def test_a_dialog_opens_within_the_screen_of_its_window(qtbot, worn, lines):
    DialogSizes(worn)
    window = shown(qtbot, QRect(ON_SMALL, QSize(900, 450)))
    dialog = opened(qtbot, window, lines)
    assert dialog.screen().geometry() == SMALL
    assert lies_on(SMALL, dialog)
    save = dialog.findChild(QPushButton, "act")
    assert save.visibleRegion().boundingRect() == save.rect()


@pytest.mark.parametrize("lines", [3, 30])
def test_a_dialog_that_is_carried_there_fits_in_and_is_itself_again_back_home(qtbot, window, lines):
    dialog = opened(qtbot, window, lines, QSize(1300, 980))
    before = dialog.size()
    dialog.move(ON_SMALL)
    qtbot.waitUntil(lambda: lies_on(SMALL, dialog))
    dialog.move(ON_LARGE)
    qtbot.waitUntil(lambda: dialog.size() == before)
    assert lies_on(LARGE, dialog)


def test_a_size_dragged_on_the_large_screen_is_cut_to_the_small_one(qtbot, window):
    dialog = opened(qtbot, window, 3, QSize(500, 300))
    dialog.windowHandle().resize(1500, 900)
    qtbot.waitUntil(lambda: dialog.size() == QSize(1500, 900))
    dialog.done(0)
    window.resize(600, 400)
    window.move(ON_SMALL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    again = opened(qtbot, window, 3, QSize(500, 300))
    assert lies_on(SMALL, again)
    again.move(ON_LARGE)
    qtbot.waitUntil(lambda: again.size() == QSize(1500, 900))


def test_a_window_comes_back_to_the_screen_it_stood_on(qtbot, worn, tmp_path):
    settings = open_settings(tmp_path)
    window = shown(qtbot, QRect(ON_SMALL, QSize(700, 420)))
    save_place(settings, window)
    again = QMainWindow()
    qtbot.addWidget(again)
    restore_place(settings, again)
    assert again.geometry() == window.geometry()


@pytest.mark.parametrize("at", [ON_SMALL, ON_SMALL + QPoint(700, 300), QPoint(5_000, 3_000)])
def test_a_place_of_other_monitors_is_cut_to_those_that_are_there(qtbot, worn, tmp_path, at):
    settings = open_settings(tmp_path)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(QRect(at, QSize(2_400, 1_300)))
    save_place(settings, window)
    again = QMainWindow()
    qtbot.addWidget(again)
    restore_place(settings, again)
    again.show()
    qtbot.waitUntil(lambda: lies_on(LARGE, again) or lies_on(SMALL, again))
