"""Opening a file: its seal vouches for it, else the journal; what is wrong is said at once."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from models.checking.at_start import looked_over, start_rules, start_words
from models.checking.checking import check_store
from models.checking.mending import mend
from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("the seal of a file")


@pytest.fixture
def marked(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        set_marks(file, [1, 2], Mark.REGISTERED)
    return data_path


def changed(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_file_that_was_closed_is_not_looked_at_again(marked):
    with open_file(marked, clock) as file:
        assert start_rules(file) == ()
        assert looked_over(file) == ()


def test_after_a_crash_the_journal_is_asked(marked, tmp_path):
    crashed = tmp_path / "sau.tiendo"
    with open_file(marked, clock) as file:
        set_marks(file, [3], Mark.REGISTERED)
        for part in ("", "-wal"):
            shutil.copy(f"{file.path}{part}", f"{crashed}{part}")
    with open_file(crashed, clock) as file:
        assert {each.code for each in start_rules(file)} == {"chain", "tables", "states"}
        assert looked_over(file) == ()


def test_a_mark_that_another_program_changed_is_said_and_mended(marked):
    changed(marked, "UPDATE participations SET registered_on = '2026-01-01' WHERE person_id = 2")
    with open_file(marked, clock) as file:
        found = looked_over(file)
        sentence, advice = start_words(found)
        assert "ngày đăng ký đang là “01/01/2026”, nhật ký ghi “08/06/2026”" in sentence
        assert advice == "Nhật ký còn giữ giá trị đúng; hãy xem rồi sửa."
        mended = mend(file, found)
        assert mended.copy is not None
        assert mended.copy.exists()
        assert check_store(file).ok
        file.vouch()
    with open_file(marked, clock) as file:
        assert start_rules(file) == ()
