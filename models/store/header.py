"""The first bytes of a data file and of its log, read without a connection that could change it.

The format is SQLite's own (sqlite.org/fileformat2.html). The field for the user's version holds
our *state*: an even number while the file is whole alone, an odd one while the newest changes
stand in the log beside it, `COPY` in a copy that was made to be kept. An encrypted file has its
first `PLAIN_HEADER` bytes in the open, so that all of this is read of it too.
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from models.store.faults import data_file_damaged, file_unreachable, not_ours, odd_beside
from models.store.raw import opened_bytes

APPLICATION_ID = 0x5469446F
COPY = -0x5469
"""The state of a copy: no working file has it."""

LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX = "-wal", "-shm", "-journal"
KEY_SUFFIX = "-khoa"
PLAIN_HEADER = 96
"""Bytes of the header that are not encrypted: whole blocks of the cipher, up to the version."""
_MAGIC = b"SQLite format 3\0"
_LENGTH = 100
_STATE_AT = 60
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_LOGGING = 2


class FileHeader(NamedTuple):
    """What the first page says of a file. `logged`: that it is used with a log beside it;
    `reserved`: bytes at the end of each page that are not the database's; `writable`: that it is of
    a format which the database writes, not of one to come that it would only read."""

    page_size: int
    logged: bool
    pages: int
    state: int
    application: int
    reserved: int = 0
    writable: bool = True

    @property
    def is_ours(self) -> bool:
        """Whether this program made the file."""
        return self.application == APPLICATION_ID

    @property
    def encrypted(self) -> bool:
        """Whether its pages are encrypted: the cipher keeps its seal of each page there."""
        return self.reserved > 0

    @property
    def is_copy(self) -> bool:
        """Whether it is a copy that was made to be kept."""
        return self.state == COPY

    @property
    def needs_log(self) -> bool:
        """Whether the newest changes stand in the log, not here."""
        return self.logged and self.state > 0 and bool(self.state % 2)


def read_file_header(path: Path) -> FileHeader | None:
    """The header of the file at `path`; None when it is no database. Raises `OSError`."""
    with opened_bytes(path) as file:
        return header_of(file.read(_LENGTH))


def own_header(path: Path) -> FileHeader:
    """The header of our file at `path`. Raises `AppError` for others, and where something that
    is no file of its own stands beside it; nothing is touched."""
    try:
        header = read_file_header(path)
    except OSError as error:
        raise file_unreachable(path) from error
    if header is None or not header.is_ours:
        raise not_ours(path)
    if not header.writable:
        raise data_file_damaged(path)
    _refuse_odd_beside(path)
    return header


def _refuse_odd_beside(path: Path) -> None:
    """A log or key that is a link would be written somewhere else; a pipe would never be read."""
    for suffix in (LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX, KEY_SUFFIX):
        place = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(place.lstat().st_mode):
                raise odd_beside(path, place)


def header_of(page: bytes) -> FileHeader | None:
    """The header at the beginning of a first page; None when it is none."""
    if len(page) < _LENGTH or not page.startswith(_MAGIC):
        return None
    (size,) = struct.unpack_from(">H", page, 16)
    (pages,) = struct.unpack_from(">I", page, 28)
    (state,) = struct.unpack_from(">i", page, _STATE_AT)
    (application,) = struct.unpack_from(">I", page, 68)
    return FileHeader(
        65536 if size == 1 else size, page[18] == _LOGGING, pages, state, application, page[20],
        writable=page[18] <= _LOGGING and page[19] <= _LOGGING,
    )  # fmt: skip


def mark_as_copy(path: Path) -> None:
    """Say in the header of the file at `path`, which nobody uses, that it is a kept copy.

    Raises `OSError`.

    The header is in the open in an encrypted file too, and no seal of the cipher is over it.
    """
    with path.open("r+b") as file:
        file.seek(_STATE_AT)
        file.write(struct.pack(">i", COPY))


def log_of(path: Path) -> Path:
    """The log beside the data file `path`."""
    return path.with_name(path.name + LOG_SUFFIX)


def log_holds_changes(path: Path) -> bool:
    """Whether there is a log beside `path` that is not empty."""
    try:
        return log_of(path).stat().st_size > _LOG_HEADER
    except OSError:
        return False


class LogFacts(NamedTuple):
    """What a log says: its page size, whether it holds a whole change, the states it passes.

    `frames` are all of its present round, also those that the database would not use.
    """

    page_size: int
    commits: int
    states: tuple[int, ...]
    frames: int


def read_log(path: Path) -> LogFacts | None:
    """The facts of the log file at `path`; None when the database would ignore it anyway."""
    with path.open("rb") as file:
        head = file.read(_LOG_HEADER)
        if len(head) < _LOG_HEADER:
            return None
        magic, _version, size, _number, *_rest = struct.unpack(">8I", head)
        order = ">" if magic == _LOG_MAGIC[1] else "<"
        if magic not in _LOG_MAGIC or _checksum(head[:24], order) != head[24:]:
            return None
        states: list[int] = []
        pending: list[int] = []
        commits = frames = 0
        for state, is_commit, in_a_row in _frames(file, head[16:24], size):
            frames += 1
            if not in_a_row:
                continue
            if state is not None:
                pending.append(state)
            if is_commit:
                commits += 1
                states += pending
                pending.clear()
    return LogFacts(size, commits, tuple(states), frames)


def _frames(file: BinaryIO, salt: bytes, size: int) -> Iterator[tuple[int | None, bool, bool]]:
    """Each frame of the log's present round: the state in a first page, whether it commits, and
    whether no frame of another round stands before it."""
    in_a_row = True
    while len(frame := file.read(_FRAME_HEADER + size)) == _FRAME_HEADER + size:
        if frame[8:16] != salt:
            in_a_row = False
            continue
        page, committed = struct.unpack_from(">II", frame)
        found = header_of(frame[_FRAME_HEADER : _FRAME_HEADER + _LENGTH]) if page == 1 else None
        yield found.state if found else None, committed > 0, in_a_row


def _checksum(data: bytes, order: str) -> bytes:
    """SQLite's checksum over pairs of words, as the log keeps it."""
    first = second = 0
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return struct.pack(">II", first, second)


def journal_state(path: Path, page_size: int) -> int | None:
    """The state in the first page that the rollback journal at `path` keeps; None without one."""
    with path.open("rb") as file:
        head = file.read(28)
        if len(head) < 28 or not head.startswith(_JOURNAL_MAGIC):
            return None
        (sector,) = struct.unpack_from(">I", head, 20)
        (size,) = struct.unpack_from(">I", head, 24)
        if size != page_size:
            return None
        file.seek(sector)
        while len(record := file.read(4 + size + 4)) == 4 + size + 4:
            if struct.unpack_from(">I", record)[0] == 1:
                found = header_of(record[4:])
                return found.state if found else None
    return None
