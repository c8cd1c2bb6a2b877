"""Looking at a data file before it is opened: whose it is, whether it is whole, how old."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from models.clock import Clock
from models.errors import AppError
from models.machine.places import unwritable
from models.store.driver import driver_errors
from models.store.faults import data_file_damaged, explain_fault
from models.store.header import FileHeader, log_of, own_header
from models.store.keyring import FileKey, cipher_key
from models.store.known_schema import refuse_foreign_schema
from models.store.log import Aside, log_missing, looking_into, set_strangers_aside
from models.store.revision import HEAD
from models.store.seal import SealKind, seal_kind

CHECKED_UP_TO = 200 * 2**20
"""Bytes of the largest file whose pages are all looked at before it is opened."""


class SoundFile(NamedTuple):
    """A file that can be opened: its header, its revision, what was set aside beside it, and what
    its seal says."""

    header: FileHeader
    revision: str
    aside: Aside | None = None
    seal: SealKind = SealKind.NONE


def inspect_file(path: Path, clock: Clock, *, without_log: bool = False) -> SoundFile:
    """What lies at `path`, whose lock we hold; files beside it that are not its own are set aside.

    Raises `AppError` unless it can be opened by us. `without_log` takes the file as it is, though
    its newest changes are not in it.
    """
    header = own_header(path)
    key = cipher_key(path)
    try:
        aside = set_strangers_aside(path, header, clock())
    except OSError as error:
        raise unwritable(path.parent) from error
    if header.needs_log and not log_of(path).exists() and not without_log:
        raise log_missing(path, aside)
    seal = seal_kind(path)
    revision = checked_revision(path, key, sealed=seal is SealKind.WHOLE)
    return SoundFile(header, revision, aside, seal)


def checked_revision(path: Path, key: FileKey | None, *, sealed: bool = False) -> str:
    """The revision of the sound file at `path`; raises `AppError` for a damaged or newer one.

    One whose seal is whole is what was closed, so that its pages need not be looked at.
    """
    try:
        with looking_into(path, key) as connection:
            connection.execute("PRAGMA cell_size_check = ON")
            refuse_foreign_schema(connection, path)
            # All pages of a city's file take seconds; what is broken there shows when it is read.
            unknown = not sealed and path.stat().st_size <= CHECKED_UP_TO
            check = "PRAGMA quick_check(1)" if unknown else "SELECT 'ok'"
            verdict = connection.execute(check).fetchone()[0]
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except driver_errors() as error:
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
