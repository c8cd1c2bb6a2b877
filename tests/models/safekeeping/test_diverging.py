"""How far two states of one file have parted."""

from __future__ import annotations

import shutil

import pytest

from models.safekeeping.diverging import Diverged, diverged
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("two files")


def test_each_state_has_its_own_acts_after_the_last_they_share(data_path, tmp_path):
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    other = tmp_path / "khac.tiendo"
    shutil.copy(data_path, other)
    with open_file(data_path, clock) as ours, open_file(other, clock) as theirs:
        assert diverged(ours, theirs) == Diverged(0, 0)
        add_people(ours, 3)
        assert diverged(ours, theirs) == Diverged(3, 0)
        add_people(theirs, 1)
        assert diverged(ours, theirs) == Diverged(3, 1)
        assert diverged(theirs, ours) == Diverged(1, 3)
