"""The file does not grow without bound: what is packed and when, and room that is given back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from models.errors import AppError
from models.journal import packing
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.papers.action_log import actions
from models.records import Mark
from models.records.actions import ActionKind
from models.roster.marks import clear_marks, set_marks
from models.safekeeping import tidying
from models.safekeeping.keeping import CopyKept, keep_copy
from models.safekeeping.tidying import Tidied, tidy_file
from models.store import sweeping
from models.store.data_file import DataFile, open_file
from models.store.kept import CopyUnproven, kept_copies
from models.store.seal import SealKind, seal_kind
from tests.conftest import clock
from tests.encrypted import encrypt
from tests.factory import add_people
from tests.models.journal.sound import faults_of

pytestmark = pytest.mark.file_only("the size of a file, and copies of it")

YEAR = timedelta(days=366)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if much less were much."""
    for name, least in (("ENOUGH", 20), ("LARGE", 40), ("NEWEST", 2)):
        monkeypatch.setattr(packing, name, least)


def fill(file: DataFile, times: int) -> None:
    """Write 2 x 5 rows of the journal so many times."""
    ids = add_people(file, 5)
    for _ in range(times):
        set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 2))
        clear_marks(file, ids, Mark.REGISTERED)


def test_what_is_a_year_old_is_packed_once_a_copy_has_proven_itself(data_path: Path) -> None:
    with open_file(data_path, clock) as file:
        fill(file, 3)
        before = fingerprint(file)
        assert tidy_file(file).rows == 0
        file.clock = lambda: clock() + YEAR
        done = tidy_file(file)
        assert done.rows >= 20
        assert [each.count for each in actions(file, kinds={ActionKind.PACKED})] == [done.rows]
        (copy,) = kept_copies(data_path)
        assert copy.proven_at is not None
        assert fingerprint(file) == before
        assert faults_of(file) == []
        assert tidy_file(file) == Tidied()
        undo(file)
        assert faults_of(file) == []


def test_very_much_is_packed_however_new_it_is(data_path: Path) -> None:
    with open_file(data_path, clock) as file:
        fill(file, 5)
        file.clock = lambda: clock() + timedelta(minutes=1)
        assert tidy_file(file).rows >= 40
        assert faults_of(file) == []


def test_nothing_is_packed_while_no_copy_proves_itself(data_path: Path, monkeypatch) -> None:
    def doubtful(*told: object) -> CopyKept:
        return keep_copy(*told)._replace(doubt=CopyUnproven())

    monkeypatch.setattr(tidying, "keep_copy", doubtful)
    with open_file(data_path, lambda: clock() + YEAR) as file:
        file.clock = clock
        fill(file, 3)
        file.clock = lambda: clock() + YEAR
        with pytest.raises(AppError, match="thu gọn"):
            tidy_file(file)
        assert actions(file, kinds={ActionKind.PACKED}) == ()


@pytest.mark.parametrize("locked", [False, True])
def test_room_that_stands_empty_is_given_back(data_path: Path, monkeypatch, *, locked: bool):
    monkeypatch.setattr(sweeping, "ROOMY", 0)
    if locked:
        encrypt(data_path)
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        before = fingerprint(file)
        with file.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE once AS SELECT zeroblob(2000000) AS much")
            connection.exec_driver_sql("DROP TABLE once")
        done = tidy_file(file)
        assert done.freed > 1_900_000
        assert seal_kind(data_path) is SealKind.WHOLE
        assert fingerprint(file) == before
    with open_file(data_path, clock) as file:
        assert faults_of(file) == []
        assert tidy_file(file) == Tidied()
