"""A file gets a password and loses it: the very same data, nothing plain left, whatever is cut off."""

import os
import shutil
import signal
import sqlite3
import sys

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.store.backup import back_up
from models.store.converting import convert_file, replace_for_good, wipe_file
from models.store.converting_copies import (
    decrypt_copies,
    delete_plain,
    encrypt_copies,
    plain_beside,
    renew_copies,
)
from models.store.copies import CopyFound, backup_folder
from models.store.data_file import open_file, view_file
from models.store.header import own_header
from models.store.holding import FileInUse
from models.store.keyring import (
    FileKey,
    forget_keys,
    is_encrypted,
    key_told,
    remember_key,
    slots_of,
    told_slots,
)
from models.store.restoring import restore
from models.store.seal import SealKind, read_seal, seal_kind
from models.store.slots import key_by_password, new_slots, with_password
from tests.conftest import clock
from tests.encrypted import CHEAP, PASSWORD
from tests.factory import add_people, made_up_name, unit

pytestmark = pytest.mark.file_only("encryption of the file")
NAME = made_up_name(0).encode()
STEPS = ("home", "written", "proven", "sealed", "moved", "replaced", "tidied")
SLOTS, DATA_KEY, CODE = new_slots(PASSWORD, CHEAP)
KEY = FileKey(SLOTS.id, DATA_KEY, bytes.fromhex(SLOTS.salt))
TOLD = told_slots(SLOTS, 1)


@pytest.fixture
def peopled(data_path):
    """A closed plain file with five people; the key that it may get is known."""
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    remember_key(SLOTS, DATA_KEY)
    yield data_path
    forget_keys()


@pytest.fixture
def secret(peopled):
    convert_file(peopled, KEY, TOLD, clock)
    return peopled


def content(path):
    with open_file(path, clock) as file:
        return fingerprint(file)


def plain_files(folder):
    return [each for each in folder.rglob("*") if each.is_file() and NAME in each.read_bytes()]


def test_there_and_back_the_data_is_the_same_and_each_time_sealed(peopled, tmp_path):
    before = content(peopled)
    convert_file(peopled, KEY, TOLD, clock)
    assert (is_encrypted(peopled), seal_kind(peopled)) == (True, SealKind.WHOLE)
    assert plain_files(tmp_path) == []
    assert key_by_password(slots_of(peopled), PASSWORD) == DATA_KEY
    assert content(peopled) == before
    assert plain_files(tmp_path) == []
    convert_file(peopled, None, None, clock)
    assert (is_encrypted(peopled), seal_kind(peopled), key_told(peopled)) == (
        False, SealKind.WHOLE, None,
    )  # fmt: skip
    assert content(peopled) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["xa.tiendo", "xa.tiendo.lock"]


def test_what_still_stood_in_the_log_is_converted_too(peopled, tmp_path):
    """A crash leaves the newest changes in the log, which must not stay in the open."""
    file = open_file(peopled, clock)
    add_people(file, 2, unit(file, "Phòng Kinh tế").id)
    logged = tmp_path / "sau-sap" / "xa.tiendo"
    logged.parent.mkdir()
    for part in ("", "-wal"):
        shutil.copy(f"{peopled}{part}", f"{logged}{part}")
    before = fingerprint(file)
    file.close()
    convert_file(logged, KEY, TOLD, clock)
    assert [each.name for each in logged.parent.iterdir() if "wal" in each.name] == []
    assert plain_files(logged.parent) == []
    assert content(logged) == before


def test_what_cannot_be_converted_is_refused_and_stays(peopled, tmp_path):
    with pytest.raises(AppError, match="không có mật khẩu"):
        convert_file(peopled, None, None, clock)
    copy = back_up(peopled, clock=clock).path
    with pytest.raises(CopyFound):
        convert_file(copy, KEY, TOLD, clock)
    with open_file(peopled, clock), pytest.raises(FileInUse):
        convert_file(peopled, KEY, TOLD, clock)
    convert_file(peopled, KEY, TOLD, clock)
    with pytest.raises(AppError, match="đã có mật khẩu"):
        convert_file(peopled, KEY, TOLD, clock)
    assert not [each for each in tmp_path.iterdir() if each.name.startswith("~")]


