"""The window's own look for rings of objects: widgets in them go in its thread alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from models.machine.collector import collect_due

EVERY_MS = 1_000


class Collecting(QObject):
    """Looks once a second from `begin` on; Python's automatic look is off in the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)

    def begin(self) -> None:
        """Go on looking from now."""
        self._timer.start()
