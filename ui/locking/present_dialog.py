"""Acts for which the present password is asked: change it, take it away, a new recovery code."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from models.errors import AppError
from models.text.formats import number
from ui.desk import Desk
from ui.locking.new_password import NewPassword
from ui.locking.password_field import PasswordField, asked_above
from ui.locking.trying import Tried, try_password
from ui.locking.unlock_form import EMPTY
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label
from ui.window.memory import user_folder
from ui.work import Work

CHANGE_TELLS = (
    "Dữ liệu không phải ghi lại; các bản sao lưu cũng theo mật khẩu mới. Bản đã chép ra nơi khác "
    "trước đây vẫn mở bằng mật khẩu cũ."
)
REMOVE_TELLS = (
    "Tệp dữ liệu và các bản sao lưu sẽ được ghi lại không mã hóa: ai mở được máy này, hoặc nhặt "
    "được USB, cũng đọc được họ tên và số điện thoại. Màn hình cũng không còn khóa."
)
CODE_TELLS = (
    "Lập mã mới khi phiếu cũ bị mất, phong bì đã mở hoặc thay người giữ phiếu. Mã cũ hết tác dụng "
    "ngay khi lập mã mới."
)


class PresentDialog(ActDialog):
    """`accepted` means that the password of the file was given. Wrong ones are counted."""

    def __init__(
        self,
        desk: Desk,
        path: Path,
        title: str,
        tells: str,
        act: str,
        parent: QWidget,
        *,
        safe: bool = False,
    ) -> None:
        super().__init__(title, act, parent, "Hủy", safe=safe)
        self._desk, self._path, self._trying = desk, path, False
        self.form.addRow(label(tells, wrap=True))
        self._present = PasswordField("present-password", "Mật khẩu hiện nay")
        self.form.addRow(asked_above("Mật khẩu &hiện nay", self._present))
        self._present.setFocus()

    def accept(self) -> None:
        """Only with the password."""
        if self._trying or not self.is_filled():
            return
        path, password = self._path, self._present.text
        self._trying = True
        self.act.setEnabled(False)
        self.tell("")
        self._desk.run(
            Work(
                lambda _task: try_password(path, password, user_folder()),
                self._take,
                self._refused,
                self._end,
            )
        )

    def is_filled(self) -> bool:
        """Whether all is there that is asked for; what is not is said."""
        if not self._present.text:
            self._present.say(EMPTY, problem=True)
            self._present.setFocus()
            return False
        return True

    def _take(self, tried: Tried) -> None:
        if tried.key is not None:
            self._present.clear()
            super().accept()
            return
        waits = f"Còn {number(ceil(tried.wait))} giây nữa mới được thử lại." if tried.wait else ""
        if tried.problem is not None:
            self.problem.refuse(tried.problem, f"{tried.problem} {waits}".rstrip())
        else:
            self.tell(waits)
        self._present.setFocus()
        self._present.line.selectAll()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)

    def _end(self) -> None:
        self._trying = False
        self.act.setEnabled(True)


class ChangePasswordDialog(PresentDialog):
    """Besides, the new password, and whether the recovery code is to be another one too."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(desk, path, "Đổi mật khẩu", CHANGE_TELLS, "Đổi mật khẩu", parent)
        self.setObjectName("password-change")
        self._new = NewPassword()
        self._code = QCheckBox("&Lập cả mã khôi phục mới")
        self._code.setObjectName("password-new-code")
        self.form.addRow(self._new)
        self.form.addRow(self._code)
        self.password = ""

    @property
    def new_code(self) -> bool:
        """Whether a new recovery code is wanted."""
        return self._code.isChecked()

    def is_filled(self) -> bool:
        """The new password too."""
        if not super().is_filled():
            return False
        self.password = self._new.taken() or ""
        return bool(self.password)


class RemovePasswordDialog(PresentDialog):
    """From then on everybody can read the file."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        words = "Bỏ mật khẩu?", REMOVE_TELLS, "Bỏ mật khẩu"
        super().__init__(desk, path, *words, parent, safe=True)
        self.setObjectName("password-remove")


class NewCodeDialog(PresentDialog):
    """The old recovery code opens nothing any more."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(desk, path, "Lập mã khôi phục mới?", CODE_TELLS, "Lập mã mới", parent)
        self.setObjectName("recovery-new")
