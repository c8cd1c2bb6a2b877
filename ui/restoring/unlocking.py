"""The password of a copy that was kept under another one than that of the open file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.store.keyring import is_unlocked
from ui.desk import Desk
from ui.locking.unlock_view import AskWords, UnlockDialog, UnlockView
from ui.work import Work

OF_A_COPY = AskWords(
    "Mật khẩu của bản sao lưu",
    "Bản sao lưu này được mã hóa bằng mật khẩu khác với tệp đang mở. Hãy nhập mật khẩu đã dùng "
    "khi sao lưu.",
)


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
        view = UnlockView(desk, path, OF_A_COPY)
        dialog = UnlockDialog(view, parent)
        view.unlocked.connect(lambda _key, _new: dialog.accept())
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
