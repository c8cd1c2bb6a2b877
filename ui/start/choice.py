"""A question with its ways out as buttons; nothing happens until one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from models.errors import AppError
from ui.error_line import ErrorLine
from ui.notice import NoticeLink
from ui.theme.footer import dialog_column, footer
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
    """Shown with `open()`. Esc chooses the last way, which must change nothing; so does Enter, but
    for a question in which no way `loses` anything: there it takes the primary one. What has
    `failed` is told first, with `links` that leave the question open."""

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        ways: Sequence[Way],
        parent: QWidget,
        *,
        loses: bool = True,
        failed: AppError | None = None,
        links: Sequence[NoticeLink] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("choice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_in_letters(self, WIDE_IN_LETTERS)
        self._ways = ways
        column = dialog_column(self)
        column.addWidget(label(title, "title", wrap=True))
        if failed is not None:
            problem = ErrorLine("choiceProblem")
            column.addWidget(problem)
            problem.refuse(failed, links=links)
        for at, sentence in enumerate(sentences):
            made = label(sentence, wrap=True)
            made.setObjectName(f"choiceText{at}")
            column.addWidget(made)
        column.addStretch(1)
        *others, leave = map(self._button, ways)
        act = others.pop(0) if others else None
        column.addLayout(footer(act=act, leave=leave, others=others, loses=loses))

    def _button(self, way: Way) -> QPushButton:
        made = button(way.words, way.name, primary=way.primary)
        made.clicked.connect(lambda: self._choose(way))
        return made

    def _choose(self, way: Way) -> None:
        # Closing would reject first, which is the last way.
        self.done(0)
        if way.deed is not None:
            way.deed()

    def reject(self) -> None:
        """Esc: the last way."""
        self._choose(self._ways[-1])
