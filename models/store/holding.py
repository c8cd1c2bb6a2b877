"""Holding a data file for this process alone, and saying who else holds it."""

from __future__ import annotations

from pathlib import Path

from models.errors import AppError
from models.machine.locks import FileLock, NotALock, lock_path, other_account
from models.machine.places import unwritable
from models.store.faults import disk_full


def held_lock(path: Path) -> FileLock:
    """The lock of the data file at `path`, held by us. Raises `AppError` when it cannot be."""
    lock = FileLock(lock_path(path))
    try:
        held = lock.acquire()
    except NotALock as error:
        raise AppError(
            f"Tệp {lock_path(path).name} cạnh tệp dữ liệu là một liên kết hoặc không phải tệp "
            "thường, nên không dùng làm tệp khóa.",
            f"Hãy xóa hoặc đổi tên {lock_path(path).name} trong thư mục {path.parent} rồi mở lại.",
        ) from error
    except OSError as error:
        raise disk_full(path, error) or unwritable(path.parent) from error
    if not held:
        raise _in_use(path)
    return lock


class FileInUse(AppError):
    """Another process of ours has this file open."""


def _in_use(path: Path) -> FileInUse:
    account = other_account(lock_path(path))
    if account:
        return FileInUse(
            f"Tệp {path.name} đang được người dùng {account} mở trên máy này.",
            "Hãy nhờ người đó đóng Tiến Độ hoặc đăng xuất khỏi máy, rồi mở lại.",
        )
    return FileInUse(
        f"Tệp {path.name} đang được mở trong một cửa sổ Tiến Độ khác.",
        "Hãy dùng cửa sổ đang mở, hoặc đóng cửa sổ đó rồi làm lại.",
    )
