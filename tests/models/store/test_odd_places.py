"""Links, pipes, devices and folders where a file of ours belongs: refused, never followed."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from models.errors import AppError
from models.handover.city import read_city_package
from models.handover.package import make_package, open_package
from models.machine.handover import request_path, take_request
from models.safekeeping.bringing_back import restore_copy
from models.store import slots
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.keyring import is_unlocked
from tests.conftest import clock
from tests.encrypted import CHEAP

pytestmark = [
    pytest.mark.file_only("what lies at the place of a file"),
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices with names"),
]
PASSWORD = "Vải thiều Thanh Hà"
PRECIOUS = b"of somebody else"


@pytest.fixture
def precious(tmp_path):
    made = tmp_path / "cua-nguoi-khac.txt"
    made.write_bytes(PRECIOUS)
    yield made
    assert made.read_bytes() == PRECIOUS


KINDS = {
    "a link": lambda place, precious: place.symlink_to(precious),
    "a link to nothing": lambda place, precious: place.symlink_to(precious.with_name("moi.txt")),
    "a device": lambda place, _: place.symlink_to("/dev/zero"),
    "a pipe": lambda place, _: os.mkfifo(place),
    "a folder": lambda place, _: place.mkdir(),
}


def put(kind: str, place: Path, precious: Path) -> Path:
    KINDS[kind](place, precious)
    return place


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal", "-khoa"])
def test_beside_a_data_file(data_path, precious, suffix, kind):
    put(kind, data_path.with_name(data_path.name + suffix), precious)
    before = sorted(os.listdir(data_path.parent))
    for deed in (open_file, view_file):
        with pytest.raises(AppError, match="không phải tệp thường"):
            deed(data_path, clock)
    with pytest.raises(AppError, match="không phải tệp thường"):
        back_up(data_path, None, clock)
    assert sorted(os.listdir(data_path.parent)) == before


@pytest.mark.parametrize("kind", KINDS)
def test_in_the_place_of_a_file(data_path, tmp_path, precious, kind, monkeypatch):
    monkeypatch.setattr(slots, "COST", CHEAP)
    place = put(kind, tmp_path / "x.tiendo", precious)
    target = tmp_path / "moi" / "xa.tiendo"
    with suppress(OSError):
        is_unlocked(place)
    for deed in (
        lambda: open_file(place, clock),
        lambda: view_file(place, clock),
        lambda: restore_copy(place, target, clock),
        lambda: open_package(place, target, PASSWORD, clock),
        lambda: read_city_package(place),
    ):
        with pytest.raises(AppError):
            deed()
    if kind == "a folder":
        with suppress(AppError):
            make_package(data_path, place, PASSWORD, clock)
        return
    with pytest.raises(AppError, match="Đã có tệp"):
        make_package(data_path, place, PASSWORD, clock)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_restored_takes_its_place_or_is_refused(data_path, tmp_path, precious, kind):
    place = put(kind, tmp_path / "x.tiendo", precious)
    copy = back_up(data_path, None, clock).path
    try:
        restore_copy(copy, place, clock)
    except AppError:
        assert place.is_symlink() or not place.is_file()
        return
    assert place.is_file()
    assert not place.is_symlink()


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_of_a_second_start(data_path, precious, kind):
    put(kind, request_path(data_path), precious)
    assert not take_request(data_path)


@pytest.mark.parametrize("table", ["people", "contents", "changes", "alembic_version"])
def test_no_table_is_counted_that_never_ends(data_path, tmp_path, table):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.executescript(
            f"ALTER TABLE {table} RENAME TO other; CREATE VIEW {table} AS WITH RECURSIVE n(id) AS"
            " (SELECT 1 UNION ALL SELECT id FROM n) SELECT * FROM n"
        )
    with pytest.raises(AppError, match="không do Tiến Độ tạo ra"):
        back_up(data_path, tmp_path / "ra.tiendo", clock)
    assert not (tmp_path / "ra.tiendo").exists()
