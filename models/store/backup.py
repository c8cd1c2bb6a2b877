"""Proven copies of a data file: copied whole, opened again, checked and counted."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from models.clock import Clock, now
from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.locks import FileLock, lock_path
from models.machine.long_paths import refuse_long_data_path
from models.machine.names import refuse_unusable_name
from models.machine.places import may_write, unwritable
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.store.copies import MANUAL, backup_folder
from models.store.driver import connect_to_still, connected, driver_errors
from models.store.faults import disk_full, fault_kind, file_missing
from models.store.header import COPY, log_holds_changes, log_of, own_header
from models.store.keyring import FileKey, cipher_key, key_told
from models.store.known_schema import refuse_what_runs
from models.store.log import Aside, log_missing, looking_into, set_strangers_aside
from models.store.revision import HEAD
from models.store.seal import CopyFacts, seal_file

_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""What a copy tells that fails its test, or lacks a table; the source has stood it then."""
_AROUND_THE_FILE = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
    }
)  # fmt: skip
"""What the disk, a lock or a right is to blame for; every other error is one of the content."""
FurtherProof = Callable[[Path, FileKey | None], bool]
_PARTS = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that has been read back whole, what was counted in it, and what to say besides."""

    path: Path
    people: int
    remarks: tuple[str, ...] = ()
    files: int = 0
    proven: bool = True


class CopyCount(NamedTuple):
    """What a database holds by count: people, attached files, and the bytes of their contents; and
    whether it passed what further proof there was."""

    people: int
    files: int = 0
    size: int = 0
    proven: bool = True


def back_up(
    data: Path,
    target: Path | None = None,
    clock: Clock = now,
    reason: str = MANUAL,
    further: FurtherProof | None = None,
) -> Backup:
    """A proven copy of `data` at `target`: a new file, a folder, or None for the usual one.

    What does not pass the `further` proof is kept, but not as a proven copy. Also works while a
    window has the file open, with all that has been committed. Raises `AppError` when there is no
    such file, when it is not ours or damaged, when something lies at `target`, or when nothing
    can be written there; nothing is left then.
    """
    refuse_unusable_name(data)
    _refuse_foreign(data)
    aside = _refuse_strange_log(data, clock)
    if target is not None:
        refuse_unusable_name(target)
    place = _place(data, target, clock)
    refuse_long_data_path(place)
    if place.exists():
        raise AppError(
            f"Đã có tệp {place}.", "Hãy chọn tên khác cho bản sao lưu; tệp cũ không bị thay đổi."
        )
    with copying_explained(data, place):
        place.parent.mkdir(parents=True, exist_ok=True)
        counted = prove_copy(data, place, reason=reason, clock=clock, further=further)
    remarks = (str(aside),) if aside else ()
    return Backup(place, counted.people, remarks, counted.files, counted.proven)


def prove_copy(
    source: Path,
    target: Path,
    state: int = COPY,
    *,
    reason: str = MANUAL,
    clock: Clock = now,
    further: FurtherProof | None = None,
) -> CopyCount:
    """Copy the database at `source` to `target`, reopen it and count; returns what was counted.

    `target` appears only when it is proven and sealed, in the place of what lay there, in that
    `state`; a copy of an encrypted file is encrypted with the same key. A copy of an open file by
    other means would lose what still stands in the write-ahead log. What does not pass the
    `further` proof appears too, and says of itself that it was not proven.
    Raises `SourceDamaged` when it lies at the source, else `OSError` or `sqlite3.Error` when the
    copy is not whole.
    """
    draft = target.with_name(draft_name(target.stem))
    key = cipher_key(source)
    try:
        made_at = clock()
        counted = _copy(source, draft, state, key)
        with closing(connected(draft, key)) as copy:
            verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            found = count_in(copy)
            revision, link = standing_in(copy)
        if verdict != "ok" or found != counted:
            raise NotWhole(verdict)
        proven = further is None or revision != HEAD or further(draft, key)
        facts = CopyFacts(
            f"{made_at:%Y-%m-%dT%H:%M:%S}", reason, found.people, found.files, revision, link,
            f"{clock():%Y-%m-%dT%H:%M:%S}" if proven else "",
        )  # fmt: skip
        seal_file(draft, key_told(source), facts if state == COPY else None)
        replace_file(draft, target)
    except driver_errors(UnicodeDecodeError) as error:
        if not _reads_well(source, key):
            raise SourceDamaged(str(error)) from error
        if isinstance(error, UnicodeDecodeError):
            raise NotWhole(str(error)) from error
        raise
    finally:
        for part in _PARTS:
            # A disk that has gone or turned read-only cannot be tidied.
            with suppress(OSError):
                draft.with_name(draft.name + part).unlink(missing_ok=True)
    return found._replace(proven=proven)


def _reads_well(source: Path, key: FileKey | None) -> bool:
    """Whether the source itself stands the test that its copy failed."""
    try:
        with _connected(source, key) as original:
            verdict = original.execute("PRAGMA integrity_check(1)").fetchone()[0]
            count_in(original)
    except driver_errors() as error:
        return fault_kind(error, source) in _AROUND_THE_FILE
    except UnicodeDecodeError:
        return False
    return bool(verdict == "ok")


class SourceDamaged(sqlite3.DatabaseError):
    """The file that was to be copied cannot be read whole."""


class NotWhole(sqlite3.DatabaseError):
    """What was read back is not what was copied."""


def _copy(source: Path, draft: Path, state: int, key: FileKey | None) -> CopyCount:
    """Copy one state of the database; returns what that very state holds."""
    os.close(open_owned(draft))
    with _connected(source, key) as original:
        original.execute("BEGIN")
        refuse_what_runs(original, source)
        counted = count_in(original)
        with closing(connected(draft, key)) as copy:
            original.backup(copy)
            # A copy is carried around alone, so it must not need a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute(f"PRAGMA user_version = {state}")
    return counted


def _connected(source: Path, key: FileKey | None) -> AbstractContextManager[sqlite3.Connection]:
    """A connection to the source, also where nothing may be written beside it."""
    if may_write(source) or log_holds_changes(source):
        return looking_into(source, key, timeout=30)
    return closing(connect_to_still(source, key))


def standing_in(database: sqlite3.Connection) -> tuple[str, str]:
    """The revision of a database, and the newest link of its journal; older ones have none.

    Raises `SourceDamaged` where no revision is told.
    """
    revision = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision is None:
        raise SourceDamaged("alembic_version")
    columns = {row[1] for row in database.execute("PRAGMA table_info(changes)")}
    if "link" not in columns:
        return str(revision[0]), ""
    link = database.execute("SELECT link FROM changes ORDER BY id DESC LIMIT 1").fetchone()
    return str(revision[0]), str(link[0]) if link else ""


def count_in(database: sqlite3.Connection) -> CopyCount:
    """Count the people and the attached files; older files have no room for files yet."""
    people = database.execute("SELECT count(*) FROM people").fetchone()[0]
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'contents'").fetchone() is None:
        return CopyCount(people)
    files = database.execute(
        "SELECT count(*) FROM attachments JOIN contents USING (sha256)"
    ).fetchone()[0]
    size = database.execute("SELECT coalesce(sum(length(bytes)), 0) FROM contents").fetchone()[0]
    return CopyCount(people, files, size)


def _place(data: Path, target: Path | None, clock: Clock) -> Path:
    """The file to write; in a folder the name says when, and a number keeps names apart."""
    if target is not None and not target.is_dir():
        return target.absolute()
    folder = backup_folder(data) if target is None else target.absolute()
    stem = f"{data.stem}-{clock():%Y-%m-%d-%H%M%S}"
    place, number = folder / f"{stem}{data.suffix}", 1
    while place.exists():
        number += 1
        place = folder / f"{stem}-{number}{data.suffix}"
    return place


def _refuse_foreign(data: Path) -> None:
    if not data.is_file():
        raise file_missing(data)
    own_header(data)


def _refuse_strange_log(data: Path, clock: Clock) -> Aside | None:
    """A log of another file, or one that cannot be read, is set aside; a missing one is said."""
    header = own_header(data)
    if header.needs_log and not log_of(data).exists():
        # A window that is just closing writes the log home before it deletes it.
        header = own_header(data)
        if header.needs_log and not log_of(data).exists():
            raise log_missing(data)
    if not log_holds_changes(data) or not may_write(data):
        return None
    lock = FileLock(lock_path(data))
    try:
        # Whoever has the file open has looked at its log already.
        aside = set_strangers_aside(data, header, clock()) if lock.acquire() else None
    except OSError as error:
        raise unwritable(data.parent) from error
    finally:
        lock.release()
    if header.needs_log and not log_of(data).exists():
        raise log_missing(data, aside)
    return aside


@contextmanager
def copying_explained(data: Path, place: Path) -> Iterator[None]:
    """Within it, a copy of `data` that fails at `place` says what it failed of."""
    try:
        yield
    except SourceDamaged as error:
        raise AppError(
            f"Chưa sao lưu được vì chính tệp dữ liệu {data} đã bị hỏng.",
            "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
        ) from error
    except OSError as error:
        raise _full(place) if disk_full(place, error) else _unwritable(place) from error
    except driver_errors() as error:
        kind = fault_kind(error, place)
        if kind == sqlite3.SQLITE_FULL:
            raise _full(place) from error
        if isinstance(error, NotWhole) or kind in _BROKEN:
            raise AppError(
                f"Bản sao lưu vừa ghi vào {place.parent} không đọc lại được nguyên vẹn nên đã "
                "bỏ đi.",
                "Hãy sao lưu sang ổ đĩa khác; tệp dữ liệu vẫn như cũ.",
            ) from error
        raise _unwritable(place) from error


def _full(place: Path) -> AppError:
    return AppError(
        f"Ổ đĩa chứa thư mục {place.parent} đã đầy nên chưa sao lưu được.",
        "Hãy xóa bớt tệp không cần dùng hoặc chọn ổ đĩa khác rồi sao lưu lại; dữ liệu vẫn như cũ.",
    )


def _unwritable(place: Path) -> AppError:
    return AppError(
        f"Không ghi được bản sao lưu vào thư mục {place.parent}.",
        "Hãy chọn thư mục khác mà tài khoản này được phép ghi; dữ liệu vẫn như cũ.",
    )
