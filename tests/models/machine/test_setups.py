"""Installers on a stick: found, refused with a reason, or accepted."""

from __future__ import annotations

import hashlib

import pytest

from models.errors import AppError
from models.machine import setups
from models.machine.file_version import numbers_in
from models.machine.setups import check_setup, find_setups, start_setup
from models.version import version_numbers


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "USB của Đức"
    folder.mkdir()
    return folder


def _setup(folder, version, content=b"MZ program", name=""):
    path = folder / (name or f"TienDo-{version}-Setup.exe")
    path.write_bytes(content)
    return path


def test_versions_compare_as_numbers():
    assert version_numbers("0.10.0") > version_numbers("0.9")
    assert version_numbers("1.2.0.0") == version_numbers("1.2")


def test_installers_are_found_newest_first_in_the_root_and_one_folder_below(stick, tmp_path):
    below = stick / "Phần mềm"
    (below / "sâu hơn").mkdir(parents=True)
    _setup(stick, "0.9.0")
    _setup(below, "0.10.0")
    _setup(below / "sâu hơn", "0.11.0")
    (stick / "TienDo.exe").write_bytes(b"MZ")
    found = find_setups([stick, tmp_path / "ổ trống"])
    assert [setup.version for setup in found] == ["0.10.0", "0.9.0"]
    assert find_setups([stick, stick]) == found


@pytest.mark.parametrize("name", ["TienDo-1.2.0-Setup.exe", "tiendo-1.2.0-setup (1).exe"])
def test_a_newer_one_is_accepted_without_a_checksum(stick, name):
    setup = check_setup(_setup(stick, "", name=name), "0.1.0")
    assert (setup.version, setup.proven) == ("1.2.0", False)


@pytest.mark.parametrize("form", ["{}", "{}  TienDo-1.2.0-Setup.exe\n", "\ufeff{} *a.exe\r\n"])
def test_a_checksum_proves_it(stick, form):
    path = _setup(stick, "1.2.0")
    digest = hashlib.sha256(path.read_bytes()).hexdigest().upper()
    path.with_name(path.name + ".sha256").write_text(form.format(digest), encoding="utf-8")
    assert check_setup(path, "0.1.0").proven


@pytest.mark.parametrize("checksum", ["0" * 64, ""])
def test_a_wrong_checksum_is_refused(stick, checksum):
    path = _setup(stick, "1.2.0")
    path.with_name(path.name + ".sha256").write_text(checksum)
    with pytest.raises(AppError, match=r"không nguyên vẹn.*không cài.*chép lại"):
        check_setup(path, "0.1.0")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("TienDo-1.2.0-Setup.zip", "không phải là bộ cài Tiến Độ"),
        ("khac.exe", "không phải là bộ cài Tiến Độ"),
        ("TienDo-0.3.0-Setup.exe", "đang dùng đúng bản 0.3.0"),
        ("TienDo-0.2.9-Setup.exe", "cũ hơn bản 0.3.0 đang dùng"),
    ],
)
def test_others_are_refused_by_name(stick, name, words):
    with pytest.raises(AppError, match=words):
        check_setup(_setup(stick, "", name=name), "0.3.0")


def test_a_file_that_is_torn_or_gone_is_refused(stick):
    with pytest.raises(AppError, match="không nguyên vẹn"):
        check_setup(_setup(stick, "1.2.0", b""), "0.1.0")
    with pytest.raises(AppError, match="Hãy cắm lại USB"):
        check_setup(stick / "TienDo-9.0.0-Setup.exe", "0.1.0")


def test_a_name_that_lies_about_the_version_is_refused(stick, monkeypatch):
    path = _setup(stick, "1.2.0")
    monkeypatch.setattr(setups, "file_version", lambda _: "1.2.0.0")
    assert check_setup(path, "0.1.0").version == "1.2.0"
    monkeypatch.setattr(setups, "file_version", lambda _: "0.1.0.0")
    with pytest.raises(AppError, match=r"ghi tên là bản 1\.2\.0 nhưng bên trong là bản 0\.1\.0"):
        check_setup(path, "0.1.0")


def test_the_version_resource_is_read_by_its_words():
    head = (0xFEEF04BD).to_bytes(4, "little") + bytes(4)
    version = (1 << 16 | 12).to_bytes(4, "little") + (3 << 16).to_bytes(4, "little")
    assert numbers_in(head + version) == "1.12.3.0"
    assert numbers_in(b"") == numbers_in(bytes(52)) == ""


def test_elsewhere_than_on_windows_nothing_is_started(stick):
    with pytest.raises(AppError, match="chỉ chạy được trên Windows"):
        start_setup(_setup(stick, "1.2.0"))
