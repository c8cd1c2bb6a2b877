"""Faults of a file's database that the officer can mend, turned into sentences by their code."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from models.errors import AppError
from models.machine.names import shown_name
from models.version import COPY_FOLDER, FILE_SUFFIX

LITTLE_ROOM = 256 * 1024
_PRIMARY = 0xFF
"""The part of SQLite's extended code that says what kind of fault it is."""

_KNOWN: Mapping[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        "Ổ đĩa đã đầy nên chưa ghi được gì vào {path}.",
        "Hãy xóa bớt tệp không cần trên ổ đĩa rồi làm lại; dữ liệu trước đó vẫn nguyên vẹn.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Không ghi được vào {path} vì tệp hoặc thư mục chỉ cho phép đọc.",
        "Hãy bỏ thuộc tính chỉ đọc hoặc chép tệp sang thư mục khác rồi mở lại.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Không mở được tệp dữ liệu {path}.",
        "Hãy kiểm tra thư mục có tồn tại và cho phép ghi hay không.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Tệp dữ liệu {path} đang được một chương trình khác sử dụng.",
        "Hãy đóng chương trình đó rồi làm lại.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "Tệp {path} không phải là tệp dữ liệu của Tiến Độ hoặc đã bị hỏng phần đầu.",
        "Hãy mở tệp khác, hoặc khôi phục từ bản sao lưu gần nhất.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "Tệp dữ liệu {path} đã bị hỏng.",
        "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất.",
    ),
    sqlite3.SQLITE_IOERR: (
        "Không đọc hoặc ghi được {path}: ổ đĩa báo lỗi.",
        "Hãy kiểm tra ổ đĩa còn chỗ trống và còn kết nối rồi làm lại.",
    ),
}

_WAS_OURS = (
    "Nếu trước đây tệp vẫn mở được, hãy giữ nguyên tệp này và khôi phục từ bản sao lưu gần nhất; "
    f"nếu không, hãy chọn tệp có đuôi {FILE_SUFFIX} do Tiến Độ tạo ra."
)
_DAMAGE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_UNREAD = frozenset(
    {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_DATA}
)
"""What a disk answers that has lost a part of the file, today and tomorrow."""


class FileDamaged(AppError):
    """What is in a file cannot be read as a data file."""


class FileHindered(AppError):
    """What is around a file was in the way, not what is in it: another program, a full disk."""


def fault_kind(error: BaseException, path: Path) -> int | None:
    """The kind of fault that SQLite tells of a file at `path` (`sqlite3.SQLITE_FULL` …); None for
    an error of another making.

    A full disk also shows as an I/O error, when even the log's index finds no room.
    """
    # SQLAlchemy, which may not be there yet, hands on the driver's own error as `orig`.
    below = getattr(error, "orig", error)
    code: int | None = getattr(below, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = code & _PRIMARY
    return sqlite3.SQLITE_FULL if kind == sqlite3.SQLITE_IOERR and _is_full(path) else kind


def explain_fault(error: BaseException, path: Path) -> AppError | None:
    """The sentence for a fault of the database, or None when it is not the officer's to mend."""
    kind = fault_kind(error, path)
    if kind is None:
        return None
    unread = getattr(getattr(error, "orig", error), "sqlite_errorcode", None) in _UNREAD
    return _told(kind, path, AppError if unread else FileHindered)


def _told(kind: int, path: Path, otherwise: type[AppError] = FileHindered) -> AppError | None:
    if kind not in _KNOWN:
        return None
    sentence, advice = _KNOWN[kind]
    made = FileDamaged if kind in _DAMAGE else otherwise
    return made(sentence.format(path=path), advice)


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < LITTLE_ROOM
    except OSError:
        return False


def disk_full(path: Path, error: OSError) -> AppError | None:
    """The sentence for a full disk; None when `error` is another one."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return _told(sqlite3.SQLITE_FULL, path) if full else None


class FileMissing(AppError):
    """There is no file where one was to be opened."""


def file_missing(path: Path) -> FileMissing:
    """There is no file at `path`; copies of it may lie beside where it was."""
    sentence = f"Không tìm thấy tệp dữ liệu {shown_name(path)}."
    with suppress(OSError, ValueError):
        if any((path.parent / COPY_FOLDER).glob(f"{escape(path.stem)}-*{path.suffix}")):
            return FileMissing(
                sentence,
                f"Trong thư mục {COPY_FOLDER} có bản sao lưu của tệp này: nếu tệp bị mất, hãy khôi "
                "phục từ bản mới nhất; nếu tệp đã đổi tên hoặc chuyển chỗ, hãy chọn tệp đó.",
            )
    return FileMissing(sentence, "Hãy chọn tệp khác hoặc tạo mới.")


def not_ours(path: Path) -> AppError:
    """The file at `path` is not a data file, or not any more."""
    sentence = f"Tệp {path.name} không phải là tệp dữ liệu của Tiến Độ"
    if path.suffix.lower() != FILE_SUFFIX:
        return FileDamaged(f"{sentence}.", f"Hãy chọn tệp có đuôi {FILE_SUFFIX} do Tiến Độ tạo ra.")
    with suppress(OSError):
        if path.stat().st_size == 0:
            return FileDamaged(f"{sentence}, hoặc không còn gì bên trong (0 byte).", _WAS_OURS)
    return FileDamaged(f"{sentence}, hoặc có phần đầu bị ghi đè.", _WAS_OURS)


def odd_beside(path: Path, place: Path) -> AppError:
    """What lies at `place`, where something of the data file belongs, is no file of its own."""
    return AppError(
        f"Bên cạnh tệp {path.name} có {place.name} là thư mục, liên kết hoặc thứ khác, không phải "
        "tệp thường, nên không mở.",
        f"Hãy chuyển {place.name} đi nơi khác rồi mở lại; tệp dữ liệu không bị thay đổi.",
    )


def file_unreachable(path: Path) -> AppError:
    """The system does not let the file at `path` be read."""
    return AppError(
        f"Không đọc được tệp dữ liệu {shown_name(path)}.",
        "Hãy kiểm tra quyền đọc của tài khoản này và ổ đĩa còn kết nối rồi mở lại.",
    )


def data_file_damaged(path: Path) -> AppError:
    """The data file at `path` cannot be read as a whole."""
    sentence, advice = _KNOWN[sqlite3.SQLITE_CORRUPT]
    return FileDamaged(sentence.format(path=path), advice)


@contextmanager
def faults_explained(path: Path) -> Iterator[None]:
    """Within it, known database faults surface as `AppError`; others pass unchanged."""
    try:
        yield
    except Exception as error:
        known = explain_fault(error, path)
        if known is None:
            raise
        raise known from error
