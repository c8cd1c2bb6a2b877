"""Whether somebody is there: keys and clicks, the session of Windows, the window put down."""

from __future__ import annotations

import time
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QWidget

from models.machine.session_watch import leave_session, wants_lock, watch_session
from ui.locking.habits import LockHabits

TICK_MS = 5_000
_USED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TouchBegin,
    }
)
_WINDOWS = b"windows_generic_MSG"


class SessionFilter(QAbstractNativeEventFilter):
    """Hears what Windows tells, and calls `gone` when it says that nobody is there."""

    def __init__(self, gone: Callable[[], object]) -> None:
        super().__init__()
        self._gone = gone

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Nothing is kept from anybody else."""
        named = kind.data() if isinstance(kind, QByteArray) else kind
        if named == _WINDOWS:
            told = wintypes.MSG.from_address(int(message))
            if wants_lock(told.message, told.wParam):
                self._gone()
        return False, 0


class Absence(QObject):
    """Emits `gone` when nobody is there any more. It listens between `begin` and `end` alone."""

    gone = Signal()

    def __init__(
        self,
        window: QWidget,
        clock: Callable[[], float] = time.monotonic,
        tick: int = TICK_MS,
    ) -> None:
        super().__init__(window)
        self._window, self._habits, self._clock = window, LockHabits(), clock
        self._listens = False
        self._used = clock()
        self._handle = 0
        self._session = SessionFilter(self.gone.emit)
        self._timer = QTimer(self, interval=tick)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """A file with a password is open."""
        self._used = self._clock()
        app = QCoreApplication.instance()
        if self._listens or app is None:
            return
        self._listens = True
        app.installEventFilter(self)
        app.installNativeEventFilter(self._session)
        self._handle = int(self._window.winId())
        watch_session(self._handle)
        self._timer.start()

    def end(self) -> None:
        """There is none, or it is locked already."""
        app = QCoreApplication.instance()
        if self._listens and app is not None:
            self._listens = False
            self._timer.stop()
            leave_session(self._handle)
            app.removeNativeEventFilter(self._session)
            app.removeEventFilter(self)

    def look(self) -> None:
        """Has nobody touched anything for as long as was said?"""
        limit = self._habits.minutes * 60
        if limit and self._clock() - self._used >= limit:
            self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; it goes on to whom it was meant for."""
        kind = event.type()
        if kind in _USED:
            self._used = self._clock()
        elif kind == QEvent.Type.WindowStateChange and watched is self._window:
            self._look_down()
        return False

    def _look_down(self) -> None:
        if self._window.isMinimized() and self._habits.when_minimised:
            self.gone.emit()
