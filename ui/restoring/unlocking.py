"""The password of a copy that was kept under another one than that of the open file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from models.errors import AppError
from models.machine.names import shown_name
from models.store.keyring import is_unlocked
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label, line_edit
from ui.window.memory import user_folder
from ui.work import Work


def once_unlocked(
    desk: Desk,
    path: Path,
    parent: QWidget,
    go_on: Callable[[], object],
    left: Callable[[], object],
) -> None:
    """Go on at once where the copy at `path` can be opened, else once its password was given."""

    def decide(unlocked: bool) -> None:
        if unlocked:
            go_on()
            return
        dialog = CopyPasswordDialog(desk, path, parent)
        dialog.accepted.connect(go_on)
        dialog.rejected.connect(left)
        dialog.open()

    desk.run(Work(lambda _task: _is_open(path), decide))


def _is_open(path: Path) -> bool:
    """What cannot be read is told by whoever opens it."""
    try:
        return is_unlocked(path)
    except OSError:
        return True


class CopyPasswordDialog(ActDialog):
    """`accepted` means that the copy can be opened now."""

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__("Mật khẩu của bản sao lưu", "Mở khóa", parent)
        self.setObjectName("copy-password")
        self._desk, self._path = desk, path
        said = (
            f"{shown_name(path.name)} được mã hóa bằng mật khẩu khác với tệp đang mở. Hãy nhập mật "
            "khẩu đã dùng khi sao lưu."
        )
        self.form.addRow(label(said, wrap=True))
        self._line = line_edit("copy-password-line", "Mật khẩu của bản sao lưu")
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.addRow("&Mật khẩu:", self._line)
        self._line.setFocus()

    def accept(self) -> None:
        """Try what was typed; what is wrong is said here."""
        password, path = self._line.text(), self._path
        if not password:
            self.tell("Hãy nhập mật khẩu của bản sao lưu.")
            return
        from models.safekeeping.unlocking import unlock

        self.act.setEnabled(False)
        folder = user_folder()
        self._desk.run(
            Work(lambda _task: unlock(path, password, folder), self._opened, self._refused)
        )

    def _opened(self, _key: object) -> None:
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.act.setEnabled(True)
        self.tell(str(error))
        self._line.selectAll()
        self._line.setFocus()
