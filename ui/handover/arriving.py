"""Packages that come to the window: by a double click, dropped, or chosen at the first start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.machine.names import shown_name
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.start.files import DATA_FILTER, new_data_path
from ui.start.opening import Opener
from ui.window.main_window import MainWindow
from ui.window.memory import user_folder

if TYPE_CHECKING:
    from models.handover.package import PackageFacts, Packed


class Arrivals(QObject):
    """Receives packages, and opens what was made of them."""

    def __init__(self, desk: Desk, window: MainWindow, opener: Opener) -> None:
        super().__init__(window)
        self._desk, self._window, self._opener = desk, window, opener
        self._news: tuple[Path, Notice] | None = None
        opener.opened.connect(self._tell)

    def receive(self, facts: PackageFacts) -> None:
        """Ask for the password of a package; where a file lies already it goes beside it."""
        from ui.handover.receiving import ReceiveDialog

        dialog = ReceiveDialog(self._desk, facts, new_data_path(), self._window)
        dialog.received.connect(self._open)
        dialog.rejected.connect(self._leave)
        dialog.open()

    def choose(self) -> None:
        """Let the officer choose the package; any other file is opened as what it is."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Chọn gói bàn giao", str(user_folder()), DATA_FILTER
        )
        if name:
            self._opener.open(Path(name))

    def _open(self, made: Packed, secret: bool) -> None:
        words = f"Đã nhận bàn giao: dữ liệu nằm ở {shown_name(made.path)}."
        advice = (
            "Tệp có mật khẩu của gói: hãy đổi mật khẩu và in phiếu mã khôi phục mới."
            if secret
            else "Dùng tốt rồi thì hãy xóa gói trên USB."
        )
        self._news = made.path, Notice(words, advice, Tone.DONE, folder=made.path.parent)
        self._opener.open(made.path)

    def _tell(self) -> None:
        """Said once the data is there: what was shown before would be gone by then."""
        news, self._news = self._news, None
        file = self._desk.file
        if news is not None and file is not None and file.path == news[0]:
            self._desk.noticed.emit(news[1])

    def _leave(self) -> None:
        if self._desk.file is None:
            self._opener.left.emit()
