"""The form that asks for the password of a file, and counts down what a wrong one costs."""

from __future__ import annotations

import time
from functools import partial
from math import ceil
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from models.errors import AppError
from models.machine.names import shown_name
from models.text.formats import number
from reports.recovery_sheet import FORGOTTEN
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.locking.password_field import PasswordField, press
from ui.locking.trying import Tried, look_for_wait, try_password
from ui.theme.footer import GAP, footer
from ui.theme.pieces import button, column_in, label, link, show_words
from ui.window.memory import user_folder
from ui.work import Work

EMPTY = "Hãy nhập mật khẩu."
OPEN, OPENING = "&Mở khóa", "Đang mở khóa…"
TICK_MS = 250


class UnlockForm(QWidget):
    """`unlocked` carries the key (this process knows it then), `forgotten` asks for the other way.
    In a dialog the button that leaves it stands first in the `row`.

    What is under way in the lane is done before a password is tried.
    """

    unlocked = Signal(object)
    forgotten = Signal()

    def __init__(self, desk: Desk, path: Path, title: str, sentence: str) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._trying = False
        self._until = 0.0
        self.field = PasswordField("unlock-password", "Mật khẩu")
        asks = QLabel("Mật &khẩu")
        asks.setBuddy(self.field.line)
        self._problem = ErrorLine("unlock-problem")
        self._waiting = label("", "muted", wrap=True, name="unlock-waiting")
        self._act = button(OPEN, "unlock-act", primary=True)
        self._forgot = link(FORGOTTEN.replace("Quên", "&Quên"), "unlock-forgotten")
        self.row = footer(act=self._act, others=(self._forgot,))
        column = column_in(self, GAP)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(sentence, wrap=True))
        named = f"Tệp: {shown_name(path.name)}"
        column.addWidget(label(named, "muted", wrap=True, name="unlock-file"))
        column.addWidget(asks)
        column.addWidget(self.field)
        for each in (self._problem, self._waiting):
            each.hide()
            column.addWidget(each)
        column.addSpacing(GAP)
        column.addLayout(self.row)
        column.addStretch(1)
        self.setFocusProxy(self.field)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self.field.line.returnPressed.connect(partial(press, self._act))
        self._act.clicked.connect(self._enter)
        self._forgot.clicked.connect(self.forgotten)
        self._run(Work(lambda _task: look_for_wait(path, user_folder()), self._take))

    def _run(self, work: Work[Tried]) -> None:
        self._desk.lane.run(work, past_hold=True)

    @property
    def _left(self) -> float:
        return self._until - time.monotonic()

    def _enter(self) -> None:
        if self._trying or self._left > 0:
            return
        if not self.field.text:
            self.field.say(EMPTY, problem=True)
            self.field.setFocus()
            return
        path, password = self._path, self.field.text
        self._trying = True
        self._problem.say("")
        self._show_state()
        tried = Work(
            lambda _task: try_password(path, password, user_folder()), self._take, self._refused,
            self._ended,
        )  # fmt: skip
        self._run(tried)

    def _take(self, tried: Tried) -> None:
        if tried.wait > 0:
            self._until = time.monotonic() + tried.wait
            self._tick.start()
        if tried.problem is not None:
            self._refused(tried.problem)
        elif tried.key is not None:
            self.field.clear()
            self.unlocked.emit(tried.key)
        self._show_state()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)

    def _ended(self) -> None:
        self._trying = False
        self._show_state()
        if self._problem.isVisibleTo(self):
            self.field.setFocus()
            self.field.line.selectAll()

    def _count_down(self) -> None:
        if self._left <= 0:
            self._tick.stop()
        self._show_state()

    def _show_state(self) -> None:
        waits = max(0, ceil(self._left))
        told = f"Còn {number(waits)} giây nữa mới được thử lại." if waits else ""
        show_words(self._waiting, told)
        self._act.setText(OPENING if self._trying else OPEN)
        self._act.setEnabled(not (self._trying or waits))
