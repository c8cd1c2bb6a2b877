"""What of passwords the window hears of from the start; the rest is imported when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.start.opening import Opener
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.locking.acts import PasswordActs
    from ui.locking.locker import Locker

_OF_ENCRYPTED = ("password-change", "recovery-new", "password-remove")


class Locking(QObject):
    """Connects the commands. Of a plain file nothing of encryption is imported."""

    def __init__(self, window: MainWindow, desk: Desk, opener: Opener) -> None:
        super().__init__(window)
        self._window, self._desk, self._opener = window, desk, opener
        self._locker: Locker | None = None
        self._made: PasswordActs | None = None
        commands = window.commands
        commands["lock"].triggered.connect(self.lock)
        commands["password-set"].triggered.connect(lambda: self._acts().set())
        commands["password-change"].triggered.connect(lambda: self._acts().change())
        commands["recovery-new"].triggered.connect(lambda: self._acts().renew())
        commands["password-remove"].triggered.connect(lambda: self._acts().remove())
        desk.opened.connect(self._watch)
        desk.closed.connect(self._watch)
        self._watch()

    def lock(self) -> None:
        """Lock the screen; without a password there is nothing to unlock it with."""
        file = self._desk.file
        if file is not None and file.key is None:
            self._offer(only_read=file.only_read is not None)
        elif self._locker is not None:
            self._locker.lock()

    def _acts(self) -> PasswordActs:
        """Kept: a signal holds whom it calls only weakly."""
        if self._made is None:
            from ui.locking.acts import PasswordActs

            self._made = PasswordActs(self._window, self._desk, self._opener)
        return self._made

    def _offer(self, *, only_read: bool) -> None:
        from ui.locking.offering import offer_password

        deed = None if only_read else self._window.commands["password-set"].trigger
        offer_password(self._window, deed)

    def _watch(self) -> None:
        """Another file is open, or none."""
        file = self._desk.file
        encrypted = file is not None and file.key is not None
        works = file is not None and file.only_read is None
        for key in _OF_ENCRYPTED:
            self._window.commands[key].setVisible(encrypted and works)
        self._window.commands["password-set"].setVisible(not encrypted and works)
        if encrypted and self._locker is None:
            from ui.locking.locker import Locker

            self._locker = Locker(self._desk, self._window)
            self._locker.watch()
