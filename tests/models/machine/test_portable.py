"""Portable mode: everything follows the program, and nothing stays behind on the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.errors import AppError
from models.machine import portable
from models.machine.handover import request_path
from models.machine.locks import lock_path
from models.machine.places import default_data_file
from models.machine.portable import HOME, MARKS, portable_home, program_folder
from models.records import UnitKind
from models.roster.units import add_unit
from models.store.copies import backup_folder
from models.store.data_file import open_file
from models.store.making import create
from tests.conftest import clock
from ui.start.files import documents_folder

ROOT = Path(__file__).parents[3]


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A program folder on a stick, with the marker."""
    folder = tmp_path / "USB của Đức" / "TienDo"
    folder.mkdir(parents=True)
    (folder / MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: folder)
    monkeypatch.delenv("TIENDO_DATA", raising=False)
    return folder


def test_without_a_marker_nothing_is_portable(stick):
    (stick / MARKS[0]).unlink()
    assert portable_home() is None
    assert not default_data_file().is_relative_to(stick)


@pytest.mark.parametrize("mark", MARKS)
def test_the_marker_also_counts_with_the_ending_that_explorer_hides(stick, mark):
    (stick / MARKS[0]).unlink()
    (stick / mark).write_text("")
    assert portable_home() == stick / HOME


def test_data_lock_note_and_copies_lie_beside_the_program(stick):
    data = default_data_file()
    assert data == stick / HOME / "TienDo.tiendo"
    for each in (lock_path(data), request_path(data), backup_folder(data)):
        assert each.parent == stick / HOME


def test_a_named_file_still_wins(stick, monkeypatch):
    monkeypatch.setenv("TIENDO_DATA", "/khac/xa.tiendo")
    assert default_data_file() == Path("/khac/xa.tiendo")


def test_the_frozen_program_lies_where_its_executable_lies(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "TienDo" / "TienDoLenh.exe"))
    assert program_folder() == tmp_path / "TienDo"


def test_temporary_files_stay_on_the_stick(stick, monkeypatch):
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "/tmp")
    portable.keep_temporary_files_home()
    assert {os.environ[name] for name in ("TMPDIR", "TEMP", "TMP")} == {str(stick / HOME / "tam")}


@pytest.mark.file_only("where a file may lie")
def test_a_locked_stick_is_named_with_what_to_do(small_disk, monkeypatch):
    folder = small_disk.path / "TienDo"
    folder.mkdir()
    (folder / MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: folder)
    monkeypatch.delenv("TIENDO_DATA", raising=False)
    monkeypatch.setenv("TEMP", "/tmp")
    small_disk.remount_read_only()
    portable.keep_temporary_files_home()
    assert os.environ["TEMP"] == "/tmp"
    with pytest.raises(AppError, match=r"chạy từ USB.*khóa chống ghi"):
        create(default_data_file(), clock)


@pytest.mark.file_only("where a file may lie")
def test_data_on_a_stick_that_was_locked_later_is_named_too(small_disk, monkeypatch):
    folder = small_disk.path / "TienDo"
    folder.mkdir()
    (folder / MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: folder)
    monkeypatch.delenv("TIENDO_DATA", raising=False)
    create(default_data_file(), clock).close()
    small_disk.remount_read_only()
    with (
        open_file(default_data_file(), clock) as opened,
        pytest.raises(AppError, match=r"chạy từ USB.*khóa chống ghi"),
    ):
        add_unit(opened, "Trạm Y tế", UnitKind.HEALTH)


def test_a_synchronised_place_is_refused_in_portable_mode_too(tmp_path, monkeypatch):
    folder = tmp_path / "OneDrive" / "TienDo"
    folder.mkdir(parents=True)
    (folder / MARKS[0]).write_bytes(b"")
    monkeypatch.setattr(portable, "program_folder", lambda: folder)
    monkeypatch.delenv("TIENDO_DATA", raising=False)
    with pytest.raises(AppError, match="OneDrive đồng bộ"):
        create(default_data_file(), clock)


SITTING = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from main import main
app = QApplication([])
def leave_traces():
    QFileDialog().setDirectory("/")
    QSettings().setValue("thu", 1)
app.aboutToQuit.connect(leave_traces)
sys.exit(main(["--practice"]))
"""


@pytest.fixture
def sit(tmp_path):
    """One sitting with a copy of the program; gives the folder of the account it ran in."""
    account = tmp_path / "nguoi-dung"
    account.mkdir()

    def run(program: Path) -> Path:
        places = {name: str(account) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        environment = {**os.environ, **places, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(program)}
        environment |= {"PYTHONUTF8": "1", "TIENDO_BENCH": str(time.time())}
        # The process that reads lists is Python too, and would leave its compiled modules.
        environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("TIENDO_DATA", None)
        done = subprocess.run(
            [sys.executable, "-B", "-c", SITTING],
            cwd=account,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return account

    return run


@pytest.fixture
def program(tmp_path):
    """A copy of the program in a folder of its own."""
    folder = tmp_path / "Programs" / "TienDo"
    for name in ("models", "ui", "reports", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", folder)
    return folder


def test_a_day_on_the_stick_leaves_nothing_in_the_account(program, sit):
    (program / MARKS[0]).write_bytes(b"")
    left = [path for path in sit(program).rglob("*") if path.is_file() and path.stat().st_size > 1]
    assert left == []
    kept = {path.name for path in (program / HOME).iterdir()}
    assert {"ThucHanh.tiendo", "TienDo.ini"} <= kept
    assert not any(path.name.startswith("tiendo-") for path in (program / HOME).rglob("*"))


def test_nothing_is_written_beside_an_installed_program(program, sit):
    before = sorted(program.rglob("*"))
    account = sit(program)
    assert sorted(program.rglob("*")) == before
    assert (account / "TienDo" / "ThucHanh.tiendo").is_file()


def test_on_the_stick_documents_go_there_too(stick):
    assert documents_folder() == stick / HOME / "VanBan"
    assert documents_folder().is_dir()
