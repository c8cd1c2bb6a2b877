"""A line for a password: hidden unless it is looked at, with word of what makes it wrong."""

from __future__ import annotations

from string import ascii_letters

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.machine.keyboard import caps_lock
from ui.theme.icons import keep_icon
from ui.theme.pieces import label, named, restyle

CAPS = "Caps Lock đang bật: chữ gõ ra là chữ hoa."
MARKS = "Đang có chữ có dấu: bộ gõ tiếng Việt (Unikey, EVKey) đang bật."
SHOW = "Hiện mật khẩu"
Modifier = Qt.KeyboardModifier
_COMMANDS = Modifier.ControlModifier | Modifier.AltModifier
_LETTERS = frozenset(ascii_letters)


class _Line(QLineEdit):
    """`capitals` tells at each letter whether Caps Lock is on."""

    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that is not as the Shift key would have it comes from Caps Lock."""
        letter, held = event.text(), event.modifiers()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(bool(caps_lock()))
        elif letter in _LETTERS and not held & _COMMANDS:
            shifted = bool(held & Modifier.ShiftModifier)
            self.capitals.emit(letter.isupper() is not shifted)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the system tells it is said before the first letter."""
        super().focusInEvent(event)
        if (on := caps_lock()) is not None:
            self.capitals.emit(on)


def asked_above(words: str, field: PasswordField) -> QVBoxLayout:
    """The line below its words, nearer to them than to what else is asked."""
    asks = QLabel(words)
    asks.setBuddy(field.line)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(asks)
    column.addWidget(field)
    return column


def press(act: QPushButton) -> None:
    """Enter in a line does the act; in a dialog it does so already."""
    if not isinstance(act.window(), QDialog):
        act.click()


class PasswordField(QWidget):
    """`line` is the line itself; `changed` tells that something was typed.

    What there is to say of it stands below: a problem, else Caps Lock, else what was told last.
    """

    changed = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.line = named(_Line(), name, words)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.line.setInputMethodHints(
            hints.ImhHiddenText
            | hints.ImhSensitiveData
            | hints.ImhNoPredictiveText
            | hints.ImhNoAutoUppercase
        )
        self._eye = named(QPushButton(), f"{name}-show", SHOW)
        self._eye.setToolTip(SHOW)
        self._eye.setCheckable(True)
        self._eye.setAutoDefault(False)
        keep_icon(self._eye, "eye")
        self._hint = label("", "muted", wrap=True, name=f"{name}-hint")
        self._hint.hide()
        self._problem = self._told = ""
        self._capitals = False
        self.setFocusProxy(self.line)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._eye.toggled.connect(self._reveal)
        self.line.capitals.connect(self._hear_capitals)
        self.line.textChanged.connect(self._hear)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def hint(self) -> str:
        """What is said below the line."""
        return self._hint.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self.line.clear()
        self._eye.setChecked(False)

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say something of what was typed; a problem until something else is typed."""
        self._problem, self._told = (words, self._told) if problem else ("", words)
        self._show_hint()

    def _hear(self) -> None:
        self._problem = ""
        self._show_hint()
        self.changed.emit()

    def _hear_capitals(self, on: bool) -> None:
        self._capitals = on
        self._show_hint()

    def _reveal(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)
        self.line.setFocus()

    def _show_hint(self) -> None:
        marks = "" if self.text.isascii() else MARKS
        warned = self._problem or (CAPS if self._capitals else "")
        words = " ".join(filter(None, (warned, self._told, "" if warned else marks)))
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._hint.setProperty("role", "attention" if warned else "muted")
        restyle(self._hint)
        self.line.setAccessibleDescription(words)
