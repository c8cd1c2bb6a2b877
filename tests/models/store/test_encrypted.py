"""An encrypted file: worked with, copied, restored, cut off; nothing of it is in the open."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError

from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.header import own_header
from models.store.kept import kept_copies
from models.store.keyring import (
    KeyLost,
    Locked,
    forget_keys,
    is_encrypted,
    key_file,
    remember_key,
    slots_of,
    told_slots,
)
from models.store.locked_copy import copy_locked
from models.store.restoring import restore
from models.store.schema import units
from models.store.seal import SealKind, seal_kind
from models.store.slots import key_by_password, with_password
from models.store.store import WRITES
from tests.conftest import clock
from tests.encrypted import CHEAP, PASSWORD, encrypt
from tests.factory import add_people, made_up_name

pytestmark = pytest.mark.file_only("encryption of the file")
NAME = made_up_name(0).encode()


@pytest.fixture
def secret(data_path):
    """A closed, encrypted file with five people, still unlocked."""
    encrypt(data_path)
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    yield data_path
    forget_keys()


def unlock(path, password=PASSWORD):
    slots = slots_of(path)
    remember_key(slots, key_by_password(slots, password))


def bytes_around(path):
    return b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


def test_it_is_worked_with_like_any_other(secret):
    with open_file(secret, clock) as file:
        before = fingerprint(file)
        add_people(file, 1)
        assert undo(file)
        assert fingerprint(file) == before
    assert is_encrypted(secret)
    assert seal_kind(secret) is SealKind.WHOLE


def test_nothing_of_it_is_in_the_open_while_it_is_open_and_after(secret):
    with open_file(secret, clock) as file:
        add_people(file, 40)
        assert NAME not in bytes_around(secret)
    assert NAME not in bytes_around(secret)
    assert b"CREATE TABLE" not in bytes_around(secret)


def test_without_its_password_it_stays_shut(secret):
    forget_keys()
    before = secret.read_bytes()
    for opening in (open_file, view_file):
        with pytest.raises(Locked):
            opening(secret, clock)
    with pytest.raises(Locked):
        back_up(secret, clock=clock)
    assert secret.read_bytes() == before
    unlock(secret)
    open_file(secret, clock).close()


def test_it_is_carried_around_alone(secret, tmp_path):
    forget_keys()
    (tmp_path / "usb").mkdir()
    carried = shutil.copy(secret, tmp_path / "usb" / "khac.tiendo")
    unlock(carried)
    with open_file(carried, clock) as file:
        assert file.key is not None
    assert not key_file(carried).exists()


def test_cut_off_while_open_it_finds_its_key_beside_it(secret, tmp_path):
    left = tmp_path / "left"
    left.mkdir()
    with open_file(secret, clock) as file:
        add_people(file, 3)
        for each in secret.parent.glob("xa.tiendo*"):
            if each.suffix != ".lock":
                shutil.copy(each, left / each.name)
    forget_keys()
    cut = left / secret.name
    assert key_file(cut).exists()
    unlock(cut)
    with open_file(cut, clock) as file, file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 8
    assert not key_file(cut).exists()
    assert seal_kind(cut) is SealKind.WHOLE


def cut_off(secret, left):
    """A copy of the open file and its log, of which the seal is overwritten."""
    left.mkdir(exist_ok=True)
    with open_file(secret, clock) as file:
        add_people(file, 3)
        header = own_header(secret)
        pages = secret.read_bytes()[: header.pages * header.page_size]
        (left / secret.name).write_bytes(pages)
        shutil.copy(f"{secret}-wal", left / f"{secret.name}-wal")
    return left / secret.name


def test_without_the_key_beside_it_that_of_its_newest_copy_opens_it(secret, tmp_path):
    back_up(secret, clock=clock)
    left = tmp_path / "left"
    shutil.copytree(secret.parent / "sao-luu", left / "sao-luu")
    with open_file(cut_off(secret, left), clock) as file, file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 8


def test_without_any_key_it_says_which_file_is_missing(secret, tmp_path):
    with pytest.raises(KeyLost, match="tiendo-khoa"):
        open_file(cut_off(secret, tmp_path / "left"), clock)


def test_a_disk_that_is_full_when_it_is_closed_costs_no_key(secret, monkeypatch):
    def half_a_seal(path, *_):
        with path.open("r+b") as file:
            header = own_header(path)
            file.truncate(header.pages * header.page_size)
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as full:
        file = open_file(secret, clock)
        add_people(file, 3)
        full.setattr("models.store.data_file.seal_file", half_a_seal)
        file.close()
    forget_keys()
    unlock(secret)
    with open_file(secret, clock) as file, file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 8
    assert not key_file(secret).exists()


def test_a_log_that_stays_as_somebody_reads_costs_no_key(secret, monkeypatch):
    """What upgrades a file writes past what marks it."""
    file = open_file(secret, clock)
    with file.engine.execution_options(**{WRITES: True}).begin() as connection:
        connection.exec_driver_sql("UPDATE people SET note = 'x'")
    monkeypatch.setattr("models.store.data_file.write_home", lambda _connection: False)
    file.close()
    assert key_file(secret).exists()


def test_a_new_password_that_was_not_sealed_stays_beside_the_file(secret, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        file = open_file(secret, clock)
        patched.setattr("models.store.data_file.seal_file", full)
        slots = with_password(slots_of(secret), file.key.key, "Mật khẩu khác", CHEAP)
        file.change_key(told_slots(slots, 2))
        file.close()
    assert key_by_password(slots_of(secret), "Mật khẩu khác") is not None


def test_a_copy_is_encrypted_and_restored(secret):
    with open_file(secret, clock) as file:
        before = fingerprint(file)
        made = back_up(secret, clock=clock)
        add_people(file, 2)
    assert is_encrypted(made.path)
    assert NAME not in bytes_around(secret)
    with view_file(made.path, clock) as file:
        assert fingerprint(file) == before
    done = restore(made.path, secret, clock)
    assert done.people == 5
    with open_file(secret, clock) as file:
        assert fingerprint(file) == before
    assert is_encrypted(done.kept)
    assert NAME not in bytes_around(secret)


def test_a_flipped_byte_is_never_read_as_another_value(secret):
    size = own_header(secret).page_size
    whole = bytearray(secret.read_bytes())
    whole[5 * size + 77] ^= 4
    secret.write_bytes(whole)
    with pytest.raises(AppError, match="hỏng"):
        open_file(secret, clock)


def test_errors_of_its_driver_are_those_of_the_plain_one(secret):
    with (
        open_file(secret, clock) as file,
        pytest.raises(IntegrityError),
        changing(file, "x", "x") as change,
    ):
        change.insert(units, [{"uid": None, "name": None}])


def test_the_standard_driver_cannot_read_it(secret):
    with closing(sqlite3.connect(secret)) as raw, pytest.raises(sqlite3.DatabaseError):
        raw.execute("SELECT * FROM people")


def test_a_locked_file_is_copied_as_it_was_closed(secret):
    with open_file(secret, clock) as file:
        before = fingerprint(file)
    forget_keys()
    copy = copy_locked(secret, "upgrade", clock)
    (kept,) = kept_copies(secret)
    assert (kept.path, kept.encrypted, kept.proven_at) == (copy, True, None)
    assert seal_kind(copy) is SealKind.WHOLE
    unlock(copy)
    with view_file(copy, clock) as file:
        assert fingerprint(file) == before
    assert restore(copy, secret, clock).people == 5


def test_a_locked_file_that_was_cut_off_is_not_copied_blindly(secret, tmp_path):
    cut = cut_off(secret, tmp_path / "left")
    forget_keys()
    with pytest.raises(Locked):
        copy_locked(cut, "upgrade", clock)
    assert not (cut.parent / "sao-luu").exists()
