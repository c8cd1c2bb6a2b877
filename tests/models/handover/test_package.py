"""The hand-over package: everything arrives, nothing of it is in the open on the way."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from models.errors import AppError
from models.handover.package import (
    WrongPackagePassword,
    make_package,
    open_package,
    package_facts,
)
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.papers.action_log import actions
from models.records.actions import ActionKind
from models.store import slots
from models.store.data_file import open_file
from models.store.keyring import forget_keys, is_encrypted
from models.store.seal import read_seal, seal_file
from tests.conftest import clock
from tests.encrypted import CHEAP, encrypt
from tests.factory import add_people, made_up_name

pytestmark = pytest.mark.file_only("a package is made of a file")
PASSWORD = "Vải thiều Thanh Hà"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(slots, "COST", CHEAP)
    yield
    forget_keys()


@pytest.fixture
def filled(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 7)
    return data_path


def test_everything_arrives_and_can_be_taken_back_there(filled, tmp_path):
    with open_file(filled, clock) as file:
        before, told = fingerprint(file), history(file)
        made = make_package(filled, tmp_path / "usb" / "goi.tiendo", PASSWORD, clock)
    assert (made.people, made.files) == (7, 0)
    done = open_package(made.path, tmp_path / "moi" / "xa.tiendo", PASSWORD, clock)
    with open_file(done.path, clock) as file:
        assert fingerprint(file) == before
        assert history(file)[1:] == told
        assert ActionKind.PACKAGE_OPENED in {each.kind for each in actions(file)}
        assert undo(file)
    assert not is_encrypted(done.path)


def test_nothing_of_it_is_in_the_open(filled, tmp_path):
    made = make_package(filled, tmp_path / "usb" / "goi.tiendo", PASSWORD, clock)
    everything = b"".join(each.read_bytes() for each in made.path.parent.iterdir())
    assert list(made.path.parent.iterdir()) == [made.path]
    assert made_up_name(0).encode() not in everything
    assert b"0912000000" not in everything


def test_it_says_what_it_is_before_it_is_opened(filled, tmp_path):
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    facts = package_facts(made.path)
    assert (facts.people, facts.secret, facts.made_at) == (7, False, "2026-06-08T17:00:00")
    assert package_facts(filled) is None


def test_a_file_with_a_password_keeps_one(filled, tmp_path):
    encrypt(filled)
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    done = open_package(made.path, tmp_path / "moi.tiendo", PASSWORD, clock)
    assert is_encrypted(done.path)
    with open_file(done.path, clock) as file:
        assert file.key is not None


def test_a_wrong_password_opens_nothing(filled, tmp_path):
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    with pytest.raises(WrongPackagePassword):
        open_package(made.path, tmp_path / "moi" / "xa.tiendo", "Vải thiều Lục Ngạn", clock)
    assert not (tmp_path / "moi").exists()


def test_what_a_newer_version_made_is_refused_before_a_password_is_asked(filled, tmp_path):
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    seal = read_seal(made.path)
    seal_file(made.path, seal.key, seal.copy._replace(revision="9999"))
    with pytest.raises(AppError, match="mới hơn"):
        open_package(made.path, tmp_path / "moi.tiendo", PASSWORD, clock)


@pytest.mark.parametrize("at", [200, 5000, -9000])
def test_a_package_with_another_byte_is_refused(filled, tmp_path, at):
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    changed = bytearray(made.path.read_bytes())
    changed[at] ^= 1
    made.path.write_bytes(changed)
    with pytest.raises(AppError, match="hỏng"):
        open_package(made.path, tmp_path / "moi.tiendo", PASSWORD, clock)
    assert not (tmp_path / "moi.tiendo").exists()


def test_nothing_is_written_over(filled, tmp_path):
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    with pytest.raises(AppError, match="Đã có tệp"):
        make_package(filled, made.path, PASSWORD, clock)
    with pytest.raises(AppError, match="Đã có tệp"):
        open_package(made.path, filled, PASSWORD, clock)


def test_a_data_file_is_no_package(filled, tmp_path):
    with pytest.raises(AppError, match="không phải là gói bàn giao"):
        open_package(filled, tmp_path / "moi.tiendo", PASSWORD, clock)


def test_a_weak_password_is_refused(filled, tmp_path):
    with pytest.raises(AppError):
        make_package(filled, tmp_path / "goi.tiendo", "12345678", clock)
    assert not (tmp_path / "goi.tiendo").exists()


def test_what_somebody_put_into_a_package_does_not_become_a_file(filled, tmp_path, monkeypatch):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("CREATE TRIGGER mine AFTER UPDATE ON people BEGIN DELETE FROM units; END")
    monkeypatch.setattr("models.store.backup.refuse_what_runs", lambda *_: None)
    made = make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
    with pytest.raises(AppError, match="lệnh tự chạy"):
        open_package(made.path, tmp_path / "moi" / "xa.tiendo", PASSWORD, clock)
    assert not (tmp_path / "moi").exists()


def test_the_log_of_the_file_that_is_open_meanwhile_stays_its_own(filled, tmp_path):
    left = tmp_path / "left"
    left.mkdir()
    with open_file(filled, clock) as file:
        add_people(file, 2)
        make_package(filled, tmp_path / "goi.tiendo", PASSWORD, clock)
        assert [each for each in filled.parent.iterdir() if each.name.startswith("~")] == []
        add_people(file, 3)
        for each in filled.parent.glob("xa.tiendo*"):
            if each.suffix != ".lock":
                shutil.copy(each, left / each.name)
    with open_file(left / filled.name, clock) as file, file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 12
