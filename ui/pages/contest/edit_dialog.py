"""The frame of the dialogs in which a part of the contest is edited: checked before it closes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.contests.blueprints import tidied
from models.contests.checks import check_contest
from models.contests.editing import Edit
from models.errors import AppError
from models.records import Contest
from ui.people.act_dialog import ActDialog
from ui.people.field import FormField


class EditDialog(ActDialog):
    """`edited` carries what makes the new contest of the one that is kept by then."""

    edited = Signal(object)

    def __init__(self, title: str, act: str, contest: Contest, parent: QWidget) -> None:
        super().__init__(title, act, parent, "Hủy")
        self._contest = contest

    def edit(self) -> Edit:
        """What the fields say. Raises `AppError` for what cannot be read."""
        raise NotImplementedError

    def accept(self) -> None:
        """Close when the contest can be kept as the fields say; else say what is wrong."""
        try:
            edit = self.edit()
            check_contest(tidied(edit(self._contest)))
        except AppError as error:
            self.tell(str(error))
            return
        self.edited.emit(edit)
        super().accept()


LINE_AIR = 18
"""Around the lines of a text."""


def lines_field(
    name: str, words: str, text: str = "", lines: int = 3
) -> tuple[QPlainTextEdit, FormField]:
    """A text of several lines, of which so many are in sight; Tab goes on."""
    editor = QPlainTextEdit(text)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + LINE_AIR)
    return editor, FormField(editor, name, words)


def line_field(name: str, words: str, text: str = "") -> tuple[QLineEdit, FormField]:
    """A line to write in, with the place for a hint below it."""
    line = QLineEdit(text)
    # A long text is seen from its beginning.
    line.setCursorPosition(0)
    return line, FormField(line, name, words)
