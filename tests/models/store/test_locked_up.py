"""An encrypted file that is locked up: at rest, without a key, still ours, and taken up again."""

import pytest

from models.roster.person_rows import count_people
from models.store.data_file import open_file, view_file
from models.store.holding import FileInUse
from models.store.keyring import Locked, cipher_key, forget_keys, know_key
from models.store.log import log_of
from models.store.seal import SealKind, seal_kind
from tests.conftest import clock
from tests.encrypted import encrypt
from tests.factory import add_people

pytestmark = pytest.mark.file_only("encryption of the file")


@pytest.fixture
def opened(data_path):
    encrypt(data_path)
    with open_file(data_path, clock) as file:
        yield file
    forget_keys()


def test_it_is_at_rest_and_goes_on_where_it_was(opened):
    add_people(opened, 3)
    key = opened.key
    opened.lock_up()
    forget_keys()
    assert opened.key is None
    assert seal_kind(opened.path) is SealKind.WHOLE
    assert not log_of(opened.path).exists()
    with pytest.raises(Locked):
        count_people(opened)
    with pytest.raises(Locked):
        cipher_key(opened.path)
    know_key(key)
    with pytest.raises(FileInUse):
        open_file(opened.path, clock)
    opened.open_up(key)
    add_people(opened, 1)
    assert count_people(opened) == 4


def test_it_is_closed_while_it_is_locked_up(data_path):
    encrypt(data_path)
    file = open_file(data_path, clock)
    add_people(file, 3)
    key = file.key
    file.lock_up()
    file.close()
    know_key(key)
    with open_file(data_path, clock) as again:
        assert count_people(again) == 3
    forget_keys()


def test_what_is_only_looked_at_is_locked_up_too(data_path):
    encrypt(data_path)
    with view_file(data_path, clock) as file:
        key = file.key
        file.lock_up()
        with pytest.raises(Locked):
            count_people(file)
        file.open_up(key)
        assert count_people(file) == 0
    forget_keys()
