"""A data file whose log is missing, by command: said with what to pass, opened only when told."""

from __future__ import annotations

import shutil
from pathlib import Path

from models.store.data_file import open_file
from tests.journeys.test_headless_day import Office
from tests.models.reconcile.exports import person


def test_a_missing_log_is_said_and_done_without_when_told(data_path: Path, tmp_path: Path) -> None:
    alone = tmp_path / "chép.tiendo"
    with open_file(data_path) as file:
        person(file, "Nguyễn Văn An", "0982103591")
        shutil.copy(file.path, alone)
    office = Office(alone)
    before = alone.read_bytes()
    told = office.raw("figures")
    assert told.returncode == 1
    assert "thiếu tệp nhật ký chép.tiendo-wal" in told.stderr
    assert "--without-log" in told.stderr
    assert alone.read_bytes() == before
    opened = office.raw("--without-log", "--json", "figures")
    assert opened.returncode == 0
    assert "Đã mở như hiện có theo --without-log." in opened.stderr
    assert office.raw("figures").returncode == 0
