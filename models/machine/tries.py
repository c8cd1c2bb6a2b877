"""How often a secret was guessed wrong, kept over restarts, and how long the next try must wait.

A try counts as wrong from before it is made until it turns out right, so that ending the program
in the middle of it is no way around. This holds off whoever sits at the machine; who has copied
the file away guesses elsewhere, and is held off by what each guess costs.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.machine.private import open_owned
from models.machine.replacing import replace_file

NAME = "mat-khau-sai.json"
LONGEST_WAIT = 60.0
_KEPT, _LARGEST = 50, 64 * 1024


class TryMoment(NamedTuple):
    """A moment by the clock on the wall, and by one that only runs on while the machine is on."""

    wall: float
    running: float


class FailedTries(NamedTuple):
    """How many were wrong in a row, and when the last one was made."""

    wrong: int
    last: TryMoment


def this_moment() -> TryMoment:
    """Now."""
    return TryMoment(time.time(), time.monotonic())


def failed_tries(folder: Path, key: str) -> int:
    """How many tries of `key` were wrong in a row."""
    found = _noted(folder).get(key)
    return found.wrong if found else 0


def wait_left(folder: Path, key: str, now: TryMoment | None = None) -> float:
    """Seconds until `key` may be tried again: 1 after the first wrong try, then 2, 4… up to 60.

    A clock that is set, back or ahead, shortens nothing while the machine stays on.
    """
    noted = _noted(folder)
    found = noted.get(key)
    if found is None:
        return 0.0
    now = now or this_moment()
    if now.wall < found.last.wall and now.running < found.last.running:
        # Started anew, with the clock set back: the wait begins now.
        found = FailedTries(found.wrong, now)
        _write(folder, {**noted, key: found})
    return max(0.0, _delay(found.wrong) - _waited(found.last, now))


def note_try(folder: Path, key: str, now: TryMoment | None = None) -> int:
    """Count a try that is about to be made as wrong; returns how many are now."""
    noted = _noted(folder)
    found = noted.pop(key, None)
    count = (found.wrong if found else 0) + 1
    kept = list(noted.items())[-_KEPT + 1 :]
    _write(folder, dict([*kept, (key, FailedTries(count, now or this_moment()))]))
    return count


def forget_tries(folder: Path, key: str) -> None:
    """The last try was right."""
    noted = _noted(folder)
    if noted.pop(key, None) is not None:
        _write(folder, noted)


def _delay(count: int) -> float:
    return min(LONGEST_WAIT, 2.0 ** min(count - 1, 10)) if count > 0 else 0.0


def _waited(last: TryMoment, now: TryMoment) -> float:
    """Seconds since `last`: by the running clock unless the machine was started since then."""
    if now.running >= last.running:
        return now.running - last.running
    return max(0.0, now.wall - last.wall)


_here: dict[Path, dict[str, FailedTries]] = {}
"""What could not be written down counts at least as long as this process runs."""


def _noted(folder: Path) -> dict[str, FailedTries]:
    return _here[folder] if folder in _here else _read(folder / NAME)


def _read(place: Path) -> dict[str, FailedTries]:
    try:
        if place.is_symlink() or place.stat().st_size > _LARGEST:
            return {}
        told = json.loads(place.read_text(encoding="utf-8"))
        return {
            str(key): FailedTries(int(count), TryMoment(float(wall), float(running)))
            for key, (count, wall, running) in told.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}


def _write(folder: Path, noted: dict[str, FailedTries]) -> None:
    told = {key: [each.wrong, *each.last] for key, each in noted.items()}
    draft = folder / f"~{NAME}-{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with open(open_owned(draft), "w", encoding="utf-8") as file:
            file.write(json.dumps(told))
        replace_file(draft, folder / NAME)
        _here.pop(folder, None)
    except OSError:
        _here[folder] = noted
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
