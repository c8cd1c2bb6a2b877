"""Labels, buttons and cards in the looks of the stylesheet, so that no screen styles its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Plain text in the look `role`: title, heading, muted, attention, brand or none."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, name: str = "", *, primary: bool = False) -> QPushButton:
    """A button; `primary` is for the one main act of a page."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("primary", primary)
    return made


def link(text: str, name: str = "") -> QPushButton:
    """A button that reads as a link."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def card() -> QFrame:
    """White paper with a hairline around it."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def roomy(inside: QWidget) -> QScrollArea:
    """What scrolls where it lacks room, instead of making the window outgrow its screen."""
    made = QScrollArea()
    made.setWidget(inside)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def fill_place(place: QVBoxLayout, page: QWidget) -> None:
    """Put `page` in the place of what stood there."""
    while (item := place.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(page)
