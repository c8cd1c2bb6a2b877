"""A second start leaves its note only when somebody is there to read it, and once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.machine import locks
from models.machine.account import account_name
from models.machine.handover import call_forward, hand_over, request_path, take_request
from models.machine.locks import FileLock, lock_path
from models.store.holding import FileInUse, held_lock


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "Xã Kẻ Sặt.tiendo"
    path.write_bytes(b"")
    return path


@pytest.fixture
def taken(data):
    lock = FileLock(lock_path(data))
    assert lock.acquire()
    yield
    lock.release()


def test_a_free_file_is_not_handed_over(data):
    assert not hand_over(data)
    assert not lock_path(data).exists()
    assert not request_path(data).exists()


def test_a_lock_left_by_a_crash_hands_nothing_over(data):
    lock_path(data).write_bytes(b" 99999")
    assert not hand_over(data)


@pytest.mark.usefixtures("taken")
def test_the_note_is_read_once(data, tmp_path):
    lists = [tmp_path / "Danh sách 1.xlsx", tmp_path / "b.csv"]
    assert hand_over(data, lists)
    assert take_request(data) == tuple(lists)
    assert take_request(data) is None


@pytest.mark.usefixtures("taken")
def test_the_last_of_two_notes_counts_and_nothing_is_left_behind(data, tmp_path):
    hand_over(data, [Path("/x/a.xlsx")])
    hand_over(data)
    assert take_request(data) == ()
    assert sorted(each.name for each in tmp_path.iterdir()) == [data.name, lock_path(data).name]


def test_a_note_that_makes_no_sense_asks_for_nothing(data):
    request_path(data).write_text("{", encoding="utf-8")
    assert take_request(data) is None


@pytest.mark.usefixtures("taken")
def test_another_account_at_this_machine_is_not_called_forward(data, monkeypatch):
    monkeypatch.setattr(locks, "account_name", lambda: "Trần Thị B")
    assert not hand_over(data)
    assert not request_path(data).exists()
    assert locks.other_account(lock_path(data)) != ""
    with pytest.raises(FileInUse, match=r"người dùng .* mở trên máy này.*đăng xuất"):
        held_lock(data)


@pytest.mark.usefixtures("taken")
def test_the_owner_of_a_lock_can_be_read(data):
    assert locks.owner_of(lock_path(data)) == locks.Owner(os.getpid(), account_name())
    assert locks.other_account(lock_path(data)) == ""


def test_a_lock_of_an_earlier_version_names_no_account(data):
    lock_path(data).write_bytes(b" 4711")
    assert locks.owner_of(lock_path(data)) == locks.Owner(4711, "")
    assert locks.other_account(lock_path(data)) == ""


def _once_there(note, deed):
    """Do `deed` as soon as the note lies there."""
    while not note.exists():
        pass
    return deed()


def test_a_start_while_the_window_closes_opens_a_window_of_its_own(data, tmp_path):
    closing = FileLock(lock_path(data))
    assert closing.acquire()
    with ThreadPoolExecutor(1) as other:
        other.submit(_once_there, request_path(data), closing.release)
        assert not call_forward(data, [tmp_path / "a.xlsx"])
    assert take_request(data) is None


@pytest.mark.usefixtures("taken")
def test_a_start_ends_when_the_window_has_read_its_note(data, tmp_path):
    with ThreadPoolExecutor(1) as other:
        read = other.submit(_once_there, request_path(data), lambda: take_request(data))
        assert call_forward(data, [tmp_path / "a.xlsx"])
        assert read.result() == (tmp_path / "a.xlsx",)


@pytest.mark.usefixtures("taken")
def test_a_busy_window_finds_the_note_later(data):
    assert call_forward(data, patience=0.1)
    assert take_request(data) == ()