def test_a_damaged_file_stays_as_it_is(peopled):
    damaged = bytearray(peopled.read_bytes())
    damaged[40_000:60_000] = bytes(20_000)
    peopled.write_bytes(damaged)
    with pytest.raises(AppError, match="hỏng"):
        convert_file(peopled, KEY, TOLD, clock)
    assert peopled.read_bytes() == damaged


def test_a_new_file_that_is_not_the_same_does_not_count(peopled, monkeypatch):
    before = peopled.read_bytes()

    def spoil(step):
        if step == "written":
            draft = next(peopled.parent.glob("~xa-mat-khau-*.tmp"))
            content = bytearray(draft.read_bytes())
            content[-3000] ^= 1
            draft.write_bytes(content)

    with pytest.raises(AppError, match=r"vẫn như cũ|hỏng"):
        convert_file(peopled, KEY, TOLD, clock, spoil)
    assert peopled.read_bytes() == before
    assert not list(peopled.parent.glob("~*"))


def _cut_off(path, key, told, at):
    """Convert in a process that ends at once in the step `at`."""
    process = os.fork()
    if process == 0:
        try:
            convert_file(path, key, told, clock, lambda name: os._exit(9) if name == at else None)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _whole_after_a_kill(path, before):
    """The file opens, with all that was in it, and drafts are swept as by every start."""
    from models.machine.leftovers import sweep_leftovers

    sweep_leftovers(path, backup_folder(path))
    assert content(path) == before
    assert seal_kind(path) is SealKind.WHOLE
    assert not list(path.parent.glob("~*"))
    if is_encrypted(path):
        assert plain_files(path.parent) == []


QUICK = {("moved", True), ("sealed", True), ("replaced", False)}
CUTS = [
    pytest.param(at, to_secret, marks=[] if (at, to_secret) in QUICK else pytest.mark.slow)
    for at in STEPS
    for to_secret in (True, False)
    if to_secret or at != "moved"
]


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize(("at", "to_secret"), CUTS)
def test_cut_off_at_each_step_it_is_the_old_file_or_the_new_one(peopled, at, to_secret):
    before = content(peopled)
    if not to_secret:
        convert_file(peopled, KEY, TOLD, clock)
    assert _cut_off(peopled, *((KEY, TOLD) if to_secret else (None, None)), at) == 9
    done = at in ("moved", "replaced", "tidied")
    assert is_encrypted(peopled) is (to_secret is done)
    _whole_after_a_kill(peopled, before)
    if is_encrypted(peopled) is not to_secret:
        convert_file(peopled, *((KEY, TOLD) if to_secret else (None, None)), clock)
        assert content(peopled) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("part", range(40))
def test_killed_at_any_instant_it_is_the_old_file_or_the_new_one(peopled, part):
    before = content(peopled)
    process = os.fork()
    if process == 0:
        try:
            convert_file(peopled, KEY, TOLD, clock)
        finally:
            os._exit(0)
    try:
        signal.sigtimedwait([], part * 0.006)
        os.kill(process, signal.SIGKILL)
    finally:
        os.waitpid(process, 0)
    _whole_after_a_kill(peopled, before)


def test_copies_are_encrypted_each_proven_with_its_facts_and_time(peopled, tmp_path):
    copy = back_up(peopled, clock=clock).path
    facts, times = read_seal(copy).copy, copy.stat().st_mtime_ns
    convert_file(peopled, KEY, TOLD, clock)
    assert plain_beside(peopled) == (copy,)
    assert encrypt_copies(peopled, KEY).done == 1
    assert plain_beside(peopled) == ()
    assert plain_files(tmp_path) == []
    assert (read_seal(copy).copy, copy.stat().st_mtime_ns) == (facts, times)
    assert own_header(copy).is_copy
    with view_file(copy, clock) as seen:
        assert seen.key == KEY
    assert decrypt_copies(peopled, KEY).done == 1
    assert plain_beside(peopled) == (copy,)


def test_copies_of_another_file_are_not_touched(peopled):
    other = peopled.with_name("xa-moi.tiendo")
    shutil.copy(peopled, other)
    copy = back_up(other, clock=clock).path
    before = copy.read_bytes()
    convert_file(peopled, KEY, TOLD, clock)
    assert encrypt_copies(peopled, KEY).done == 0
    assert copy.read_bytes() == before


