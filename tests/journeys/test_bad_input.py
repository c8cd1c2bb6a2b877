"""Bad input: one Vietnamese sentence with advice, exit code 1, and nothing changed."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from models.journal.history import fingerprint
from models.office.practice import sample_list
from models.store.data_file import open_file
from tests.conftest import clock
from tests.journeys.at_hand import OfficeAtHand

ROOT = Path(__file__).parents[2]
Runner = Callable[..., subprocess.CompletedProcess[str]]


def run(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(data), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def at_hand(data: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """The same without a start of its own."""
    return OfficeAtHand(data).raw(*words)


def refused(data: Path, *words: object, by: Runner = run) -> str:
    """Run a command that must end with one sentence; returns the sentence."""
    done = by(data, *words)
    assert done.returncode == 1, done
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    (sentence,) = done.stderr.strip().splitlines()
    assert sentence.count(".") >= 2, "what happened, and what to do"
    return sentence


def not_a_spreadsheet(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def encrypted(path: Path) -> None:
    with sample_list().open("rb") as plain, path.open("wb") as target:
        OOXMLFile(plain).encrypt("bi-mat", target)
    with path.open("rb") as handle:
        assert msoffcrypto.OfficeFile(handle).is_encrypted()


def truncated(path: Path) -> None:
    content = sample_list().read_bytes()
    path.write_bytes(content[: len(content) // 2])


def no_name_column(path: Path) -> None:
    book = Workbook()
    book.active.append(["Mã hàng", "Số lượng"])
    book.active.append(["A1", 12])
    book.save(path)


def a_zip_of_something_else(path: Path) -> None:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr("doc.txt", "xin chào")
    path.write_bytes(memory.getvalue())


@pytest.mark.parametrize(
    "make",
    [not_a_spreadsheet, empty, encrypted, truncated, no_name_column, a_zip_of_something_else],
)
def test_a_bad_list_changes_nothing(data_path, tmp_path, make):
    listed = tmp_path / "danh-sach.xlsx"
    make(listed)
    before, bytes_before = _fingerprint(data_path), listed.read_bytes()
    by = run if make is not_a_spreadsheet else at_hand
    sentence = refused(data_path, "import", listed, by=by)
    assert "danh-sach.xlsx" in sentence
    assert _fingerprint(data_path) == before
    assert listed.read_bytes() == bytes_before


def test_a_file_that_is_open_elsewhere_is_named(data_path):
    with open_file(data_path, clock):
        assert "đang được mở" in refused(data_path, "figures")


def test_a_newer_file_is_named(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    before = data_path.read_bytes()
    assert "mới hơn" in refused(data_path, "people")
    assert data_path.read_bytes() == before


def test_a_damaged_file_is_named(data_path):
    content = bytearray(data_path.read_bytes())
    content[2 * 4096 : 3 * 4096] = b"\xa5" * 4096
    data_path.write_bytes(content)
    assert "hỏng" in refused(data_path, "import", sample_list())
    assert data_path.read_bytes() == bytes(content)


def test_a_missing_file_is_named(tmp_path):
    assert "Không tìm thấy" in refused(tmp_path / "khong-co.tiendo", "figures")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_stops_an_import_whole(data_path, small_disk):
    home = Path(shutil.copy(data_path, small_disk.path))
    before = _fingerprint(home)
    small_disk.fill()
    assert "đầy" in refused(home, "import", sample_list())
    (small_disk.path / "day.bin").unlink()
    assert _fingerprint(home) == before


def test_a_full_disk_stops_a_document_whole(data_path, small_disk):
    small_disk.fill()
    target = small_disk.path / "bieu.pdf"
    assert "đầy" in refused(data_path, "report", "unit-summary", "--out", target)
    assert not target.exists()
    assert [path.name for path in small_disk.path.iterdir()] == ["day.bin"]


def test_a_read_only_folder_is_named(data_path, small_disk):
    home = Path(shutil.copy(data_path, small_disk.path))
    small_disk.remount_read_only()
    before = home.read_bytes()
    assert "Không ghi được" in refused(home, "import", sample_list())
    assert "ghi vào thư mục" in refused(
        data_path, "report", "unit-summary", "--out", home.parent / "a.pdf"
    )
    words = ("init", "--commune", "Xã Kẻ Sặt")
    assert "Không ghi được" in refused(home.parent / "moi.tiendo", *words)
    assert home.read_bytes() == before


def _fingerprint(path: Path) -> str:
    with open_file(path, clock) as file:
        return fingerprint(file)
