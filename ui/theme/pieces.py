"""Labels, buttons and cards in the looks of the stylesheet, so that no screen styles its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme.following import follow_focus
from ui.theme.letters import keep_in_letters

GRID = 8
"""Between what stands side by side or one below the other, where nothing else is said. All room in
the window is a multiple of it, or of its half; around a page and a dialog it is 20."""
BoxT = TypeVar("BoxT", bound=QBoxLayout)
WidgetT = TypeVar("WidgetT", bound=QWidget)


def label(text: str = "", role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """Plain text in the look `role`: title, heading, muted, attention, brand or none."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def show_words(place: QLabel, words: str) -> None:
    """Say something in a label that is gone while there is nothing to say."""
    place.setText(words)
    place.setVisible(bool(words))


def named(made: WidgetT, name: str, words: str = "") -> WidgetT:
    """A widget with the name by which it is found, and the words that are read out for it."""
    made.setObjectName(name)
    if words:
        made.setAccessibleName(words)
    return made


def line_edit(name: str, words: str, hint: str = "", letters: int = 0) -> QLineEdit:
    """A line to type in; `words` are read out, `hint` stands in it while it is empty. With
    `letters` it is just as wide."""
    made = named(QLineEdit(), name, words)
    hint_in(made, hint)
    if letters:
        keep_in_letters(made, letters, letters)
    return made


def hint_in(line: QLineEdit, words: str) -> None:
    """Words that stand in a line while it is empty; where they end in "…" the tip tells them."""
    line.setPlaceholderText(words)
    line.setToolTip(words)


def column_in(inside: QWidget, spacing: int = GRID) -> QVBoxLayout:
    """What stands one below the other in a widget, up to its edges."""
    return _to_the_edges(QVBoxLayout(inside), spacing)


def row_in(inside: QWidget, spacing: int = GRID) -> QHBoxLayout:
    """The same side by side."""
    return _to_the_edges(QHBoxLayout(inside), spacing)


def _to_the_edges(made: BoxT, spacing: int) -> BoxT:
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
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
    follow_focus(made)
    return made


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def in_tab_order(*met: QWidget) -> None:
    """What was made later is met by the Tab key where it stands: each one after the one before."""
    for before, after in pairwise(met):
        QWidget.setTabOrder(before, after)


def fill_place(place: QVBoxLayout, page: QWidget) -> None:
    """Put `page` in the place of what stood there."""
    while (item := place.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(page)
