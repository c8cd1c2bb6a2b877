"""Bringing data back: which copies there are and what came after each, restoring one, and saving
what a damaged file still holds of what came after."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from models.checking.checking import check_store
from models.clock import Clock, now
from models.errors import AppError
from models.journal.change import next_entry_id
from models.machine.leftovers import scratch_folder
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.safekeeping.salvaging import Salvaged, salvage_later
from models.store.converting import convert_file
from models.store.copies import PACKAGES
from models.store.data_file import DataFile, open_file, view_file
from models.store.header import LOG_SUFFIX
from models.store.kept import KeptCopy, copies_paused, kept_copies, kept_copy_at
from models.store.keyring import FileKey, KeyLost, Locked, cipher_key, is_encrypted, key_told
from models.store.limits import MOST
from models.store.restoring import DAMAGED, restore
from models.store.schema import attachments, changes
from models.store.schema import people as people_table
from models.store.seal import KeyTold, SealKind, seal_kind
from models.store.store import Store
from models.store.unreadable import find_unreadable


class CopyBeside(NamedTuple):
    """A kept copy and how many acts came after it; None when its history is not that of the file,
    or the file cannot be asked."""

    copy: KeptCopy
    later: int | None


class BroughtIn(NamedTuple):
    """What a restore did: people and attached files now, where the state before lies, and what was
    saved of a damaged file; None when it was not damaged."""

    people: int
    files: int
    kept: Path | None
    salvaged: Salvaged | None


def copies_beside_now(
    data: Path, store: Store | None, folders: Iterable[Path] = ()
) -> tuple[CopyBeside, ...]:
    """The kept copies of the file at `data`, in its own folder and in `folders`, newest first.

    `store` is the file, open; None when it cannot be opened.
    """
    found = {each.path: each for each in kept_copies(data)}
    for folder in folders:
        found |= {each.path: each for each in kept_copies(data, folder)}
    later = entries_after(store, {each.link for each in found.values() if each.link})
    newest = sorted(found.values(), key=lambda each: each.made_at, reverse=True)
    return tuple(CopyBeside(each, later.get(each.link)) for each in newest)


def entries_after(store: Store | None, links: set[str]) -> dict[str, int]:
    """How many entries the journal has after those that have these links; what it does not have
    is not of its history."""
    if store is None or not links:
        return {}
    with store.reading() as connection:
        ids = connection.execute(
            select(changes.c.link, changes.c.id).where(changes.c.link.in_(links))
        ).all()
        count = select(func.count()).select_from(changes)
        return {
            row.link: connection.execute(count.where(changes.c.id > row.id)).scalar_one()
            for row in ids
        }


def newest_whole_copy(data: Path, folders: Iterable[Path] = ()) -> KeptCopy | None:
    """The newest proven copy, each byte of which is as it was proven."""
    for each in copies_beside_now(data, None, folders):
        with suppress(OSError):
            if each.copy.proven_at is not None and seal_kind(each.copy.path) is SealKind.WHOLE:
                return each.copy
    return None


def restore_copy(copy: Path, target: Path, clock: Clock = now) -> BroughtIn:
    """Put the kept copy in the place of the closed file at `target`, which is kept before.

    What a damaged file still holds of later acts is done again. A file that has a password has it
    afterwards too. Raises `AppError`; `target` is as it was then.
    """
    _refuse_package(copy)
    _refuse_unsound(copy, clock)
    key, told = _present_key(target)
    with copies_paused():
        done = restore(copy, target, clock)
        if key is not None and told is not None and not is_encrypted(target):
            convert_file(target, key, told, clock)
        damaged = done.kept if done.kept and f"-{DAMAGED}-" in done.kept.name else None
        salvaged = _salvaged(damaged, key, target, clock) if damaged else None
        with open_file(target, clock) as file:
            people, files = _counted(file)
            log_action(file, ActionKind.RESTORED, count=people, place=copy.name)
    return BroughtIn(people, files, done.kept, salvaged)


def _refuse_package(copy: Path) -> None:
    kept = kept_copy_at(copy)
    if kept is not None and kept.reason in PACKAGES:
        raise AppError(
            f"Tệp {copy.name} là gói bàn giao, không phải bản sao lưu.",
            "Hãy mở gói bằng Nhận bàn giao (lệnh: open-package), với mật khẩu của gói.",
        )


def _refuse_unsound(copy: Path, clock: Clock) -> None:
    """Raise `AppError` for a copy that was changed since, unless all in it is still right, and for
    one after whose journal no entry can be written."""
    with view_file(copy, clock) as file:
        if _is_as_sealed(copy):
            told = None if _can_go_on(file) else find_unreadable(file.engine)
        elif check_store(file).findings:
            told = AppError("Bản này đã bị thay đổi sau khi được ghi.")
        else:
            return
    if told is not None:
        raise AppError(
            f"Không khôi phục từ bản sao lưu {copy.name}. {told.sentence}",
            "Hãy chọn bản sao lưu khác; dữ liệu hiện có vẫn như cũ.",
        )


def _can_go_on(file: DataFile) -> bool:
    with file.reading() as connection:
        return next_entry_id(connection) <= MOST


def _is_as_sealed(copy: Path) -> bool:
    with suppress(OSError):
        return seal_kind(copy) is not SealKind.BROKEN
    return False


def _counted(file: DataFile) -> tuple[int, int]:
    with file.reading() as connection:
        number = select(func.count()).select_from
        return (
            connection.execute(number(people_table)).scalar_one(),
            connection.execute(number(attachments)).scalar_one(),
        )


def rehearsed(copy: Path, damaged: Path, clock: Clock = now) -> Salvaged:
    """What `restore_copy` would save of the damaged file at `damaged`, which stays as it is.

    Tried with copies in a scratch folder.
    """
    key, _ = _present_key(damaged)
    with scratch_folder() as folder:
        trial = Path(folder) / f"thu{damaged.suffix}"
        restore(copy, trial, clock)
        return _salvaged(damaged, key, trial, clock)


def _salvaged(damaged: Path, key: FileKey | None, target: Path, clock: Clock) -> Salvaged:
    """Do in `target` what a copy of the damaged file tells, which is not touched itself."""
    with scratch_folder() as folder, open_file(target, clock) as file:
        look = Path(folder) / damaged.name
        try:
            for suffix in ("", LOG_SUFFIX):
                part = damaged.with_name(damaged.name + suffix)
                # What stood there may have been a link to a device, which has no end.
                if part.is_file() and not part.is_symlink():
                    shutil.copyfile(part, look.with_name(look.name + suffix))
        except OSError:
            return Salvaged(0, whole=False)
        return salvage_later(look, key, file)


def _present_key(target: Path) -> tuple[FileKey | None, KeyTold | None]:
    """The key of what lies at `target`, as far as it is known."""
    with suppress(OSError, Locked, KeyLost):
        key = cipher_key(target) if target.exists() else None
        return key, key_told(target) if key is not None else None
    return None, None
