"""The locked screen: nothing of the data in sight, the file closed, its key forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.locking.absence import Absence
from ui.locking.cover import Cover
from ui.locking.unlock_view import TO_GO_ON, UnlockPage, UnlockView
from ui.theme.keys import on_key
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from models.store.keyring import FileKey

WAYS = (("Thoát", "lock-exit"),)


class Locker(QObject):
    """Locks the window of an encrypted file: when asked, and when nobody is there any more."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._cover = Cover(window)
        self._absence = Absence(window)
        self._absence.gone.connect(self.lock)
        desk.opened.connect(self.watch)
        desk.closed.connect(self._absence.end)
        desk.closed.connect(self._cover.let_go)

    def watch(self) -> None:
        """From now on it locks by itself, if the open file has a password."""
        file = self._desk.file
        if file is not None and file.key is not None:
            self._absence.begin()
        else:
            self._absence.end()

    def lock(self) -> None:
        """Cover all at once; the file is locked up as soon as what is under way has ended."""
        file = self._desk.file
        if file is None or file.key is None or self._desk.lane.is_held:
            # Locked already, or just being written anew without its password.
            return
        self._absence.end()
        view = UnlockView(self._desk, file.path, TO_GO_ON)
        page = UnlockPage(view, WAYS)
        self._cover.put_on(page)
        self._desk.lock_up()
        view.unlocked.connect(self._unlock)
        page.chosen.connect(lambda _name: self._window.close())
        on_key(page, "Ctrl+Q", self._window.close)

    def _unlock(self, key: FileKey, password: str) -> None:
        self._cover.take_off()
        self._desk.open_up(key)
        self.watch()
        if password:
            from ui.locking.renewing import renew_after_recovery

            renew_after_recovery(self._desk, self._window, password)
