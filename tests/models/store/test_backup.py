"""Copies of the data file: proven, never over another, and possible while the file is open."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.store import backup
from models.store.backup import back_up
from models.store.connection import make_engine
from models.store.copies import backup_folder
from models.store.data_file import open_file, view_file
from models.store.stamping import stamp_file
from models.store.upgrade import migrate
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("copies of the file")

KEPT = ("xa.tiendo", "xa.tiendo.lock")


def test_the_usual_place_says_when_and_keeps_names_apart(file):
    add_people(file, 4)
    first, second = back_up(file.path, clock=clock), back_up(file.path, clock=clock)
    assert first.people == second.people == 4
    assert first.path == backup_folder(file.path) / "xa-2026-06-08-170000.tiendo"
    assert second.path.name == "xa-2026-06-08-170000-2.tiendo"


def test_a_copy_of_an_open_file_holds_all_that_was_committed(file, tmp_path):
    add_people(file, 7)
    made = back_up(file.path, tmp_path / "ban-sao.tiendo")
    add_people(file, 1)
    with view_file(made.path, clock) as copy:
        assert made.people == 7
        assert fingerprint(copy) != fingerprint(file)
    assert sorted(path.name for path in tmp_path.iterdir() if "~" in path.name) == []


def test_a_copy_opens_alone_and_equals_the_file(file, tmp_path):
    add_people(file, 3)
    made = back_up(file.path, tmp_path / "ban-sao.tiendo")
    assert not made.path.with_name(made.path.name + "-wal").exists()
    with view_file(made.path, clock) as copy:
        assert fingerprint(copy) == fingerprint(file)


def test_whoever_writes_meanwhile_does_not_spoil_the_copy(file, tmp_path):
    add_people(file, 50)
    stop = threading.Event()

    def keep_writing() -> None:
        while not stop.is_set():
            add_people(file, 1)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        made = [back_up(file.path, tmp_path / f"{n}.tiendo") for n in range(5)]
    finally:
        stop.set()
        writer.join()
    assert all(each.people >= 50 for each in made)


def test_a_folder_may_be_named(file, tmp_path):
    place = tmp_path / "USB của Đức"
    place.mkdir()
    assert back_up(file.path, place, clock).path.parent == place


def test_nothing_is_overwritten(file, tmp_path):
    taken = tmp_path / "cu.tiendo"
    taken.write_text("cũ")
    with pytest.raises(AppError, match="Đã có tệp"):
        back_up(file.path, taken)
    assert taken.read_text() == "cũ"
    with pytest.raises(AppError, match="Đã có tệp"):
        back_up(file.path, file.path)


def test_a_missing_or_foreign_file_is_named(tmp_path):
    with pytest.raises(AppError, match="Không tìm thấy tệp dữ liệu"):
        back_up(tmp_path / "khong-co.tiendo")
    other = tmp_path / "khac.tiendo"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE people (a)")
    with pytest.raises(AppError, match="không phải là tệp dữ liệu của Tiến Độ"):
        back_up(other)
    other.write_bytes(b"khong phai" * 1000)
    with pytest.raises(AppError, match="Tiến Độ"):
        back_up(other)
    assert [path.name for path in tmp_path.iterdir()] == ["khac.tiendo"]


def test_a_damaged_file_is_not_copied(data_path, tmp_path):
    with open_file(data_path, clock) as file:
        add_people(file, 200)
    content = bytearray(data_path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    data_path.write_bytes(content)
    with pytest.raises(AppError, match=r"hỏng|nguyên vẹn"):
        back_up(data_path, tmp_path / "ban-sao.tiendo")
    assert not [path for path in tmp_path.rglob("*") if path.name not in KEPT]


def test_a_full_disk_says_so_and_keeps_nothing(file, small_disk):
    small_disk.fill()
    with pytest.raises(AppError, match="đã đầy"):
        back_up(file.path, small_disk.path)
    assert [path.name for path in small_disk.path.iterdir()] == ["day.bin"]


def test_a_place_that_cannot_be_written_says_so(file, small_disk):
    small_disk.remount_read_only()
    with pytest.raises(AppError, match="Không ghi được bản sao lưu vào thư mục"):
        back_up(file.path, small_disk.path)
    with pytest.raises(AppError, match="Không ghi được bản sao lưu vào thư mục"):
        back_up(file.path, small_disk.path / "moi" / "a.tiendo")


def test_a_source_that_does_not_pass_the_check_is_named_and_no_disk_is_blamed(data_path, tmp_path):
    """The rows can be counted, but the table says that no `came_on` may be empty."""
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'came_on DATE', 'came_on DATE NOT NULL')"
        )
        raw.commit()
    with pytest.raises(AppError, match=r"chính tệp dữ liệu .* đã bị hỏng") as told:
        back_up(data_path, tmp_path / "a.tiendo")
    assert "ổ đĩa" not in str(told.value)
    assert not [path for path in tmp_path.rglob("*") if path.name not in KEPT]


def test_a_copy_that_is_not_what_was_copied_is_thrown_away(file, tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "_copy", lambda source, draft, *_: _half(source, draft))
    with pytest.raises(AppError, match="không đọc lại được nguyên vẹn"):
        back_up(file.path, tmp_path / "a.tiendo")
    assert not [path for path in tmp_path.rglob("*~*")]


def _half(source, draft):
    draft.write_bytes(source.read_bytes()[:40960])
    return 0


def test_a_file_of_a_newer_program_can_be_copied_by_an_older_one(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    assert back_up(data_path).path.is_file()


def test_an_upgrade_keeps_its_copy_among_the_others(tmp_path):
    path = tmp_path / "cu.tiendo"
    stamp_file(path)
    engine = make_engine(path)
    migrate(engine, "0010")
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA user_version = 0")
    open_file(path, clock).close()
    assert [each.name for each in backup_folder(path).iterdir()] == [
        "cu-truoc-nang-cap-0010.tiendo"
    ]


def test_a_file_in_a_read_only_place_can_be_copied_elsewhere(data_path, small_disk, tmp_path):
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    source = Path(shutil.copy(data_path, small_disk.path / "xa.tiendo"))
    small_disk.remount_read_only()
    assert back_up(source, tmp_path / "a.tiendo").people == 2
    with pytest.raises(AppError, match="Không ghi được bản sao lưu vào thư mục"):
        back_up(source)


def test_a_file_that_tells_no_revision_is_damaged(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("DELETE FROM alembic_version")
        raw.commit()
    with pytest.raises(AppError, match=r"chính tệp dữ liệu .* đã bị hỏng"):
        back_up(data_path, clock=clock)
