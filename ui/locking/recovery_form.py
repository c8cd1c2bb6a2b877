"""Quên mật khẩu: the recovery code from the sheet, then a new password."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.errors import AppError
from models.machine.names import shown_name
from models.store.recovery_code import CodeUnclear
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.locking.code_groups import GroupsField
from ui.locking.new_password import NewPassword
from ui.locking.password_field import press
from ui.locking.trying import Tried, try_code
from ui.theme.footer import GAP, footer
from ui.theme.pieces import button, column_in, label
from ui.window.memory import user_folder
from ui.work import Work

TITLE = "Mở bằng mã khôi phục"
TELLS = (
    "Gõ các nhóm của mã trên “Phiếu mã khôi phục” đã in và niêm phong. Chữ hoa hay chữ thường "
    "đều được; có thể dán cả mã vào một ô."
)
NEXT = (
    "Mã đúng. Hãy đặt mật khẩu mới; chương trình sẽ lập mã khôi phục mới để in phiếu mới, phiếu "
    "cũ hết tác dụng."
)
GO_ON, OPEN = "&Tiếp tục", "Đặt mật khẩu và &mở khóa"
EMPTY = "Hãy gõ mã khôi phục."


class RecoveryForm(QWidget):
    """`recovered` carries the key and the new password; with `new_password` False that is "":
    what is only looked at keeps its password. `back` asks for the form before."""

    recovered = Signal(object, str)
    back = Signal()

    def __init__(self, desk: Desk, path: Path, *, new_password: bool) -> None:
        super().__init__()
        self._desk, self._path, self._wants_new = desk, path, new_password
        self._key: object = None
        self._trying = False
        self._groups = GroupsField()
        self._tells = label(TELLS, wrap=True, name="recovery-tells")
        self._new = NewPassword()
        self._new.hide()
        self._problem = ErrorLine("recovery-problem")
        self._act = button(GO_ON, "recovery-act", primary=True)
        leave = button("&Quay lại", "recovery-back")
        column = column_in(self, GAP)
        column.addWidget(label(TITLE, "title", wrap=True))
        column.addWidget(label(f"Tệp: {shown_name(path.name)}", "muted", wrap=True))
        for each in (self._tells, self._groups, self._new, self._problem):
            column.addWidget(each)
        column.addSpacing(GAP)
        column.addLayout(footer(act=self._act, leave=leave))
        column.addStretch(1)
        self.setFocusProxy(self._groups)
        self._groups.changed.connect(lambda: self._problem.say(""))
        self._groups.entered.connect(partial(press, self._act))
        self._new.entered.connect(partial(press, self._act))
        self._act.clicked.connect(self._go_on)
        leave.clicked.connect(self.back)

    def _go_on(self) -> None:
        if self._trying:
            return
        if self._key is not None:
            password = self._new.taken()
            if password is not None:
                self._leave(password)
            return
        path, code = self._path, self._groups.code
        if not code.strip("-"):
            self._problem.say(EMPTY)
            self._groups.setFocus()
            return
        self._trying = True
        self._act.setEnabled(False)
        tried = Work(lambda _task: try_code(path, code, user_folder()), self._take, ended=self._end)
        self._desk.lane.run(tried, past_hold=True)

    def _take(self, tried: Tried) -> None:
        if tried.problem is not None:
            self._refused(tried.problem)
            return
        self._key = tried.key
        if not self._wants_new:
            self._leave("")
            return
        self._groups.hide()
        self._tells.setText(NEXT)
        self._act.setText(OPEN)
        self._new.show()
        self._new.setFocus()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)
        wrong = error.groups if isinstance(error, CodeUnclear) else ()
        self._groups.go_to(wrong[0] if wrong else 1)

    def _end(self) -> None:
        self._trying = False
        self._act.setEnabled(True)

    def _leave(self, password: str) -> None:
        self._groups.clear()
        self._new.clear()
        self.recovered.emit(self._key, password)
