"""How long ago somebody typed: what can wait gives way to whoever is typing."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

QUIET_SECONDS = 0.3
"""Nobody types any more when no key has come for so long: the letters of a word come sooner."""


class Typed(QObject):
    """Hears the keys, and what an input method writes, at whatever has the focus.

    It listens there alone: a filter over the whole window would be asked about each painting.
    """

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock() - QUIET_SECONDS
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def until_quiet(self) -> float:
        """Seconds until nobody types any more, if no other key comes; 0 when nobody does."""
        return max(0.0, self._last + QUIET_SECONDS - self._clock())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a key; it goes on to whom it was meant for."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self._last = self._clock()
        return False
