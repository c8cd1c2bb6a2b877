"""The password of a package, typed twice, with word of how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel

from models.store.password_rules import ADVICE, WeakPassword, refuse_weak, strength
from ui.locking.password_field import PasswordField

NOT_THE_SAME = "Hai lần gõ chưa giống nhau."


class PackagePassword(QObject):
    """Two rows at the end of `form`; `changed` tells that something was typed, `password` is ""
    until it will do."""

    changed = Signal()

    def __init__(self, name: str, form: QFormLayout) -> None:
        super().__init__(form)
        self._form = form
        self._first = PasswordField(name, "Mật khẩu của gói")
        self._again = PasswordField(f"{name}-again", "Gõ lại mật khẩu của gói")
        for words, field in (
            ("&Mật khẩu của gói", self._first), ("&Gõ lại mật khẩu", self._again)
        ):  # fmt: skip
            asks = QLabel(words)
            asks.setBuddy(field.line)
            form.addRow(asks, field)
            field.changed.connect(self._check)
        self._check()

    def set_shown(self, shown: bool) -> None:
        """Whether one is asked for."""
        for each in (self._first, self._again):
            self._form.setRowVisible(each, shown)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Typing begins in the first line."""
        self._first.setFocus(reason)

    @property
    def password(self) -> str:
        """What was typed twice; "" while it will not do."""
        text = self._first.text
        return text if text == self._again.text and _fault(text) == "" else ""

    def clear(self) -> None:
        """Forget it."""
        self._first.clear()
        self._again.clear()

    def _check(self) -> None:
        text, again = self._first.text, self._again.text
        fault = _fault(text)
        if not text:
            self._first.say(ADVICE)
        elif fault:
            self._first.say(fault, problem=True)
        else:
            self._first.say(f"Độ mạnh: {strength(text).word.lower()}.")
        turned = bool(again) and not text.startswith(again)
        self._again.say(NOT_THE_SAME if turned else "", problem=True)
        self.changed.emit()


def _fault(text: str) -> str:
    """Why it will not do, "" when it will."""
    try:
        refuse_weak(text)
    except WeakPassword as error:
        return error.sentence
    return ""
