"""An encrypted file comes to the window: its password is asked for, then it is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.start.opening import Opener
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from models.store.data_file import DataFile
    from models.store.keyring import FileKey

WAYS = (("Mở tệp dữ liệu khác…", "unlock-other"), ("Thoát", "unlock-exit"))


class Unlocking(QObject):
    """Asks in the place of the pages, or over the file that is open already."""

    def __init__(
        self, desk: Desk, window: MainWindow, opener: Opener, other: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._opener = desk, window, opener
        self._ways = {"unlock-other": other, "unlock-exit": window.close}
        opener.locked.connect(self._ask)

    def tidy(self, file: DataFile) -> None:
        """Once an encrypted file is open, what a power cut left plain beside it is encrypted."""
        if file.key is not None and file.only_read is None:
            from ui.locking.finishing import finish_copies

            finish_copies(self._desk)

    def _ask(self, path: Path, again: Callable[[], None]) -> None:
        from ui.locking.unlock_view import UnlockDialog, UnlockPage, UnlockView

        view = UnlockView(self._desk, path)
        if self._desk.file is None:
            page = UnlockPage(view, WAYS)
            page.chosen.connect(lambda name: self._ways[name]())
            view.unlocked.connect(lambda key, new: self._go_on(path, key, new, again))
            self._window.show_alone(page)
            page.setFocus()
            return
        dialog = UnlockDialog(view, self._window)
        view.unlocked.connect(lambda _key, _new: dialog.accept())
        view.unlocked.connect(lambda key, new: self._go_on(path, key, new, again))
        dialog.open()

    def _go_on(self, path: Path, _key: FileKey, new: str, again: Callable[[], None]) -> None:
        if new:
            self._renew_when_open(path, new)
        again()

    def _renew_when_open(self, path: Path, password: str) -> None:
        """Whoever opened it by the recovery code gave a new password with it."""

        def renew() -> None:
            self._opener.opened.disconnect(renew)
            file = self._desk.file
            if file is not None and file.path == path:
                from ui.locking.renewing import renew_after_recovery

                renew_after_recovery(self._desk, self._window, password)

        self._opener.opened.connect(renew)
