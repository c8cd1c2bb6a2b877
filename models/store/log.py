"""The log beside a data file: whether it belongs to it, setting a stranger aside, writing it home.

Each change moves the file's state on by two within its own transaction, so that the first page in
the log tells which state it follows. See `models.store.header` for what a state means.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import randbelow
from shutil import copyfile

from models.errors import AppError
from models.machine.leftovers import scratch_folder
from models.store.header import (
    COPY,
    INDEX_SUFFIX,
    JOURNAL_SUFFIX,
    LOG_SUFFIX,
    Header,
    journal_state,
    log_of,
    read_log,
)

TRIED_UP_TO = 200 * 2**20
"""Bytes of the largest file that is copied to see whether it and a log make a whole."""
ASIDE = "cua-tep-khac"
_HIGHEST = 2**29


def fresh_state() -> int:
    """A state that no other file has: even, that is whole without a log."""
    return 2 * (1 + randbelow(_HIGHEST))


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
        if _state(connection) % 2:
            connection.execute(f"PRAGMA user_version = {fresh_state()}")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute("PRAGMA busy_timeout = 5000")
    return not busy


def _state(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@dataclass(frozen=True, slots=True)
class Aside:
    """Files beside `data` that belong to another one, under the names that they have now."""

    data: Path
    moved: tuple[Path, ...]

    def __str__(self) -> str:
        names = ", ".join(each.name for each in self.moved)
        return (
            f"Bên cạnh tệp {self.data.name} có tệp nhật ký của một tệp khác nên không dùng đến; "
            f"tệp đó được giữ lại với tên {names}."
        )


def set_strangers_aside(path: Path, header: Header, at: datetime) -> Aside | None:
    """Rename the log, its index and the journal beside `path` when they belong to another file.

    Whoever calls holds the lock of `path`. Raises `OSError` when they cannot be renamed.
    """
    strange = []
    if _is_strange_log(path, header):
        strange += [LOG_SUFFIX, INDEX_SUFFIX]
    elif not log_of(path).exists():
        strange.append(INDEX_SUFFIX)
    journal = path.with_name(path.name + JOURNAL_SUFFIX)
    if journal.exists() and _is_strange_journal(journal, header):
        strange.append(JOURNAL_SUFFIX)
    return _set_aside(path, strange, at)


def set_all_aside(path: Path, at: datetime) -> Aside | None:
    """Rename whatever lies where the log of a file at `path` will be, which is made only now."""
    return _set_aside(path, [LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX], at)


def _set_aside(path: Path, suffixes: Sequence[str], at: datetime) -> Aside | None:
    there = (path.with_name(path.name + suffix) for suffix in suffixes)
    moved = tuple(_renamed(each, at) for each in there if each.exists())
    return Aside(path, moved) if moved else None


def belongs(path: Path, header: Header) -> bool:
    """Whether the log beside `path` is its own, or one that the database would ignore."""
    return not _is_strange_log(path, header)


def _is_strange_log(path: Path, header: Header) -> bool:
    log = log_of(path)
    facts = read_log(log) if log.exists() else None
    if facts is None or not facts.commits:
        return False
    if not header.logged or facts.page_size != header.page_size:
        return True
    if not facts.states or not (header.state or any(facts.states)):
        # Older programs left no state; what then decides is whether the two make a whole.
        return not _make_a_whole(path)
    first = facts.states[0]
    before = (first - 1,) if header.state % 2 == 0 else (first - 2,)
    return header.state not in (*facts.states, *before) or not _make_a_whole(path)


def _is_strange_journal(journal: Path, header: Header) -> bool:
    """A journal of this file keeps its first page: we use one only to turn the log on and off."""
    if journal.stat().st_size == 0:
        return False
    state = journal_state(journal, header.page_size)
    return state is None or state not in (header.state, COPY)


def _make_a_whole(path: Path) -> bool:
    """Whether the file and its log are sound together; True when the file alone is not either."""
    if path.stat().st_size + log_of(path).stat().st_size > TRIED_UP_TO:
        return True
    with scratch_folder() as folder:
        alone, together = Path(folder) / "a", Path(folder) / "b"
        copyfile(path, alone)
        copyfile(path, together)
        copyfile(log_of(path), log_of(together))
        return is_sound(together) or not is_sound(alone)


def is_sound(path: Path) -> bool:
    """Whether all pages of the database at `path` fit together."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def _renamed(path: Path, at: datetime) -> Path:
    stem = f"{path.name}.{ASIDE}-{at:%Y-%m-%d-%H%M%S}"
    target, number = path.with_name(stem), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}")
    os.replace(path, target)
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
