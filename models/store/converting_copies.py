"""What is kept beside a data file follows it: encrypted when it gets a password, plain when not.

Each copy is written anew, proven and put in its place on its own, so that a kill leaves only whole
copies; what is still to do is seen by looking again. What cannot be converted (a damaged file, a
log that was set aside) is named, to be deleted by whoever decides it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.replacing import replace_file
from models.store.converting import ConvertStep, no_step, rewrite_in_place, wipe_file
from models.store.copies import FOLDER, backup_folder
from models.store.driver import driver_errors
from models.store.header import log_holds_changes, read_file_header
from models.store.keyring import FileKey, cipher_key, is_encrypted, key_told, turn_of
from models.store.lineage import first_link, first_link_of_copy
from models.store.seal import CopyFacts, KeyTold, read_seal, seal_file

_AT = r"\d{4}-\d{2}-\d{2}-\d{6}(?:-\d+)?"
_WHEN = rf"(?:(?:truoc-khoi-phuc-|hong-)?{_AT}|truoc-nang-cap-\d{{4}}(?:-\d+)?)"
_LOGS = "-wal|-journal"
CopyStep = Callable[[int, int], None]
"""Told before each copy: how many are done, how many there are."""


@dataclass(frozen=True, slots=True)
class CopiesConverted:
    """How many copies were converted, and which are left as they were."""

    done: int = 0
    left: tuple[Path, ...] = ()


def plain_beside(data: Path, others: Sequence[Path] = ()) -> tuple[Path, ...]:
    """What lies open beside the data file: plain copies, and logs and damaged files set aside.

    Looked for among its copies, beside it, and in the folders `others` (a second place), where
    copies of another file of that name may lie: those are not meant.
    """
    found = tuple(each for each in _kept(data, others) if _is_open(each))
    away = {each for each in found if each.parent not in (data.parent, backup_folder(data))}
    if not away:
        return found
    own = first_link(data)
    return tuple(
        each for each in found if each not in away or first_link_of_copy(each) in ("", own)
    )


def encrypt_copies(
    data: Path,
    key: FileKey,
    others: Sequence[Path] = (),
    step: ConvertStep = no_step,
    before: CopyStep | None = None,
) -> CopiesConverted:
    """Encrypt every plain copy of the encrypted file `data` with its key."""
    told = key_told(data)
    return _converted(plain_beside(data, others), None, key, told, step, before)


def decrypt_copies(
    data: Path,
    key: FileKey,
    others: Sequence[Path] = (),
    step: ConvertStep = no_step,
    before: CopyStep | None = None,
) -> CopiesConverted:
    """Make every copy plain that is encrypted with `key`, so that nothing needs a password."""
    found = [each for each in _kept(data, others) if _has_key(each, key)]
    return _converted(found, key, None, None, step, before)


def delete_plain(data: Path, others: Sequence[Path] = ()) -> CopiesConverted:
    """Overwrite and delete what lies open beside the data file; `done` counts what is gone."""
    found = plain_beside(data, others)
    for each in found:
        wipe_file(each)
    left = tuple(each for each in found if each.exists())
    return CopiesConverted(len(found) - len(left), left)


def renew_copies(data: Path, others: Sequence[Path] = ()) -> CopiesConverted:
    """Let the copies be opened by the present password alone, after it was changed.

    Only their seals change: their data stays as it is, and so does its key.
    """
    told = key_told(data)
    if told is None:
        return CopiesConverted()
    done, left = 0, []
    for each in _kept(data, others):
        with suppress(OSError):
            then = key_told(each) if is_encrypted(each) else None
            if then is None or then.get("id") != told["id"] or turn_of(then) >= turn_of(told):
                continue
        try:
            _renew_seal(each, told)
            done += 1
        except OSError:
            left.append(each)
    return CopiesConverted(done, tuple(left))


def _renew_seal(copy: Path, told: KeyTold) -> None:
    """The same copy under a new seal, whole or not at all."""
    draft, times, seal = copy.with_name(draft_name(copy.stem)), copy.stat(), read_seal(copy)
    try:
        copyfile(copy, draft)
        seal_file(draft, told, seal.copy if seal else None)
        os.utime(draft, ns=(times.st_atime_ns, times.st_mtime_ns))
        replace_file(draft, copy)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _converted(
    copies: Sequence[Path],
    present: FileKey | None,
    key: FileKey | None,
    told: KeyTold | None,
    step: ConvertStep,
    before: CopyStep | None,
) -> CopiesConverted:
    done, left = 0, []
    for number, each in enumerate(copies):
        if before is not None:
            before(number, len(copies))
        try:
            if log_holds_changes(each) or each.stat().st_nlink > 1:
                left.append(each)
                continue
            header = read_file_header(each)
            if header is None or not header.is_ours:
                left.append(each)
                continue
            rewrite_in_place(each, present, key, told, _facts(each), header.state, step)
            done += 1
        except driver_errors(OSError, AppError, UnicodeDecodeError):
            left.append(each)
        step("copy")
    return CopiesConverted(done, tuple(left))


def _facts(copy: Path) -> CopyFacts | None:
    seal = read_seal(copy)
    return seal.copy if seal else None


def _kept(data: Path, others: Sequence[Path]) -> Iterator[Path]:
    """What was kept of the data file, known by its name; that of another file is not touched."""
    stem, ending, whole = (re.escape(each) for each in (data.stem, data.suffix, data.name))
    copy = re.compile(rf"{stem}-{_WHEN}{ending}(?:{_LOGS})?", re.IGNORECASE)
    aside = re.compile(rf"{whole}(?:{_LOGS})\.[a-z-]+-{_AT}", re.IGNORECASE)
    kept_in = [backup_folder(data), *others, *(each / FOLDER for each in others)]
    places = [(data.parent, aside), *((each, copy) for each in kept_in)]
    for folder, named in dict(places).items():
        with suppress(OSError):
            for each in sorted(folder.iterdir()):
                if named.fullmatch(each.name) and each.is_file() and not each.is_symlink():
                    yield each


def _is_open(path: Path) -> bool:
    """Whether somebody without a password can read what the file at `path` holds."""
    try:
        header = read_file_header(path)
        if header is not None:
            return not header.encrypted
        return path.stat().st_size > 0 and not _is_of_encrypted(path)
    except OSError:
        return False


def _is_of_encrypted(path: Path) -> bool:
    """Whether a log that was set aside is one of an encrypted file: no page of it can be read."""
    with path.open("rb") as file:
        head = file.read(32 + 24 + 100)
    if len(head) < 32 + 24 + 24:
        return True
    page = head[32 + 24 :]
    # The kind of a page stands in its first byte; that of a first page after the header.
    return page[:1] not in (b"\x02", b"\x05", b"\x0a", b"\x0d", b"S")


def _has_key(path: Path, key: FileKey) -> bool:
    try:
        return is_encrypted(path) and cipher_key(path) == key
    except (OSError, AppError):
        return False
