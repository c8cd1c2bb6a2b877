"""Đặt mật khẩu: the password, the recovery code and the proof of it, then the file is encrypted.

The code is in safe hands before a byte is encrypted: whatever happens afterwards, nobody stands
before a file that they cannot open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from models.errors import AppError
from reports.recovery_sheet import RecoverySheet
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.locking.code_panel import CodePanel
from ui.locking.new_password import NewPassword
from ui.locking.renewing import sheet_of
from ui.progress import WorkProgress
from ui.theme.footer import GAP, SPACING, dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, column_in, label, roomy
from ui.window.one_page_stack import OnePageStack
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.store.slots import KeySlots

TITLE = "Đặt mật khẩu"
LETTERS, LINES, SHARE = 84, 27, 0.96
MEANS = (
    "Tệp dữ liệu và các bản sao lưu trên máy này (cả ở nơi sao lưu thứ hai đang cắm) sẽ được mã "
    "hóa: mất máy, mất USB cũng không ai đọc được.",
    "Từ nay mỗi lần mở phải nhập mật khẩu. Rời máy thì màn hình tự khóa, hoặc bấm Ctrl+L.",
    "Quên mật khẩu thì chỉ mã khôi phục (in ở bước sau) mở được. Mất cả hai thì không ai lấy lại "
    "được dữ liệu, kể cả người làm ra chương trình.",
)
GO_ON, ENCRYPT = "&Tiếp tục", "Đặt mật &khẩu"
STAY = "Đang mã hóa và thử mở lại. Đừng tắt máy; nếu mất điện, dữ liệu vẫn nguyên vẹn."


class NewKey(NamedTuple):
    """The slots and the key that the file is to get, and the sheet with its recovery code."""

    slots: KeySlots
    data_key: bytes
    sheet: RecoverySheet

    def __repr__(self) -> str:
        return f"NewKey({self.slots.id})"


class SetPasswordDialog(QDialog):
    """Shown with `open()`. `encrypt(prepared)` begins to encrypt and gives the task to follow; the
    caller tells `finished_well` or `failed`."""

    def __init__(self, desk: Desk, encrypt: Callable[[NewKey], Task], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("password-set")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, LETTERS, LINES, SHARE)
        self._desk, self._encrypt = desk, encrypt
        self._busy = self._encrypting = False
        self._prepared: NewKey | None = None
        self._code: CodePanel | None = None
        self._new = NewPassword()
        self._progress = WorkProgress()
        self._problem = ErrorLine()
        self._stack: QStackedWidget = OnePageStack()
        self._stack.addWidget(self._choosing())
        self._act = button(GO_ON, "act", primary=True)
        self._keep = button("Hủy", "keep")
        self._lay_out()
        self._act.clicked.connect(self._go_on)
        self._keep.clicked.connect(self.reject)
        self._new.setFocus()

    def _choosing(self) -> QWidget:
        made = QWidget()
        column = column_in(made, GAP)
        column.addWidget(label(TITLE, "title"))
        for sentence in MEANS:
            column.addWidget(label(sentence, wrap=True))
        column.addWidget(self._new)
        column.addStretch(1)
        return made

    def _lay_out(self) -> None:
        column = dialog_column(self)
        column.addWidget(roomy(self._stack), 1)
        column.addWidget(self._problem)
        column.addLayout(footer(act=self._act, leave=self._keep))

    def _go_on(self) -> None:
        if self._busy:
            return
        self._problem.say("")
        if self._code is not None:
            if self._code.confirmed():
                self._begin()
            return
        password = self._new.taken()
        if password is not None:
            self._set_busy(True)
            made = Work(
                lambda task: _prepared(task, password), self._show_code, self._refused,
                lambda: self._set_busy(False),
            )  # fmt: skip
            self._desk.run(made)

    def _show_code(self, prepared: NewKey) -> None:
        self._prepared = prepared
        self._new.clear()
        self._code = CodePanel(self._desk, prepared.sheet)
        page = QWidget()
        column = column_in(page, GAP)
        column.addWidget(label("Cất giữ mã khôi phục", "title"))
        column.addWidget(self._code)
        column.addStretch(1)
        self._show(page)
        self._act.setText(ENCRYPT)
        self._code.setFocus()

    def _begin(self) -> None:
        assert self._prepared is not None
        page = QWidget()
        column = column_in(page, SPACING)
        column.addStretch(2)
        column.addWidget(self._progress)
        column.addWidget(label(STAY, "muted", wrap=True, name="password-stay"))
        column.addStretch(3)
        self._show(page)
        self._set_busy(True)
        self._encrypting = True
        self._keep.setEnabled(False)
        self._progress.follow(self._encrypt(self._prepared))

    def finished_well(self) -> None:
        """The file is encrypted and open again."""
        self._encrypting = False
        self.accept()

    def failed(self, error: AppError) -> None:
        """The file is as it was."""
        self._encrypting = False
        self._keep.setEnabled(True)
        self._act.hide()
        self._refused(error)

    def reject(self) -> None:
        """Not in the middle of it."""
        if not self._encrypting:
            super().reject()

    def _show(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._act.setEnabled(not busy)

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)


def _prepared(task: Task, password: str) -> NewKey:
    """Nothing is written yet."""
    from models.store.slots import new_slots

    slots, key, code = new_slots(password)
    return NewKey(slots, key, sheet_of(task, code, slots.id))
