"""What is odd about a file beside its copies is said once the window has all it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.store.data_file import DataFile


class Oddities(QObject):
    """Asks in the lane, after each opening."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: DataFile | None = None
        desk.loaded.connect(self._go_on)

    def begin(self, file: DataFile) -> None:
        """See whether `file` is the one that its copies were made of last."""
        self._waiting = file
        if not self._desk.is_loading:
            self._go_on()

    def _go_on(self) -> None:
        file, self._waiting = self._waiting, None
        if file is not None and file is self._desk.file:
            self._desk.run(Work(_found, self._say))

    def _say(self, doubts: tuple[str, ...]) -> None:
        if doubts:
            self._desk.noticed.emit(Notice(" ".join(doubts), tone=Tone.PROBLEM))


def _found(task: Task) -> tuple[str, ...]:
    from models.safekeeping.doubts import doubts_of

    return doubts_of(task.file)
