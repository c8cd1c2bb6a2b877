"""The log beside a file: its own is used, a stranger's is set aside, a missing one is said."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from models.errors import AppError
from models.office.setup import init_file
from models.roster.person_rows import count_people
from models.store import data_file
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.header import COPY, log_of, read_file_header, read_log
from models.store.inspection import inspect_file
from models.store.log import LogMissing, say_whole
from models.store.log_tried import is_sound
from models.store.making import create
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("SQLite's log beside the file")

ADDING = (
    "import os, sys; from pathlib import Path\n"
    "from models.store.data_file import open_file\n"
    "from tests.factory import add_people\n"
    "file = open_file(Path(sys.argv[1])); add_people(file, int(sys.argv[2]))\n"
)
KILLED = "os.kill(os.getpid(), 9)"


def power_cut_after(path, people):
    """Let another process add people and die without closing the file."""
    subprocess.run([sys.executable, "-c", ADDING + KILLED, str(path), str(people)], check=False)
    assert log_of(path).stat().st_size > 0


def people_in(path):
    with open_file(path, clock) as opened:
        return count_people(opened), opened.remarks


def aside(path):
    return sorted(p.name for p in path.parent.iterdir() if "cua-tep-khac" in p.name)


def test_the_own_log_of_a_cut_off_file_is_used(data_path):
    power_cut_after(data_path, 20)
    assert people_in(data_path) == (20, ())
    power_cut_after(data_path, 5)
    assert people_in(data_path) == (25, ())
    assert aside(data_path) == []


def cut_off(file, tmp_path):
    """The open file as a crash would leave it now."""
    left = tmp_path / "cắt.tiendo"
    shutil.copy(file.path, left)
    shutil.copy(log_of(file.path), log_of(left))
    return left


def test_a_cut_off_file_whose_tables_have_no_names_any_more_is_told_damaged(file, tmp_path):
    add_people(file, 3)
    left = cut_off(file, tmp_path)
    left.write_bytes(left.read_bytes().replace(b"CREATE TABLE", b"CREATE T\xc1BLE"))
    with pytest.raises(AppError, match="hỏng"):
        open_file(left, clock)


def test_looking_at_a_cut_off_file_leaves_its_log_to_it(file, tmp_path):
    add_people(file, 3)
    left = cut_off(file, tmp_path)
    inspect_file(left, clock)
    assert log_of(left).stat().st_size > 0
    back_up(left, tmp_path / "sao.tiendo", clock)
    assert log_of(left).stat().st_size > 0
    assert people_in(left) == (3, ())


def test_a_file_that_cannot_be_brought_home_keeps_its_log(data_path, monkeypatch):
    with open_file(data_path, clock) as opened:
        add_people(opened, 3)
        monkeypatch.setattr(data_file, "write_home", lambda _connection: False)
    assert log_of(data_path).stat().st_size > 0
    monkeypatch.undo()
    assert people_in(data_path) == (3, ())


def test_a_log_that_begins_with_bringing_it_home_is_the_files_own(file, tmp_path):
    """Nothing stands in the file's log but that it shall be whole alone from now on."""
    add_people(file, 3)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_checkpoint(RESTART)")
    with closing(sqlite3.connect(file.path, isolation_level=None)) as cut:
        say_whole(cut)
    assert people_in(cut_off(file, tmp_path)) == (3, ())


def test_a_log_that_was_checkpointed_in_part_and_begun_anew_is_used(data_path):
    code = (
        ADDING + "connection = file.engine.raw_connection().driver_connection\n"
        "for mode in ('PASSIVE', 'RESTART', 'PASSIVE'):\n"
        "    connection.execute(f'PRAGMA wal_checkpoint({mode})').fetchall()\n"
        "    add_people(file, 3)\n" + KILLED
    )
    subprocess.run([sys.executable, "-c", code, str(data_path), "4"], check=False)
    assert people_in(data_path) == (13, ())


def test_a_backup_over_a_cut_off_file_is_what_it_was(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 7)
    made = back_up(data_path, clock=clock)
    power_cut_after(data_path, 40)
    shutil.copy(made.path, data_path)
    people, remarks = people_in(data_path)
    assert people == 7
    assert "tệp nhật ký của một tệp khác" in remarks[0]
    assert "chép vào chỗ tệp dữ liệu" in remarks[1]
    assert len(aside(data_path)) == 2
    assert people_in(data_path) == (7, ())


def test_a_strangers_log_gets_into_no_copy_either(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 7)
    made = back_up(data_path, clock=clock)
    power_cut_after(data_path, 40)
    shutil.copy(made.path, data_path)
    assert back_up(data_path, clock=clock).people == 7
    assert len(aside(data_path)) == 2


def test_a_copy_of_a_file_without_its_log_is_not_called_proven(file, tmp_path):
    add_people(file, 5)
    alone = tmp_path / "chép.tiendo"
    shutil.copy(file.path, alone)
    with pytest.raises(LogMissing):
        back_up(alone, clock=clock)
    assert back_up(file.path, clock=clock).people == 5


