"""Copies that are kept, and how they are told from the file that is worked with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError
from models.machine.locks import lock_path
from models.store.header import FileHeader
from models.text.patterns import later
from models.version import COPY_FOLDER

FOLDER = COPY_FOLDER
BEFORE_UPGRADE, BEFORE_RESTORE = "truoc-nang-cap", "truoc-khoi-phuc"
PACKAGE, SECRET_PACKAGE = "package", "package-secret"
PACKAGES = frozenset({PACKAGE, SECRET_PACKAGE})
"""What is made to be handed over is like a copy: of a plain file, of one with a password."""
MANUAL, UPGRADE, RESTORE = "manual", "upgrade", "restore"
"""Why a copy was made: somebody asked for it, or something was about to change everything."""
_NAME = later(
    rf".+-(?:\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}}(?:-\d+)?|{BEFORE_UPGRADE}-\d{{4}})", re.IGNORECASE
)


_OF_FILE = (
    rf"-(?:(?:{BEFORE_RESTORE}-|hong-)?\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}}(?:-\d+)?"
    rf"|{BEFORE_UPGRADE}-\d{{4}}(?:-\d+)?)"
)


class CopyFound(AppError):
    """What was to be opened is a kept copy: it is restored or looked at, never worked with."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp {path.name} là bản sao lưu, không phải tệp dữ liệu để làm việc.",
            "Hãy mở tệp này trong cửa sổ Tiến Độ rồi chọn Khôi phục… hoặc Chỉ xem.",
        )
        self.path = path


def backup_folder(data: Path) -> Path:
    """Where copies of the data file go when nobody names a place: beside it."""
    return data.parent / FOLDER


def newest_copy_day(data: Path) -> date | None:
    """The day of the newest copy beside the data file; None when there is none to be seen."""
    try:
        folder = backup_folder(data)
        times = [
            each.stat().st_mtime
            for each in folder.glob(f"*{data.suffix}")
            if is_copy_of(data, each.name)
        ]
    except OSError:
        return None
    return datetime.fromtimestamp(max(times)).date() if times else None


class HoldingFile(NamedTuple):
    """A file beside the data file that holds what stood in it on `day`."""

    name: str
    day: date


def is_copy_of(data: Path, name: str) -> bool:
    """Whether a file of that name among the copies is one of the data file, or lies beside one."""
    stem, suffix = re.escape(data.stem), re.escape(data.suffix)
    return re.match(f"{stem}{_OF_FILE}{suffix}", name, re.IGNORECASE) is not None


def copies_beside(data: Path) -> tuple[HoldingFile, ...]:
    """All kept copies of the data file, and logs of it that were set aside, the newest first.

    One that is of no file there is named as well: the data file may have had another name then.
    """
    found: list[HoldingFile] = []
    others: list[Path] = []
    with suppress(OSError):
        others = [each for each in data.parent.glob(f"*{data.suffix}") if each.name != data.name]
    places = ((backup_folder(data), f"*{data.suffix}*"), (data.parent, f"{data.name}-*.*-*"))
    for folder, pattern in places:
        with suppress(OSError):
            for each in folder.glob(pattern):
                if not is_copy_of(data, each.name) and _is_of_any(others, each.name):
                    continue
                day = datetime.fromtimestamp(each.stat().st_mtime).date()
                found.append(HoldingFile(each.name, day))
    return tuple(sorted(found, key=lambda each: (each.day, each.name), reverse=True))


def _is_of_any(others: Sequence[Path], name: str) -> bool:
    return any(is_copy_of(each, name) for each in others)


def looks_kept(path: Path) -> bool:
    """Whether folder or name say that the file at `path` is a kept copy."""
    in_folder = path.absolute().parent.name.casefold() == FOLDER
    return in_folder or _NAME.fullmatch(path.stem) is not None


def is_kept_copy(path: Path, header: FileHeader) -> bool:
    """Whether the file at `path` is a copy to keep: by its mark, its folder or its name."""
    return looks_kept(path) or (header.is_copy and not is_put_in_place(path, header))


def is_put_in_place(path: Path, header: FileHeader) -> bool:
    """Whether somebody copied a kept copy over the file that was worked with: its lock is there."""
    return header.is_copy and not looks_kept(path) and lock_path(path).exists()
