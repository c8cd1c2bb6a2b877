"""The data file: made, opened, refused, looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock, now
from models.errors import AppError
from models.machine.locks import FileLock
from models.machine.long_paths import refuse_long_data_path
from models.machine.names import refuse_unusable_name
from models.machine.places import may_write, refuse_shared_place
from models.machine.private import keep_to_owner
from models.store.copies import CopyFound, is_kept_copy, is_put_in_place
from models.store.driver import Connect, KeptConnections, connect_to_look, connect_to_work
from models.store.faults import faults_explained, file_missing
from models.store.header import own_header
from models.store.holding import held_lock
from models.store.inspection import SoundFile, inspect_file
from models.store.log import mark_logged, set_all_aside, write_home
from models.store.prepared import PreparedReader, TextReader
from models.store.revision import HEAD
from models.store.stamping import adopt_copy, make_folder, stamp_file
from models.store.store import Store
from models.store.stumbling import naming_unreadable
from models.store.sweeping import is_unswept, sweep_file
from models.store.viewing import Viewed, only_a_copy, read_only_place

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

PARTS = ("", "-wal", "-shm", "-journal", ".lock")
"""The endings of what belongs to one data file."""


class DataFile(Store):
    """One open `*.tiendo` file. Made by `create`, `open_file` and `view_file`, not directly.

    `remarks` are sentences about what opening it found; `is_kept_copy` says whether nothing can
    be written because it is a copy to keep.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        lock: FileLock | None = None,
        *,
        connect: Connect | None = None,
        only_read: AppError | None = None,
    ) -> None:
        super().__init__(clock, only_read)
        self.path = path
        self.remarks: tuple[str, ...] = ()
        self.is_kept_copy = False
        self._connect = connect or partial(connect_to_work, path)
        self._kept = KeptConnections(self._connect)
        self._marked = False
        if lock is not None:
            self.on_close(lock.release)

    def _made_engine(self) -> Engine:
        from models.store.connection import engine_over

        return engine_over(self._connect)

    def explained(self) -> AbstractContextManager[None]:
        """Known faults surface as sentences that name the file."""
        return faults_explained(self.path)

    @contextmanager
    def reading_prepared(self) -> Iterator[PreparedReader]:
        """The texts go to the standard library's driver; SQLAlchemy is not imported for them."""
        with (
            naming_unreadable(lambda: self.engine),
            faults_explained(self.path),
            self._kept.reading() as connection,
        ):
            yield TextReader(connection)

    def _writer(self, connection: Connection) -> Connection:
        from models.store.connection import driver_connection

        if not self._marked:
            self._marked = mark_logged(driver_connection(connection))
        return super()._writer(connection)

    def write_home(self) -> None:
        """Bring all that was committed into the file itself, so that a plain copy of it is whole.

        Somebody who is reading just now puts that off; it is no loss, only a longer log.
        """
        if self._marked:
            self.settle()

    def settle(self) -> None:
        """The same for a log that was there when the file was opened."""
        if self.only_read is not None:
            return
        with suppress(sqlite3.Error), self._kept.taken() as connection:
            if write_home(connection):
                self._marked = False

    def sweep(self) -> bool:
        """Leave no byte of what was taken out of the file for good; False when that must wait.

        It is done again at the next opening then: somebody reads, or the disk is full.
        """
        if self.only_read is not None:
            return True
        with suppress(sqlite3.Error), self._kept.taken() as connection:
            if not is_unswept(connection):
                return True
            # Whatever becomes of it, the file must be looked at again before it is closed.
            self._marked = True
            self._marked = not sweep_file(connection)
            return not self._marked
        return False

    def close(self) -> None:
        """Close the file and give the lock back."""
        self.write_home()
        super().close()

    def _disconnect(self) -> None:
        self._kept.close()
        super()._disconnect()


