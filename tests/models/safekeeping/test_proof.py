"""A copy counts as proven only when it was read through."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from models.safekeeping.proof import journal_holds
from models.store.backup import back_up
from tests.conftest import clock

pytestmark = pytest.mark.file_only("copies of a file")


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE action_log",
        "UPDATE changes SET summary = CAST(x'ff' AS TEXT)",
        "UPDATE change_rows SET after = '{'",
        "UPDATE change_rows SET table_name = 'người'",
    ],
)
def test_what_cannot_be_read_through_is_kept_and_not_called_proven(data_path, harm):
    assert back_up(data_path, clock=clock, further=journal_holds).proven
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute(harm)
        raw.commit()
    made = back_up(data_path, clock=clock, further=journal_holds)
    assert made.path.exists()
    assert not made.proven
