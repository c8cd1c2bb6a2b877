"""How tests act on what asks for passwords: by keys, by the names of widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from tests.encrypted import PASSWORD
from tests.ui.keys import type_vietnamese

Key = Qt.Key


def root(place: QObject) -> QWidget:
    """The window that a session or a widget belongs to."""
    found = place if isinstance(place, QWidget) else place.parent()
    assert isinstance(found, QWidget)
    return found


def line(place: QObject, name: str) -> QLineEdit | None:
    """The line of that name that is in sight."""
    return next((e for e in root(place).findChildren(QLineEdit, name) if e.isVisible()), None)


def reads(place: QObject, name: str) -> str:
    """What a label says; "" where it is out of sight."""
    return next((e.text() for e in root(place).findChildren(QLabel, name) if e.isVisible()), "")


def press(qtbot, place: QObject, name: str) -> None:
    """Click the button of that name that is in sight."""
    for each in root(place).findChildren(QPushButton, name):
        if each.isVisible():
            qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button {name} in sight")


def typed(place: QObject, name: str, text: str) -> QLineEdit:
    """Type into a line, in place of what stood there."""
    field = line(place, name)
    assert field is not None, name
    field.selectAll()
    type_vietnamese(field, text)
    return field


def unlock(qtbot, place: QObject, password: str = PASSWORD) -> None:
    """Type the password and press Enter."""
    qtbot.waitUntil(lambda: line(place, "unlock-password") is not None)
    qtbot.keyClick(typed(place, "unlock-password", password), Key.Key_Return)


def dialog(qtbot, place: QObject, name: str) -> QDialog:
    """The dialog of that name, once it is in sight."""

    def found() -> QDialog | None:
        shown = root(place).findChildren(QDialog, name)
        return next((each for each in shown if each.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None)
    made = found()
    assert made is not None
    return made
