"""Paths that Windows opens only in its extended form, and long real ones."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from models.errors import AppError
from models.intake.reading.reader import read_workbook
from models.intake.sitting.sources import lists_of
from models.machine import long_paths
from models.machine.long_paths import extended, plain_path, refuse_long_data_path
from models.office.practice import sample_list
from models.office.setup import init_file
from models.office.whose import the_commune
from models.store.backup import back_up
from models.store.data_file import view_file
from reports.publish import write_file
from tests.conftest import clock
from tests.factory import add_people

FAR = "C:\\Dữ liệu\\" + "Phòng Văn hóa - Xã hội\\" * 12 + "danh sách.xlsx"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (FAR, "\\\\?\\" + FAR),
        (FAR.replace("\\", "/"), "\\\\?\\" + FAR),
        ("C:\\a\\..\\b.xlsx", "\\\\?\\C:\\b.xlsx"),
        ("\\\\may-chu\\chung\\b.xlsx", "\\\\?\\UNC\\may-chu\\chung\\b.xlsx"),
        ("\\\\?\\C:\\b.xlsx", "\\\\?\\C:\\b.xlsx"),
        ("\\\\.\\pipe\\x", "\\\\.\\pipe\\x"),
        ("b.xlsx", "b.xlsx"),
    ],
)
def test_the_extended_form(path, wanted):
    assert extended(path) == wanted


def test_a_short_path_is_shown_as_people_write_it():
    for path in ("C:\\Dữ liệu\\b.xlsx", "\\\\may-chu\\chung\\b.xlsx"):
        assert plain_path(extended(path)) == path
    assert plain_path(extended(FAR)) == extended(FAR)


def test_a_data_file_too_deep_for_windows_is_refused_with_the_length_that_fits(monkeypatch):
    path = Path("/" + "x" * 230 + "/xã.tiendo")
    refuse_long_data_path(path)
    monkeypatch.setattr(long_paths, "WINDOWS", True)
    with pytest.raises(AppError, match=r"quá dài \(241 ký tự\).*không quá 240 ký tự"):
        refuse_long_data_path(path)
    refuse_long_data_path(Path(str(path)[1:]))


def _deep(folder: Path, length: int) -> Path:
    """A folder with Vietnamese names and spaces whose path has about that many letters."""
    while len(str(folder)) < length:
        folder /= "Phòng Văn hóa - Xã hội"
    folder.mkdir(parents=True)
    return folder


def test_lists_and_documents_far_down(tmp_path):
    folder = _deep(tmp_path, 700)
    source = Path(shutil.copy(sample_list(), folder))
    assert read_workbook(source).sheets
    assert lists_of(tmp_path) == [source]
    written = write_file(b"%PDF", "pdf", folder / "báo cáo.pdf")
    assert written.read_bytes() == b"%PDF"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_data_file_under_names_in_both_forms_of_vietnamese(tmp_path, form):
    name = unicodedata.normalize(form, "Xã Kẻ Sặt – dữ liệu của Đức %41 #1")
    folder = _deep(tmp_path / name, 240)
    path = folder / f"{name}.tiendo"
    assert len(str(path)) > 260
    with init_file(path, "Xã Kẻ Sặt", None, clock) as file:
        add_people(file, 2)
        copy = back_up(path, clock=clock)
    assert copy.people == 2
    with view_file(copy.path, clock) as again:
        assert the_commune(again).name == "Xã Kẻ Sặt"
    assert sorted({each.name for each in folder.iterdir()}) == sorted(
        {path.name, f"{path.name}.lock", "sao-luu"}
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_lists_and_documents_under_names_in_both_forms(tmp_path, form):
    folder = tmp_path / unicodedata.normalize(form, "Trường Tiểu học Kẻ Sặt")
    folder.mkdir()
    name = unicodedata.normalize(form, "danh sách đã sửa.xlsx")
    source = Path(shutil.copy(sample_list(), folder / name))
    assert read_workbook(source).sheets
    assert write_file(b"%PDF", "pdf", source.with_suffix(".pdf")).is_file()