def create(path: Path, clock: Clock = now) -> DataFile:
    """Make a new, empty data file at `path` and open it.

    Raises `AppError` when something lies there already, when the place is shared,
    or when nothing can be written there. A failure leaves nothing behind.
    """
    refuse_long_data_path(path)
    refuse_shared_place(path)
    if path.exists() or path.is_symlink():
        raise AppError(
            f"Đã có tệp {path}.", "Hãy mở tệp đó, hoặc chọn tên khác; tệp cũ không bị thay đổi."
        )
    from models.store.upgrade import migrate

    there = present_parts(path)
    make_folder(path.parent)
    data_file = DataFile(path, clock, held_lock(path))
    try:
        with faults_explained(path):
            set_all_aside(path, clock())
            stamp_file(path)
            migrate(data_file.engine)
            data_file.settle()
    except BaseException:
        discard_new(data_file, there)
        raise
    return data_file


def present_parts(path: Path) -> frozenset[Path]:
    """What lies already at the places of a data file at `path`."""
    parts = (path.with_name(path.name + suffix) for suffix in PARTS)
    return frozenset(each for each in parts if each.exists() or each.is_symlink())


def discard_new(data_file: DataFile, but: frozenset[Path] = frozenset()) -> None:
    """Close a file that has just been made and delete it, except what was there before."""
    data_file.close()
    for part in present_parts(data_file.path) - but:
        with suppress(OSError):
            part.unlink()


def open_file(path: Path, clock: Clock = now, *, without_log: bool = False) -> DataFile:
    """Open the data file at `path`, upgrading it when it is of an older version.

    Raises `AppError` for a missing, foreign, damaged, newer, shared or busy file, as
    `CopyFound` for a kept copy and as `LogMissing` for one whose log is missing, unless
    `without_log` takes it as it is; the file is then as it was. One that the system does not let
    be changed is opened for reading only.
    """
    refuse_long_data_path(path)
    refuse_shared_place(path)
    if not path.is_file():
        raise file_missing(path)
    header = own_header(path)
    if is_kept_copy(path, header):
        raise CopyFound(path)
    if not may_write(path):
        return view_file(path, clock, read_only_place(path))
    lock = held_lock(path)
    try:
        found = inspect_file(path, clock, without_log=without_log)
        data_file = _taken_up(path, clock, lock, found, put_back=is_put_in_place(path, header))
    except BaseException:
        lock.release()
        raise
    return data_file


def view_file(path: Path, clock: Clock = now, why: AppError | None = None) -> DataFile:
    """Open the data file or kept copy at `path` for reading only; nothing beside it is made.

    `why` is what whoever wants to write is told; by default that it is a kept copy.
    """
    refuse_unusable_name(path)
    if not path.is_file():
        raise file_missing(path)
    viewed = Viewed(path)
    connect = partial(connect_to_look, viewed.place)
    data_file = DataFile(path, clock, connect=connect, only_read=why or only_a_copy(path))
    data_file.remarks = viewed.remarks
    data_file.is_kept_copy = why is None
    data_file.on_close(viewed.tidy)
    return data_file


def _taken_up(
    path: Path, clock: Clock, lock: FileLock, found: SoundFile, *, put_back: bool
) -> DataFile:
    """The file that was found, upgraded and whole."""
    if put_back:
        with faults_explained(path):
            adopt_copy(path)
    for part in present_parts(path):
        keep_to_owner(part)
    data_file = DataFile(path, clock, lock)
    remarks = [str(found.aside)] if found.aside else []
    if put_back:
        remarks.append(f"Tệp {path.name} là một bản sao lưu được chép vào chỗ tệp dữ liệu.")
    data_file.remarks = tuple(remarks)
    try:
        if found.revision != HEAD:
            from models.store.upgrade import upgrade_file

            with faults_explained(path):
                upgrade_file(data_file.engine, path, found.revision)
        if found.header.needs_log or found.revision != HEAD:
            data_file.settle()
        data_file.sweep()
    except BaseException:
        data_file._disconnect()
        raise
    return data_file
