"""The groups of a recovery code: shown large, or typed one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from models.store.recovery_code import GROUP_LENGTH, GROUPS, group_holds
from ui.locking.password_field import MARKS
from ui.theme.letters import equal_letters, keep_in_letters
from ui.theme.pieces import column_in, label, line_edit, show_words

LETTERS = 11
IN_A_ROW = 4
_BETWEEN = " -\u2013\u2014\t\r\n"
_POINTS = 1.4


class GroupsShown(QWidget):
    """The code as it is written down: each group with its number."""

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for at, group in enumerate(groups):
            held = QWidget()
            column = column_in(held, 0)
            column.addWidget(label(f"Nhóm {at + 1}", "muted"))
            column.addWidget(_large(group, f"code-{at + 1}"))
            grid.addWidget(held, at // IN_A_ROW, at % IN_A_ROW)
        self.setAccessibleName("Mã khôi phục")


class GroupsField(QWidget):
    """Seven short lines; `changed` tells that something was typed, `entered` of Enter in one.

    A full group leads on to the next one, Backspace in an empty one back; a whole code may be
    pasted into any. A full group that cannot be right is said at once.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[QLineEdit] = []
        self._hint = label("", "attention", wrap=True, name="code-hint")
        self._hint.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at in range(GROUPS):
            grid.addWidget(self._made(at), at // IN_A_ROW, at % IN_A_ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._hint)
        self.setFocusProxy(self._lines[0])

    @property
    def code(self) -> str:
        """What was typed, group by group."""
        return "-".join(each.text() for each in self._lines)

    def go_to(self, place: int) -> None:
        """Put the cursor into the group of that number (from 1)."""
        self._lines[place - 1].setFocus()
        self._lines[place - 1].selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        for each in self._lines:
            each.clear()
        show_words(self._hint, "")

    def _made(self, at: int) -> QWidget:
        line = line_edit(f"code-group-{at + 1}", f"Nhóm thứ {at + 1} của mã khôi phục")
        line.setFont(equal_letters())
        hints = Qt.InputMethodHint
        line.setInputMethodHints(
            hints.ImhUppercaseOnly | hints.ImhNoPredictiveText | hints.ImhLatinOnly
        )
        keep_in_letters(line, LETTERS)
        line.textEdited.connect(partial(self._hear, at))
        line.returnPressed.connect(self.entered)
        line.installEventFilter(self)
        self._lines.append(line)
        held = QWidget()
        column = column_in(held, 0)
        number = QLabel(f"Nhóm {at + 1}")
        number.setProperty("role", "muted")
        column.addWidget(number)
        column.addWidget(line)
        return held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in an empty group goes back to the one before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = event.key() == Qt.Key.Key_Backspace
            if back and isinstance(watched, QLineEdit) and not watched.text():
                at = self._lines.index(watched)
                if at:
                    self._lines[at - 1].setFocus()
                    return True
        return False

    def _hear(self, at: int, text: str) -> None:
        typed = "".join(each for each in text.upper() if each not in _BETWEEN)
        for place in range(at, GROUPS):
            part, typed = typed[:GROUP_LENGTH], typed[GROUP_LENGTH:]
            if place == at or part:
                self._put(self._lines[place], part)
            if len(part) == GROUP_LENGTH and place + 1 < GROUPS and not typed:
                if not self._lines[place + 1].text():
                    self._lines[place + 1].setFocus()
            elif part and not typed:
                self._lines[place].setFocus()
            if not typed:
                break
        self._check()
        self.changed.emit()

    def _put(self, line: QLineEdit, part: str) -> None:
        if line.text() != part:
            at = line.cursorPosition()
            line.setText(part)
            line.setCursorPosition(min(at, len(part)))

    def _check(self) -> None:
        full = [(at, each.text()) for at, each in enumerate(self._lines, 1) if each.text()]
        if any(not text.isascii() for _, text in full):
            show_words(self._hint, MARKS)
            return
        wrong = [
            str(at) for at, text in full if len(text) == GROUP_LENGTH and not group_holds(text, at)
        ]
        named = f"Nhóm {', '.join(wrong)} chưa đúng: hãy so từng ký tự với phiếu." if wrong else ""
        show_words(self._hint, named)


def _large(text: str, name: str) -> QLabel:
    made = label(text, name=name)
    font = equal_letters()
    font.setPointSizeF(made.font().pointSizeF() * _POINTS)
    font.setBold(True)
    made.setFont(font)
    return made
