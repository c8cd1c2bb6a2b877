"""Copies that still hold what was purged: named, and taken away; those of other files are not."""

from __future__ import annotations

import shutil

import pytest

from models.safekeeping.holding import drop_copies, holding_copies
from models.store.backup import back_up
from models.store.copies import backup_folder, newest_copy_day
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of a file")


def test_copies_of_another_file_in_the_folder_stay(data_path):
    other = data_path.with_name("xa-khac.tiendo")
    shutil.copy(data_path, other)
    theirs = back_up(other, clock=clock).path
    assert newest_copy_day(data_path) is None
    mine = back_up(data_path, clock=clock).path
    assert [each.name for each in holding_copies(data_path, clock())] == [mine.name]
    with open_file(data_path, clock) as file:
        add_people(file, 1)
    done = drop_copies(data_path, clock, before=clock())
    assert (done.gone, done.left) == (1, ())
    assert set(backup_folder(data_path).glob("*.tiendo")) == {theirs, done.kept}


def test_a_copy_of_no_file_that_is_there_is_named_and_left_to_the_officer(data_path):
    mine = back_up(data_path, clock=clock).path
    earlier = mine.rename(mine.with_name(mine.name.replace("xa-", "ten-cu-")))
    assert [each.name for each in holding_copies(data_path, clock())] == [earlier.name]
    assert drop_copies(data_path, clock, before=clock()).left == (earlier.name,)
    assert earlier.exists()
