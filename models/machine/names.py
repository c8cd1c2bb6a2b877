"""Names of files as the system takes them, and as they can be shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from models.errors import AppError
from models.text.formats import number

MOST_BYTES = 255
MOST_OF_A_PATH = 4095


def shown_name(path: Path | str) -> str:
    """The path in letters that can be shown and stored: other bytes become question marks."""
    return os.fsencode(path).decode("utf-8", "replace")


def name_length(name: str) -> int:
    """How much of what the system allows a name takes: bytes, on Windows units of UTF-16."""
    if sys.platform == "win32":
        return len(name.encode("utf-16-le", "surrogatepass")) // 2
    return len(os.fsencode(name))


def refuse_unusable_name(path: Path, room: int = 0) -> None:
    """Raise `AppError` for a path that no file can have.

    `room` is what endings of files beside it take.
    """
    long = max((part for part in path.parts), key=name_length, default="")
    if "\0" in str(path):
        raise AppError("Đường dẫn có ký tự không dùng được.", "Hãy chọn tệp khác.")
    if name_length(long) + (room if long == path.name else 0) > MOST_BYTES:
        raise AppError(
            f"Tên “{_cut(long)}” quá dài ({number(len(long))} chữ), máy không mở được.",
            f"Hãy đặt tên ngắn hơn, không quá {(MOST_BYTES - room) // 3} chữ.",
        )
    if sys.platform != "win32" and name_length(str(path)) + room > MOST_OF_A_PATH:
        raise AppError(
            f"Đường dẫn của tệp “{_cut(path.name)}” quá dài, máy không mở được.",
            "Hãy chọn thư mục gần gốc ổ đĩa hơn.",
        )


def is_there(path: Path) -> bool:
    """Whether a file lies at `path`; False also where none can lie."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _cut(name: str) -> str:
    shown = shown_name(name)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
