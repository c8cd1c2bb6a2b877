"""Acts that happen while no file can be written: kept in the user's own folder until one can.

Each is a file of its own, so that two windows never write the same one; it goes away only after
the log has it, and the log takes each moment once. No name of a person stands in them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.records.actions import ActionKind

FOLDER = "nhat-ky-cho"
SUFFIX = ".json"
MOVED_AWAY = timedelta(days=30)
"""A file that was not opened for so long has been moved: the next one takes what waits for it."""
LARGEST = 4_096
MOST = 2_000


@dataclass(frozen=True, slots=True)
class PendingAction:
    """An act that waits; `path` is where it is written down."""

    path: Path
    at: datetime
    kind: str
    count: int
    detail: str
    file: str
    who: str = ""


def note_action(
    folder: Path,
    kind: ActionKind,
    at: datetime,
    *,
    count: int = -1,
    detail: str = "",
    file: str = "",
) -> None:
    """Write down in the user's own `folder` what the log of `file` (its `file_key`) is to have, or
    else that of whatever file is opened next. What cannot be written is passed over."""
    place = folder / FOLDER
    told = {
        "at": at.isoformat(),
        "kind": str(kind),
        "count": count,
        "detail": detail,
        "file": file,
    }
    name = token_hex(16)
    draft = place / f"{name}.tmp"
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(open_owned(draft), "w", encoding="utf-8") as written:
            written.write(json.dumps(told, ensure_ascii=False))
        replace_file(draft, place / f"{name}{SUFFIX}")


def hand_in(
    folder: Path, file: Path, now: datetime, log: Callable[[Sequence[PendingAction]], Any]
) -> None:
    """Give `log` what waits for the data file at `file`, oldest first, and then forget it."""
    waiting = [each for each in waiting_actions(folder) if _is_for(each, file, now)]
    if not waiting:
        return
    log(waiting)
    for each in waiting:
        with suppress(OSError):
            each.path.unlink()


def waiting_actions(folder: Path) -> list[PendingAction]:
    """All that waits, oldest first; what cannot be read is no act."""
    place = folder / FOLDER
    try:
        names = sorted(place.glob(f"*{SUFFIX}"))[:MOST]
    except OSError:
        return []
    found = filter(None, map(_read, names))
    return sorted(found, key=lambda each: each.at)


def file_key(path: Path) -> str:
    """What tells one data file from another without saying where it lies."""
    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()


def _is_for(waiting: PendingAction, file: Path, now: datetime) -> bool:
    return waiting.file in ("", file_key(file)) or now - waiting.at > MOVED_AWAY


def _read(path: Path) -> PendingAction | None:
    try:
        if path.is_symlink() or path.stat().st_size > LARGEST:
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        return PendingAction(
            path=path,
            at=datetime.fromisoformat(told["at"]).replace(tzinfo=None),
            kind=str(ActionKind(told["kind"])),
            count=int(told["count"]),
            detail=str(told["detail"]),
            file=str(told["file"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
