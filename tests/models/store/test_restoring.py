"""A kept copy comes back as the working file; what was there is kept first."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from functools import partial

import pytest

from models.errors import AppError
from models.machine.locks import lock_path
from models.roster.person_rows import count_people
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file, view_file
from models.store.holding import FileInUse
from models.store.log import looking_into
from models.store.restoring import restore
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of the file")


@pytest.fixture
def copy(data_path):
    """A copy of three people; five are in the file since."""
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    made = back_up(data_path, clock=clock)
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    return made.path


def people(path):
    with open_file(path, clock) as file:
        assert file.remarks == ()
        return count_people(file)


def test_the_copy_comes_back_and_the_state_before_is_kept(data_path, copy):
    before = copy.read_bytes()
    done = restore(copy, data_path, clock)
    assert (done.people, people(data_path)) == (3, 3)
    assert done.kept is not None
    assert done.kept.parent == backup_folder(data_path)
    with view_file(done.kept, clock) as kept:
        assert count_people(kept) == 5
    assert copy.read_bytes() == before
    assert not [p for p in data_path.parent.rglob("~*")]


def test_what_was_restored_can_be_taken_back_the_same_way(data_path, copy):
    first = restore(copy, data_path, clock)
    assert first.kept is not None
    second = restore(first.kept, data_path, clock)
    assert people(data_path) == 5
    assert second.kept != first.kept


def test_a_copy_from_elsewhere_becomes_a_new_working_file(data_path, copy, tmp_path):
    target = tmp_path / "máy mới" / "TienDo.tiendo"
    assert restore(copy, target, clock).kept is None
    assert people(target) == 3


def test_a_kept_copy_is_never_written_over(data_path, copy, tmp_path):
    named = tmp_path / copy.name
    for target in (copy, copy.with_name("xa-2026-06-01-080000.tiendo"), named):
        before = copy.read_bytes()
        with pytest.raises(AppError, match="bản sao lưu"):
            restore(copy, target, clock)
        assert copy.read_bytes() == before
        assert target == copy or not target.exists()


def test_neither_a_folder_nor_a_file_of_another_kind_is_written_over(data_path, copy, tmp_path):
    other = tmp_path / "danh sách.csv"
    other.write_bytes("Họ và tên\n".encode())
    with pytest.raises(AppError, match="không phải tệp dữ liệu"):
        restore(copy, other, clock)
    with pytest.raises(AppError, match="là thư mục"):
        restore(copy, tmp_path, clock)
    assert other.read_bytes() == "Họ và tên\n".encode()
    assert not lock_path(other).exists()


def test_a_damaged_working_file_is_moved_aside_whole(data_path, copy):
    broken = os.urandom(9000)
    data_path.write_bytes(broken)
    data_path.with_name("xa.tiendo-wal").write_bytes(b"log")
    done = restore(copy, data_path, clock)
    assert people(data_path) == 3
    assert done.kept is not None
    assert "hong" in done.kept.name
    assert done.kept.read_bytes() == broken
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == b"log"


def test_a_file_that_another_program_holds_is_not_called_damaged(data_path, copy, monkeypatch):
    monkeypatch.setattr("models.store.inspection.looking_into", partial(looking_into, timeout=0))
    with closing(sqlite3.connect(data_path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        before = data_path.read_bytes()
        with pytest.raises(AppError, match="đang được một chương trình khác sử dụng"):
            restore(copy, data_path, clock)
        assert data_path.read_bytes() == before
    assert list(backup_folder(data_path).iterdir()) == [copy]
    assert people(data_path) == 5


@pytest.mark.parametrize("content", [b"", b"khong phai", None])
def test_a_copy_that_will_not_do_leaves_everything_as_it_was(data_path, copy, content):
    bad = copy.with_name("hỏng.tiendo")
    if content is not None:
        bad.write_bytes(content)
    before = data_path.read_bytes()
    with pytest.raises(AppError):
        restore(bad, data_path, clock)
    assert data_path.read_bytes() == before


def test_a_torn_copy_leaves_everything_as_it_was(data_path, copy):
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(AppError, match="hỏng"):
        restore(copy, data_path, clock)
    assert people(data_path) == 5


def test_a_file_that_is_open_is_not_replaced(data_path, copy):
    with open_file(data_path, clock) as file:
        with pytest.raises(FileInUse):
            restore(copy, data_path, clock)
        assert count_people(file) == 5


def test_a_full_disk_leaves_the_working_file(data_path, copy, small_disk):
    target = small_disk.path / "xa.tiendo"
    shutil.copy(data_path, target)
    small_disk.fill()
    before = target.read_bytes()
    with pytest.raises(AppError, match="đã đầy"):
        restore(copy, target, clock)
    assert target.read_bytes() == before


def test_a_copy_in_the_place_of_the_file_is_taken_up_there(data_path, copy):
    shutil.copy(copy, data_path)
    assert restore(data_path, data_path, clock).kept is None
    assert people(data_path) == 3
