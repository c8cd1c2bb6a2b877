"""Paths of more than 260 characters, which Windows opens only in its extended form.

The manifest asks for long paths, but an office PC allows them only when its policy says so.
"""

from __future__ import annotations

import ntpath
import sys
from pathlib import Path

from models.errors import AppError
from models.machine.names import refuse_unusable_name
from models.text.formats import number

WINDOWS = sys.platform == "win32"
MOST = 259
SHORT = 240
"""Up to here a path is left as it is: a folder may not come closer to the limit than a file."""

_FILE, _SHARE = "\\\\?\\", "\\\\?\\UNC\\"


def reachable(path: Path) -> Path:
    """The path in the form in which it can be opened; the same on other systems."""
    return Path(extended(str(path))) if WINDOWS and len(str(path)) > SHORT else path


def searchable(folder: Path) -> Path:
    """The folder in the form in which all that lies below it can be opened."""
    return Path(extended(str(folder))) if WINDOWS else folder


def shown_path(path: Path) -> Path:
    """The path as people write it, when it is short enough to be opened so."""
    return Path(plain_path(str(path))) if WINDOWS else path


def extended(path: str) -> str:
    """A Windows path in the extended form, in which only its names are limited."""
    if path.startswith((_FILE, "\\\\.\\")):
        return path
    whole = ntpath.normpath(path)
    if whole.startswith("\\\\"):
        return _SHARE + whole[2:]
    return _FILE + whole if ntpath.isabs(whole) else path


def plain_path(path: str) -> str:
    """The inverse of `extended` for paths that need it no more."""
    if path.startswith(_SHARE):
        bare = "\\\\" + path[len(_SHARE) :]
    else:
        bare = path.removeprefix(_FILE)
    return bare if len(bare) <= SHORT else path


def refuse_long_data_path(path: Path) -> None:
    """Raise `AppError` when the database could not put its own files beside `path`."""
    room = len(".request-1234567890")
    refuse_unusable_name(path, room)
    longest = len(str(path)) + room
    if WINDOWS and longest > MOST:
        raise AppError(
            f"Đường dẫn của tệp {path.name} quá dài ({number(len(str(path)))} ký tự).",
            f"Hãy chọn thư mục gần gốc ổ đĩa hơn, để cả đường dẫn không quá "
            f"{MOST - longest + len(str(path))} ký tự.",
        )
