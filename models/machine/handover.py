"""A second start hands over to the window that already has the file, by a note beside its lock."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from models.machine.locks import FileLock, lock_path, other_account, owner_of

PATIENCE_SECONDS = 10.0
POLL_SECONDS = 0.05
LARGEST_NOTE = 2**20


def request_path(data: Path) -> Path:
    """Where the second start leaves its note for the window that has `data` open."""
    return data.with_name(data.name + ".request")


def hand_over(data: Path, lists: Sequence[Path] = ()) -> bool:
    """True when another process has `data` open and has been asked to come forward.

    `lists` are files that the other window shall read. False when the file is free,
    missing, lies where nothing can be written, or is open at another account's desk.
    """
    if not _is_taken(lock_path(data)) or other_account(lock_path(data)):
        return False
    import json

    note = request_path(data)
    draft = note.with_name(f"{note.name}-{os.getpid()}")
    try:
        draft.write_text(json.dumps([str(each.absolute()) for each in lists]), encoding="utf-8")
        draft.replace(note)
    except OSError:
        return False
    _let_forward(owner_of(lock_path(data)).process)
    return True


def call_forward(
    data: Path, lists: Sequence[Path] = (), patience: float = PATIENCE_SECONDS
) -> bool:
    """Like `hand_over`, and wait until the note has been read.

    False also when the other window is about to close and gives the file back meanwhile:
    whoever closes the program and opens it at once must not be left without a window. One
    that does not answer within `patience` seconds is busy, and reads the note later.
    """
    if not hand_over(data, lists):
        return False
    until = time.monotonic() + patience
    while request_path(data).exists() and time.monotonic() < until:
        if not _is_taken(lock_path(data)):
            request_path(data).unlink(missing_ok=True)
            return False
        time.sleep(POLL_SECONDS)
    return True


def take_request(data: Path) -> tuple[Path, ...] | None:
    """The files that a second start wants read, once; None when nobody asked."""
    note = request_path(data)
    try:
        # Of a link or a pipe nothing is read: no start of ours leaves such.
        with open(os.devnull if _is_odd(note) else note, "rb") as file:
            written = file.read(LARGEST_NOTE)
    except OSError:
        return None
    import json

    with contextlib.suppress(OSError):
        note.unlink()
    try:
        wanted = json.loads(written.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    named = wanted if isinstance(wanted, list) else []
    return tuple(Path(each) for each in named if isinstance(each, str) and "\0" not in each)


def _is_odd(note: Path) -> bool:
    return not stat.S_ISREG(note.lstat().st_mode)


def _is_taken(lock_file: Path) -> bool:
    lock = FileLock(lock_file)
    try:
        if not lock_file.exists():
            return False
        free = lock.acquire()
    except OSError:
        return False
    lock.release()
    return not free


def _let_forward(process: int) -> None:
    """Windows lets a process bring its window forward only when the one in front permits it."""
    if process and sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
