"""The acts with a password on a data file: what opens it afterwards, its copies, its log."""

import json

import pytest

from models.journal.history import fingerprint
from models.papers.action_log import actions
from models.safekeeping.passwords import (
    change_password,
    finish_encrypting,
    remove_password,
    renew_recovery,
    set_password,
)
from models.store.backup import back_up
from models.store.converting_copies import plain_beside
from models.store.data_file import open_file
from models.store.keyring import forget_keys, is_encrypted, slots_of
from models.store.slots import key_by_password, key_by_recovery, new_slots
from tests.conftest import clock
from tests.encrypted import CHEAP, PASSWORD
from tests.factory import add_people

pytestmark = pytest.mark.file_only("encryption of the file")
NEW = "con mèo ăn cá"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr("models.store.slots.COST", CHEAP)
    yield
    forget_keys()


@pytest.fixture
def peopled(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    return data_path


def kinds(path):
    with open_file(path, clock) as file:
        return [each.kind for each in actions(file) if each.kind != "change"]


def test_set_changed_renewed_and_removed(peopled):
    copy = back_up(peopled, clock=clock).path
    slots, key, code = new_slots(PASSWORD)
    assert set_password(peopled, slots, key, clock=clock).done == 1
    assert (is_encrypted(peopled), is_encrypted(copy)) == (True, True)
    with open_file(peopled, clock) as file:
        changed = change_password(file, NEW)
        assert (changed.copies.done, changed.code) == (1, "")
    for each in (peopled, copy):
        assert key_by_password(slots_of(each), NEW) == key == key_by_recovery(slots_of(each), code)
        assert key_by_password(slots_of(each), PASSWORD) is None
    with open_file(peopled, clock) as file:
        newer = renew_recovery(file)
        assert newer.code not in repr(newer)
    for each in (peopled, copy):
        assert key_by_recovery(slots_of(each), newer.code) == key
        assert key_by_recovery(slots_of(each), code) is None
    assert kinds(peopled) == ["password-changed", "password-changed", "password-set"]
    assert remove_password(peopled, clock=clock).done == 1
    assert (is_encrypted(peopled), is_encrypted(copy)) == (False, False)
    assert kinds(peopled)[0] == "password-removed"


def test_copies_are_deleted_instead_where_that_was_asked_for(peopled):
    copy = back_up(peopled, clock=clock).path
    slots, key, _ = new_slots(PASSWORD)
    assert set_password(peopled, slots, key, clock=clock, delete_copies=True).done == 1
    assert not copy.exists()


def test_what_a_kill_left_open_is_encrypted_at_the_next_opening(peopled):
    copy = back_up(peopled, clock=clock).path
    slots, key, _ = new_slots(PASSWORD)

    class Killed(BaseException):
        pass

    def stop(name):
        if name == "tidied":
            raise Killed

    with pytest.raises(Killed):
        set_password(peopled, slots, key, clock=clock, step=stop)
    assert plain_beside(peopled) == (copy,)
    with open_file(peopled, clock) as file:
        assert finish_encrypting(file).done == 1
        assert finish_encrypting(file).done == 0
    assert plain_beside(peopled) == ()


def test_an_open_file_goes_on_with_its_new_password(peopled):
    slots, key, _ = new_slots(PASSWORD)
    set_password(peopled, slots, key, clock=clock)
    with open_file(peopled, clock) as file:
        change_password(file, NEW)
        add_people(file, 0)
        before = fingerprint(file)
    assert key_by_password(slots_of(peopled), NEW) == key
    with open_file(peopled, clock) as file:
        assert fingerprint(file) == before


def test_no_secret_stands_in_the_log_or_the_history(peopled):
    slots, key, code = new_slots(PASSWORD)
    set_password(peopled, slots, key, clock=clock)
    with open_file(peopled, clock) as file:
        newer = change_password(file, NEW, new_code=True).code
        with file.reading() as connection:
            told = json.dumps(
                [
                    [
                        list(map(str, row))
                        for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
                    ]
                    for table in ("changes", "change_rows", "action_log", "settings")
                ],
                ensure_ascii=False,
            )
    for secret in (PASSWORD, NEW, code, newer, *code.split("-"), key.hex()):
        assert secret not in told
