"""What is asked before a restore changes nothing of the file that it asks."""

from __future__ import annotations

import shutil

import pytest

from models.safekeeping.doubts import restoring_doubts
from models.store.backup import back_up
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of a file")


def test_a_file_that_was_cut_off_keeps_its_log(data_path, tmp_path):
    copy = back_up(data_path, clock=clock).path
    cut = tmp_path / "cut" / data_path.name
    cut.parent.mkdir()
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        for suffix in ("", "-wal"):
            shutil.copy(f"{data_path}{suffix}", f"{cut}{suffix}")
    assert restoring_doubts(copy, cut) == ()
    with open_file(cut, clock) as file, file.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar() == 3
