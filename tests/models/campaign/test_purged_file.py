"""After a purge no byte of it is in the file or beside it, whenever the machine stops."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sqlite3
from contextlib import closing
from time import perf_counter

import pytest

from models.campaign.purging import purge_contest
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.store.backup import back_up
from models.store.copies import copies_beside
from models.store.data_file import open_file, view_file
from models.store.sweeping import is_unswept
from tests.conftest import clock
from tests.factory import made_up_name
from tests.models.campaign.personal import SECRETS, closed_contest

pytestmark = pytest.mark.file_only("the bytes of the file itself")
CODE = "ai-2026"


def found_in(folder):
    """Which secrets stand in any file of the folder, but for the kept copies."""
    there = b"".join(each.read_bytes() for each in folder.iterdir() if each.is_file())
    return [each for each in SECRETS if each.encode() in there]


def unswept(path):
    with closing(sqlite3.connect(path)) as connection:
        return is_unswept(connection)


@pytest.fixture
def closed_path(data_path):
    """A closed file with a closed contest in it."""
    with open_file(data_path, clock) as file:
        closed_contest(file)
    return data_path


def test_no_byte_is_left_in_the_file_its_log_and_a_new_copy(closed_path):
    assert len(found_in(closed_path.parent)) == len(SECRETS)
    with open_file(closed_path, clock) as file:
        assert purge_contest(file, CODE).swept
        assert found_in(closed_path.parent) == []
        copy = back_up(closed_path).path
        assert not [each for each in SECRETS if each.encode() in copy.read_bytes()]
    assert found_in(closed_path.parent) == []
    assert made_up_name(0).encode() in closed_path.read_bytes()


def test_what_was_deleted_long_before_goes_from_the_free_pages_too(closed_path):
    with closing(sqlite3.connect(closed_path)) as connection:
        connection.execute("CREATE TABLE once (text)")
        connection.executemany("INSERT INTO once VALUES (?)", [(SECRETS[0] * 90,)] * 300)
        connection.commit()
        connection.execute("DROP TABLE once")
        connection.commit()
    with open_file(closed_path, clock) as file:
        purge_contest(file, CODE)
    assert found_in(closed_path.parent) == []


def test_while_somebody_reads_the_file_waits_until_it_is_next_opened(closed_path):
    with open_file(closed_path, clock) as file:
        with file.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM people").all()
            assert not purge_contest(file, CODE).swept
        after = fingerprint(file)
        assert history(file, 1)[0].in_effect
    assert unswept(closed_path)
    with open_file(closed_path, clock) as file:
        assert fingerprint(file) == after
        assert found_in(closed_path.parent) == []
    assert not unswept(closed_path)


def test_old_copies_are_named_with_their_days(closed_path):
    with open_file(closed_path, clock) as file:
        made = back_up(closed_path).path
        purge_contest(file, CODE)
    aside = closed_path.with_name(f"{closed_path.name}-wal.hong-2026-06-08-090000")
    aside.write_bytes(b"x")
    assert {each.name for each in copies_beside(closed_path)} == {made.name, aside.name}


def test_a_copy_that_is_only_looked_at_is_not_purged(closed_path):
    copy = back_up(closed_path).path
    before = copy.read_bytes()
    with view_file(copy, clock) as file, pytest.raises(AppError, match="bản sao"):
        purge_contest(file, CODE)
    assert copy.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed at any instant")
@pytest.mark.parametrize("kills", [6, pytest.param(40, marks=pytest.mark.slow)])
def test_a_kill_at_any_instant_leaves_all_or_nothing(closed_path, tmp_path, kills):
    with open_file(closed_path, clock) as file:
        before = fingerprint(file)
    model = shutil.copy(closed_path, tmp_path / "goc.bin")
    closed_path.unlink()
    longest, ends = _purged_in_a_process(tmp_path, model, None), []
    at_random = [random.Random(seed).uniform(0, longest * 1.1) for seed in range(kills)]
    for seed, wait in enumerate([*at_random, 0, None]):
        folder = tmp_path / str(seed)
        folder.mkdir()
        _purged_in_a_process(folder, model, wait)
        path = folder / "xa.tiendo"
        told = f"seed {seed}, killed after {wait} s of {longest:.5f} s"
        with open_file(path, clock) as file:
            purged = fingerprint(file) != before
            assert history(file, 1)[0].kind == ("contest-purge" if purged else "contest-close"), (
                told
            )
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], told
        assert len(found_in(folder)) == (0 if purged else len(SECRETS)), told
        assert not unswept(path), told
        ends.append(purged)
    assert {True, False} == set(ends)


def _purged_in_a_process(folder, model, wait):
    """Purge a copy of `model` in a process that is killed after `wait` seconds; None: at its end.

    Returns how long it worked.
    """
    path = shutil.copy(model, folder / "xa.tiendo")
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            with open_file(path, clock) as file:
                os.write(writing, b"o")
                purge_contest(file, CODE)
            os.write(writing, b"d")
        finally:
            os._exit(0)
    assert os.read(reading, 1) == b"o"
    begun = perf_counter()
    select.select([reading], [], [], wait)
    if wait is not None:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    return perf_counter() - begun
