"""Larger and smaller text by keys and wheel, in the window and in dialogs; a preview zooms itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ui.pages.reports.preview import Preview
from ui.theme.zooming import TextZoom
from ui.window.commands import MENUS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL = Modifier.ControlModifier
UP, DOWN = QPoint(0, 120), QPoint(0, -120)


@pytest.fixture
def dressed(worn):
    TextZoom(worn)
    return worn


@pytest.fixture
def window(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for each in (QLineEdit(), QSpinBox()):
        column.addWidget(each)
    made.resize(400, 300)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(QLineEdit).setFocus()
    return made


def press(window, key, modifiers=CONTROL):
    """As the keyboard does: the window hears it first."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def turn(window, where, by, modifiers=CONTROL):
    """As the mouse does."""
    at = where.mapTo(window, where.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(at), by, QPoint(), modifiers)


@pytest.mark.parametrize(
    ("key", "modifiers", "size"),
    [
        (Key.Key_Plus, CONTROL, 110),
        (Key.Key_Equal, CONTROL, 110),
        (Key.Key_Plus, CONTROL | Modifier.ShiftModifier, 110),
        (Key.Key_Plus, CONTROL | Modifier.KeypadModifier, 110),
        (Key.Key_Minus, CONTROL, 90),
        (Key.Key_Minus, CONTROL | Modifier.KeypadModifier, 90),
        (Key.Key_Underscore, CONTROL | Modifier.ShiftModifier, 90),
        (Key.Key_Plus, CONTROL | Modifier.AltModifier, 100),
        (Key.Key_Plus, Modifier.NoModifier, 100),
    ],
)
def test_keys_of_letters_and_of_the_pad(window, dressed, key, modifiers, size):
    press(window, key, modifiers)
    assert dressed.text_size == size


@pytest.mark.parametrize("modifiers", [CONTROL, CONTROL | Modifier.KeypadModifier])
def test_back_to_the_usual_size(window, dressed, modifiers):
    dressed.set_text_size(150)
    press(window, Key.Key_0, modifiers)
    assert dressed.text_size == 100


def test_the_wheel_with_ctrl_anywhere(qtbot, window, dressed):
    number = window.findChild(QSpinBox)
    number.setFocus()
    for where in (window.findChild(QLineEdit), number):
        before = dressed.text_size
        turn(window, where, UP)
        qtbot.waitUntil(lambda before=before: dressed.text_size > before)
    assert number.value() == 0
    turn(window, number, DOWN * 2)
    qtbot.waitUntil(lambda: dressed.text_size == 100)
    turn(window, number, UP, Modifier.NoModifier)
    assert (number.value(), dressed.text_size) == (1, 100)


def test_parts_of_a_notch_add_up(qtbot, window, dressed):
    for _ in range(4):
        assert dressed.text_size == 100
        turn(window, window, UP / 4)
    qtbot.waitUntil(lambda: dressed.text_size == 110)


def test_in_a_dialog_that_is_open(qtbot, window, dressed):
    dialog = QDialog(window)
    line = QLineEdit(dialog)
    line.setText("0")
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, Key.Key_Plus)
    assert dressed.text_size == 110
    turn(dialog, dialog, UP)
    qtbot.waitUntil(lambda: dressed.text_size == 125)
    press(dialog, Key.Key_0)
    assert (dressed.text_size, line.text()) == (100, "0")


def test_no_further_than_the_largest_and_smallest(window, dressed):
    changes = []
    dressed.changed.connect(lambda: changes.append(dressed.text_size))
    dressed.step_text_size(100)
    dressed.larger()
    assert changes == [200]
    dressed.step_text_size(-100)
    dressed.smaller()
    assert changes == [200, 90]


class Zooming(Preview):
    """Notes what it is asked for."""

    def __init__(self):
        self.asked = []
        super().__init__(lambda *_asked: None)

    def zoom_in(self):
        self.asked.append("in")

    def zoom_out(self):
        self.asked.append("out")


def test_over_a_preview_its_page_is_zoomed_instead(qtbot, window, dressed):
    preview = Zooming()
    window.layout().addWidget(preview)
    qtbot.waitUntil(lambda: preview.isVisible() and preview.height() > 0)
    preview.setFocus()
    turn(window, preview.viewport(), UP)
    turn(window, preview.viewport(), DOWN)
    for key in (Key.Key_Plus, Key.Key_Minus):
        press(window, key)
    assert preview.asked == ["in", "out", "in", "out"]
    assert dressed.text_size == 100
    window.findChild(QLineEdit).setFocus()
    press(window, Key.Key_Plus)
    assert (dressed.text_size, len(preview.asked)) == (110, 4)


def test_the_menu_tells_the_keys_and_leaves_them_to_tables():
    lines = {line.key: line for _, lines in MENUS for line in lines}
    assert lines["larger"].heard == ("Ctrl++",)
    assert lines["smaller"].heard == ("Ctrl+-",)
    bound = {keys for line in lines.values() for keys in line.keys}
    assert not bound & {"Ctrl++", "Ctrl+=", "Ctrl+-"}
