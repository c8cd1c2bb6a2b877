"""Copies of the open file without anybody asking, in a lane of their own: nobody waits for them."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from models.errors import AppError
from models.records.kept_copies import CopyReason
from models.safekeeping.when import SinceCopy, copy_due
from models.store.keyring import Locked
from ui.desk import Desk
from ui.lane import Lane
from ui.notice import Notice, Tone, notice_of
from ui.safekeeping.memory import Carried, CopyMemory
from ui.safekeeping.watch import CopiesSeen, FileWatch, carry, note_carried, place_for, see_copies
from ui.work import Work

if TYPE_CHECKING:
    from models.records.kept_copies import SecondPlace
    from models.safekeeping.keeping import CopyKept
    from models.store.data_file import DataFile
    from models.store.kept import KeptCopy
    from ui.safekeeping.watch import Arrived

COPYING, CARRYING = "copying", "carrying"
"""What a problem with copies is about."""
START_MS = 3_000
TICK_MS = 60_000


class Safety(NamedTuple):
    """How safe the open file is: its copies, the newest first; the one that was proven last; why
    none can be made; the second place, what went there last, and whether it is there now."""

    copies: tuple[KeptCopy, ...] = ()
    newest: KeptCopy | None = None
    problem: AppError | None = None
    place: SecondPlace | None = None
    carried: Carried | None = None
    place_is_there: bool = False
    bound: int = 0


class Safekeeper(QObject):
    """Sees to it that there is a proven copy: at the start, each half hour of change, before what
    is risky, when somebody saves, and at the end. Not of a file that is `spared` (the practice
    commune), nor of one that is only looked at. `known` carries each new `Safety`.
    """

    known = Signal(object)
    _guarded = Signal(object, object)

    def __init__(
        self,
        desk: Desk,
        settings: QSettings,
        spared: Callable[[DataFile], bool],
    ) -> None:
        super().__init__(desk)
        self._desk, self._settings, self._spared = desk, settings, spared
        self.lane = Lane(self)
        self.safety = Safety()
        self._watch: FileWatch | None = None
        self._under_way = 0
        self._failed = False
        self._at = self._failed_at = time.monotonic()
        self._guarded.connect(self._heard)
        self._start = QTimer(self, singleShot=True, interval=START_MS)
        self._start.timeout.connect(self._first)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._look)
        desk.opened.connect(self._begin)
        desk.closed.connect(self._end)

    @property
    def watches(self) -> bool:
        """Whether copies are kept of the open file."""
        return self._watch is not None

    @property
    def is_behind(self) -> bool:
        """Whether something stands in no copy of this sitting yet."""
        return self._watch is not None and self._watch.is_behind

    @property
    def memory(self) -> CopyMemory | None:
        """What this machine remembers of the copies of the open file."""
        watch = self._watch
        return None if watch is None else CopyMemory(self._settings, watch.file.path)

    def keep(
        self,
        reason: CopyReason,
        done: Callable[[CopyKept], object] | None = None,
        failed: Callable[[AppError], object] | None = None,
        words: str = "",
    ) -> None:
        """Make a copy now, or prove the one that holds all this. A failure is told anyhow.

        With `words` the window shows it while it lasts.
        """
        watch = self._watch
        if watch is not None:
            made = partial(self._made, watch, done)
            refused = partial(self._refused, watch, failed)
            self._under_way += 1
            work = Work(
                lambda _task: watch.keep(reason), made, refused, self._ended, words, writes=True
            )
            task = self.lane.run(work)
            if words:
                self._desk.working.emit(task)

    def choose_place(self, folder: Path) -> None:
        """Let copies go to `folder` besides, and carry the newest one there at once."""
        watch = self._watch
        if watch is not None:
            path = watch.file.path
            chosen = partial(self._placed, watch)
            self.lane.run(Work(lambda _task: place_for(folder, path), chosen, self._say_problem))

    def keep_bound(self, size: int) -> None:
        """Another bound of bytes for all copies."""
        if self._watch is not None and self.memory is not None:
            self.memory.keep_bound(size)
            self._watch.bound = size
            self._read()

    def close(self, patience: float | None = None) -> bool:
        """Finish what is being copied; False when that takes longer than `patience` seconds."""
        self._start.stop()
        self._tick.stop()
        return self.lane.close(patience)

    def _begin(self) -> None:
        file = self._desk.file
        self._watch, self.safety, self._failed = None, Safety(), False
        if file is not None and file.only_read is None and not self._spared(file):
            bound = CopyMemory(self._settings, file.path).bound
            self._watch = FileWatch(file, bound)
            self._at = time.monotonic()
            file.guard = partial(self._watch.guard, partial(_tell, ref(self), ref(self._watch)))
            self._desk.before_close = partial(_leave, self._watch)
            self._start.start()
            self._tick.start()
            self._read()
        self.known.emit(self.safety)

    def _end(self) -> None:
        self._watch, self.safety = None, Safety()
        self._start.stop()
        self._tick.stop()
        self.known.emit(self.safety)

    def _first(self) -> None:
        """Once what stands behind the first page is there."""
        if self._desk.is_loading:
            self._start.start()
        else:
            self.keep(CopyReason.START)

    def _ended(self) -> None:
        self._under_way -= 1

    def _look(self) -> None:
        """Each minute: is a copy due, has the stick of the second place come?"""
        if self._under_way:
            return
        now, failed = time.monotonic(), self._failed
        since = SinceCopy(self.is_behind, now - self._at, failed, now - self._failed_at)
        if copy_due(since):
            self.keep(CopyReason.INTERVAL)
        else:
            self._carry()

    def _made(
        self, watch: FileWatch, done: Callable[[CopyKept], object] | None, kept: CopyKept
    ) -> None:
        if watch is self._watch:
            self._at, self._failed = time.monotonic(), False
            self._desk.settled.emit(COPYING)
            proven = self.safety.newest if kept.doubt else kept.copy
            self.safety = self.safety._replace(newest=proven, problem=kept.doubt)
            if kept.doubt is not None:
                self._desk.noticed.emit(notice_of(kept.doubt))
            self._read()
            self._carry()
        if done is not None:
            done(kept)

    def _refused(
        self, watch: FileWatch, failed: Callable[[AppError], object] | None, error: AppError
    ) -> None:
        # While the screen is locked nobody is there, and nothing can be changed.
        silent = isinstance(error, Locked)
        if watch is self._watch:
            self._failed_at, self._failed = time.monotonic(), True
            if not silent:
                self.safety = self.safety._replace(problem=error)
                self.known.emit(self.safety)
        if failed is not None:
            failed(error)
        elif not silent:
            self._say_problem(error)

    def _heard(self, watch: FileWatch, kept: CopyKept | AppError) -> None:
        """How the copy before something risky went."""
        if isinstance(kept, AppError):
            self._refused(watch, None, kept)
        else:
            self._made(watch, None, kept)

    def _say_problem(self, error: AppError) -> None:
        told = notice_of(error)._replace(command="backup", deed="Sao lưu lại", cause=COPYING)
        self._desk.noticed.emit(told)

    def _placed(self, watch: FileWatch, place: SecondPlace) -> None:
        if watch is self._watch and self.memory is not None:
            self.memory.keep_place(place)
            self._read()
            # There must be a copy that can be carried.
            self.keep(CopyReason.SECOND_PLACE)

    def _carry(self) -> None:
        watch, memory = self._watch, self.memory
        if watch is None or memory is None or (place := memory.place) is None:
            return
        before = memory.carried
        arrived = partial(self._arrived, watch, place)
        self._under_way += 1
        carried = Work(
            lambda _task: carry(watch, place, before), arrived, self._not_arrived, self._ended
        )
        self.lane.run(carried)

    def _arrived(self, watch: FileWatch, place: SecondPlace, arrived: Arrived | None) -> None:
        if watch is not self._watch or self.memory is None:
            return
        if arrived is not None:
            self.memory.keep_carried(arrived.carried)
            self._desk.used.emit("backups", arrived.path)
            self._desk.settled.emit(CARRYING)
            words = f"Đã sao lưu ra {place.words} và đọc lại đúng từng byte."
            self._desk.noticed.emit(Notice(words, tone=Tone.DONE))
            self._desk.ask(note_carried, None, None, arrived.carried.people, place.words)
        self._read()

    def _not_arrived(self, error: AppError) -> None:
        self._desk.noticed.emit(notice_of(error)._replace(cause=CARRYING))

    def _read(self) -> None:
        """Look at the copies that are there now."""
        watch, memory = self._watch, self.memory
        if watch is None or memory is None:
            return
        place = memory.place
        seen = partial(self._seen, watch)
        self.lane.run(Work(lambda _task: see_copies(watch.file.path, place), seen))

    def _seen(self, watch: FileWatch, seen: CopiesSeen) -> None:
        memory = self.memory
        if watch is not self._watch or memory is None:
            return
        newest = self.safety.newest
        if newest is None or newest.path not in {each.path for each in seen.copies}:
            newest = next((each for each in seen.copies if each.proven_at is not None), None)
        self.safety = self.safety._replace(
            copies=seen.copies, newest=newest, place=memory.place, carried=memory.carried,
            place_is_there=seen.folder is not None, bound=memory.bound,
        )  # fmt: skip
        self.known.emit(self.safety)


def keeper_of(desk: Desk) -> Safekeeper | None:
    """Who sees to copies of the file on `desk`, if somebody does."""
    found = desk.findChild(Safekeeper)
    return found if isinstance(found, Safekeeper) else None


def _tell(keeper: ref[Safekeeper], watch: ref[FileWatch], kept: CopyKept | AppError) -> None:
    """Called in the lane of the file; the window may be gone meanwhile."""
    owner, watched = keeper(), watch()
    if owner is not None and watched is not None:
        with suppress(RuntimeError):
            owner._guarded.emit(watched, kept)


def _leave(watch: FileWatch) -> None:
    """Before the file is closed, in its lane: whoever cannot be asked any more is not told."""
    with suppress(AppError):
        if watch.is_behind:
            watch.keep(CopyReason.EXIT)
