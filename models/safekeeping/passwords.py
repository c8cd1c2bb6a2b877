"""The acts with a password: set, changed, taken away, renewed by the recovery code, each logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.clock import Clock, now
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.converting import ConvertStep, convert_file, no_step
from models.store.converting_copies import (
    CopiesConverted,
    CopyStep,
    decrypt_copies,
    delete_plain,
    encrypt_copies,
    plain_beside,
    renew_copies,
)
from models.store.data_file import DataFile, open_file
from models.store.kept import copies_paused
from models.store.keyring import (
    FileKey,
    cipher_key,
    key_told,
    remember_key,
    slots_of,
    told_slots,
    turn_of,
)
from models.store.seal import KeyTold
from models.store.slots import KeySlots, with_new_recovery, with_password


def set_password(
    path: Path,
    slots: KeySlots,
    data_key: bytes,
    *,
    clock: Clock = now,
    others: Sequence[Path] = (),
    step: ConvertStep = no_step,
    before_copy: CopyStep | None = None,
    delete_copies: bool = False,
) -> CopiesConverted:
    """Encrypt the closed file at `path` and its plain copies, here and in the folders `others`;
    or delete those where the officer asked for it.

    `slots` and `data_key` are those of `new_slots`, whose recovery code the officer has by then.
    Raises `AppError`, and the file is as it was; what a kill leaves of the copies is done by
    `finish_encrypting`.
    """
    key = remember_key(slots, data_key)
    # A copy that is being made just now would stay plain.
    with copies_paused():
        convert_file(path, key, told_slots(slots, 1), clock, step)
        _log_once(path, ActionKind.PASSWORD_SET, clock)
        if delete_copies:
            return delete_plain(path, others)
        return encrypt_copies(path, key, others, step, before_copy)


def remove_password(
    path: Path,
    *,
    clock: Clock = now,
    others: Sequence[Path] = (),
    step: ConvertStep = no_step,
    before_copy: CopyStep | None = None,
) -> CopiesConverted:
    """Make the closed file at `path`, which is unlocked, and its copies plain again.

    The copies come first: a kill in between leaves the file with its password, and its next
    opening encrypts them again.
    """
    key = cipher_key(path)
    converted = CopiesConverted()
    with copies_paused():
        if key is not None:
            converted = decrypt_copies(path, key, others, step, before_copy)
        convert_file(path, None, None, clock, step)
        _log_once(path, ActionKind.PASSWORD_REMOVED, clock)
    return converted


@dataclass(frozen=True, slots=True)
class PasswordChanged:
    """What a change of password did to the copies; `code` is the new recovery code, "" for none."""

    copies: CopiesConverted
    code: str = field(default="", repr=False)


def change_password(
    file: DataFile, password: str, *, new_code: bool = False, others: Sequence[Path] = ()
) -> PasswordChanged:
    """From now on `password` opens the encrypted `file` and its copies; no data is rewritten.

    The recovery code stays unless a `new_code` is asked for. Raises `OSError` where the new slots
    cannot be written; the old ones hold then.
    """
    slots, key, code = with_password(slots_of(file.path), _key(file).key, password), _key(file), ""
    if new_code:
        slots, code = with_new_recovery(slots, key.key)
    file.change_key(_next_turn(file.path, slots))
    log_action(file, ActionKind.PASSWORD_CHANGED)
    return PasswordChanged(renew_copies(file.path, others), code)


def renew_recovery(file: DataFile, others: Sequence[Path] = ()) -> PasswordChanged:
    """A new recovery code of the encrypted `file`; the old one opens nothing any more."""
    slots, code = with_new_recovery(slots_of(file.path), _key(file).key)
    file.change_key(_next_turn(file.path, slots))
    log_action(file, ActionKind.PASSWORD_CHANGED, detail="Lập mã khôi phục mới")
    return PasswordChanged(renew_copies(file.path, others), code)


def finish_encrypting(
    file: DataFile, others: Sequence[Path] = (), before_copy: CopyStep | None = None
) -> CopiesConverted:
    """What lies open beside the encrypted `file` is encrypted, if a kill kept it from being so.

    What is left must be said to the officer.
    """
    if file.key is None or file.only_read is not None or not plain_beside(file.path, others):
        return CopiesConverted()
    return encrypt_copies(file.path, file.key, others, before=before_copy)


def _key(file: DataFile) -> FileKey:
    if file.key is None:
        raise ValueError("the file is not encrypted")
    return file.key


def _next_turn(path: Path, slots: KeySlots) -> KeyTold:
    return told_slots(slots, turn_of(key_told(path)) + 1)


def _log_once(path: Path, kind: ActionKind, clock: Clock) -> None:
    file = open_file(path, clock)
    try:
        log_action(file, kind)
    finally:
        file.close()
