"""The bytes of a data file, beside the database that may have it open in this process.

Where locks belong to the process (POSIX), closing any handle of a file gives back the locks that
SQLite holds on it; so while a file is worked with, its bytes go through one handle that stays open.
"""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import BinaryIO

_held: dict[Path, BinaryIO] = {}
_one_at_a_time = RLock()


def hold_bytes(path: Path) -> None:
    """From now on until `release_bytes` this process works with the file at `path`."""
    if sys.platform == "win32":
        return
    with _one_at_a_time:
        if path.absolute() not in _held:
            # An unbuffered handle sees what the database writes.
            _held[path.absolute()] = path.open("r+b", buffering=0)


def release_bytes(path: Path) -> None:
    """The database of the file has been closed."""
    with _one_at_a_time:
        handle = _held.pop(path.absolute(), None)
        if handle is not None:
            handle.close()


@contextmanager
def opened_bytes(path: Path, *, to_write: bool = False) -> Iterator[BinaryIO]:
    """The bytes of the file at `path`, from their beginning. Raises `OSError`, also for what is no
    file: a pipe would be waited for without end."""
    with _one_at_a_time:
        handle = _held.get(path.absolute())
        if handle is not None:
            handle.seek(0)
            yield handle
            return
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    with path.open("r+b" if to_write else "rb", buffering=0) as own:
        yield own
