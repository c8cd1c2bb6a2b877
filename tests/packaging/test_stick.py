"""The program for a USB stick is the frozen program with the marker, the same bytes each time."""

import hashlib
import zipfile

import pytest
from stick import make_stick

from models.machine.portable import MARKS


@pytest.fixture
def frozen(tmp_path):
    folder = tmp_path / "frozen"
    (folder / "_internal" / "resources").mkdir(parents=True)
    (folder / "TienDo.exe").write_bytes(b"MZ" * 500)
    (folder / "_internal" / "resources" / "xã.json").write_text("{}", encoding="utf-8")
    return folder


def test_the_zip_holds_the_program_and_the_marker(frozen, tmp_path):
    packed = make_stick(frozen, tmp_path)
    with zipfile.ZipFile(packed) as stick:
        assert set(stick.namelist()) == {
            f"TienDo/{MARKS[0]}",
            "TienDo/TienDo.exe",
            "TienDo/_internal/resources/xã.json",
        }
        assert stick.read("TienDo/TienDo.exe") == b"MZ" * 500
        assert stick.read(f"TienDo/{MARKS[0]}") == b""
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    note = packed.with_name(packed.name + ".sha256").read_text(encoding="ascii")
    assert note == f"{digest}  {packed.name}\n"


def test_two_packings_are_the_same(frozen, tmp_path):
    first = make_stick(frozen, tmp_path / "a").read_bytes()
    assert make_stick(frozen, tmp_path / "b").read_bytes() == first
