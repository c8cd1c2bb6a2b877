"""The command backup as the installer calls it: beside an open window, and with what can go wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from models.office.setup import init_file
from models.store.copies import backup_folder
from tests.factory import add_people
from ui.window.memory import open_settings, remember_file, user_folder

ROOT = Path(__file__).parents[2]


def _backup(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return _run("--data", data, "--json", "backup", *words)


def _run(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_a_backup_beside_the_open_window(file, tmp_path):
    add_people(file, 5)
    target = tmp_path / "Sao lưu của Đức.tiendo"
    done = _backup(file.path, target)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert datetime.fromisoformat(told.pop("made_at"))
    assert told == {
        "path": str(target),
        "reason": "manual",
        "people": 5,
        "attachments": 0,
        "proven": True,
    }
    again = _backup(file.path, target)
    assert (again.returncode, again.stdout) == (1, "")
    assert "Đã có tệp" in again.stderr
    add_people(file, 1)


def test_without_a_place_it_goes_beside_the_data(file):
    made = json.loads(_backup(file.path).stdout)
    assert Path(made["path"]).parent == backup_folder(file.path)
    assert made["people"] == 0


def test_no_data_is_a_sentence_and_two_places_are_wrong_usage(tmp_path):
    missing = _backup(tmp_path / "khong-co.tiendo")
    assert missing.returncode == 1
    assert "Không tìm thấy tệp dữ liệu" in missing.stderr
    assert _backup(tmp_path / "a.tiendo", "a", "b").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_every_file_that_the_window_knows_is_copied_beside_itself(tmp_path, monkeypatch):
    """The office's file may lie on another disk than the program's folder."""
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "nha" / "TienDo.tiendo"))
    settings = open_settings(user_folder())
    for name, people in (("nha/TienDo.tiendo", 1), ("Ổ D/xã.tiendo", 2)):
        path = tmp_path / name
        path.parent.mkdir()
        with init_file(path, "Xã Kẻ Sặt", "ai-2026") as made:
            add_people(made, people)
        remember_file(settings, path)
    remember_file(settings, tmp_path / "đã rút USB.tiendo")
    settings.sync()
    done = _run("--json", "backup", "--known")
    assert done.returncode == 0, done.stderr
    copies = json.loads(done.stdout)["copies"]
    assert [each["people"] for each in copies] == [1, 2]
    assert [Path(each["path"]).parent.parent.name for each in copies] == ["nha", "Ổ D"]
    assert all(each["proven"] for each in copies)


def test_a_known_file_that_is_damaged_is_named_and_the_others_are_copied(tmp_path, monkeypatch):
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "TienDo.tiendo"))
    init_file(tmp_path / "TienDo.tiendo", "Xã Kẻ Sặt", "ai-2026").close()
    (tmp_path / "hỏng.tiendo").write_bytes(b"khong phai so lieu")
    settings = open_settings(user_folder())
    remember_file(settings, tmp_path / "hỏng.tiendo")
    settings.sync()
    done = _run("backup", "--known")
    assert done.returncode == 1
    assert "hỏng.tiendo" in done.stderr
    assert len(list(backup_folder(tmp_path / "TienDo.tiendo").glob("*.tiendo"))) == 1


def test_nothing_known_is_nothing_to_copy(tmp_path, monkeypatch):
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "TienDo.tiendo"))
    done = _run("--json", "backup", "--known")
    assert (done.returncode, json.loads(done.stdout)) == (0, {"copies": []})
