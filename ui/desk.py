"""What every screen works at: the open file, the lane to it, and word of what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import ref

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from models.clock import Clock, now
from models.errors import AppError
from models.machine.places import practice_data_file
from ui.lane import Lane
from ui.reference import Reference
from ui.work import Task, Work, cause_of

if TYPE_CHECKING:
    from models.store.data_file import DataFile
    from models.store.keyring import FileKey

P = ParamSpec("P")
Answer = TypeVar("Answer")
IDLE_MS = 3_000


class Desk(QObject):
    """The open data file as the screens see it.

    `changed` carries the touched topics (names of tables) as a frozenset; `opened`
    and `closed` tell when a file comes and goes; `said` carries a sentence for the
    message bar, `noticed` a whole `ui.notice.Notice` (with a file that was written), `settled` the
    cause of a problem that is none any more, `used` how a file was met (`ui.start.recent.Met`) and
    its path;
    `working` carries the `Task` of work that may take long, so that it can be shown and stopped;
    `began` that of all such work, also where a screen shows it in a place of its own.
    `reference` holds what every screen names things by. While `is_loading`, what stands behind the
    first page is still being loaded: what needs all of it and can wait does so until `loaded`, as
    the lane would be of no use to whoever types. `before_close` is called in the lane before
    the open file is closed, once. While `is_locked` the encrypted file is locked up, and all that
    is asked of the lane waits for `unlocked`.
    """

    changed = Signal(object)
    opened = Signal()
    closed = Signal()
    said = Signal(str)
    noticed = Signal(object)
    settled = Signal(str)
    used = Signal(str, object)
    working = Signal(object)
    began = Signal(object)
    loaded = Signal()
    unlocked = Signal()

    def __init__(self, lane: Lane, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        lane.settled.connect(self.settled)
        self.clock = clock
        self._file: DataFile | None = None
        self.before_close: Callable[[], None] | None = None
        self.is_loading = False
        self.is_locked = False
        self.reference = Reference(self.run, self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._write_home)
        self.changed.connect(self._idle.start)
        self.changed.connect(self.reference.outdate)

    @property
    def file(self) -> DataFile | None:
        """The open file; None before one is opened. Only the lane may work with it."""
        return self._file

    @property
    def is_practice(self) -> bool:
        """Whether the open file is the practice commune, whose people are made up."""
        return self._file is not None and self._file.path == practice_data_file()

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
            self._close_in_lane(before)
        file.on_change(partial(_announce, ref(self), ref(file)))
        self.reference.begin()
        self.opened.emit()

    def run(self, work: Work[Any], shown_by: Callable[[Task], Any] | None = None) -> Task:
        """Carry out `work` in the lane with the open file; what needs one stops without.

        Work that has words is shown by the line of the window, or by `shown_by` where a screen
        has a place of its own for it.
        """
        cause = work.cause or cause_of(work.call)
        told = replace(work, call=partial(_told, work.call), cause=cause)
        task = self.lane.run(told, self._file)
        if work.words:
            self.began.emit(task)
            (shown_by or self.working.emit)(task)
        return task

    def ask(
        self,
        call: Callable[Concatenate[DataFile, P], Answer],
        done: Callable[[Answer], Any] | None = None,
        failed: Callable[[AppError], Any] | None = None,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Task:
        """The commonest work: `call(file, …)`, then `done(answer)`."""
        wanted: Work[Answer] = Work(
            lambda task: call(task.file, *args, **kwargs), done, failed, cause=cause_of(call)
        )
        return self.run(wanted)

    def lock_up(self) -> None:
        """Lock the encrypted file up as soon as what is under way has ended.

        What stands in no copy yet is copied before. Until `open_up` nothing else is begun in the
        lane but what goes past the hold.
        """
        file, leave = self._file, self.before_close
        assert file is not None
        self.is_locked = True
        self.lane.hold()
        self.lane.run(Work(lambda _task: _lock_up(file, leave)), past_hold=True)

    def open_up(self, key: FileKey) -> None:
        """Go on with the file that was locked up."""
        file = self._file
        assert file is not None
        file.open_up(key)
        self.is_locked = False
        self.lane.release()
        self.unlocked.emit()

    def when_unlocked(self, call: Callable[[], Any]) -> None:
        """Call it now, or as soon as the screen is not locked any more."""
        if self.is_locked:
            self.unlocked.connect(call, Qt.ConnectionType.SingleShotConnection)
        else:
            call()

    def _write_home(self) -> None:
        """While nobody changes anything: a copy made in the file manager is whole then."""
        self.ask(_settle)

    def close(self) -> None:
        """Close the file after everything that waits."""
        before, self._file = self._file, None
        self.is_locked = False
        self.lane.drop_held()
        if before is not None:
            self._close_in_lane(before)
            self.closed.emit()

    def _close_in_lane(self, file: DataFile) -> None:
        leave, self.before_close = self.before_close, None

        def close() -> None:
            try:
                if leave is not None:
                    leave()
            finally:
                file.close()

        self.lane.run(Work(lambda _task: close()))


def _told(call: Callable[[Task], Answer], task: Task) -> Answer:
    """The answer of `call`; what goes wrong says whether something had been written."""
    if not task.has_file:
        return call(task)
    from models.checking.stumbles import broken_told

    with broken_told(task.file):
        return call(task)


def _lock_up(file: DataFile, leave: Callable[[], None] | None) -> None:
    """Nothing of the file is left in memory by which it could be read."""
    from models.store.kept import copies_paused
    from models.store.keyring import forget_keys

    with copies_paused():
        try:
            if leave is not None:
                leave()
        finally:
            file.lock_up()
            forget_keys()


def _settle(file: DataFile) -> None:
    """Let nothing lie about that is not needed any more or was purged, nor stand in the log
    alone."""
    from models.journal.contents import drop_unneeded_contents

    drop_unneeded_contents(file)
    file.sweep()
    file.write_home()


def _announce(desk: ref[Desk], file: ref[DataFile], topics: frozenset[str]) -> None:
    """Called in the lane; what a file says that is open no more concerns nobody."""
    owner = desk()
    if owner is not None and owner.file is file():
        owner.changed.emit(topics)
