"""What the lane does for whoever types a password or a recovery code: no widget is touched here."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import AppError

if TYPE_CHECKING:
    from models.store.keyring import FileKey


class Tried(NamedTuple):
    """What came of a try: the key, or why there is none; and how long the next one must wait."""

    key: FileKey | None = None
    problem: AppError | None = None
    wait: float = 0.0


def look_for_wait(path: Path, folder: Path) -> Tried:
    """Nothing is tried; whoever was wrong before the program was started must still wait."""
    from models.safekeeping.unlocking import seconds_to_wait

    with suppress(AppError, OSError):
        return Tried(wait=seconds_to_wait(path, folder))
    return Tried()


def try_password(path: Path, password: str, folder: Path) -> Tried:
    """Is it the password of the file at `path`? Wrong tries are counted in `folder`."""
    from models.safekeeping.unlocking import TooSoon, unlock

    try:
        return Tried(unlock(path, password, folder))
    except TooSoon as error:
        return Tried(wait=error.seconds)
    except AppError as error:
        return look_for_wait(path, folder)._replace(problem=error.with_traceback(None))


def try_code(path: Path, code: str, folder: Path) -> Tried:
    """Is it the recovery code of the file at `path`?"""
    from models.safekeeping.unlocking import unlock_by_recovery

    try:
        return Tried(unlock_by_recovery(path, code, folder))
    except AppError as error:
        return Tried(problem=error.with_traceback(None))
