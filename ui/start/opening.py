"""Opening and making data files: the work runs in the lane, the desk takes what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from models.errors import AppError
from models.machine.handover import hand_over
from ui.calls import office
from ui.desk import Desk
from ui.window.memory import remember_file, user_folder

if TYPE_CHECKING:
    from models.store.data_file import DataFile

PRACTICE_NAME = "ThucHanh.tiendo"


def practice_path() -> Path:
    """Where the practice commune lies."""
    return user_folder() / PRACTICE_NAME


class Opener(QObject):
    """Brings a data file onto the desk.

    `opened` tells that the desk has it; `failed` carries the `AppError` why it has not;
    `elsewhere` tells that another window has the file and has been asked to come forward.
    """

    opened = Signal()
    failed = Signal(object)
    elsewhere = Signal()

    def __init__(self, desk: Desk, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings

    def open(self, path: Path) -> None:
        """Open the data file at `path`; the one that is open already stays as it is."""
        file = self._desk.file
        if file is not None and file.path == path:
            self._desk.said.emit("Tệp này đang mở.")
            return
        clock = self._desk.clock
        if path == practice_path():
            self._bring(path, lambda: office.open_practice(path))
        else:
            self._bring(path, lambda: office.open_data(path, clock))

    def create(self, path: Path, commune: str, contest: str | None) -> None:
        """Make a data file for `commune` at `path` and open it."""
        clock = self._desk.clock
        self._bring(path, lambda: office.init_data(path, commune, contest, clock))

    def open_practice(self) -> None:
        """Open the practice commune, made when it is not there yet."""
        self.open(practice_path())

    def _bring(self, path: Path, work: Callable[[], DataFile]) -> None:
        self._desk.lane.run(
            lambda _task: work(), self._take, lambda error: self._refuse(path, error)
        )

    def _take(self, file: DataFile) -> None:
        self._desk.take(file)
        remember_file(self._settings, file.path)
        self.opened.emit()

    def _refuse(self, path: Path, error: AppError) -> None:
        if office.is_in_use(error) and hand_over(path):
            self.elsewhere.emit()
        else:
            self.failed.emit(error)
