"""Another palette under the same sheet: what is in sight takes it at once, the rest bit by bit.

Qt keeps the colours of a sheet with each widget until that is polished anew. To set the sheet again
would do it, but tells every widget of every page that all has changed: the window would stand still
for a second.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

SLICE_SECONDS = 0.008


class Restyling(QObject):
    """Polishes all widgets of the application; belongs to whoever changes the palette."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._late: list[QWidget] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Let the sheet look again at everything."""
        everything = QApplication.allWidgets()
        self._late = [each for each in everything if not each.isVisible()]
        for each in everything:
            if each.isVisible():
                _polish(each)
        self._next.start()

    def forget(self) -> None:
        """Somebody else has seen to it."""
        self._late = []

    def _go_on(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._late and perf_counter() < end:
            each = self._late.pop()
            if isValid(each):
                _polish(each)
        if self._late:
            self._next.start()


def _polish(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
