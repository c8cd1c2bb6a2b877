"""One question before something is done to many people; Enter and Esc leave all as it was."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label


class Question(ActDialog):
    """`accepted` means yes: the button `act` says with a verb what will be done."""

    def __init__(self, title: str, words: str, act: str, parent: QWidget) -> None:
        super().__init__(title, act, parent, "Hủy", safe=True)
        self.setObjectName("question")
        said = label(words, wrap=True)
        said.setObjectName("question-words")
        self.form.addRow(said)
