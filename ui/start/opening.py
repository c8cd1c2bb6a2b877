"""Opening and making data files: the work runs in the lane, the desk takes what comes of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from models.clock import Clock
from models.errors import AppError, Cancelled
from models.machine.handover import hand_over
from models.machine.names import shown_name
from models.machine.places import practice_data_file
from models.store.copies import CopyFound
from models.store.data_file import DataFile, open_file, view_file
from models.store.holding import FileInUse
from models.store.keyring import Locked
from ui.desk import Desk
from ui.window.memory import remember_file
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.safekeeping.bringing_back import BroughtIn

Answer = TypeVar("Answer")
ShownBy = Callable[[Task], Any]
log = logging.getLogger(__name__)


def practice_path() -> Path:
    """Where the practice commune lies."""
    return practice_data_file()


class BroughtBack(NamedTuple):
    """The working file after the copy at `copy` was put in its place and what that did, or the
    file as it was before with the `problem` that kept it so."""

    copy: Path
    target: Path
    file: DataFile | None
    done: BroughtIn | None = None
    problem: AppError | None = None


class Opener(QObject):
    """Brings a data file onto the desk.

    `opened` tells that the desk has it; `failed` carries the `AppError` why it has not;
    `elsewhere` tells that another window has the file and has been asked to come forward;
    `locked` carries the path of an encrypted file, and what tries again once its key is known;
    `copy_found` carries the path of a kept copy, which is not opened unless somebody says how;
    `left` tells that nobody did. `brought_back` carries what a restore did.
    `tried` is the file that could not be opened last, `asked` the last kept copy.
    """

    opened = Signal()
    failed = Signal(object)
    elsewhere = Signal()
    locked = Signal(object, object)
    copy_found = Signal(object)
    brought_back = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self.tried: Path | None = None
        self.asked: Path | None = None

    def open(self, path: Path) -> None:
        """Open the data file at `path`; the one that is open already stays as it is."""
        file = self._desk.file
        if file is not None and file.path == path:
            self._desk.said.emit("Tệp này đang mở.")
            return
        clock = self._desk.clock
        if path == practice_path():
            self.open_practice()
        else:
            self._bring(path, lambda _task: open_file(path, clock))

    def open_as_it_is(self, path: Path) -> None:
        """Open a file whose log is missing, without its newest changes."""
        clock = self._desk.clock
        self._bring(path, lambda _task: open_file(path, clock, without_log=True))

    def view(self, path: Path) -> None:
        """Open a kept copy for reading only."""
        clock = self._desk.clock
        self._bring(path, lambda _task: view_file(path, clock))

    def restore(self, copy: Path, target: Path) -> None:
        """Put a kept copy in the place of the working file and open that."""
        present, clock = self._desk.file, self._desk.clock
        self._desk.run(
            Work(
                lambda _: _guarded(target, lambda: put_back_copy(copy, target, present, clock)),
                partial(self._come_back, partial(self.restore, copy, target)),
                self.failed.emit,
                words="Đang khôi phục",
                writes=True,
            )
        )

    def _come_back(self, again: Callable[[], None], done: BroughtBack) -> None:
        if done.file is not None:
            self._take(done.file)
        if isinstance(done.problem, Locked):
            self.locked.emit(done.problem.path, again)
        else:
            self.brought_back.emit(done)

    def create(
        self, path: Path, commune: str, contest: str | None, shown_by: ShownBy | None = None
    ) -> None:
        """Make a data file for `commune` at `path` and open it; `shown_by` shows how far it is."""
        clock = self._desk.clock
        make = partial(_made, path, commune, contest, clock)
        self._bring(path, make, "Đang tạo tệp dữ liệu", shown_by)

    def open_practice(self, shown_by: ShownBy | None = None) -> None:
        """Open the practice commune, made when it is not there yet."""
        path = practice_path()
        if self._desk.is_practice:
            self._desk.said.emit("Tệp này đang mở.")
        else:
            self._bring(path, partial(_practice, path), "Đang chuẩn bị số liệu mẫu", shown_by)

    def _bring(
        self,
        path: Path,
        work: Callable[[Task], DataFile],
        words: str = "",
        shown_by: ShownBy | None = None,
    ) -> None:
        refused = partial(self._refuse, path, work)
        call = partial(_guarded_task, path, work)
        self._desk.run(Work(call, self._take, refused, words=words, writes=True), shown_by)

    def take_back(self, file: DataFile) -> None:
        """The file that was open has been written anew, and is open again."""
        self._take(file)

    def lose(self, path: Path, error: AppError) -> None:
        """The file that was open cannot be opened again."""
        self._desk.close()
        self.tried = path
        self.failed.emit(error)

    def _take(self, file: DataFile) -> None:
        self._desk.take(file)
        if file.only_read is None:
            remember_file(self._settings, file.path)
        self.opened.emit()

    def _refuse(self, path: Path, work: Callable[[Task], DataFile], error: AppError) -> None:
        if isinstance(error, FileInUse | Locked) and hand_over(path):
            self.elsewhere.emit()
        elif isinstance(error, Locked):
            self.tried = path
            self.locked.emit(error.path, partial(self._bring, path, work))
        elif isinstance(error, CopyFound):
            self.asked = path
            self.copy_found.emit(path)
        else:
            self.tried = path
            self.failed.emit(error)


def put_back_copy(copy: Path, target: Path, present: DataFile | None, clock: Clock) -> BroughtBack:
    """Put `copy` in the place of `target`, which `present` has open, and open it again."""
    from models.safekeeping.bringing_back import restore_copy

    is_open = present is not None and present.path == target
    if present is not None and is_open:
        present.close()
    try:
        done = restore_copy(copy, target, clock)
        return BroughtBack(copy, target, open_file(target, clock), done)
    except AppError as error:
        file = open_file(target, clock) if is_open else None
        return BroughtBack(copy, target, file, problem=error)


def _practice(path: Path, task: Task) -> DataFile:
    """The practice commune at `path`, made anew when it is not there."""
    from models.office.practice import make_practice, practice_clock

    if path.is_file():
        return open_file(path, practice_clock)
    return make_practice(path, step=task.report)


def _made(path: Path, commune: str, contest: str | None, clock: Clock, task: Task) -> DataFile:
    from models.office.setup import init_file

    return init_file(path, commune, contest, clock, step=task.report)


def _guarded_task(path: Path, work: Callable[[Task], DataFile], task: Task) -> DataFile:
    return _guarded(path, partial(work, task))


def _guarded(path: Path, work: Callable[[], Answer]) -> Answer:
    """What `work` brings. A bug in it must not leave the window without a file and a word."""
    try:
        return work()
    except (AppError, Cancelled):
        raise
    except Exception as error:
        log.exception("a file could not be opened")
        raise AppError(
            f"Chưa mở được tệp {shown_name(path.name)} vì chương trình gặp lỗi ngoài dự kiến.",
            "Hãy thử mở lại; nếu vẫn lỗi, hãy gửi tệp nhật ký lỗi (Trợ giúp) cho người hỗ trợ.",
        ) from error
