"""Typing Vietnamese in tests: as an input method hands it over, and as Unikey sends keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.people.question import Question

BACK = "\b"
# What the program hears when "Nguyeenx Thij Hoaf" is typed: each mark takes letters back first.
NGUYEN_THI_HOA = (
    *"Nguye", BACK, "ê", "n", BACK, BACK, "ễ", "n",
    *" Thi", BACK, "ị", *" Hoa", BACK, BACK, "ò", "a",
)  # fmt: skip


def type_vietnamese(widget: QWidget, text: str) -> None:
    """Type `text` into `widget`; QTest's own keys know only ASCII."""
    widget.setFocus()
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QCoreApplication.sendEvent(widget, event)


def unikey(letters: Iterable[str]) -> None:
    """Letters and `BACK` for whoever has the focus, as quick as Unikey sends them: keys that
    nobody has, with the text they stand for."""
    for letter in letters:
        key = {BACK: Qt.Key.Key_Backspace, " ": Qt.Key.Key_Space}.get(letter, Qt.Key.Key_unknown)
        if letter.isascii() and letter.isalnum():
            key = Qt.Key(ord(letter.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(_listener(), event)


def compose(*stages: str, commit: str) -> None:
    """An input method that shows what is being composed, and hands it over at the end."""
    for stage in stages:
        QCoreApplication.sendEvent(_listener(), QInputMethodEvent(stage, []))
    event = QInputMethodEvent()
    event.setCommitString(commit)
    QCoreApplication.sendEvent(_listener(), event)


def agree(qtbot, page: QWidget, patience: int = 5_000) -> None:
    """Say yes to the question that comes up; the window below gets the keys back, as from a
    window manager: offscreen there is none."""
    qtbot.waitUntil(lambda: page.findChild(Question) is not None, timeout=patience)
    act = page.findChild(Question).findChild(QPushButton, "act")
    qtbot.waitUntil(act.isVisible, timeout=patience)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(Question) is None, timeout=patience)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=patience)


def _listener() -> QWidget:
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found
