"""A long change that the window shows while it is being written, and that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from models.errors import AppError, Cancelled
from ui.lane import Lane, Task

if TYPE_CHECKING:
    from models.store.data_file import DataFile

Report = Callable[[int, int], None]
Call = Callable[["DataFile", Report], Any]


class Work(QObject):
    """One change in the lane; `words` say what is being done ("Đang đánh dấu").

    `progressed` carries (done, of). `ended` carries whether it was stopped: then nothing of it
    has been written. Work that is done before it hears of the wish to stop was not stopped, and
    its answer comes as always.
    """

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, words: str, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self._stopped = False
        self._task: Task

    def run(
        self,
        lane: Lane,
        file: DataFile,
        call: Call,
        done: Callable[[Any], Any] | None,
        failed: Callable[[AppError], Any] | None,
    ) -> None:
        """Let `call(file, report)` write; it reports (done, of) again and again."""

        def work(task: Task) -> Any:
            try:
                return call(file, task.report)
            except Cancelled:
                self._stopped = True
                raise

        self._task = lane.run(work, done, failed)
        self._task.progress.connect(self._tell_progress)
        self._task.finished.connect(self._end)

    def stop(self) -> None:
        """Ask the change to stop; it leaves nothing half-written."""
        self._task.cancel()

    def _tell_progress(self, done: int, of: int, _words: str) -> None:
        self.progressed.emit(done, of)

    def _end(self) -> None:
        self.ended.emit(self._stopped)
        self.deleteLater()
