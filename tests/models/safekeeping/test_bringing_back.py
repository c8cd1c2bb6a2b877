"""Bringing data back: by a copy, and with what a damaged file still holds of later acts."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from models.checking.checking import check_store
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.records import Mark
from models.roster.marks import set_marks
from models.safekeeping.bringing_back import (
    copies_beside_now,
    newest_whole_copy,
    rehearsed,
    restore_copy,
)
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.header import own_header
from models.store.keyring import forget_keys, is_encrypted
from models.store.seal import SealKind, read_seal, seal_file, seal_kind
from tests.conftest import clock
from tests.encrypted import encrypt
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of a file")


def work_on(file):
    """Acts after the copy: marks, an undo and a redo, and people."""
    ids = add_people(file, 9)
    set_marks(file, ids[:5], Mark.REGISTERED)
    set_marks(file, ids[:3], Mark.COMPLETED)
    undo(file)
    undo(file)
    redo(file)
    set_marks(file, ids[5:7], Mark.REGISTERED)


@pytest.fixture
def kept(data_path):
    """A file that was copied and then worked on; its copy and fingerprint."""
    with open_file(data_path, clock) as file:
        add_people(file, 4)
        copy = back_up(data_path, clock=clock).path
        work_on(file)
        told = fingerprint(file), history(file)
    return data_path, copy, told


def ruin(path, page=1):
    """Spoil a page that holds tables, so that the file is not opened any more."""
    size = own_header(path).page_size
    whole = bytearray(path.read_bytes())
    whole[page * size : page * size + 200] = b"\xa5" * 200
    path.write_bytes(whole)
    with pytest.raises(AppError):
        open_file(path, clock)


def test_each_copy_says_how_many_acts_came_after_it(kept):
    path, copy, _ = kept
    with open_file(path, clock) as file:
        (found,) = copies_beside_now(path, file)
        assert (found.copy.path, found.later) == (copy, 15)
    (found,) = copies_beside_now(path, None)
    assert found.later is None


def test_going_back_on_purpose_does_not_do_later_acts_again(kept):
    path, copy, told = kept
    done = restore_copy(copy, path, clock)
    assert (done.people, done.salvaged) == (4, None)
    with open_file(path, clock) as file:
        assert fingerprint(file) != told[0]
        assert check_store(file).ok


def test_a_damaged_file_comes_back_whole(kept):
    path, copy, told = kept
    pages = own_header(path).pages
    for page in range(1, pages):
        trial = path.parent / f"p{page}" / path.name
        trial.parent.mkdir()
        shutil.copy(path, trial)
        whole = bytearray(trial.read_bytes())
        size = own_header(path).page_size
        whole[page * size : page * size + 200] = b"\xa5" * 200
        trial.write_bytes(whole)
        try:
            open_file(trial, clock).close()
            continue
        except AppError:
            pass
        assert rehearsed(copy, trial, clock).whole
        done = restore_copy(copy, trial, clock)
        assert done.salvaged.whole
        with open_file(trial, clock) as file:
            assert fingerprint(file) == told[0]
            assert history(file)[1:] == told[1]
            assert check_store(file).ok
        break
    else:
        pytest.fail("no page made the file unusable")


def test_nothing_is_asked_of_a_file_that_was_made_to_hang(kept):
    path, copy, _ = kept
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("ALTER TABLE changes RENAME TO others")
        raw.execute(
            "CREATE VIEW changes AS WITH RECURSIVE n(id, at) AS"
            " (SELECT 1, 1 UNION ALL SELECT id + 1, 1 FROM n) SELECT * FROM n"
        )
    done = restore_copy(copy, path, clock)
    assert (done.salvaged.brought, done.salvaged.whole) == (0, False)


def test_what_cannot_be_read_is_said_and_all_before_it_is_there(kept):
    path, copy, told = kept
    whole, size, pages = path.read_bytes(), own_header(path).page_size, own_header(path).pages
    pick = random.Random(5)
    seen = set()
    for at in pick.sample(range(1, pages), 12):
        trial = path.parent / f"t{at}" / path.name
        trial.parent.mkdir()
        spoilt = bytearray(whole)
        for page in {at, pick.randrange(1, pages), pick.randrange(1, pages)}:
            spoilt[page * size : (page + 1) * size] = bytes(size)
        trial.write_bytes(spoilt)
        try:
            open_file(trial, clock).close()
        except AppError:
            done = restore_copy(copy, trial, clock)
            seen.add(done.salvaged.whole)
            with open_file(trial, clock) as file:
                assert check_store(file).ok
                if done.salvaged.whole:
                    assert fingerprint(file) == told[0]
    assert seen


def test_the_newest_copy_that_is_whole_is_offered(kept):
    path, copy, _ = kept
    newer = back_up(path, clock=clock).path
    assert newest_whole_copy(path).path == newer
    spoilt = bytearray(newer.read_bytes())
    spoilt[9000] ^= 1
    newer.write_bytes(spoilt)
    assert newest_whole_copy(path).path == copy


def test_a_file_with_a_password_has_it_afterwards(kept):
    path, copy, _ = kept
    encrypt(path)
    done = restore_copy(copy, path, clock)
    assert (done.people, is_encrypted(path)) == (4, True)
    forget_keys()


def test_a_damaged_encrypted_file_is_saved_too(data_path):
    encrypt(data_path)
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        copy = back_up(data_path, clock=clock).path
        work_on(file)
        told = fingerprint(file)
    ruin(data_path)
    done = restore_copy(copy, data_path, clock)
    assert is_encrypted(data_path)
    with open_file(data_path, clock) as file:
        assert (fingerprint(file) == told) is done.salvaged.whole
    forget_keys()


def test_a_copy_that_was_changed_is_not_restored(kept):
    path, copy, told = kept
    raw = bytearray(copy.read_bytes())
    at = raw.index(b"0912000001")
    raw[at + 9] = ord("7")
    copy.write_bytes(raw)
    with view_file(copy, clock) as file:
        assert any("đã bị thay đổi" in each for each in file.remarks)
    with pytest.raises(AppError, match="đã bị thay đổi"):
        restore_copy(copy, path, clock)
    with open_file(path, clock) as file:
        assert fingerprint(file) == told[0]


@pytest.mark.parametrize("odd", [1e308, 2**63 - 1])
def test_a_copy_that_can_be_read_and_not_be_written_into_is_refused_before_it_is_there(kept, odd):
    """Sealed anew by another hand: no byte tells that it was changed."""
    path, copy, told = kept
    seal = read_seal(copy)
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute("UPDATE change_rows SET change_id = ? WHERE id = 2", (odd,))
        raw.commit()
    seal_file(copy, seal.key, seal.copy)
    assert seal_kind(copy) is SealKind.WHOLE
    with pytest.raises(AppError, match="cột change_id"):
        restore_copy(copy, path, clock)
    with open_file(path, clock) as file:
        assert fingerprint(file) == told[0]


@pytest.mark.parametrize(("at", "people"), [(18, 4 + 9), (19, 4)])
def test_a_file_of_a_format_to_come_is_damaged_and_a_copy_brings_it_back(kept, at, people):
    """SQLite would read the first, and refuse to write as if the folder were to blame; the second
    it does not read, so that the copy alone comes back, which is said."""
    path, copy, _ = kept
    raw = bytearray(path.read_bytes())
    raw[at] = 89
    path.write_bytes(raw)
    with pytest.raises(AppError, match="hỏng"):
        open_file(path, clock)
    brought = restore_copy(copy, path, clock)
    assert (brought.people, brought.salvaged.whole) == (people, people > 4)
    assert "-hong-" in brought.kept.name


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE people SET unit_id = 999 WHERE id = 1",
        "UPDATE people SET gender = 'nam' WHERE id = 1",
    ],
)
def test_a_copy_with_a_fault_that_leaves_work_possible_comes_back_all_the_same(kept, harm):
    """Where every copy has it, it is better than none; the check tells of it."""
    path, copy, _ = kept
    seal = read_seal(copy)
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute(harm)
        raw.commit()
    seal_file(copy, seal.key, seal.copy)
    assert restore_copy(copy, path, clock).people == 4
    with open_file(path, clock) as file:
        assert not check_store(file).ok
