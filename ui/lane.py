"""The one background lane: work on the data file runs here in order; answers come back."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from models.errors import AppError, Cancelled

log = logging.getLogger(__name__)

SWITCH_SECONDS = 0.001
"""How soon busy work gives way to the window. A table asks the model for each cell it draws,
and each time waits for its turn: with Python's own 5 ms it stood still for half a second."""
Answer = TypeVar("Answer")


class Task(QObject):
    """One piece of work in the lane. `progress` is emitted as (done, of, words)."""

    progress = Signal(int, int, str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing half-done."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()

    def report(self, done: int, of: int, words: str = "") -> None:
        """Called by the work itself: say how far it is; raises `Cancelled` when it must stop."""
        if self.cancelled:
            raise Cancelled
        self.progress.emit(done, of, words)


class _End(Enum):
    """How a piece of work ended."""

    DONE = auto()
    CANCELLED = auto()
    FAILED = auto()
    BROKE = auto()


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work and who waits for it."""

    task: Task
    work: Callable[[Task], Any]
    done: Callable[[Any], Any] | None
    failed: Callable[[AppError], Any] | None


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
        self._jobs: dict[int, _Job] = {}
        self._numbers = count()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Task], Answer],
        done: Callable[[Answer], Any] | None = None,
        failed: Callable[[AppError], Any] | None = None,
    ) -> Task:
        """Run `work(task)` in the lane, then `done(answer)` or `failed(error)` in this thread.

        Once the lane is closed nobody is there to take an answer: a timer that fires late
        gets back a task that has been stopped already.
        """
        number, task = next(self._numbers), Task()
        if self._last is not None:
            task.cancel()
            return task
        self._jobs[number] = _Job(task, work, done, failed)
        self._pool.submit(self._work, number)
        return task

    def _work(self, number: int) -> None:
        """Hand over a number alone: whoever drops the last reference to a widget destroys it,
        and that must be the window's thread."""
        self._answered.emit((number, *self._outcome(number)))

    def _outcome(self, number: int) -> tuple[_End, Any]:
        job = self._jobs[number]
        try:
            return _End.DONE, job.work(job.task)
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
        job = self._jobs.pop(number)
        takers = {_End.DONE: job.done, _End.FAILED: job.failed or self.failed.emit}
        take = self.broke.emit if end is _End.BROKE else takers.get(end)
        try:
            if take is not None:
                _hand_over(take, value)
        finally:
            job.task.finished.emit()

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


def _hand_over(take: Callable[[Any], Any], answer: object) -> None:
    """Call `take(answer)`, unless it is a method of a widget that has been closed meanwhile."""
    asked = take.func if isinstance(take, partial) else take
    owner = getattr(asked, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        take(answer)
