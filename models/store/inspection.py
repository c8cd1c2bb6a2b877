"""Looking at a data file before it is opened: whose it is, whether it is whole, how old."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from models.clock import Clock
from models.errors import AppError
from models.machine.places import unwritable
from models.store.faults import data_file_damaged, explain_fault
from models.store.header import FileHeader, log_of, own_header
from models.store.log import Aside, log_missing, set_strangers_aside
from models.store.revision import HEAD

CHECKED_UP_TO = 200 * 2**20
"""Bytes of the largest file whose pages are all looked at before it is opened."""


class SoundFile(NamedTuple):
    """A file that can be opened: its header, its revision, what was set aside beside it."""

    header: FileHeader
    revision: str
    aside: Aside | None = None


def inspect_file(path: Path, clock: Clock, *, without_log: bool = False) -> SoundFile:
    """What lies at `path`, whose lock we hold; files beside it that are not its own are set aside.

    Raises `AppError` unless it can be opened by us. `without_log` takes the file as it is, though
    its newest changes are not in it.
    """
    header = own_header(path)
    try:
        aside = set_strangers_aside(path, header, clock())
    except OSError as error:
        raise unwritable(path.parent) from error
    if header.needs_log and not log_of(path).exists() and not without_log:
        raise log_missing(path, aside)
    return SoundFile(header, checked_revision(path), aside)


def checked_revision(path: Path) -> str:
    """The revision of the sound file at `path`; raises `AppError` for a damaged or newer one."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            # All pages of a city's file take seconds; what is broken there shows when it is read.
            small = path.stat().st_size <= CHECKED_UP_TO
            check = "PRAGMA quick_check(1)" if small else "SELECT 'ok'"
            verdict = connection.execute(check).fetchone()[0]
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise explain_fault(error, path) or data_file_damaged(path) from error
    except UnicodeDecodeError as error:
        raise data_file_damaged(path) from error
    if verdict != "ok" or row is None or not _is_revision(str(row[0])):
        raise data_file_damaged(path)
    revision = str(row[0])
    if revision > HEAD:
        raise AppError(
            f"Tệp {path.name} do phiên bản Tiến Độ mới hơn tạo ra.",
            "Hãy cài bản mới: cắm USB có bộ cài, chọn Trợ giúp → Cài bản mới từ USB, rồi mở lại; "
            "tệp không bị thay đổi.",
        )
    return revision


def _is_revision(written: str) -> bool:
    return len(written) == 4 and written.isascii() and written.isdigit()
