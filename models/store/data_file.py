"""The open data file: made, opened, refused, read from, and told about changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from models.clock import Clock, now
from models.errors import AppError
from models.machine.account import account_name
from models.machine.locks import FileLock, lock_path, other_account
from models.machine.long_paths import refuse_long_data_path
from models.machine.places import refuse_shared_place, unwritable
from models.store.connection import APPLICATION_ID, WRITES, make_engine
from models.store.faults import damaged, explain, explained, missing, not_ours
from models.store.upgrade import HEAD, migrate, upgrade_file

Topics = frozenset[str]
Listener = Callable[[Topics], None]

CHECKED_UP_TO = 200 * 2**20
"""Bytes of the largest file whose pages are all looked at before it is opened."""


class DataFile:
    """One open `*.tiendo` file. Made by `create` and `open_file`, not directly.

    Topics are names of tables; listeners run in the thread that committed.
    """

    def __init__(self, path: Path, lock: FileLock, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.who = account_name()
        self.engine = make_engine(path)
        self._lock = lock
        self._listeners: list[Listener] = []

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state of the file."""
        with explained(self.path), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection inside one write transaction. Only `models.journal` may use it."""
        with explained(self.path), self.engine.connect() as connection:
            writer = connection.execution_options(**{WRITES: True})
            with writer.begin():
                yield writer

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the touched topics after each committed change."""
        self._listeners.append(listener)

    def announce(self, topics: Topics) -> None:
        """Tell the listeners that a change was committed."""
        for listener in self._listeners:
            listener(topics)

    def close(self) -> None:
        """Close the file and give the lock back."""
        self.engine.dispose()
        self._lock.release()

    def __enter__(self) -> DataFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(path: Path, clock: Clock = now) -> DataFile:
    """Make a new, empty data file at `path` and open it.

    Raises `AppError` when something lies there already, when the place is shared,
    or when nothing can be written there. A failure leaves nothing behind.
    """
    refuse_shared_place(path)
    refuse_long_data_path(path)
    if path.exists():
        raise AppError(
            f"Đã có tệp {path}.", "Hãy mở tệp đó, hoặc chọn tên khác; tệp cũ không bị thay đổi."
        )
    _make_folder(path.parent)
    lock = _locked(path)
    data_file = DataFile(path, lock, clock)
    try:
        with explained(path):
            _stamp(path)
            migrate(data_file.engine)
    except BaseException:
        data_file.close()
        for leftover in _files_of(path):
            leftover.unlink(missing_ok=True)
        raise
    return data_file


def open_file(path: Path, clock: Clock = now) -> DataFile:
    """Open the data file at `path`, upgrading it when it is of an older version.

    Raises `AppError` for a missing, foreign, damaged, newer, shared or busy file;
    the file is then as it was.
    """
    refuse_shared_place(path)
    refuse_long_data_path(path)
    if not path.is_file():
        raise missing(path)
    lock = _locked(path)
    try:
        found = _inspect(path)
        data_file = DataFile(path, lock, clock)
    except BaseException:
        lock.release()
        raise
    if found != HEAD:
        try:
            with explained(path):
                upgrade_file(data_file.engine, path, found)
        except BaseException:
            data_file.close()
            raise
    return data_file


def _locked(path: Path) -> FileLock:
    lock = FileLock(lock_path(path))
    try:
        held = lock.acquire()
    except OSError as error:
        raise unwritable(path.parent) from error
    if not held:
        raise _in_use(path)
    return lock


class FileInUse(AppError):
    """Another process of ours has this file open."""


def _in_use(path: Path) -> FileInUse:
    account = other_account(lock_path(path))
    if account:
        return FileInUse(
            f"Tệp {path.name} đang được người dùng {account} mở trên máy này.",
            "Hãy nhờ người đó đóng Tiến Độ hoặc đăng xuất khỏi máy, rồi mở lại.",
        )
    return FileInUse(
        f"Tệp {path.name} đang được mở trong một cửa sổ Tiến Độ khác.",
        "Hãy dùng cửa sổ đang mở, hoặc đóng cửa sổ đó rồi làm lại.",
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder) from error


def _stamp(path: Path) -> None:
    """Write the mark by which the system and we recognise a file of ours."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlite3.Error as error:
        raise explain(str(error), path) or unwritable(path.parent) from error


def _files_of(path: Path) -> tuple[Path, ...]:
    suffixes = ("", "-wal", "-shm", ".lock")
    return tuple(path.with_name(path.name + suffix) for suffix in suffixes)


def _inspect(path: Path) -> str:
    """The revision of the file at `path`; raises `AppError` unless it can be opened by us."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                raise not_ours(path)
            # All pages of a city's file take seconds; what is broken there shows when it is read.
            small = path.stat().st_size <= CHECKED_UP_TO
            check = "PRAGMA quick_check(1)" if small else "SELECT 'ok'"
            verdict = connection.execute(check).fetchone()[0]
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise explain(str(error), path) or damaged(path) from error
    if verdict != "ok" or row is None:
        raise damaged(path)
    revision = str(row[0])
    if revision > HEAD:
        raise AppError(
            f"Tệp {path.name} do phiên bản Tiến Độ mới hơn tạo ra.",
            "Hãy cài bản mới: cắm USB có bộ cài, chọn Trợ giúp → Cài bản mới từ USB, rồi mở lại; "
            "tệp không bị thay đổi.",
        )
    return revision
