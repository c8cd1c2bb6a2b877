"""Where something comes in: how a case is made for a door, and what is done with it there."""

from __future__ import annotations

import io
import json
import logging
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from models.checking.checking import check_store
from models.errors import AppError
from models.handover.city import read_city_package
from models.handover.package import open_package, package_facts
from models.safekeeping.bringing_back import (
    copies_beside_now,
    newest_whole_copy,
    rehearsed,
    restore_copy,
)
from models.safekeeping.unlocking import unlock
from models.store.data_file import open_file, view_file
from models.store.driver import driver_errors
from models.store.header import KEY_SUFFIX, LOG_SUFFIX
from models.store.kept import kept_copies, kept_copy_at
from models.store.keyring import FileKey, forget_keys, is_encrypted, key_told, slots_of
from models.store.seal import CopyFacts, packed_twice, read_seal, seal_file
from models.store.slots import key_by_password
from tests.fuzz.byte_changes import changed_bytes, changed_header, changed_json, json_bytes
from tests.fuzz.database_changes import change_database
from tests.fuzz.seeds import PASSWORD, Seeds, noon
from ui.commandline.run import run

MAIN, COPY_NAME = "xa.tiendo", "xa-2026-06-08-170000.tiendo"
_READING = (
    "figures", "figures --by kind", "figures --by staff", "people", "people --search an",
    "history", "history 3", "log", "contest list", "contest show", "entry list", "award list",
    "task list", "task propose", "document list", "exempt list", "freeze --list", "freeze --show 1",
    "issued list", "wording list", "wording show reminder-letter", "wording diff reminder-letter", "signer list",
    "heads", "remind --list", "remind --due", "report --list", "choices", "check", "undo",
    "figures --as-of 2026-06-01", "document save 1 --out {out}", "people --status registered",
    "mark registered --phone 0912000003", "person --phone 0912000000 --out {out}",
    "report quick-report --out {out}", "backup {copy}", "check --mend",
)  # fmt: skip


class Door(NamedTuple):
    """`make` writes a case below a folder; `enter` does there what an officer would."""

    make: Callable[[Random, Seeds, Path], None]
    enter: Callable[[Random, Path], None]


def make_city(rng: Random, seeds: Seeds, folder: Path) -> None:
    (data,) = rng.choice(seeds.city).values()
    if rng.random() < 0.7:
        data = json_bytes(rng, changed_json(rng, json.loads(data)))
    else:
        data = changed_bytes(rng, data)
    (folder / "goi.json").write_bytes(data)


def enter_city(_rng: Random, folder: Path) -> None:
    for password in ("", PASSWORD):
        with suppress(AppError):
            read_city_package(folder / "goi.json", password)


def make_package_case(rng: Random, seeds: Seeds, folder: Path) -> None:
    _make_file(rng, folder / "goi.tiendo", seeds.package["goi.tiendo"])


def enter_package(_rng: Random, folder: Path) -> None:
    package, target = folder / "goi.tiendo", folder / "moi" / MAIN
    with suppress(AppError):
        package_facts(package)
    try:
        open_package(package, target, PASSWORD, noon)
    except AppError:
        _refuse_left(target.parent)
        return
    forget_keys()
    with suppress(AppError):
        _unlock(target)
        open_file(target, noon).close()


def make_copies(rng: Random, seeds: Seeds, folder: Path) -> None:
    """A copy among its copies, beside a sound, a damaged or an encrypted file."""
    beside = rng.choice((seeds.plain, seeds.encrypted, changed_bytes(rng, seeds.plain)))
    (folder / MAIN).write_bytes(beside)
    copies = folder / "sao-luu"
    copies.mkdir()
    _make_file(rng, copies / COPY_NAME, seeds.copy)


def enter_copies(rng: Random, folder: Path) -> None:
    target, copy = folder / MAIN, folder / "sao-luu" / COPY_NAME
    with suppress(AppError):
        _unlock(target)
    kept_copies(target)
    kept_copy_at(copy)
    copies_beside_now(target, None, [folder])
    newest_whole_copy(target)
    with suppress(AppError):
        view_file(copy, noon).close()
    if rng.random() < 0.3:
        with suppress(AppError):
            rehearsed(copy, target, noon)
    with suppress(AppError):
        restore_copy(copy, target, noon)
    with suppress(AppError):
        open_file(target, noon).close()


