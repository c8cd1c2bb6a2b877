"""Copies that still hold what was taken away for good: until when, and how they go at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from models.clock import Clock
from models.records.kept_copies import CopyReason
from models.safekeeping.keeping import keep_copy
from models.safekeeping.thinning import ends_on
from models.store.copies import backup_folder, copies_beside, is_copy_of
from models.store.kept import kept_copies


class HoldingCopy(NamedTuple):
    """A file beside the data file that holds what stood in it on `day`.

    It goes by itself by `ends` at the latest; None: only when somebody takes it away.
    """

    name: str
    day: date
    ends: date | None


class DroppedCopies(NamedTuple):
    """How many copies went, those that could not be taken away, and the new copy that stays."""

    gone: int
    left: tuple[str, ...]
    kept: Path


def holding_copies(data: Path, purged_at: datetime) -> tuple[HoldingCopy, ...]:
    """Every copy beside the data file, the newest first, for what goes out of the data then."""
    ends = {each.path.name: ends_on(each, purged_at) for each in kept_copies(data)}
    return tuple(
        HoldingCopy(each.name, each.day, ends.get(each.name)) for each in copies_beside(data)
    )


def drop_copies(data: Path, clock: Clock, *, before: datetime) -> DroppedCopies:
    """Take away all copies of the data file that were made by `before`, once a new one is proven.

    One that bears another name stays, and is told: it may be all that is left of another file.

    Raises `AppError` when that one cannot be made: then all are still there.
    """
    kept = keep_copy(data, CopyReason.MANUAL, clock).copy.path
    made = {each.path: each.made_at for each in kept_copies(data)}
    gone, left = 0, list[str]()
    for path in _paths(data):
        if path == kept or made.get(path, before) > before:
            continue
        own = path.parent == data.parent or is_copy_of(data, path.name)
        if own and _is_gone(path):
            gone += 1
        else:
            left.append(path.name)
    return DroppedCopies(gone, tuple(left), kept)


def _is_gone(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _paths(data: Path) -> Iterator[Path]:
    for each in copies_beside(data):
        for folder in (backup_folder(data), data.parent):
            if (path := folder / each.name).is_file():
                yield path
