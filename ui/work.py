"""What is asked of the lane: one value, made by whoever asks, carried out by the desk as a task."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from models.errors import AppError, Cancelled

if TYPE_CHECKING:
    from models.store.data_file import DataFile

Answer = TypeVar("Answer")


class Task(QObject):
    """One `Work` while it is in the lane. `progress` is emitted as (done, of, words).

    It knows nothing of whoever asked: a screen may keep it.
    """

    progress = Signal(int, int, str)
    finished = Signal()

    def __init__(self, words: str, *, writes: bool, file: DataFile | None) -> None:
        super().__init__()
        self.words, self.writes = words, writes
        self.stopped = False
        self._file = file
        self._stop = threading.Event()

    @property
    def has_file(self) -> bool:
        """Whether a file was open when it was asked."""
        return self._file is not None

    @property
    def file(self) -> DataFile:
        """The file that was open; work that needs one stops without."""
        if self._file is None:
            raise Cancelled
        return self._file

    def cancel(self) -> None:
        """Ask the work to stop; it leaves nothing half-done."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop; `stopped` tells that it did."""
        return self._stop.is_set()

    def report(self, done: int, of: int, words: str = "") -> None:
        """Called by the work itself: say how far it is; raises `Cancelled` when it must stop."""
        if self.cancelled:
            raise Cancelled
        self.progress.emit(done, of, words)

    def counting(self, of: int) -> Callable[[int], None]:
        """`report` for work that only counts what is done, and may count some of it twice."""
        return lambda done: self.report(min(done, of), of)


@dataclass(frozen=True, slots=True)
class Work(Generic[Answer]):
    """`call(task)` runs in the lane; all else runs in the thread of the window.

    `done(answer)` takes what comes of it, `failed(error)` why nothing does; without it the
    window says so. `ended()` follows in any end: after an answer, a refusal, a stop or a bug.
    `words` say what is being done ("Đang đánh dấu"): work that has some is shown while it lasts
    and can be stopped. Work that `writes` may be done before it hears of the wish to stop;
    whoever stops it waits for its end. `cause` names what an error of it is about: the message
    goes once work of the same cause succeeds.
    """

    call: Callable[[Task], Answer]
    done: Callable[[Answer], Any] | None = None
    failed: Callable[[AppError], Any] | None = None
    ended: Callable[[], Any] | None = None
    words: str = ""
    writes: bool = False
    cause: str = ""


def cause_of(call: Callable[..., Any]) -> str:
    """The name by which work is known again when it is tried once more."""
    while isinstance(call, partial):
        call = call.func
    return f"{call.__module__}.{getattr(call, '__qualname__', type(call).__qualname__)}"
