"""The one background lane: work on the data file runs here in order; answers come back."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum, auto
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from models.errors import AppError, Cancelled
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.store.data_file import DataFile

log = logging.getLogger(__name__)

SWITCH_SECONDS = 0.0001
"""How soon busy work gives way to the window. A table asks the model for each cell it draws,
and each time waits for its turn: with Python's own 5 ms it stood still for half a second."""


class _End(Enum):
    """How a piece of work ended."""

    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()
    BROKE = auto()


class Lane(QObject):
    """Runs work one after another in one thread and hands the answers to the window's thread.

    Work never touches a widget. `failed` carries `AppError`s that nobody else took,
    `broke` carries bugs.
    """

    failed = Signal(object)
    broke = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._last: Future[None] | None = None
        self._jobs: dict[int, tuple[Task, Work[Any]]] = {}
        self._numbers = count()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work[Any], file: DataFile | None = None) -> Task:
        """Carry out `work` in the lane, with the open `file`.

        Once the lane is closed nobody is there to take an answer: a timer that fires late
        gets back a task that has been stopped already.
        """
        task = Task(work.words, writes=work.writes, file=file)
        if self._last is not None:
            task.stopped = True
            task.cancel()
            return task
        number = next(self._numbers)
        self._jobs[number] = task, work
        self._pool.submit(self._work, number)
        return task

    def _work(self, number: int) -> None:
        """Hand over a number alone: whoever drops the last reference to a widget destroys it,
        and that must be the window's thread."""
        self._answered.emit((number, *self._outcome(number)))

    def _outcome(self, number: int) -> tuple[_End, Any]:
        task, work = self._jobs[number]
        try:
            return _End.DONE, work.call(task)
        except Cancelled:
            return _End.CANCELLED, None
        except AppError as error:
            # Its traceback would hold this frame, and with it whoever asked.
            return _End.FAILED, error.with_traceback(None)
        except Exception as error:
            log.exception("work in the lane broke")
            return _End.BROKE, error

    def _deliver(self, answer: tuple[int, _End, Any]) -> None:
        number, end, value = answer
        task, work = self._jobs.pop(number)
        task.stopped = end is _End.CANCELLED
        takers = {_End.DONE: work.done, _End.FAILED: work.failed or self.failed.emit}
        take = self.broke.emit if end is _End.BROKE else takers.get(end)
        try:
            if take is not None:
                _hand_over(take, value)
        finally:
            if work.ended is not None:
                _hand_over(work.ended)
            task.finished.emit()

    def close(self, patience: float | None = None) -> bool:
        """Finish what is waiting and stop the thread; False when that takes longer than
        `patience` seconds. Without a patience it takes as long as it takes; closed twice is
        closed."""
        if self._last is None:
            self._last = self._pool.submit(lambda: None)
        self._pool.shutdown(wait=patience is None)
        try:
            self._last.result(timeout=patience)
        except TimeoutError:
            return False
        return True


def _hand_over(take: Callable[..., Any], *answer: object) -> None:
    """Call `take(answer)`, unless it is a method of a widget that has been closed meanwhile."""
    asked = take.func if isinstance(take, partial) else take
    owner = getattr(asked, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        take(*answer)
