"""The log beside a data file: whether it belongs to it and can be read, setting aside what does
not or cannot, writing it home.

Each change moves the file's state on by two within its own transaction, so that the first page in
the log tells which state it follows. See `models.store.header` for what a state means.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from models.errors import AppError
from models.machine.private import keep_to_owner
from models.store.driver import connect_beside, connected, driver_errors
from models.store.header import (
    COPY,
    INDEX_SUFFIX,
    JOURNAL_SUFFIX,
    LOG_SUFFIX,
    FileHeader,
    LogFacts,
    journal_state,
    log_holds_changes,
    log_of,
    read_log,
)
from models.store.keyring import FileKey
from models.store.log_tried import LogTried

ASIDE = "cua-tep-khac"
BROKEN = "hong"
_HIGHEST = 2**29


def fresh_state() -> int:
    """A state that no other file has: even, that is whole without a log."""
    # The module `secrets` brings all of hashlib with it, which a start would wait for.
    return 2 * (1 + int.from_bytes(os.urandom(4)) % _HIGHEST)


def move_on(connection: sqlite3.Connection) -> None:
    """Within a transaction: this change stands in the log from its commit on."""
    state = _state(connection)
    connection.execute(f"PRAGMA user_version = {state + (2 if state % 2 else 1)}")


def mark_logged(connection: sqlite3.Connection) -> bool:
    """Say in the file itself that its newest changes will stand in the log, before they do.

    False while somebody's reading keeps that from being written; then it is to be said again.
    """
    state = _state(connection)
    if state % 2 == 0:
        connection.execute(f"PRAGMA user_version = {state + 1}")
    _, pages, written = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return bool(pages == written)


def write_home(connection: sqlite3.Connection) -> bool:
    """Write the log into the file, which is whole alone then; False while somebody reads."""
    connection.execute("PRAGMA busy_timeout = 200")
    try:
        say_whole(connection)
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute("PRAGMA busy_timeout = 5000")
    return not busy


def say_whole(connection: sqlite3.Connection) -> None:
    """Say that the file is whole alone, which it is as soon as the log is written home."""
    state = _state(connection)
    if state % 2:
        # Where the log begins anew with this, its first state still follows that of the file.
        connection.execute(f"PRAGMA user_version = {state + 2}")
        connection.execute(f"PRAGMA user_version = {fresh_state()}")


@contextmanager
def log_left(path: Path, key: FileKey | None) -> Iterator[None]:
    """Within it connections to the file at `path` are closed, and its log stays where it is.

    SQLite writes the log home when the last connection is closed, and deletes it. The file would
    still say that its newest changes stand in a log: only `write_home` makes it whole alone.
    """
    with ExitStack() as kept:
        if log_holds_changes(path):
            with suppress(*driver_errors()):
                last = kept.enter_context(closing(connect_beside(path, key)))
                last.execute("SELECT 1 FROM sqlite_master").fetchone()
        yield


@contextmanager
def looking_into(
    path: Path, key: FileKey | None, timeout: float = 5
) -> Iterator[sqlite3.Connection]:
    """A connection to a file that may have a log, which is closed as in `log_left`."""
    connection = connected(path, key, timeout)
    try:
        yield connection
    finally:
        with log_left(path, key):
            connection.close()


def _state(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


class LogKind(Enum):
    """What the log beside a file is to it."""

    OWN = auto()
    STRANGE = auto()
    UNREADABLE = auto()
    """The database would pass over all of it without a word."""
    TORN = auto()
    """The database would use its beginning only."""


class Aside(NamedTuple):
    """Files beside `data` that were kept under other names, and what their log was to it."""

    data: Path
    moved: tuple[Path, ...]
    log: LogKind = LogKind.STRANGE

    def __str__(self) -> str:
        names = ", ".join(each.name for each in self.moved)
        return _TOLD[self.log].format(data=self.data.name, log=log_of(self.data).name, names=names)


_TOLD = {
    LogKind.STRANGE: (
        "Bên cạnh tệp {data} có tệp nhật ký của một tệp khác nên không dùng đến; "
        "tệp đó được giữ lại với tên {names}."
    ),
    LogKind.UNREADABLE: (
        "Tệp nhật ký {log} bị hỏng nên không đọc được; thay đổi nào chỉ nằm trong đó thì không có "
        "trong dữ liệu. Tệp nhật ký được giữ lại với tên {names}."
    ),
    LogKind.TORN: (
        "Phần cuối tệp nhật ký {log} không trọn vẹn, thường do mất điện khi đang ghi; thay đổi sau "
        "cùng trong đó không có trong dữ liệu. Tệp nhật ký được giữ lại với tên {names}."
    ),
}


def set_strangers_aside(path: Path, header: FileHeader, at: datetime) -> Aside | None:
    """Rename the log, its index and the journal beside `path` when they belong to another file
    or cannot be read; of a log whose end cannot be read a copy is kept.

    Whoever calls holds the lock of `path`. Raises `OSError` when they cannot be renamed.
    """
    log = log_beside(path, header)
    if log is LogKind.TORN:
        kept = _free_name(log_of(path), BROKEN, at)
        copyfile(log_of(path), kept)
        keep_to_owner(kept)
        return Aside(path, (kept,), log)
    strange = []
    if log is not LogKind.OWN:
        strange += [LOG_SUFFIX, INDEX_SUFFIX]
    elif not log_of(path).exists():
        strange.append(INDEX_SUFFIX)
    journal = path.with_name(path.name + JOURNAL_SUFFIX)
    if journal.exists() and _is_strange_journal(journal, header):
        strange.append(JOURNAL_SUFFIX)
    return _set_aside(path, strange, at, log)


def set_all_aside(path: Path, at: datetime) -> Aside | None:
    """Rename whatever lies where the log of a file at `path` will be, which is made only now."""
    return _set_aside(path, [LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX], at, LogKind.STRANGE)


def _set_aside(path: Path, suffixes: Sequence[str], at: datetime, log: LogKind) -> Aside | None:
    kind = BROKEN if log is LogKind.UNREADABLE else ASIDE
    there = (path.with_name(path.name + suffix) for suffix in suffixes)
    moved = tuple(_renamed(each, kind, at) for each in there if each.exists())
    return Aside(path, moved, LogKind.STRANGE if log is LogKind.OWN else log) if moved else None


def log_beside(path: Path, header: FileHeader) -> LogKind:
    """What the log beside `path` is to it; its own where there is none, or nothing in it."""
    if not log_holds_changes(path):
        return LogKind.OWN
    facts = read_log(log_of(path))
    if facts is None:
        return LogKind.UNREADABLE
    tried = LogTried.of(path) if facts.frames else LogTried(True, 0)
    if facts.commits and _is_strange(facts, header, tried):
        return LogKind.STRANGE
    return LogKind.TORN if facts.frames > tried.used else LogKind.OWN


def log_left_aside(path: Path, log: LogKind) -> str:
    """What to say where a file is only looked at and its log stays where it is; "" for its own."""
    why = {
        LogKind.OWN: "",
        LogKind.STRANGE: "là của một tệp khác nên không dùng đến",
        LogKind.UNREADABLE: "bị hỏng nên không đọc được",
        LogKind.TORN: "không trọn vẹn nên thay đổi sau cùng không có ở đây",
    }[log]
    return f"Tệp nhật ký {log_of(path).name} {why}." if why else ""


def _is_strange(facts: LogFacts, header: FileHeader, tried: LogTried) -> bool:
    if not header.logged or facts.page_size != header.page_size:
        return True
    if not facts.states or not (header.state or any(facts.states)):
        # Older programs left no state; what then decides is whether the two make a whole.
        return not tried.whole
    first = facts.states[0]
    before = (first - 1,) if header.state % 2 == 0 else (first - 2,)
    return header.state not in (*facts.states, *before) or not tried.whole


def _is_strange_journal(journal: Path, header: FileHeader) -> bool:
    """A journal of this file keeps its first page: we use one only to turn the log on and off."""
    if journal.stat().st_size == 0:
        return False
    state = journal_state(journal, header.page_size)
    return state is None or state not in (header.state, COPY)


def _renamed(path: Path, kind: str, at: datetime) -> Path:
    target = _free_name(path, kind, at)
    os.replace(path, target)
    return target


def _free_name(path: Path, kind: str, at: datetime) -> Path:
    stem = f"{path.name}.{kind}-{at:%Y-%m-%d-%H%M%S}"
    target, number = path.with_name(stem), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}")
    return target


class LogMissing(AppError):
    """The newest changes stand in a log that is not beside the file."""


def log_missing(path: Path, aside: Aside | None = None) -> LogMissing:
    """The file at `path` was copied without its log, while the program worked with it."""
    told = f" {aside}" if aside else ""
    return LogMissing(
        f"Tệp {path.name} thiếu tệp nhật ký {log_of(path).name}: những thay đổi sau cùng nằm "
        f"trong tệp nhật ký đó, không có trong tệp này.{told}",
        f"Hãy chép cả tệp {log_of(path).name} từ nơi đã chép tệp này vào cùng thư mục rồi mở lại, "
        "hoặc khôi phục từ bản sao lưu gần nhất.",
    )
