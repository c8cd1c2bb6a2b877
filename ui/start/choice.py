"""A question with its ways out as buttons; nothing happens until one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label

WIDE_IN_LETTERS = 64


@dataclass(frozen=True, slots=True)
class Way:
    """One button: its words, its name, and what it does besides closing the question."""

    words: str
    name: str
    deed: Callable[[], object] | None = None
    primary: bool = False


class ChoiceDialog(QDialog):
    """Shown with `open()`. Esc chooses the last way, which must change nothing."""

    def __init__(
        self, title: str, sentences: Sequence[str], ways: Sequence[Way], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("choice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_in_letters(self, WIDE_IN_LETTERS)
        self._ways = ways
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        for at, sentence in enumerate(sentences):
            made = label(sentence, wrap=True)
            made.setObjectName(f"choiceText{at}")
            column.addWidget(made)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        for way in ways:
            row.addWidget(self._button(way))
        column.addLayout(row)

    def _button(self, way: Way) -> QWidget:
        made = button(way.words, way.name, primary=way.primary)
        made.setAutoDefault(way is self._ways[-1])
        made.setDefault(way is self._ways[-1])
        made.clicked.connect(lambda: self._choose(way))
        if way is self._ways[-1]:
            made.setFocus()
        return made

    def _choose(self, way: Way) -> None:
        # Closing would reject first, which is the last way.
        self.done(0)
        if way.deed is not None:
            way.deed()

    def reject(self) -> None:
        """Esc: the last way."""
        self._choose(self._ways[-1])
