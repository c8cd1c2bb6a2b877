"""Typing Vietnamese in tests: letter by letter, as an input method hands it over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def type_vietnamese(widget: QWidget, text: str) -> None:
    """Type `text` into `widget`; QTest's own keys know only ASCII."""
    widget.setFocus()
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QCoreApplication.sendEvent(widget, event)
