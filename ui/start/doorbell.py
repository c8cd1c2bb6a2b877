"""Notices when a second start of the program asks this window to come forward."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from models.machine.handover import take_request


class Doorbell(QObject):
    """Watches the folder of the open file for notes. `rung` carries the files to read."""

    rung = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def watch(self, data: Path) -> None:
        """Answer for `data` from now on, and for a note that came while it was being opened."""
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._data = data
        self._watcher.addPath(str(data.parent))
        self._look()

    def _look(self) -> None:
        wanted = take_request(self._data) if self._data is not None else None
        if wanted is not None:
            self.rung.emit(list(wanted))
