"""Putting a kept copy in the place of the working file, whose present state is kept first."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.clock import Clock, now
from models.errors import AppError
from models.machine.long_paths import refuse_long_data_path
from models.machine.names import is_there
from models.machine.places import refuse_shared_place, unwritable
from models.machine.replacing import replace_file
from models.store.backup import SourceDamaged, copying_explained, prove_copy
from models.store.converting import rewrite_in_place
from models.store.copies import BEFORE_RESTORE, RESTORE, backup_folder, looks_kept
from models.store.driver import driver_errors
from models.store.faults import FileHindered, file_missing
from models.store.header import KEY_SUFFIX, own_header, read_file_header
from models.store.holding import held_lock
from models.store.inspection import checked_revision, inspect_file
from models.store.keyring import (
    KeyLost,
    cipher_key,
    drop_key_beside,
    is_encrypted,
    key_told,
    turn_of,
)
from models.store.log import fresh_state, looking_into, write_home
from models.store.seal import seal_file
from models.version import COPY_FOLDER, FILE_SUFFIX

DAMAGED = "hong"
_PARTS = ("", "-wal", "-shm", "-journal", KEY_SUFFIX)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: how many people and attached files are in the file now, and where the
    state before lies."""

    people: int
    kept: Path | None
    files: int = 0


def restore(copy: Path, target: Path, clock: Clock = now) -> Restored:
    """Put the kept copy at `copy` in the place of the closed file at `target`.

    What lies at `target` is copied among its copies first; when it is damaged, it is moved there
    as it is. Raises `AppError` when the copy or the place will not do; `target` is then untouched.
    """
    if not is_there(copy):
        raise file_missing(copy)
    own_header(copy)
    checked_revision(copy, cipher_key(copy))
    refuse_long_data_path(target)
    refuse_shared_place(target)
    _refuse_other_target(target)
    _make_folder(target.parent)
    lock = held_lock(target)
    try:
        with copying_explained(copy, target):
            draft = target.with_name(f"~{target.stem}-khoi-phuc-{os.getpid()}.tmp")
            try:
                counted = prove_copy(copy, draft, fresh_state())
                _keep_password(copy, target, draft)
                kept = None if target == copy else _keep(target, clock)
                _clear(target, ("-wal", "-shm", "-journal"))
                replace_file(draft, target)
                drop_key_beside(target)
            finally:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
    finally:
        lock.release()
    return Restored(counted.people, kept, counted.files)


def _refuse_other_target(target: Path) -> None:
    """Raise `AppError` where something lies, or would lie, that is no working file."""
    if target.is_dir():
        raise AppError(
            f"Nơi khôi phục đến {target} là thư mục.",
            f"Hãy ghi tên tệp trong thư mục đó, như {target / f'xa{FILE_SUFFIX}'}.",
        )
    if looks_kept(target):
        raise AppError(
            f"{target.name} là tên của bản sao lưu, hoặc nằm trong thư mục sao lưu, nên không khôi "
            "phục vào đó.",
            f"Hãy chọn tên khác ngoài thư mục {COPY_FOLDER}; các bản sao lưu vẫn như cũ.",
        )
    with suppress(OSError):
        header = read_file_header(target)
        ours = header is not None and header.is_ours
        # A data file whose beginning is lost is to be restored.
        if not ours and target.suffix.lower() != FILE_SUFFIX:
            raise AppError(
                f"Tệp {target.name} không phải tệp dữ liệu của Tiến Độ nên không ghi đè lên.",
                f"Hãy chọn tên khác, có đuôi {FILE_SUFFIX}; tệp đó vẫn như cũ.",
            )


def _keep_password(copy: Path, target: Path, draft: Path) -> None:
    """What was restored has the password of today, not the one that it was kept with."""
    if not target.exists():
        return
    if is_encrypted(target) and not is_encrypted(draft):
        # A plain copy, carried away before there was a password, does not take it away.
        try:
            key, told = cipher_key(target), key_told(target)
        except KeyLost:
            # No password opens it any more: there is none to keep.
            return
        rewrite_in_place(draft, None, key, told, None, own_header(draft).state)
        return
    then, today = key_told(copy), key_told(target)
    if then and today and then.get("id") == today.get("id") and turn_of(today) > turn_of(then):
        seal_file(draft, today)


def _keep(target: Path, clock: Clock) -> Path | None:
    """The present state of `target` among its copies; None when there is nothing yet."""
    if not target.exists():
        return None
    folder = backup_folder(target)
    _make_folder(folder)
    at = f"{clock():%Y-%m-%d-%H%M%S}"
    place = _free(folder, f"{target.stem}-{BEFORE_RESTORE}-{at}", target.suffix)
    try:
        inspect_file(target, clock, without_log=True)
        prove_copy(target, place, reason=RESTORE, clock=clock)
        _settle(target)
    except FileHindered:
        # It may be sound: whoever restores over it later would be told that it was damaged.
        raise
    except (AppError, SourceDamaged):
        return _move_damaged(target, folder, at)
    return place


def _settle(target: Path) -> None:
    """Let the file do without its log, which goes before the file does: a crash in between."""
    with (
        suppress(*driver_errors()),
        looking_into(target, cipher_key(target)) as connection,
    ):
        write_home(connection)


def _move_damaged(target: Path, folder: Path, at: str) -> Path:
    """Move a file that cannot be copied whole, with its log, to where somebody may mend it."""
    place = _free(folder, f"{target.stem}-{DAMAGED}-{at}", target.suffix)
    # The file goes last: after a crash it is still there to be moved.
    for part in reversed(_PARTS):
        source = target.with_name(target.name + part)
        if source.exists():
            replace_file(source, place.with_name(place.name + part))
    return place


def _free(folder: Path, stem: str, suffix: str) -> Path:
    place, number = folder / f"{stem}{suffix}", 1
    while place.exists():
        number += 1
        place = folder / f"{stem}-{number}{suffix}"
    return place


def _clear(target: Path, parts: tuple[str, ...]) -> None:
    """The log of the state before, whose changes are in the copy that was kept."""
    for part in parts:
        target.with_name(target.name + part).unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder) from error
