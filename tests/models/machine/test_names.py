"""Names that no file can have, or that are no text: a sentence, never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import AppError
from models.intake.reading.reader import read_workbook
from models.machine.handover import hand_over, request_path, take_request
from models.machine.names import is_there, refuse_unusable_name, shown_name
from models.marking.from_list import read_mark_list
from models.records import Mark
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.making import create
from reports.publish import write_file
from tests.conftest import clock

ROOT = Path(__file__).parents[3]
LONG = ("x" * 300, "Danh sách cán bộ " * 12, "đ" * 130, "😀" * 70)
posix = pytest.mark.skipif(sys.platform == "win32", reason="names are text there")


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("deed", [open_file, view_file, back_up, create, read_workbook])
def test_a_name_that_is_too_long_is_said(tmp_path, name, deed):
    with pytest.raises(AppError, match="quá dài"):
        deed(tmp_path / f"{name}.tiendo")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_too_long_is_said(tmp_path):
    with pytest.raises(AppError, match="quá dài"):
        open_file(tmp_path / LONG[0] / "xa.tiendo")
    with pytest.raises(AppError, match="quá dài"):
        refuse_unusable_name(Path("/" + "/".join(["thư mục"] * 900)))


def test_a_name_that_leaves_no_room_for_its_lock_is_said(tmp_path):
    with pytest.raises(AppError, match="quá dài"):
        create(tmp_path / ("x" * 243 + ".tiendo"), clock)


def test_a_list_and_a_document_with_long_names_are_said(file, tmp_path):
    with pytest.raises(AppError, match="quá dài"):
        read_mark_list(file, tmp_path / f"{LONG[0]}.txt", Mark.REGISTERED, clock().date())
    with pytest.raises(AppError, match="quá dài"):
        write_file(b"a", "pdf", tmp_path / f"{LONG[0]}.pdf")


def test_where_no_file_can_be_there_is_none(tmp_path):
    assert not is_there(tmp_path / LONG[0])
    assert not is_there(Path("a\0b"))
    assert not hand_over(tmp_path / LONG[0])


def raw(folder, name):
    return Path(os.fsdecode(os.fsencode(folder) + b"/" + name))


@posix
@pytest.mark.file_only("what a file may be called")
def test_a_name_that_is_no_text_is_worked_with(data_path, tmp_path):
    odd = raw(tmp_path, b"x\xe3 K\xff.tiendo")
    shutil.copy(data_path, odd)
    with open_file(odd, clock) as opened:
        assert opened.path == odd
    with view_file(back_up(odd, clock=clock).path, clock):
        pass
    assert shown_name(odd.name) == "x� K�.tiendo"


@posix
@pytest.mark.parametrize(
    "words", [("figures",), ("--json", "import", "LIST"), ("backup",), ("history",)]
)
@pytest.mark.file_only("what a file may be called")
def test_a_command_with_such_a_name_ends_in_words(data_path, tmp_path, words):
    odd = raw(tmp_path, b"x\xe3.tiendo")
    shutil.copy(data_path, odd)
    listed = raw(tmp_path, b"danh s\xe1ch.csv")
    listed.write_text("Họ và tên;Đơn vị\nNguyễn Văn An;Trạm Y tế\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(odd)]
    command += [str(listed) if word == "LIST" else word for word in words]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr + done.stdout


@posix
def test_a_missing_file_with_such_a_name_is_said(tmp_path):
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "--data",
        str(raw(tmp_path, b"\xff")),
        "figures",
    ]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "Không tìm thấy tệp dữ liệu" in done.stderr.decode()


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("[" * 100_000 + "]" * 100_000, None),
        ('{"a":' * 100_000, None),
        ("[" * 3_000_000, None),
        ("\ufeff[]", None),
        ("null", ()),
        ('[1, null, {"a": 1}, ["b"], "/x/a.xlsx", "b\\u0000c"]', (Path("/x/a.xlsx"),)),
        (json.dumps(["/x/\udcff.csv"]), (Path("/x/\udcff.csv"),)),
    ],
)
def test_whatever_stands_in_a_note_is_read_or_passed_over(tmp_path, note, wanted):
    data = tmp_path / "xa.tiendo"
    request_path(data).write_text(note, encoding="utf-8")
    assert take_request(data) == wanted
    assert not request_path(data).exists()


def test_a_note_that_is_a_folder_or_no_text_asks_for_nothing(tmp_path):
    data = tmp_path / "xa.tiendo"
    request_path(data).mkdir()
    assert take_request(data) is None
    other = tmp_path / "b.tiendo"
    request_path(other).write_bytes(b"\xff\xfe\x00")
    assert take_request(other) is None
