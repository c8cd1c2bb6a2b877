"""Making, opening and refusing data files."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.machine.locks import lock_path
from models.office.setup import init_file
from models.office.whose import the_commune
from models.store.data_file import open_file
from models.store.header import APPLICATION_ID, log_of
from models.store.holding import FileInUse
from models.store.making import create
from models.store.texts import ROSTER_KEYS
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("the file itself: its header, its lock, its disk")


def test_a_file_is_durable_and_recognisable(file):
    with file.reading() as connection:
        pragma = lambda name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()  # noqa: E731
        assert pragma("journal_mode") == "wal"
        assert pragma("synchronous") == 2
        assert pragma("foreign_keys") == 1
        assert pragma("application_id") == APPLICATION_ID


def test_create_refuses_to_overwrite(data_path):
    before = data_path.read_bytes()
    with pytest.raises(AppError, match="Đã có tệp"):
        create(data_path, clock)
    assert data_path.read_bytes() == before


def test_a_failed_init_leaves_nothing_behind(tmp_path):
    with pytest.raises(AppError, match="Không có cuộc thi mẫu"):
        init_file(tmp_path / "a.tiendo", "Xã Kẻ Sặt", "khong-co", clock)
    assert list(tmp_path.iterdir()) == []


def test_init_needs_the_full_name(tmp_path):
    with pytest.raises(AppError, match="Xã Kẻ Sặt"):
        init_file(tmp_path / "a.tiendo", "Kẻ Sặt", None, clock)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a database at all" * 400, "không phải là tệp dữ liệu"),
        (b"", "không phải là tệp dữ liệu"),
    ],
)
def test_foreign_files_are_refused_untouched(tmp_path, content, words):
    path = tmp_path / "la.tiendo"
    path.write_bytes(content)
    with pytest.raises(AppError, match=words):
        open_file(path, clock)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "khac.tiendo"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (a)")
    with pytest.raises(AppError, match="không phải là tệp dữ liệu của Tiến Độ"):
        open_file(path, clock)


def test_a_damaged_file_is_named_and_left_alone(data_path):
    content = bytearray(data_path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = os.urandom(64)
    data_path.write_bytes(content)
    with pytest.raises(AppError, match="hỏng"):
        open_file(data_path, clock)
    assert data_path.read_bytes() == bytes(content)


def test_a_truncated_file_is_named(data_path):
    data_path.write_bytes(data_path.read_bytes()[: 5 * 4096 + 100])
    with pytest.raises(AppError, match="hỏng"):
        open_file(data_path, clock)


def test_a_file_from_a_newer_version_is_refused_untouched(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = data_path.read_bytes()
    with pytest.raises(AppError, match=r"phiên bản Tiến Độ mới hơn.*Cài bản mới từ USB"):
        open_file(data_path, clock)
    assert data_path.read_bytes() == before


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(AppError, match="Không tìm thấy tệp dữ liệu"):
        open_file(tmp_path / "khong-co.tiendo", clock)
    assert list(tmp_path.iterdir()) == []


def test_one_process_per_file(file):
    with pytest.raises(FileInUse, match="đang được mở"):
        open_file(file.path, clock)


def test_a_lock_dies_with_its_process(data_path):
    code = (
        "import sys, time; from pathlib import Path; from models.store.data_file import open_file;"
        "kept = open_file(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(data_path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "open"
    with pytest.raises(FileInUse):
        open_file(data_path, clock)
    child.kill()
    child.wait()
    child.stdout.close()
    with open_file(data_path, clock) as opened:
        assert the_commune(opened).name == "Xã Kẻ Sặt"


def test_a_killed_process_loses_nothing_that_was_committed(data_path):
    code = (
        "import os, sys; from pathlib import Path\n"
        "from models.store.data_file import open_file\n"
        "from tests.factory import add_people\n"
        "file = open_file(Path(sys.argv[1])); add_people(file, 20)\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(data_path)], check=False)
    from models.roster.person_rows import count_people

    with open_file(data_path, clock) as opened:
        assert count_people(opened) == 20


def test_the_lock_file_stays_beside_the_data(file):
    assert lock_path(file.path).exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    blocked = tmp_path / "tep-thuong"
    blocked.write_text("")
    with pytest.raises(AppError, match="Không ghi được vào thư mục"):
        create(blocked / "con" / "a.tiendo", clock)


@pytest.mark.parametrize("mode", ["ro", "full"])
def test_a_read_only_or_full_disk_changes_nothing(small_disk, data_path, mode):
    """A real small file system: a full one, and one that is mounted for reading only."""
    home = small_disk.path / "xa.tiendo"
    home.write_bytes(data_path.read_bytes())
    if mode == "full":
        with open_file(home, clock) as opened:
            before = fingerprint(opened)
            small_disk.fill()
            with pytest.raises(AppError, match="Ổ đĩa đã đầy"):
                add_people(opened, 2000)
            assert len(fingerprint(opened)) == len(before)
    else:
        small_disk.remount_read_only()
        with open_file(home, clock) as opened:
            assert the_commune(opened).name == "Xã Kẻ Sặt"
            with pytest.raises(AppError, match=r"Không ghi được .* chỉ cho phép đọc"):
                add_people(opened, 1)
            assert opened.commits == 0
        assert home.read_bytes() == data_path.read_bytes()


def test_a_reading_that_outlasts_the_file_holds_nothing_afterwards(data_path):
    """Else a restore could not replace the file on Windows, nor what was copied be tidied away."""
    file = open_file(data_path, clock)
    add_people(file, 1)
    with file.reading_prepared() as reader:
        assert list(reader.rows(ROSTER_KEYS, day=file.clock().date()))
        file.close()
        assert log_of(data_path).exists()
    assert not log_of(data_path).exists()
    open_file(data_path, clock).close()
