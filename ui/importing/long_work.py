"""Long work of a screen: how far it is is shown, it can be stopped, and nobody waits for ever."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from models.errors import AppError
from ui.importing.waiting import Waiting
from ui.lane import Lane, Task

STOPPED = "Đã dừng. Chưa có gì được ghi vào danh sách."


class LongWork(QObject):
    """Runs one piece of work after another in the lane, behind the page `waiting`.

    `failed` carries the words for work that was refused. `ended` carries `STOPPED` for work
    that was stopped, "" for all other work that has come to its end.
    """

    failed = Signal(str)
    ended = Signal(str)

    def __init__(self, lane: Lane, waiting: Waiting, parent: QObject) -> None:
        super().__init__(parent)
        self._lane, self._waiting = lane, waiting
        self._task: Task | None = None
        self._writes = False

    def run(
        self, work: Callable[[Task], Any], done: Callable[[Any], Any], words: str, *, writes: bool
    ) -> None:
        """Do `work`, then `done(answer)`. Work that `writes` may be done before it is stopped."""
        self._writes = writes
        self._waiting.begin(words)
        self._task = self._lane.run(work, done, self._refused)
        self._task.progress.connect(self._waiting.show_progress)
        self._task.finished.connect(partial(self._finished, self._task))

    def stop(self) -> bool:
        """Ask the work to stop; whether its end must be waited for, as it may be done already."""
        if self._task is not None:
            self._task.cancel()
        if self._writes:
            self._waiting.begin("Đang dừng")
        return self._writes

    def _refused(self, error: AppError) -> None:
        self.failed.emit(str(error))

    def _finished(self, task: Task) -> None:
        # A screen that was closed meanwhile is gone; its last work ends unheard.
        if isValid(self) and task is self._task:
            self.ended.emit(STOPPED if task.cancelled else "")
