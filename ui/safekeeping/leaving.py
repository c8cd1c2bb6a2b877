"""Closing the window: what stands in no copy yet is kept first, and a failure is asked about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from models.errors import AppError
from models.records.kept_copies import CopyReason
from models.store.keyring import Locked
from ui.notice import Notice
from ui.safekeeping.deeds import BACKING_UP
from ui.safekeeping.keeper import Safekeeper
from ui.window.main_window import MainWindow

STILL_SAVED = (
    "Dữ liệu đã được lưu đủ; chỉ là những thay đổi mới nhất chưa có trong bản sao lưu nào."
)


class LastCopy(QObject):
    """Holds the closing of the window back until the last copy is there.

    Whoever closes it again meanwhile does not wait. A system that ends the session is not held
    up: the copy is then made while the file is closed.
    """

    def __init__(self, window: MainWindow, keeper: Safekeeper) -> None:
        super().__init__(window)
        self._window, self._keeper = window, keeper
        self._leaving = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the first closing while there is something to keep."""
        if event.type() != QEvent.Type.Close or watched is not self._window:
            return False
        if self._leaving or not self._keeper.is_behind or self._ends_session():
            return False
        event.ignore()
        self._leaving = True
        self._window.messages.show_notice(Notice(f"{BACKING_UP} trước khi thoát…"))
        self._keeper.keep(CopyReason.EXIT, lambda _kept: self._window.close(), self._ask)
        return True

    def _ends_session(self) -> bool:
        app = QGuiApplication.instance()
        return isinstance(app, QGuiApplication) and app.isSavingSession()

    def _ask(self, error: AppError) -> None:
        from ui.start.choice import ChoiceDialog, Way

        if isinstance(error, Locked):
            # Nobody is there who could be asked, and what was changed before has its copy.
            self._leave()
            return
        self._leaving = False
        ways = (
            Way("Sao lưu lại", "leaveAgain", self._window.close, True),
            Way("Thoát, không sao lưu", "leaveWithout", self._leave),
            Way("Chưa thoát", "leaveNot"),
        )
        ChoiceDialog(
            "Chưa sao lưu được", (STILL_SAVED,), ways, self._window, loses=False, failed=error
        ).open()

    def _leave(self) -> None:
        self._leaving = True
        self._window.close()