def make_file(rng: Random, seeds: Seeds, folder: Path) -> None:
    """A file as it lies there, plain or encrypted, closed or with its log and key."""
    parts = rng.choice((None, None, seeds.open_parts, seeds.encrypted_open))
    if parts is None:
        _make_file(rng, folder / MAIN, rng.choice((seeds.plain, seeds.plain, seeds.encrypted)))
        return
    changed = rng.choice([name for name in parts if name.endswith((LOG_SUFFIX, KEY_SUFFIX))] * 3
                         + [MAIN])  # fmt: skip
    for name, data in parts.items():
        (folder / name).write_bytes(changed_bytes(rng, data) if name == changed else data)


def enter_file(rng: Random, folder: Path) -> None:
    path = folder / MAIN
    with suppress(AppError):
        _unlock(path)
    with suppress(AppError):
        view_file(path, noon).close()
    with suppress(AppError), open_file(path, noon) as file:
        if rng.random() < 0.2:
            check_store(file)
    for words in rng.sample(_READING, 3):
        _command(path, words)


DOORS = {
    "city": Door(make_city, enter_city),
    "package": Door(make_package_case, enter_package),
    "copies": Door(make_copies, enter_copies),
    "file": Door(make_file, enter_file),
}


def _make_file(rng: Random, path: Path, data: bytes) -> None:
    """Write a file that is nearly `data`, a sound one with a seal."""
    what = rng.random()
    if what < 0.25:
        path.write_bytes(changed_bytes(rng, data))
    elif what < 0.4:
        path.write_bytes(changed_header(rng, data))
    elif what < 0.55:
        path.write_bytes(_changed_seal(rng, path, data))
    else:
        path.write_bytes(data)
        seal = read_seal(path)
        with suppress(*driver_errors(OSError)):
            change_database(rng, path, _key(path))
        if seal is not None and rng.random() < 0.7 and path.read_bytes()[:16] == data[:16]:
            with suppress(OSError, AssertionError):
                seal_file(path, seal.key, seal.copy)


def _changed_seal(rng: Random, path: Path, data: bytes) -> bytes:
    path.write_bytes(data)
    seal = read_seal(path)
    assert seal is not None
    told = {"state": seal.state, "size": seal.size, "crc": seal.crc, "key": seal.key,
            "copy": seal.copy._asdict() if isinstance(seal.copy, CopyFacts) else None}  # fmt: skip
    try:
        return data[: seal.size] + packed_twice(changed_json(rng, told))
    except UnicodeEncodeError:
        return data[: seal.size]


def _key(path: Path) -> FileKey | None:
    if not is_encrypted(path):
        return None
    slots = slots_of(path)
    found = key_by_password(slots, PASSWORD)
    assert found is not None
    return FileKey(slots.id, found, bytes.fromhex(slots.salt))


def _unlock(path: Path) -> None:
    with suppress(OSError):
        if is_encrypted(path) and key_told(path):
            unlock(path, PASSWORD, path.parent, noon)


def _refuse_left(folder: Path) -> None:
    left = [each.name for each in folder.iterdir()] if folder.exists() else []
    assert not [each for each in left if not each.endswith(".lock")], left


class _Broken(logging.Handler):
    """Keeps what a command did not expect."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: BaseException | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self.found = record.exc_info[1]


def _command(path: Path, words: str) -> None:
    """Run one command; what it did not expect is raised."""
    (path.parent / "mat-khau.txt").write_text(PASSWORD, encoding="utf-8")
    secret = ["--password-file", str(path.parent / "mat-khau.txt")]
    argv = ["--data", str(path), *secret, *words.split()]
    named = {"{out}": path.with_name("ra.pdf"), "{copy}": path.with_name("ban-sao.tiendo")}
    broken, logger = _Broken(), logging.getLogger("ui.commandline.run")
    logger.addHandler(broken)
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), suppress(SystemExit):
            run([str(named.get(each, each)) for each in argv])
    finally:
        logger.removeHandler(broken)
    if broken.found is not None:
        raise broken.found


def emptied(folder: Path) -> Path:
    """The folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
