"""Somebody types until no key has come for a moment, wherever the focus is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from ui.start.typed import QUIET_SECONDS, Typed


class Moments:
    """A clock that stands still until it is set on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def moments():
    return Moments()


@pytest.fixture
def fields(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    fields = QLineEdit(), QLineEdit()
    for field in fields:
        layout.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    yield fields
    window.close()


@pytest.fixture
def typed(fields, moments):
    owner = QObject()
    yield Typed(owner, moments)
    owner.deleteLater()


def test_nobody_has_typed_at_first(typed):
    assert typed.until_quiet() == 0


def test_a_key_holds_for_a_moment_from_when_it_came(typed, fields, moments):
    QTest.keyClick(fields[0], Qt.Key.Key_A)
    assert typed.until_quiet() == pytest.approx(QUIET_SECONDS)
    assert fields[0].text() == "a"
    moments.now += QUIET_SECONDS / 3
    assert typed.until_quiet() == pytest.approx(QUIET_SECONDS * 2 / 3)
    QTest.keyClick(fields[0], Qt.Key.Key_Backspace)
    assert typed.until_quiet() == pytest.approx(QUIET_SECONDS)
    moments.now += QUIET_SECONDS
    assert typed.until_quiet() == 0


def test_it_goes_where_the_focus_goes(typed, fields):
    fields[1].setFocus()
    QTest.keyClick(fields[1], Qt.Key.Key_A)
    assert typed.until_quiet() > 0


def test_what_an_input_method_writes_is_typed(typed, fields):
    written = QInputMethodEvent()
    written.setCommitString("ệ")
    QApplication.sendEvent(fields[0], written)
    assert fields[0].text() == "ệ"
    assert typed.until_quiet() > 0


def test_a_click_is_no_typing(typed, fields):
    QTest.mouseClick(fields[1], Qt.MouseButton.LeftButton)
    assert fields[1].hasFocus()
    assert typed.until_quiet() == 0
