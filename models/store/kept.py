"""The kept copies of a data file, told from their names and seals: none is opened for the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from models.errors import AppError
from models.records.kept_copies import CopyReason
from models.store.copies import BEFORE_RESTORE, BEFORE_UPGRADE, backup_folder
from models.store.header import read_file_header
from models.store.seal import read_seal

UNKNOWN = -1
_one_at_a_time = RLock()
_AT = "%Y-%m-%d-%H%M%S"
_MADE = (
    rf"(?P<kind>(?:{BEFORE_RESTORE}-)?)(?P<at>\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}})(?:-(?P<number>\d+))?"
)
_UPGRADED = rf"(?P<upgrade>{BEFORE_UPGRADE})-(?P<revision>\d{{4}})(?:-\d+)?"


class KeptCopy(NamedTuple):
    """A copy among those of a data file. What it does not tell itself, as it is of an older
    program, is `UNKNOWN`, "" or None: people, files, `link` (the head of its journal), when it was
    read back last."""

    path: Path
    made_at: datetime
    reason: str
    people: int
    files: int
    size: int
    proven_at: datetime | None
    encrypted: bool
    revision: str
    link: str = ""


class CopyUnproven(AppError):
    """There is a copy, but it is no proven one: the data itself is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            "Bản sao lưu vừa ghi chưa được tính là đã thử khôi phục: dữ liệu có chỗ không khớp với "
            "lịch sử thay đổi, thường do ổ đĩa hỏng.",
            "Hãy kiểm tra dữ liệu để xem chỗ nào và sửa; các bản sao lưu trước đó vẫn được giữ.",
        )


@contextmanager
def copies_paused() -> Iterator[None]:
    """Within it nobody else in this process makes, carries or thins copies: whoever replaces the
    file, or what all copies are encrypted with, waits here for the one that is being made."""
    with _one_at_a_time:
        yield


def kept_copies(data: Path, folder: Path | None = None) -> tuple[KeptCopy, ...]:
    """The copies of the file at `data` in `folder` (by default the usual one), the newest first.

    What bears another name or is no copy of ours is none. Nothing is raised.
    """
    named = _own_name(data)
    found: list[tuple[datetime, int, KeptCopy]] = []
    with suppress(OSError):
        for each in (folder or backup_folder(data)).iterdir():
            words = named.fullmatch(each.name)
            copy = _kept(each, words) if words is not None else None
            if copy is not None and words is not None:
                found.append((copy.made_at, int(words["number"] or 1), copy))
    return tuple(copy for _, _, copy in sorted(found, reverse=True))


def kept_copy_at(path: Path) -> KeptCopy | None:
    """What the copy at `path` tells of itself; None when it is none."""
    return _kept(path, re.fullmatch(rf".+-(?:{_MADE}|{_UPGRADED})\.\w+", path.name))


def _own_name(data: Path) -> re.Pattern[str]:
    stem, suffix = re.escape(data.stem), re.escape(data.suffix)
    return re.compile(rf"{stem}-(?:{_MADE}|{_UPGRADED}){suffix}", re.IGNORECASE)


def _kept(path: Path, words: re.Match[str] | None) -> KeptCopy | None:
    with suppress(OSError):
        if path.is_symlink() or not path.is_file():
            return None
        header = read_file_header(path)
        if header is None or not header.is_ours or not header.is_copy:
            return None
        found, seal = path.stat(), read_seal(path)
        if seal is not None and seal.copy is not None:
            facts = seal.copy
            made, proven = _moment(facts.made_at), _moment(facts.proven_at)
            if made is not None:
                return KeptCopy(
                    path, made, facts.reason, facts.people, facts.files, found.st_size, proven,
                    header.encrypted, facts.revision, facts.link,
                )  # fmt: skip
        made = _named_moment(words) or datetime.fromtimestamp(int(found.st_mtime))
        return KeptCopy(
            path, made, _named_reason(words), UNKNOWN, UNKNOWN, found.st_size, None,
            header.encrypted, (words and words["revision"]) or "",
        )  # fmt: skip
    return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _named_moment(words: re.Match[str] | None) -> datetime | None:
    if words is None or not words["at"]:
        return None
    try:
        return datetime.strptime(words["at"], _AT)
    except ValueError:
        return None


def _named_reason(words: re.Match[str] | None) -> str:
    if words is None:
        return ""
    if words["upgrade"]:
        return CopyReason.UPGRADE
    return CopyReason.RESTORE if words["kind"] else CopyReason.MANUAL
