"""What is not as the program wrote it is no bug of ours: whoever stumbles over it is told so."""

from __future__ import annotations

import lzma
import sqlite3
from contextlib import closing

import pytest

from models.checking import at_start
from models.checking.stumbles import broken_told, what_is_damaged
from models.errors import AppError, Broke
from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.fuzz.seeds import SEED, noon
from tests.journeys.at_hand import OfficeAtHand

OF_SQLITE = pytest.mark.file_only("a file that was changed behind the program")


@pytest.fixture
def office(tmp_path):
    """Something of everything, as it was closed."""
    path = tmp_path / "xa.tiendo"
    path.write_bytes(lzma.decompress(SEED.read_bytes()))
    open_file(path, noon).close()
    return OfficeAtHand(path)


@OF_SQLITE
@pytest.mark.parametrize(
    ("change", "command"),
    [
        ("UPDATE change_rows SET table_name = 'x'", "undo"),
        ("UPDATE change_rows SET table_name = ''", "undo"),
        ("UPDATE change_rows SET table_name = 'contents'", "undo"),
        ("UPDATE change_rows SET before = '{\"x\": 1}'", "undo"),
        ("UPDATE change_rows SET before = '{\"id\": [1]}'", "undo"),
        ("UPDATE change_rows SET after = 'null'", "history 3"),
        ("UPDATE change_rows SET before = '0'", "person --phone 0912000000 --out {}"),
        ("UPDATE frozen_reports SET figures = '{}'", "figures"),
        ("UPDATE frozen_reports SET figures = '[1]'", "figures"),
        ("UPDATE frozen_reports SET names = '[[]]'", "figures"),
        ("UPDATE frozen_reports SET issue = 'true'", "figures"),
    ],
)
def test_a_text_that_only_looks_whole_is_named(office, damage_expected, tmp_path, change, command):
    with closing(sqlite3.connect(office.data)) as raw:
        raw.execute(change)
        raw.commit()
    told = office.raw(*command.format(tmp_path / "ra.pdf").split())
    assert told.returncode == 1
    assert "ngoài dự kiến" not in told.stderr
    assert "không còn như chương trình đã ghi" in told.stderr


def test_of_sound_data_nothing_is_said_and_a_bug_is_one(file):
    set_marks(file, add_people(file, 2), Mark.REGISTERED, clock().date())
    assert what_is_damaged(file) is None
    with pytest.raises(Broke), broken_told(file):
        raise KeyError("ours")


@OF_SQLITE
def test_what_had_been_written_before_is_said(file, damage_expected):
    with pytest.raises(Broke) as told, broken_told(file):
        _write_and_stumble(file)
    assert told.value.written
    assert "không còn như chương trình đã ghi" in told.value.damage.sentence


def _write_and_stumble(file):
    add_people(file, 1)
    with file.writing() as connection:
        connection.exec_driver_sql("UPDATE change_rows SET after = '[]'")
    raise TypeError("list")


def test_what_cannot_be_looked_at_leaves_the_bug_told(file, monkeypatch, damage_expected):
    def broken(*_):
        raise AttributeError("ours too")

    monkeypatch.setattr(at_start, "found_in", broken)
    with pytest.raises(Broke) as told, broken_told(file):
        raise KeyError("ours")
    assert isinstance(told.value.__cause__, KeyError)
    assert told.value.damage is None


@OF_SQLITE
def test_what_was_stumbled_over_is_logged_without_what_it_said(file, caplog):
    with file.writing() as connection:
        connection.exec_driver_sql("UPDATE communes SET name = ''")
    with pytest.raises(AppError), broken_told(file):
        raise KeyError("Nguyễn Văn An")
    (record,) = caplog.records
    assert record.exc_info is not None
    assert "Nguyễn" not in record.getMessage()
    caplog.clear()
