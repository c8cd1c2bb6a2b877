"""The command backup as the installer calls it: beside an open window, and with what can go wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from models.store.backup import backup_folder
from tests.factory import add_people

ROOT = Path(__file__).parents[2]


def _backup(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(data), "--json", "backup"]
    return subprocess.run(
        [*command, *map(str, words)], capture_output=True, text=True, check=False, timeout=120
    )


def test_a_backup_beside_the_open_window(file, tmp_path):
    add_people(file, 5)
    target = tmp_path / "Sao lưu của Đức.tiendo"
    done = _backup(file.path, target)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"path": str(target), "people": 5, "proven": True}
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
