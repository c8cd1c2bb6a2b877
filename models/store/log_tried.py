"""A log is tried on its file, in a copy of both."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from models.store.driver import connected, driver_errors
from models.store.header import log_of
from models.store.keyring import FileKey, cipher_key

TRIED_UP_TO = 200 * 2**20
"""Bytes of the largest file that is copied to see whether it and a log make a whole."""


class LogTried(NamedTuple):
    """What comes of a file with its log: whether the two are sound together (or the file alone
    is not sound either), and how many of the log's frames the database uses."""

    whole: bool
    used: int

    @classmethod
    def of(cls, path: Path) -> LogTried:
        """Tried in a copy, unless that would take too long."""
        if path.stat().st_size + log_of(path).stat().st_size > TRIED_UP_TO:
            return cls(True, sys.maxsize)
        from models.machine.leftovers import scratch_folder

        with scratch_folder() as folder:
            alone, together = Path(folder) / "a", Path(folder) / "b"
            copyfile(path, alone)
            copyfile(path, together)
            copyfile(log_of(path), log_of(together))
            key = cipher_key(path)
            used = _frames_used(together, key)
            return cls(is_sound(together, key) or not is_sound(alone, key), used)


def _frames_used(path: Path, key: FileKey | None) -> int:
    """The frames of the log beside `path` that the database takes for whole changes."""
    try:
        with closing(connected(path, key)) as connection:
            _, frames, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            return max(0, int(frames))
    except driver_errors(UnicodeDecodeError):
        return sys.maxsize


def is_sound(path: Path, key: FileKey | None = None) -> bool:
    """Whether all pages of the database at `path` fit together."""
    try:
        with closing(connected(path, key)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except driver_errors(UnicodeDecodeError):
        return False
