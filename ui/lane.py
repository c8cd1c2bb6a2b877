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

from models.errors import AppError, Cancelled, birthplace
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

    On `hold` what is asked, and what is answered, waits for `release`; only work that goes past
    the hold is done meanwhile.

    Work never touches a widget. `failed` carries `AppError`s that nobody else took,
    `broke` carries bugs. `settled` carries the cause of an error once the same work succeeds.
    """

    failed = Signal(object)
    broke = Signal(object)
    settled = Signal(str)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lane")
        self._last: Future[None] | None = None
        self._jobs: dict[int, tuple[Task, Work[Any]]] = {}
        self._held = False
        self._waiting: list[int] = []
        self._answers: list[tuple[int, _End, Any]] = []
        self._passing: set[int] = set()
        self._refused: set[str] = set()
        self._numbers = count()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Work[Any], file: DataFile | None = None, *, past_hold: bool = False
    ) -> Task:
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
        if past_hold:
            self._passing.add(number)
        if self._held and not past_hold:
            self._waiting.append(number)
        else:
            self._pool.submit(self._work, number)
        return task

    @property
    def is_held(self) -> bool:
        """Whether somebody has the file for themselves just now."""
        return self._held

    def hold(self) -> None:
        """Begin nothing more, and hand no answer over, until `release`; what is under way ends."""
        self._held = True

    def release(self) -> None:
        """Hand over what was answered meanwhile, and begin what was asked."""
        self._held = False
        answers, self._answers = self._answers, []
        waiting, self._waiting = self._waiting, []
        for number in waiting:
            self._pool.submit(self._work, number)
        for answer in answers:
            self._deliver(answer)

    def drop_held(self) -> None:
        """Nobody wants any more what waits for `release`: it ends as if it had been stopped."""
        self._held = False
        dropped = [*self._waiting, *(answer[0] for answer in self._answers)]
        self._waiting, self._answers = [], []
        for number in dropped:
            self._deliver((number, _End.CANCELLED, None))

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
            error.born = error.born or birthplace(error)
            error.cause = error.cause or work.cause
            # Its traceback would hold this frame, and with it whoever asked.
            return _End.FAILED, error.with_traceback(None)
        except Exception as error:
            log.exception("work in the lane broke")
            return _End.BROKE, error

    def _deliver(self, answer: tuple[int, _End, Any]) -> None:
        number, end, value = answer
        if self._held and number not in self._passing:
            self._answers.append(answer)
            return
        self._passing.discard(number)
        task, work = self._jobs.pop(number)
        task.stopped = end is _End.CANCELLED
        self._note_cause(work.cause, end)
        takers = {_End.DONE: work.done, _End.FAILED: work.failed or self.failed.emit}
        take = self.broke.emit if end is _End.BROKE else takers.get(end)
        try:
            if take is not None:
                _hand_over(take, value)
        finally:
            if work.ended is not None:
                _hand_over(work.ended)
            task.finished.emit()

    def _note_cause(self, cause: str, end: _End) -> None:
        """Work that was refused before succeeds now: nothing is the matter any more."""
        if cause and end is _End.FAILED:
            self._refused.add(cause)
        elif end is _End.DONE and cause in self._refused:
            self._refused.discard(cause)
            self.settled.emit(cause)

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
