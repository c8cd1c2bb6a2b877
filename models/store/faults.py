"""Database faults that the officer can mend, turned into sentences."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import AppError
from models.machine.names import shown_name

FULL = "database or disk is full"
LITTLE_ROOM = 256 * 1024

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        FULL,
        "Ổ đĩa đã đầy nên chưa ghi được gì vào {path}.",
        "Hãy xóa bớt tệp không cần trên ổ đĩa rồi làm lại; dữ liệu trước đó vẫn nguyên vẹn.",
    ),
    (
        "readonly database",
        "Không ghi được vào {path} vì tệp hoặc thư mục chỉ cho phép đọc.",
        "Hãy bỏ thuộc tính chỉ đọc hoặc chép tệp sang thư mục khác rồi mở lại.",
    ),
    (
        "unable to open database file",
        "Không mở được tệp dữ liệu {path}.",
        "Hãy kiểm tra thư mục có tồn tại và cho phép ghi hay không.",
    ),
    (
        "database is locked",
        "Tệp dữ liệu {path} đang được một chương trình khác sử dụng.",
        "Hãy đóng chương trình đó rồi làm lại.",
    ),
    (
        "file is not a database",
        "Tệp {path} không phải là tệp dữ liệu của Tiến Độ hoặc đã bị hỏng phần đầu.",
        "Hãy mở tệp khác, hoặc khôi phục từ bản sao lưu gần nhất.",
    ),
    (
        "malformed",
        "Tệp dữ liệu {path} đã bị hỏng.",
        "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
    ),
    (
        "disk i/o error",
        "Không đọc hoặc ghi được {path}: ổ đĩa báo lỗi.",
        "Hãy kiểm tra ổ đĩa còn chỗ trống và còn kết nối rồi làm lại.",
    ),
)


def explain(message: str, path: Path) -> AppError | None:
    """The sentence for a database's own `message`, or None when it is not the officer's to mend."""
    lowered = message.lower()
    if "disk i/o error" in lowered and _is_full(path):
        lowered = FULL
    for words, sentence, advice in _KNOWN:
        if words in lowered:
            return AppError(sentence.format(path=path), advice)
    return None


def _is_full(path: Path) -> bool:
    """A full disk also shows as an I/O error, when even the log's index finds no room."""
    try:
        return shutil.disk_usage(path.parent).free < LITTLE_ROOM
    except OSError:
        return False


def no_room(path: Path, error: OSError) -> AppError | None:
    """The sentence for a full disk; None when `error` is another one."""
    return explain(FULL, path) if error.errno in (errno.ENOSPC, errno.EDQUOT) else None


class FileMissing(AppError):
    """There is no file where one was to be opened."""


def missing(path: Path) -> FileMissing:
    """There is no file at `path`."""
    return FileMissing(
        f"Không tìm thấy tệp dữ liệu {shown_name(path)}.", "Hãy chọn tệp khác hoặc tạo mới."
    )


def not_ours(path: Path) -> AppError:
    """The file at `path` is not a data file."""
    return AppError(
        f"Tệp {path.name} không phải là tệp dữ liệu của Tiến Độ.",
        "Hãy chọn tệp có đuôi .tiendo do Tiến Độ tạo ra.",
    )


def unreachable(path: Path) -> AppError:
    """The system does not let the file at `path` be read."""
    return AppError(
        f"Không đọc được tệp dữ liệu {shown_name(path)}.",
        "Hãy kiểm tra quyền đọc của tài khoản này và ổ đĩa còn kết nối rồi mở lại.",
    )


def damaged(path: Path) -> AppError:
    """The data file at `path` cannot be read as a whole."""
    return AppError(
        f"Tệp dữ liệu {path} đã bị hỏng.",
        "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
    )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Within it, known database faults surface as `AppError`; others pass unchanged."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy, which may not be there yet, hands on the driver's own error as `orig`.
        below = getattr(error, "orig", error)
        known = explain(str(below), path) if isinstance(below, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error
