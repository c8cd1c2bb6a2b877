"""The hand-over package: all of a data file, encrypted, for the next officer or another PC.

It is a kept copy whose seal says so, under a key of its own that a password opens. Roster,
decisions, aliases, wordings, documents and history are all in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from models.clock import Clock, now
from models.errors import AppError
from models.machine.leftovers import draft_name, scratch_folder, sweep_drafts_of
from models.machine.locks import lock_path
from models.machine.long_paths import refuse_long_data_path
from models.machine.names import refuse_unusable_name
from models.machine.places import may_write, refuse_shared_place
from models.machine.replacing import replace_file
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.backup import copying_explained, count_in, prove_copy, standing_in
from models.store.converting import wipe_file
from models.store.copies import PACKAGE, PACKAGES, SECRET_PACKAGE
from models.store.data_file import DataFile, open_file
from models.store.driver import connected
from models.store.faults import file_missing, file_unreachable
from models.store.header import COPY, JOURNAL_SUFFIX, own_header
from models.store.holding import held_lock
from models.store.inspection import checked_revision
from models.store.keyring import FileKey, cipher_key, remember_key, slots_of, told_slots
from models.store.log import fresh_state
from models.store.parts import present_parts
from models.store.password_rules import refuse_weak
from models.store.revision import HEAD
from models.store.rewriting import prove_same, rewrite
from models.store.seal import CopyFacts, KeyTold, SealKind, read_seal, seal_file, seal_kind
from models.store.slots import key_by_password, new_slots
from models.store.stamping import make_folder


class Packed(NamedTuple):
    """A package that was made: where it lies, and what was counted in it."""

    path: Path
    people: int
    files: int


class WrongPackagePassword(AppError):
    """The password does not open the package."""

    def __init__(self, package: Path) -> None:
        super().__init__(
            f"Mật khẩu không mở được gói {package.name}.",
            "Hãy hỏi lại người bàn giao mật khẩu của gói; chữ hoa, chữ thường và dấu phải đúng.",
        )


class PackageFacts(NamedTuple):
    """What a package says of itself before anybody has typed its password."""

    path: Path
    people: int
    files: int
    made_at: str
    secret: bool


def make_package(data: Path, out: Path, password: str, clock: Clock = now) -> Packed:
    """Write all of the file at `data` into the new package `out`, which `password` opens.

    Nothing of it is in the open at any moment that was not so before. Raises `AppError` for a weak
    password, where something lies at `out` or nothing can be written, and for a file that cannot
    be read; nothing is left then.
    """
    refuse_weak(password)
    own_header(data)
    refuse_unusable_name(out)
    refuse_long_data_path(out)
    if out.exists() or out.is_symlink():
        raise AppError(f"Đã có tệp {out}.", "Hãy chọn tên khác cho gói; tệp cũ không bị thay đổi.")
    present = cipher_key(data)
    slots, data_key, _ = new_slots(password)
    key = FileKey(slots.id, data_key, bytes.fromhex(slots.salt))
    draft = out.with_name(draft_name(out.stem))
    with copying_explained(data, out):
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            sweep_drafts_of(out)
            with _still(data, clock) as still:
                rewrite(still, present, draft, key, COPY)
                prove_same(still, present, draft, key)
            facts = _facts(draft, key, clock, secret=present is not None)
            seal_file(draft, told_slots(slots, 1), facts)
            replace_file(draft, out)
        finally:
            _tidy(draft)
    return Packed(out, facts.people, facts.files)


@contextmanager
def _still(data: Path, clock: Clock) -> Iterator[Path]:
    """A proven copy of the file, which may be open here, as plain or encrypted as it is itself.

    The cipher's driver never opens a plain file that the standard library's has open: where locks
    belong to the process, it would take that file's log for its own and delete it.
    """
    with ExitStack() as stack:
        folder = data.parent
        if not may_write(data):
            folder = Path(stack.enter_context(scratch_folder()))
        still = folder / draft_name(f"{data.stem}-ban-giao")
        stack.callback(_tidy, still)
        prove_copy(data, still, clock=clock)
        yield still


def make_logged_package(file: DataFile, out: Path, password: str) -> Packed:
    """As `make_package`, of an open file, which then has it in its log; a package that could not
    be logged does not stay."""
    made = make_package(file.path, out, password, file.clock)
    try:
        log_action(file, ActionKind.PACKAGE_MADE, count=made.people, place=str(out))
    except BaseException:
        made.path.unlink(missing_ok=True)
        raise
    return made


def _facts(draft: Path, key: FileKey, clock: Clock, *, secret: bool) -> CopyFacts:
    """What is in the draft, once it has been opened again and all of it was read."""
    with closing(connected(draft, key)) as copy:
        verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        counted = count_in(copy)
        revision, link = standing_in(copy)
    if verdict != "ok":
        raise OSError(f"the package is not whole: {verdict}")
    at = f"{clock():%Y-%m-%dT%H:%M:%S}"
    reason = SECRET_PACKAGE if secret else PACKAGE
    return CopyFacts(at, reason, counted.people, counted.files, revision, link, at)


def package_facts(path: Path) -> PackageFacts | None:
    """What the file at `path` says of itself; None when it is no hand-over package.

    Raises `AppError` for one that a newer version made or that has been damaged.
    """
    try:
        seal = read_seal(path)
        if seal is None or seal.copy is None or seal.copy.reason not in PACKAGES:
            return None
        kind = seal_kind(path)
    except OSError as error:
        raise file_unreachable(path) from error
    if seal.copy.revision > HEAD:
        raise AppError(
            f"Gói {path.name} do phiên bản Tiến Độ mới hơn tạo ra.",
            "Hãy cài bản Tiến Độ mới trên máy này rồi mở lại; gói không bị thay đổi.",
        )
    if kind is not SealKind.WHOLE:
        raise AppError(
            f"Gói {path.name} đã bị hỏng hoặc chép chưa trọn nên không mở.",
            "Hãy chép lại gói từ nơi đã tạo, hoặc nhờ người bàn giao tạo gói khác.",
        )
    facts = seal.copy
    secret = facts.reason == SECRET_PACKAGE
    return PackageFacts(path, facts.people, facts.files, facts.made_at, secret)


def open_package(package: Path, target: Path, password: str, clock: Clock = now) -> Packed:
    """Make the data file `target` of a package, whose opening its log tells.

    A file that had a password keeps one: that of the package. Raises `AppError` for what is no
    package, a wrong password, a newer version, or where something lies at `target`; nothing is
    left then.
    """
    found = _checked(package)
    refuse_unusable_name(target)
    refuse_long_data_path(target)
    refuse_shared_place(target)
    if present_parts(target):
        raise AppError(f"Đã có tệp {target}.", "Hãy chọn nơi khác; tệp cũ không bị thay đổi.")
    key = _unlocked(package, password)
    checked_revision(package, key, sealed=True)
    kept = told_slots(slots_of(package), 1) if found.secret else None
    make_folder(target.parent)
    sweep_drafts_of(target)
    with copying_explained(package, target):
        _unpack(package, key, target, kept)
    try:
        with open_file(target, clock) as file:
            log_action(file, ActionKind.PACKAGE_OPENED, count=found.people, place=str(package))
    except AppError:
        _take_away(target)
        raise
    return Packed(target, found.people, found.files)


def _checked(package: Path) -> PackageFacts:
    if not package.is_file() or package.is_symlink():
        raise file_missing(package)
    own_header(package)
    found = package_facts(package)
    if found is None:
        raise AppError(
            f"Tệp {package.name} không phải là gói bàn giao.",
            "Hãy chọn đúng tệp gói do người bàn giao đưa; bản sao lưu thì dùng Khôi phục.",
        )
    return found


def _unlocked(package: Path, password: str) -> FileKey:
    slots = slots_of(package)
    data_key = key_by_password(slots, password)
    if data_key is None:
        raise WrongPackagePassword(package)
    return FileKey(slots.id, data_key, bytes.fromhex(slots.salt))


def _unpack(package: Path, key: FileKey, target: Path, kept: KeyTold | None) -> None:
    """Write the file of the package anew at `target`, proven to hold the very same."""
    draft = target.with_name(draft_name(target.stem))
    new_key = key if kept is not None else None
    lock = held_lock(target)
    try:
        rewrite(package, key, draft, new_key, fresh_state())
        prove_same(package, key, draft, new_key)
        seal_file(draft, kept)
        if new_key is not None:
            remember_key(slots_of(package), new_key.key)
        replace_file(draft, target)
    finally:
        _tidy(draft)
        lock.release()


def _take_away(target: Path) -> None:
    """What was just made of a package, and cannot be worked with."""
    for each in (*present_parts(target), lock_path(target)):
        wipe_file(each)


def _tidy(draft: Path) -> None:
    for suffix in ("", JOURNAL_SUFFIX):
        wipe_file(draft.with_name(draft.name + suffix))
