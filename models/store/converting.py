"""A closed data file gets a password, or loses it: written anew, proven, put in its place.

At any instant of a kill the file is the old one or the new one, and whole. A plain file that was
replaced is overwritten before it is given up; on a disk that spreads what is written over its
cells (SSD, USB stick) that is the most that a program can do.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.clock import Clock, now
from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.replacing import replace_file
from models.store.copies import CopyFound, is_kept_copy
from models.store.driver import driver_errors
from models.store.faults import disk_full, explain_fault
from models.store.header import INDEX_SUFFIX, JOURNAL_SUFFIX, LOG_SUFFIX, own_header
from models.store.holding import held_lock
from models.store.inspection import inspect_file
from models.store.keyring import FileKey, cipher_key, drop_key_beside
from models.store.log import fresh_state, looking_into, write_home
from models.store.rewriting import NotTheSame, prove_same, rewrite
from models.store.seal import CopyFacts, KeyTold, seal_file

ConvertStep = Callable[[str], None]
"""Told the name of each step that has just been done; a test ends the process in it."""
_AT_ONCE = 1 << 20


def no_step(_name: str) -> None:
    """Nobody wants to know."""


def convert_file(
    path: Path,
    key: FileKey | None,
    told: KeyTold | None,
    clock: Clock = now,
    step: ConvertStep = no_step,
) -> None:
    """Encrypt the closed file at `path` with `key`, whose slots are `told`; None makes it plain.

    Raises `AppError`, and the file is then as it was: when it is open somewhere, damaged, a kept
    copy, encrypted or plain already, or when the disk is full.
    """
    header = own_header(path)
    if is_kept_copy(path, header):
        raise CopyFound(path)
    _refuse_other_names(path)
    lock = held_lock(path)
    try:
        inspect_file(path, clock)
        present = cipher_key(path)
        _refuse_needless(path, present, key)
        with _explained(path):
            if header.logged:
                _bring_home(path, present)
            step("home")
            rewrite_in_place(path, present, key, told, None, fresh_state(), step)
            for suffix in (LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            drop_key_beside(path)
            step("tidied")
    finally:
        lock.release()


def rewrite_in_place(
    path: Path,
    present: FileKey | None,
    key: FileKey | None,
    told: KeyTold | None,
    facts: CopyFacts | None,
    state: int,
    step: ConvertStep = no_step,
) -> None:
    """Put the same database under another key in the place of the one at `path`, which nobody uses
    and which has no log. Raises `OSError` or what the drivers raise; it is as it was then."""
    draft = path.with_name(draft_name(f"{path.stem}-mat-khau"))
    times = path.stat()
    try:
        rewrite(path, present, draft, key, state)
        step("written")
        prove_same(path, present, draft, key)
        step("proven")
        seal_file(draft, told, facts)
        if facts is not None:
            os.utime(draft, ns=(times.st_atime_ns, times.st_mtime_ns))
        step("sealed")
        if present is None:
            replace_for_good(draft, path, step)
        else:
            replace_file(draft, path)
        step("replaced")
    finally:
        for suffix in ("", JOURNAL_SUFFIX, LOG_SUFFIX, INDEX_SUFFIX):
            wipe_file(draft.with_name(draft.name + suffix))


def replace_for_good(draft: Path, target: Path, step: ConvertStep = no_step) -> None:
    """Move `draft` over `target`, and overwrite what lay there once nothing leads to it any more.

    Windows replaces no file that is open, so that its bytes get a second name for a moment there.
    """
    if sys.platform == "win32":
        second = target.with_name(draft_name(f"{target.stem}-cu"))
        with suppress(OSError):
            os.link(target, second)
        replace_file(draft, target)
        step("moved")
        wipe_file(second)
        return
    with target.open("r+b", buffering=0) as old:
        replace_file(draft, target)
        step("moved")
        with suppress(OSError):
            _overwrite(old.fileno())


def wipe_file(path: Path) -> None:
    """Overwrite the file at `path` and delete it, as far as it can be; one that is not there is
    none."""
    if path.is_symlink() or not path.is_file():
        return
    with suppress(OSError):
        with path.open("r+b", buffering=0) as file:
            if os.fstat(file.fileno()).st_nlink == 1:
                _overwrite(file.fileno())
        path.unlink()


def _overwrite(number: int) -> None:
    """Zeros over the whole open file, down to the disk."""
    left = os.fstat(number).st_size
    os.lseek(number, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(number, bytes(min(_AT_ONCE, left)))
    os.fsync(number)


def _bring_home(path: Path, key: FileKey | None) -> None:
    """Write the log into the file, so that the file alone is all there is."""
    with looking_into(path, key) as connection:
        if not write_home(connection):
            raise AppError(
                f"Tệp {path.name} đang được chương trình khác đọc.",
                "Hãy đóng chương trình đó (như phần mềm sao lưu, quét vi-rút) rồi làm lại.",
            )


def _refuse_other_names(path: Path) -> None:
    """What has another name would stay there as it was, or be overwritten there unasked."""
    if path.is_symlink() or path.stat().st_nlink > 1:
        raise AppError(
            f"Tệp {path.name} là một liên kết, hoặc còn có tên khác trên ổ đĩa (liên kết cứng), "
            "nên chưa đặt hay bỏ mật khẩu.",
            "Hãy chép tệp thành một tệp riêng, mở tệp đó rồi làm lại; nhớ xóa tệp cũ nếu nơi ấy "
            "người khác đọc được.",
        )


def _refuse_needless(path: Path, present: FileKey | None, key: FileKey | None) -> None:
    if present is not None and key is not None:
        raise AppError(f"Tệp {path.name} đã có mật khẩu.", "Hãy dùng chức năng đổi mật khẩu.")
    if present is None and key is None:
        raise AppError(f"Tệp {path.name} không có mật khẩu.", "Không có gì để bỏ.")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What went wrong becomes a sentence; the file is as it was in each case."""
    try:
        yield
    except NotTheSame as error:
        raise AppError(
            f"Tệp mới ghi của {path.name} không đọc lại được giống hệt tệp cũ nên đã bỏ đi.",
            "Tệp dữ liệu vẫn như cũ. Hãy kiểm tra ổ đĩa rồi làm lại.",
        ) from error
    except OSError as error:
        raise disk_full(path, error) or _unwritable(path) from error
    except driver_errors() as error:
        raise explain_fault(error, path) or _unwritable(path) from error
    except sqlite3.Error as error:
        raise _unwritable(path) from error


def _unwritable(path: Path) -> AppError:
    return AppError(
        f"Không ghi được vào thư mục {path.parent} nên chưa đổi được tệp {path.name}.",
        "Tệp dữ liệu vẫn như cũ. Hãy xem ổ đĩa còn chỗ, thư mục còn cho ghi rồi làm lại.",
    )