def test_what_cannot_be_encrypted_is_named_and_can_be_deleted(secret):
    folder = backup_folder(secret)
    folder.mkdir()
    damaged = folder / "xa-hong-2026-06-08-170000.tiendo"
    damaged.write_bytes(b"SQLite format 3\0" + bytes(5000))
    aside = secret.with_name("xa.tiendo-wal.hong-2026-06-08-170000")
    aside.write_bytes(bytes(32 + 24) + b"\x0d" + NAME * 50)
    assert set(plain_beside(secret)) == {damaged, aside}
    found = encrypt_copies(secret, KEY)
    assert (found.done, set(found.left)) == (0, {damaged, aside})
    assert delete_plain(secret).done == 2
    assert not damaged.exists()
    assert not aside.exists()


def test_a_changed_password_is_that_of_the_copies_too(secret, tmp_path):
    copy = back_up(secret, clock=clock).path
    facts = read_seal(copy).copy
    with open_file(secret, clock) as file:
        file.change_key(told_slots(with_password(SLOTS, DATA_KEY, "mới tinh", CHEAP), 2))
    assert key_by_password(slots_of(copy), PASSWORD) == DATA_KEY
    assert renew_copies(secret).done == 1
    assert key_by_password(slots_of(copy), PASSWORD) is None
    assert key_by_password(slots_of(copy), "mới tinh") == DATA_KEY
    assert (read_seal(copy).copy, seal_kind(copy)) == (facts, SealKind.WHOLE)
    assert renew_copies(secret).done == 0


def test_what_is_replaced_for_good_is_overwritten_under_any_other_name(tmp_path):
    old, link, draft = tmp_path / "cũ", tmp_path / "lối khác", tmp_path / "mới"
    old.write_bytes(NAME * 9_000)
    os.link(old, link)
    draft.write_bytes(b"moi")
    replace_for_good(draft, old)
    assert old.read_bytes() == b"moi"
    if sys.platform != "win32":
        assert set(link.read_bytes()) == {0}


def test_a_file_that_has_another_name_is_not_wiped_through_one(tmp_path):
    kept, link = tmp_path / "giữ", tmp_path / "lối"
    kept.write_bytes(NAME)
    os.link(kept, link)
    wipe_file(link)
    assert kept.read_bytes() == NAME
    assert not link.exists()
    pointed = tmp_path / "trỏ"
    pointed.symlink_to(kept)
    wipe_file(pointed)
    assert kept.read_bytes() == NAME


def test_the_file_is_plain_to_no_other_program(secret):
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(secret).execute("SELECT * FROM people").fetchone()


def test_a_plain_copy_that_is_restored_does_not_take_the_password_away(peopled, tmp_path):
    copy = back_up(peopled, tmp_path / "usb.tiendo", clock).path
    before = content(peopled)
    convert_file(peopled, KEY, TOLD, clock)
    restore(copy, peopled, clock)
    assert is_encrypted(peopled)
    assert key_by_password(slots_of(peopled), PASSWORD) == DATA_KEY
    assert content(peopled) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows lets few make links")
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_file_with_another_name_is_refused_and_stays_under_both(peopled, tmp_path, link):
    other = tmp_path / "khac.tiendo"
    link(peopled, other)
    before = peopled.read_bytes()
    with pytest.raises(AppError, match="liên kết"):
        convert_file(other, KEY, TOLD, clock)
    assert peopled.read_bytes() == before == other.read_bytes()


def test_a_copy_with_another_name_is_named_and_stays_under_both(peopled, tmp_path):
    copy = back_up(peopled, clock=clock).path
    os.link(copy, tmp_path / "khac.tiendo")
    before = copy.read_bytes()
    convert_file(peopled, KEY, TOLD, clock)
    assert encrypt_copies(peopled, KEY).left == (copy,)
    assert copy.read_bytes() == before == (tmp_path / "khac.tiendo").read_bytes()


def test_a_file_that_has_lost_its_key_is_replaced_by_a_plain_copy(peopled, tmp_path):
    plain = tmp_path / "ban-sao.tiendo"
    shutil.copy(back_up(peopled, clock=clock).path, plain)
    shutil.rmtree(backup_folder(peopled))
    convert_file(peopled, KEY, TOLD, clock)
    header = own_header(peopled)
    with peopled.open("r+b") as file:
        file.truncate(header.pages * header.page_size)
    assert restore(plain, peopled, clock).people == 5
    assert len(content(peopled)) > 0
