"""Each fault of the database is told by its code, tripped for real, whatever words come with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError

from models.errors import AppError
from models.store import faults
from models.store.backup import copying_explained
from models.store.connection import make_engine
from models.store.faults import explain_fault, fault_kind, faults_explained

pytestmark = pytest.mark.file_only("SQLite's own codes")


def busy(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as first:
        first.execute("CREATE TABLE a (b)")
        first.execute("BEGIN EXCLUSIVE")
        with closing(sqlite3.connect(path, timeout=0)) as second:
            second.execute("SELECT * FROM a")


def readonly(path):
    sqlite3.connect(path).close()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.execute("CREATE TABLE a (b)")


def out_of_reach(path):
    with closing(sqlite3.connect(path / "khong-co")) as connection:
        connection.execute("SELECT 1")


def no_database(path):
    path.write_bytes(b"no database" * 100)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM sqlite_master")


def corrupt(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("INSERT INTO a VALUES (1)")
        connection.commit()
    content = bytearray(path.read_bytes())
    content[4096:4200] = b"\xff" * 104
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM a").fetchall()


def full(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute("PRAGMA max_page_count = 3")
        connection.execute("INSERT INTO a VALUES (zeroblob(100000))")


@pytest.mark.parametrize(
    ("trip", "words"),
    [
        (busy, "đang được một chương trình khác sử dụng"),
        (readonly, "chỉ cho phép đọc"),
        (out_of_reach, "Không mở được tệp dữ liệu"),
        (no_database, "không phải là tệp dữ liệu của Tiến Độ"),
        (corrupt, "đã bị hỏng"),
        (full, "Ổ đĩa đã đầy"),
    ],
)
def test_what_happens_is_told_by_its_code(tmp_path, trip, words):
    path = tmp_path / "a.db"
    with pytest.raises(AppError, match=words) as told, faults_explained(path):
        trip(path)
    assert isinstance(told.value.__cause__, sqlite3.Error)


@pytest.mark.parametrize(
    "words",
    ["database is locked", "database or disk is full", "malformed", "file is not a database"],
)
def test_words_alone_are_no_fault(tmp_path, words):
    """What is ours to mend may quote anything: a column, a value, somebody's own message."""
    engine = make_engine(tmp_path / "a.db")
    with (
        pytest.raises(DBAPIError) as told,
        faults_explained(tmp_path),
        engine.connect() as connection,
    ):
        connection.exec_driver_sql(f'SELECT a."{words}" FROM (SELECT 1 AS b) AS a')
    engine.dispose()
    assert words in str(told.value)
    assert explain_fault(sqlite3.OperationalError(words), tmp_path / "a.db") is None


def test_a_stored_text_that_is_no_json_is_not_a_damaged_file(tmp_path):
    with (
        pytest.raises(sqlite3.OperationalError, match="malformed JSON"),
        faults_explained(tmp_path),
    ):
        sqlite3.connect(":memory:").execute("SELECT json_extract('{', '$.a')")


def test_an_io_error_on_a_disk_without_room_is_a_full_disk(tmp_path, monkeypatch):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert fault_kind(error, tmp_path / "a") == sqlite3.SQLITE_IOERR
    monkeypatch.setattr(faults, "LITTLE_ROOM", 2**80)
    assert fault_kind(error, tmp_path / "a") == sqlite3.SQLITE_FULL
    with pytest.raises(AppError, match="Ổ đĩa chứa thư mục"), copying_explained(tmp_path, tmp_path):
        raise error


@pytest.mark.parametrize(
    ("trip", "words"),
    [
        (full, "đã đầy nên chưa sao lưu được"),
        (corrupt, "không đọc lại được nguyên vẹn"),
        (no_database, "không đọc lại được nguyên vẹn"),
        (busy, "Không ghi được bản sao lưu"),
        (readonly, "Không ghi được bản sao lưu"),
    ],
)
def test_a_copy_says_what_it_failed_of_by_the_code(tmp_path, trip, words):
    path = tmp_path / "a.db"
    with pytest.raises(AppError, match=words), copying_explained(path, path):
        trip(path)
