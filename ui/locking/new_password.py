"""Two lines for a new password: how strong it is, and whether both are the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.store.password_rules import ADVICE, WeakPassword, refuse_weak, strength
from ui.locking.password_field import PasswordField, asked_above
from ui.theme.pieces import column_in, label

MISSING = "Hãy nhập mật khẩu mới."
OTHER = "Hai lần gõ mật khẩu mới chưa giống nhau."


class NewPassword(QWidget):
    """`taken()` is the password once both lines hold it; `entered` tells that Enter was pressed."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first = PasswordField("new-password", "Mật khẩu mới")
        self._again = PasswordField("new-password-again", "Gõ lại mật khẩu mới")
        column = column_in(self)
        for words, field in (("Mật khẩu &mới", self._first), ("&Gõ lại mật khẩu mới", self._again)):
            column.addLayout(asked_above(words, field))
            field.line.returnPressed.connect(self.entered)
        column.addWidget(label(ADVICE, "muted", wrap=True))
        self.setFocusProxy(self._first)
        self._first.changed.connect(self._weigh)

    def taken(self) -> str | None:
        """The password; None where there is none yet, and that is said at the line it is about."""
        text = self._first.text
        try:
            if not text:
                raise WeakPassword(MISSING, ADVICE)
            refuse_weak(text)
        except WeakPassword as error:
            self._first.say(error.sentence, problem=True)
            self._first.setFocus()
            return None
        if self._again.text != text:
            self._again.say(OTHER, problem=True)
            self._again.setFocus()
            self._again.line.selectAll()
            return None
        return text

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._again.clear()

    def _weigh(self) -> None:
        text = self._first.text
        told = ""
        if text:
            try:
                refuse_weak(text)
                told = f"Độ mạnh: {strength(text).word.lower()}."
            except WeakPassword as error:
                told = error.sentence
        self._first.say(told)
