"""Files that are to be attached, read whole within their bounds; what is wrong is told by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError
from models.machine.file_names import safe_file_name
from models.machine.long_paths import reachable
from models.machine.names import refuse_unusable_name, shown_name
from models.text.formats import size_words

MOST_OF_ONE = 20 * 1024 * 1024
"""Bytes of one attached file."""
MOST_AT_ONCE = 100 * 1024 * 1024
"""Bytes of all files that are attached in one act: they are held in memory until it is done."""
PART = 256 * 1024

ReadStep = Callable[[int, int], None]


class FileContent(NamedTuple):
    """A file as it is kept: its name, safe everywhere, and its bytes."""

    name: str
    content: bytes


class ContentsRead(NamedTuple):
    """What could be read, and for each of the others why not."""

    files: tuple[FileContent, ...]
    refused: tuple[AppError, ...]


def read_for_attaching(paths: Sequence[Path], step: ReadStep | None = None) -> ContentsRead:
    """Read the files at `paths`; `step` hears (bytes read, of) and may raise to stop.

    A file that is missing, empty, too large, locked or no file is told in a sentence.
    """
    of = sum(map(_size, paths))
    files: list[FileContent] = []
    refused: list[AppError] = []
    done = 0
    for path in paths:
        try:
            content = _read(path, done, of, step)
        except AppError as error:
            refused.append(error)
            continue
        done += len(content)
        files.append(FileContent(safe_file_name(path.name), content))
    return ContentsRead(tuple(files), tuple(refused))


def _size(path: Path) -> int:
    try:
        return reachable(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _read(path: Path, done: int, of: int, step: ReadStep | None) -> bytes:
    refuse_unusable_name(path)
    _check(path, done)
    parts: list[bytes] = []
    read = 0
    try:
        with reachable(path).open("rb") as file:
            while part := file.read(PART):
                read += len(part)
                # A file may grow while it is read.
                if read > MOST_OF_ONE:
                    raise _too_large(path, read)
                parts.append(part)
                if step is not None:
                    step(min(done + read, of), of)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not read:
        raise AppError(
            f"Tệp “{shown_name(path.name)}” không có nội dung (0 byte) nên chưa đính kèm.",
            "Hãy mở tệp xem đã lưu chưa rồi chọn lại.",
        )
    return b"".join(parts)


def _check(path: Path, done: int) -> None:
    """Refuse what is no file, and what would not fit, before any of it is read."""
    name = shown_name(path.name or str(path))
    place = reachable(path)
    try:
        if place.is_dir():
            raise AppError(
                f"“{name}” là thư mục nên chưa đính kèm.",
                "Hãy chọn các tệp trong thư mục, hoặc nén thư mục thành một tệp .zip.",
            )
        if not place.exists():
            raise AppError(
                f"Không còn tệp “{name}” ở chỗ đã chọn nên chưa đính kèm.", "Hãy chọn lại tệp."
            )
        if not place.is_file():
            raise AppError(f"“{name}” không phải là tệp nên chưa đính kèm.", "Hãy chọn tệp khác.")
        size = place.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    if size > MOST_OF_ONE:
        raise _too_large(path, size)
    if done + size > MOST_AT_ONCE:
        raise AppError(
            f"Tệp “{name}” chưa được đính kèm vì mỗi lần chỉ nhận không quá "
            f"{size_words(MOST_AT_ONCE)}.",
            "Hãy đính kèm các tệp còn lại trong lần sau.",
        )


def _too_large(path: Path, size: int) -> AppError:
    return AppError(
        f"Tệp “{shown_name(path.name)}” lớn quá ({size_words(size)}); mỗi tệp đính kèm không quá "
        f"{size_words(MOST_OF_ONE)}.",
        "Hãy giảm dung lượng (nén ảnh, quét ở độ nét thấp hơn) hoặc chia thành nhiều tệp.",
    )


def _unreadable(path: Path, error: OSError) -> AppError:
    name = shown_name(path.name)
    if isinstance(error, PermissionError):
        return AppError(
            f"Không đọc được tệp “{name}”: tệp đang bị chương trình khác khóa hoặc tài khoản này "
            "không có quyền đọc.",
            "Hãy đóng chương trình đang mở tệp rồi thử lại.",
        )
    return AppError(
        f"Không đọc được tệp “{name}” ({error.strerror or 'lỗi ổ đĩa'}) nên chưa đính kèm.",
        "Hãy kiểm tra ổ đĩa hoặc USB còn kết nối, tệp đã tải về máy, rồi thử lại.",
    )