def test_an_older_copy_by_the_file_manager_is_what_it_was(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 7)
    kept = shutil.copy(data_path, data_path.with_name("thứ sáu"))
    with open_file(data_path, clock) as file:
        add_people(file, 1)
    power_cut_after(data_path, 40)
    shutil.copy(kept, data_path)
    assert people_in(data_path)[0] == 7
    assert aside(data_path)


def test_a_log_of_an_older_time_is_set_aside(data_path):
    power_cut_after(data_path, 9)
    old = shutil.copy(log_of(data_path), data_path.with_name("nhật ký cũ"))
    people_in(data_path)
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    shutil.copy(old, log_of(data_path))
    assert people_in(data_path)[0] == 11
    assert aside(data_path)


@pytest.mark.parametrize("commune", ["Xã Kẻ Sặt", "Phường Hải An"])
def test_a_log_of_another_file_of_equal_pages_is_set_aside(data_path, tmp_path, commune):
    other = tmp_path / "khác.tiendo"
    init_file(other, commune, "ai-2026", clock).close()
    power_cut_after(other, 30)
    shutil.copy(log_of(other), log_of(data_path))
    shutil.copy(other.with_name(other.name + "-shm"), data_path.with_name(data_path.name + "-shm"))
    people, remarks = people_in(data_path)
    assert (people, len(remarks)) == (0, 1)
    assert len(aside(data_path)) == 2


def test_a_log_with_other_pages_is_set_aside(data_path, tmp_path):
    with closing(sqlite3.connect(tmp_path / "la.db")) as other:
        other.executescript("PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; CREATE TABLE t(a)")
        shutil.copy(tmp_path / "la.db-wal", log_of(data_path))
    assert people_in(data_path)[0] == 0
    assert len(aside(data_path)) == 1


def test_an_index_without_a_log_is_set_aside(data_path):
    data_path.with_name(data_path.name + "-shm").write_bytes(os.urandom(32768))
    assert people_in(data_path)[0] == 0
    assert len(aside(data_path)) == 1


def test_a_journal_of_another_file_is_not_rolled_back(data_path, tmp_path):
    other = tmp_path / "la.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.executescript("CREATE TABLE t(a); INSERT INTO t VALUES (zeroblob(50000))")
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('UPDATE t SET a = randomblob(50000)');"
        "c.execute('INSERT INTO t VALUES (zeroblob(900000))'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(other)], check=False)
    shutil.copy(tmp_path / "la.db-journal", data_path.with_name(data_path.name + "-journal"))
    assert people_in(data_path)[0] == 0
    assert len(aside(data_path)) == 1


def test_rubbish_in_the_place_of_the_log_harms_nothing_and_is_kept(data_path):
    rubbish = os.urandom(50_000)
    log_of(data_path).write_bytes(rubbish)
    people, remarks = people_in(data_path)
    assert people == 0
    assert "bị hỏng" in remarks[0]
    (kept,) = broken_logs(data_path)
    assert data_path.with_name(kept).read_bytes() == rubbish


def test_a_copy_without_the_log_that_it_needs_says_so(file, tmp_path):
    add_people(file, 5)
    alone = tmp_path / "chép" / "xa.tiendo"
    alone.parent.mkdir()
    shutil.copy(file.path, alone)
    before = alone.read_bytes()
    with pytest.raises(LogMissing, match=r"thiếu tệp nhật ký xa.tiendo-wal.*chép cả tệp"):
        open_file(alone, clock)
    assert alone.read_bytes() == before
    with view_file(alone, clock) as seen:
        assert "thiếu tệp nhật ký" in seen.remarks[0]
    shutil.copy(log_of(file.path), log_of(alone))
    assert people_in(alone) == (5, ())


def test_a_missing_log_can_be_done_without_when_that_is_said(file, tmp_path):
    add_people(file, 5)
    alone = tmp_path / "chép.tiendo"
    shutil.copy(file.path, alone)
    with open_file(alone, clock, without_log=True) as opened:
        add_people(opened, 1)
    assert people_in(alone)[0] >= 1


def test_a_strangers_log_in_place_of_the_needed_one_says_both(data_path, tmp_path):
    power_cut_after(data_path, 5)
    other = tmp_path / "khác.tiendo"
    init_file(other, "Xã Kẻ Sặt", None, clock).close()
    power_cut_after(other, 3)
    shutil.copy(log_of(other), log_of(data_path))
    with pytest.raises(LogMissing, match="nhật ký của một tệp khác"):
        open_file(data_path, clock)
    assert aside(data_path)


def test_what_is_written_home_is_whole_in_a_plain_copy(file, tmp_path):
    add_people(file, 6)
    file.write_home()
    alone = tmp_path / "chép.tiendo"
    shutil.copy(file.path, alone)
    assert people_in(alone) == (6, ())
    add_people(file, 1)
    assert count_people(file) == 7


