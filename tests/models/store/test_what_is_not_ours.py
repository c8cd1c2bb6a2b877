"""What is not ours is not touched: other databases, links in the place of a lock, files beside."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys

import pytest

from models.errors import AppError
from models.machine.locks import lock_path
from models.office.setup import init_file
from models.store.backup import back_up
from models.store.copies import CopyFound
from models.store.data_file import open_file, view_file
from models.store.header import log_of, read_file_header
from models.store.making import create
from models.store.seal import read_seal
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("what lies in the place of the file or beside it")

CUT_OFF = (
    "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "c.execute('PRAGMA journal_mode = WAL'); c.execute('CREATE TABLE t (a)')\n"
    "c.execute('INSERT INTO t VALUES (1)'); os.kill(os.getpid(), 9)"
)


def parts(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("deed", [open_file, view_file, back_up])
def test_another_programs_database_and_its_log_stay_as_they_are(tmp_path, deed):
    other = tmp_path / "la.tiendo"
    subprocess.run([sys.executable, "-c", CUT_OFF, str(other)], check=False)
    before = parts(tmp_path)
    assert len(before) == 3
    with pytest.raises(AppError, match="không phải là tệp dữ liệu của Tiến Độ"):
        deed(other)
    assert parts(tmp_path) == before


@pytest.mark.parametrize(
    "content", [b"", b"SQLite", b"\0" * 5000, b"SQLite format 3\0" + b"a" * 40]
)
def test_what_is_no_database_stays_as_it_is(tmp_path, content):
    path = tmp_path / "la.tiendo"
    path.write_bytes(content)
    for deed in (open_file, view_file, back_up):
        with pytest.raises(AppError, match="không phải là tệp dữ liệu của Tiến Độ"):
            deed(path)
    assert parts(tmp_path) == {"la.tiendo": content}


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_what_is_no_file_is_not_waited_for(tmp_path):
    pipe = tmp_path / "ống.tiendo"
    os.mkfifo(pipe)
    for look in (read_file_header, read_seal):
        with pytest.raises(OSError, match="regular"):
            look(pipe)
    with pytest.raises(AppError, match="Không tìm thấy"):
        open_file(pipe)


def test_it_is_said_what_became_of_a_data_file(data_path):
    data_path.write_bytes(b"")
    with pytest.raises(AppError, match="không còn gì bên trong") as emptied:
        open_file(data_path)
    data_path.write_bytes(os.urandom(5000))
    with pytest.raises(AppError, match="phần đầu bị ghi đè") as overwritten:
        open_file(data_path)
    assert all("bản sao lưu" in each.value.advice for each in (emptied, overwritten))


def test_a_missing_file_that_has_copies_is_not_to_be_made_anew(file, data_path):
    back_up(data_path)
    file.close()
    data_path.unlink()
    with pytest.raises(AppError, match="Không tìm thấy") as missing:
        open_file(data_path)
    assert "sao-luu" in missing.value.advice
    assert "khôi phục" in missing.value.advice
    with pytest.raises(AppError, match="Không tìm thấy") as never:
        open_file(data_path.with_name("khac.tiendo"))
    assert "tạo mới" in never.value.advice


def test_a_failed_init_keeps_what_bears_a_similar_name(tmp_path):
    names = ("xa.tiendo.sao-luu-tay", "xa.tiendo-wal.cu", "xa.tiendo2", "xa.tiendo.lock.txt")
    for name in names:
        (tmp_path / name).write_text("cần giữ")
    with pytest.raises(AppError, match="Không có cuộc thi mẫu"):
        init_file(tmp_path / "xa.tiendo", "Xã Kẻ Sặt", "khong-co", clock)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"cần giữ"}


def test_a_failed_init_keeps_a_lock_that_was_there(tmp_path):
    lock_path(tmp_path / "xa.tiendo").write_text("")
    with pytest.raises(AppError):
        init_file(tmp_path / "xa.tiendo", "Xã Kẻ Sặt", "khong-co", clock)
    assert [path.name for path in tmp_path.iterdir()] == ["xa.tiendo.lock"]


def test_an_init_over_a_file_touches_nothing(data_path):
    (data_path.parent / "xa.tiendo.sao-luu-tay").write_text("cần giữ")
    before = parts(data_path.parent)
    with pytest.raises(AppError, match="Đã có tệp"):
        init_file(data_path, "Xã Kẻ Sặt", None, clock)
    assert parts(data_path.parent) == before


def test_an_init_over_a_dead_link_touches_nothing(tmp_path):
    (tmp_path / "xa.tiendo").symlink_to(tmp_path / "đi đâu.tiendo")
    with pytest.raises(AppError, match="Đã có tệp"):
        create(tmp_path / "xa.tiendo", clock)
    assert not (tmp_path / "đi đâu.tiendo").exists()


@pytest.mark.parametrize("kind", ["link", "dead link", "hard link", "folder", "pipe"])
def test_a_lock_that_is_no_file_of_its_own_is_left_alone(data_path, kind):
    precious = data_path.with_name("quan-trong.txt")
    precious.write_text("không được mất")
    lock = lock_path(data_path)
    if kind == "link":
        lock.symlink_to(precious)
    elif kind == "dead link":
        lock.symlink_to(data_path.with_name("chưa có"))
    elif kind == "hard link":
        lock.hardlink_to(precious)
    elif kind == "folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    with pytest.raises(AppError, match=r"liên kết hoặc không phải tệp thường.*xa\.tiendo\.lock"):
        open_file(data_path, clock)
    assert precious.read_text() == "không được mất"
    assert not data_path.with_name("chưa có").exists()


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="folders give their rights there")
def test_data_and_copies_are_their_owners_alone(file):
    add_people(file, 2)
    made = back_up(file.path, clock=clock)
    beside = [file.path, log_of(file.path), lock_path(file.path), made.path]
    assert [oct(mode(path)) for path in beside] == ["0o600"] * 4
    assert not list(made.path.parent.glob("~*"))


@pytest.mark.skipif(sys.platform == "win32", reason="folders give their rights there")
def test_a_file_of_before_is_closed_to_others_when_it_is_opened(data_path):
    data_path.chmod(0o664)
    with open_file(data_path, clock):
        assert mode(data_path) == 0o600


@pytest.mark.parametrize(
    "name",
    [
        "sao-luu/xa.tiendo",
        "Sao-Luu/xa.tiendo",
        "xa-2026-06-08-170000.tiendo",
        "xa-2026-06-08-170000-2.tiendo",
        "xa-truoc-nang-cap-0004.tiendo",
        "xa-truoc-khoi-phuc-2026-06-08-170000.tiendo",
    ],
)
def test_kept_copies_are_told_by_folder_and_name(data_path, tmp_path, name):
    copy = tmp_path / name
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(data_path, copy)
    before = copy.read_bytes()
    with pytest.raises(CopyFound, match="là bản sao lưu"):
        open_file(copy, clock)
    with view_file(copy, clock) as seen, pytest.raises(AppError, match="chỉ xem bản sao lưu"):
        add_people(seen, 1)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.glob(f"{copy.name}*")] == [copy.name]


def test_a_kept_copy_is_told_by_its_mark_whatever_its_name(file, tmp_path):
    (tmp_path / "usb").mkdir()
    made = back_up(file.path, tmp_path / "usb" / "Dữ liệu xã.tiendo")
    with pytest.raises(CopyFound):
        open_file(made.path, clock)


@pytest.mark.parametrize(
    "name", ["xa-2026.tiendo", "xã năm 2026-06-08.tiendo", "khong-sao-luu.tiendo"]
)
def test_other_names_are_working_files(data_path, tmp_path, name):
    place = shutil.copy(data_path, tmp_path / name)
    with open_file(place, clock) as opened:
        assert opened.only_read is None
