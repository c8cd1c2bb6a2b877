"""A clock that was set back: what was done later is later, whatever the clock says."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from models.checking.checking import check_store
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.records import Mark
from models.roster.marks import set_marks
from models.safekeeping.thinning import thin
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.data_file import open_file, view_file
from models.store.restoring import restore
from tests.conftest import clock
from tests.factory import add_people
from tests.models.safekeeping.test_thinning import Made

pytestmark = pytest.mark.file_only("copies of the file")
NOON = datetime(2026, 6, 8, 12, 0)


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def test_order_and_undo_follow_what_was_done(data_path):
    told = Clock()
    with open_file(data_path, told) as file:
        ids = add_people(file, 3)
        before = fingerprint(file)
        told.now -= timedelta(days=400)
        set_marks(file, ids[:1], Mark.REGISTERED)
        marked = fingerprint(file)
        newest, *_ = history(file)
        assert newest.kind == "mark-registered"
        assert undo(file) == newest.summary
        assert fingerprint(file) == before
        told.now -= timedelta(days=1)
        assert redo(file) == newest.summary
        assert fingerprint(file) == marked
        assert check_store(file).findings == ()


def test_copies_of_the_same_second_are_two_and_an_older_clock_hides_none(data_path):
    told = Clock()
    first = back_up(data_path, clock=told)
    with open_file(data_path, told) as file:
        add_people(file, 2)
    told.now -= timedelta(days=2)
    second = back_up(data_path, clock=told)
    told.now += timedelta(days=2)
    third = back_up(data_path, clock=told)
    assert len({first.path, second.path, third.path}) == 3
    assert restore(first.path, data_path, told).people == 0
    assert restore(third.path, data_path, told).people == 2
    for kept in backup_folder(data_path).glob("*.tiendo"):
        with view_file(kept, clock):
            pass


def test_copies_from_days_to_come_do_not_drive_out_those_of_today():
    future = [Made(NOON + timedelta(days=300, hours=at)) for at in range(30)]
    today = [Made(NOON - timedelta(minutes=30 * at)) for at in range(5)]
    gone = thin([*future, *today], NOON)
    assert not set(today) & set(gone)
    assert len(gone) < len(future)