def test_somebody_reading_puts_writing_home_off_and_nothing_is_lost(file):
    with closing(sqlite3.connect(file.path)) as reader:
        add_people(file, 3)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchone()
        add_people(file, 3)
        file.write_home()
        assert log_of(file.path).stat().st_size > 0
    file.write_home()
    assert log_of(file.path).stat().st_size == 0
    assert count_people(file) == 6


def test_a_reader_during_the_first_change_does_not_make_the_log_a_stranger(data_path):
    code = (
        "import os, sqlite3, sys; from pathlib import Path\n"
        "from models.store.data_file import open_file\n"
        "from tests.factory import add_people\n"
        "file = open_file(Path(sys.argv[1]))\n"
        "reader = sqlite3.connect(sys.argv[1]); reader.execute('BEGIN')\n"
        "reader.execute('SELECT count(*) FROM people').fetchone()\n"
        "add_people(file, 8)\n"
        "file.write_home(); add_people(file, 2)\n" + KILLED
    )
    subprocess.run([sys.executable, "-c", code, str(data_path)], check=False)
    assert people_in(data_path) == (10, ())


def test_a_file_of_an_earlier_program_keeps_its_log(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA user_version = 0")
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute(\"UPDATE communes SET name = 'Xã Hoa Sữa'\")\n" + KILLED
    )
    subprocess.run([sys.executable, "-c", code, str(data_path)], check=False)
    assert people_in(data_path) == (0, ())
    with closing(sqlite3.connect(data_path)) as raw:
        assert raw.execute("SELECT name FROM communes").fetchone() == ("Xã Hoa Sữa",)


def test_a_log_waiting_where_a_new_file_is_made_is_kept(tmp_path):
    log = tmp_path / "xa.tiendo-wal"
    log.write_bytes(b"can giu")
    create(tmp_path / "xa.tiendo", clock).close()
    kept = [p for p in tmp_path.iterdir() if "cua-tep-khac" in p.name]
    assert [p.read_bytes() for p in kept] == [b"can giu"]


def test_the_states_of_file_log_and_copy(file):
    resting = read_file_header(file.path)
    assert resting is not None
    assert resting.state % 2 == 0
    assert not resting.needs_log
    add_people(file, 2)
    working = read_file_header(file.path)
    facts = read_log(log_of(file.path))
    assert working is not None
    assert facts is not None
    assert working.needs_log
    assert working.state == resting.state + 1
    assert list(facts.states) == [working.state + 2, working.state + 4]
    copy = read_file_header(back_up(file.path, clock=clock).path)
    assert copy is not None
    assert (copy.state, copy.logged, copy.is_copy) == (COPY, False, True)


def test_soundness_is_told_of_files_that_are_no_text_inside(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"SQLite format 3\0" + os.urandom(8000))
    assert not is_sound(path)
    with pytest.raises(AppError):
        open_file(path, clock)


def damaged_at(log, place, with_what=b"XXXXXXXX"):
    data = bytearray(log.read_bytes())
    at = place if place >= 0 else len(data) + place
    data[at : at + len(with_what)] = with_what
    log.write_bytes(data)


def broken_logs(path):
    return sorted(p.name for p in path.parent.iterdir() if "-wal.hong-" in p.name)


@pytest.mark.parametrize("place", [0, 4, 8, 16, 24])
def test_a_needed_log_whose_head_is_damaged_is_kept_and_said(data_path, place):
    power_cut_after(data_path, 6)
    damaged_at(log_of(data_path), place)
    with pytest.raises(LogMissing, match="bị hỏng nên không đọc được"):
        open_file(data_path, clock)
    assert len(broken_logs(data_path)) == 1
    assert not log_of(data_path).exists()


@pytest.mark.parametrize(
    "harm",
    [
        lambda log: damaged_at(log, -100),
        lambda log: os.truncate(log, log.stat().st_size - 200),
        lambda log: damaged_at(log, 32 + 8),
        lambda log: damaged_at(log, 32 + 100, os.urandom(64)),
    ],
    ids=["last frame", "cut", "first frame's salt", "first page"],
)
def test_a_log_whose_end_cannot_be_read_is_kept_and_said(data_path, harm):
    power_cut_after(data_path, 6)
    before = log_of(data_path).read_bytes()
    harm(log_of(data_path))
    harmed = log_of(data_path).read_bytes()
    assert harmed != before
    people, remarks = people_in(data_path)
    assert people < 6
    assert len(remarks) == 1
    assert "không trọn vẹn" in remarks[0]
    (kept,) = broken_logs(data_path)
    assert data_path.with_name(kept).read_bytes() == harmed
    assert people_in(data_path) == (people, ())


def test_a_log_that_cannot_be_read_is_said_by_a_view_and_by_a_backup(data_path):
    log_of(data_path).write_bytes(os.urandom(50_000))
    before = data_path.read_bytes()
    with view_file(data_path, clock) as seen:
        assert "bị hỏng nên không đọc được" in seen.remarks[0]
    assert log_of(data_path).exists()
    assert data_path.read_bytes() == before
    made = back_up(data_path, clock=clock)
    assert "được giữ lại với tên" in made.remarks[0]
    assert len(broken_logs(data_path)) == 1
