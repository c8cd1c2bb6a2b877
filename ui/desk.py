"""What every screen works at: the open file, the lane to it, and word of what changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import ref

from PySide6.QtCore import QObject, QTimer, Signal

from models.clock import Clock, now
from models.errors import AppError
from ui.lane import Lane, Task
from ui.work import Call, Work

if TYPE_CHECKING:
    from models.store.data_file import DataFile

P = ParamSpec("P")
Answer = TypeVar("Answer")
IDLE_MS = 3_000


class Desk(QObject):
    """The open data file as the screens see it.

    `changed` carries the touched topics (names of tables) as a frozenset; `opened`
    and `closed` tell when a file comes and goes; `said` carries a sentence for the
    message bar, `noticed` a whole `ui.notice.Notice` (with a file that was written);
    `working` carries each `Work` that may take long, so that it can be shown and stopped.
    """

    changed = Signal(object)
    opened = Signal()
    closed = Signal()
    said = Signal(str)
    noticed = Signal(object)
    working = Signal(object)

    def __init__(self, lane: Lane, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.clock = clock
        self._file: DataFile | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._write_home)
        self.changed.connect(self._idle.start)

    @property
    def file(self) -> DataFile | None:
        """The open file; None before one is opened. Only the lane may work with it."""
        return self._file

    def now(self) -> datetime:
        """The present moment; the practice commune stands still on a day of its own."""
        return self._file.clock() if self._file is not None else self.clock()

    def today(self) -> date:
        """The present day."""
        return self.now().date()

    def take(self, file: DataFile) -> None:
        """Work with `file` from now on; the one before is closed in the lane."""
        before, self._file = self._file, file
        if before is not None:
            self.lane.run(lambda _task: before.close())
        file.on_change(partial(_announce, ref(self), ref(file)))
        self.opened.emit()

    def ask(
        self,
        call: Callable[Concatenate[DataFile, P], Answer],
        done: Callable[[Answer], Any] | None = None,
        failed: Callable[[AppError], Any] | None = None,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Task | None:
        """Run `call(file, …)` in the lane and `done(answer)` here; None when no file is open."""
        file = self._file
        if file is None:
            return None
        return self.lane.run(lambda _task: _told(call, file, *args, **kwargs), done, failed)

    def read_rows(
        self,
        call: Callable[Concatenate[DataFile, P], Answer],
        take: Callable[[Answer], Any],
        lost: Callable[[], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Like `ask`, for rows of a table; `lost()` follows in any end, also without an answer."""
        task = self.ask(call, take, None, *args, **kwargs)
        if task is None:
            lost()
        else:
            task.finished.connect(lost)

    def work(
        self,
        words: str,
        call: Call,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[AppError], Any] | None = None,
    ) -> None:
        """Let `call(file, report)` write one long change in the lane, then `done(answer)` here."""
        if self._file is not None:
            work = Work(words, self)
            work.run(self.lane, self._file, partial(_told, call), done, failed)
            self.working.emit(work)

    def _write_home(self) -> None:
        """While nobody changes anything: a copy made in the file manager is whole then."""
        self.ask(lambda file: file.write_home())

    def close(self) -> None:
        """Close the file after everything that waits."""
        before, self._file = self._file, None
        if before is not None:
            self.lane.run(lambda _task: before.close())
            self.closed.emit()


def _told(call: Callable[..., Answer], file: DataFile, *args: Any, **kwargs: Any) -> Answer:
    """The answer of `call(file, …)`; what goes wrong says whether something had been written."""
    from models.store.data_file import broken_told

    with broken_told(file):
        return call(file, *args, **kwargs)


def _announce(desk: ref[Desk], file: ref[DataFile], topics: frozenset[str]) -> None:
    """Called in the lane; what a file says that is open no more concerns nobody."""
    owner = desk()
    if owner is not None and owner.file is file():
        owner.changed.emit(topics)
