"""A password opens a file; wrong ones are counted, wait for the log, and slow the next one down."""

import json

import pytest

from models.machine.tries import NAME, failed_tries
from models.papers.pending_actions import file_key, waiting_actions
from models.safekeeping.unlocking import (
    TooSoon,
    WrongPassword,
    WrongRecoveryCode,
    seconds_to_wait,
    unlock,
    unlock_by_recovery,
)
from models.store.copies import backup_folder
from models.store.keyring import forget_keys, is_unlocked, slots_of
from models.store.recovery_code import CodeUnclear, new_code
from tests.conftest import clock
from tests.encrypted import PASSWORD, encrypt

pytestmark = pytest.mark.file_only("encryption of the file")


@pytest.fixture
def locked(data_path):
    """An encrypted file that is locked, and its recovery code."""
    code = encrypt(data_path)
    forget_keys()
    yield data_path, code
    forget_keys()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "nguoi-dung"
    made.mkdir()
    return made


def kinds(folder):
    return [(each.kind, each.count) for each in waiting_actions(folder)]


def _let_time_pass(folder):
    place = folder / NAME
    told = json.loads(place.read_text())
    place.write_text(json.dumps({key: [n, 0, 0] for key, (n, _, _) in told.items()}))


def test_the_password_opens_and_nothing_is_noted(locked, folder):
    path, _ = locked
    assert seconds_to_wait(path, folder) == 0
    unlock(path, PASSWORD, folder, clock)
    assert is_unlocked(path)
    assert (kinds(folder), failed_tries(folder, slots_of(path).id)) == ([], 0)


def test_a_wrong_one_is_counted_waits_for_the_log_and_delays_the_next(locked, folder):
    path, _ = locked
    with pytest.raises(WrongPassword, match="chưa đúng\\.") as told:
        unlock(path, "bí mật sai bét", folder, clock)
    assert "sai bét" not in str(told.value)
    assert not is_unlocked(path)
    with pytest.raises(TooSoon, match="1 giây nữa"):
        unlock(path, PASSWORD, folder, clock)
    assert 0 < seconds_to_wait(path, folder) <= 1
    _let_time_pass(folder)
    with pytest.raises(WrongPassword, match="lần thứ 2 liên tiếp"):
        unlock(path, "sai nữa", folder, clock)
    assert sorted(kinds(folder)) == [("wrong-password", 1), ("wrong-password", 2)]
    assert {each.file for each in waiting_actions(folder)} == {file_key(path)}
    everything = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    assert b"sai" not in everything
    _let_time_pass(folder)
    unlock(path, PASSWORD, folder, clock)
    assert seconds_to_wait(path, folder) == 0


def test_a_wrong_one_for_a_copy_waits_for_whatever_log_comes_next(locked, folder):
    path, _ = locked
    backup_folder(path).mkdir()
    copy = path.rename(backup_folder(path) / "xa-2026-06-08-170000.tiendo")
    with pytest.raises(WrongPassword):
        unlock(copy, "sai", folder, clock)
    assert [each.file for each in waiting_actions(folder)] == [""]


def test_the_recovery_code_opens_at_once_however_often_a_password_was_wrong(locked, folder):
    path, code = locked
    with pytest.raises(WrongPassword):
        unlock(path, "sai", folder, clock)
    unlock_by_recovery(path, code.lower(), folder, clock)
    assert is_unlocked(path)
    assert seconds_to_wait(path, folder) == 0
    assert sorted(kind for kind, _ in kinds(folder)) == ["recovered", "wrong-password"]


def test_a_code_of_another_file_and_one_that_is_none_are_told_apart(locked, folder):
    path, code = locked
    with pytest.raises(WrongRecoveryCode, match="không phải của tệp"):
        unlock_by_recovery(path, new_code(), folder, clock)
    with pytest.raises(CodeUnclear, match="nhóm thứ 1"):
        unlock_by_recovery(path, ("2" if code[0] != "2" else "3") + code[1:], folder, clock)
    assert not is_unlocked(path)
    assert kinds(folder) == []
