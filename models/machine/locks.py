"""One process per data file: an operating-system lock that dies with its process."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from models.machine.account import account_name


class NotALock(OSError):
    """What lies at the place of the lock is a link or no plain file, and is left alone."""


class FileLock:
    """An exclusive lock on `path`, which is made when missing and stays behind.

    The system releases the lock when the process ends, however it ends, so a
    lock file left by a crash never shuts the officer out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: BinaryIO | None = None

    def acquire(self) -> bool:
        """True when the lock is ours now; False when another process holds it.

        Raises `NotALock` for a link, `OSError` where no lock can be made.
        """
        handle = _opened(self._path)
        try:
            _lock(handle)
        except OSError:
            handle.close()
            return False
        self._handle = handle
        # A full disk has no room for the name; the lock holds without it.
        with suppress(OSError):
            self._write_owner()
        return True

    def _write_owner(self) -> None:
        assert self._handle is not None
        self._handle.seek(0)
        self._handle.truncate()
        self._handle.write(f" {os.getpid()}\n{account_name()}".encode())

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._handle is None:
            return
        self._handle.seek(0)
        _unlock(self._handle)
        self._handle.close()
        self._handle = None


def _opened(path: Path) -> BinaryIO:
    """The file at `path`, made when missing; a link is not followed."""
    if path.is_symlink():
        raise NotALock(path)
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        number = os.open(path, flags, 0o600)
    except OSError as error:
        if path.exists() and not path.is_file():
            raise NotALock(path) from error
        raise
    found = os.fstat(number)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(number)
        raise NotALock(path)
    return os.fdopen(number, "r+b", buffering=0)


def lock_path(data: Path) -> Path:
    """The file whose lock says that the data file `data` is in use."""
    return data.with_name(data.name + ".lock")


class Owner(NamedTuple):
    """Which process of which account holds a lock, or held it last; 0 and "" when unknown."""

    process: int = 0
    account: str = ""


def owner_of(path: Path) -> Owner:
    """Who last held the lock at `path`, as far as it can be read.

    On Windows the first byte is locked against reading, so the words stand after it.
    """
    try:
        with path.open("rb") as handle:
            handle.seek(1)
            process, _, account = handle.read(400).decode(errors="replace").partition("\n")
        return Owner(int(process.strip() or "0"), account.strip())
    except (OSError, ValueError):
        return Owner()


def other_account(path: Path) -> str:
    """The account that holds the lock at `path` when it is somebody else's, else ""."""
    account = owner_of(path).account
    return "" if account == account_name() else account


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(handle: BinaryIO) -> None:
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
