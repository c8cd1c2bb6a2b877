"""Times New Roman where Windows has all four faces, the bundled family everywhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reports.document import Document
from reports.render.fonts import (
    document_fonts,
    liberation_serif,
    times_new_roman,
    windows_fonts,
)
from reports.render.pdf import render_pdf
from tests.reports.pdf_reader import read_pdf


def folder_with_times(folder: Path) -> Path:
    """A folder such as Windows has, with the bundled faces under Times' names."""
    names = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
    for face, name in zip(liberation_serif().faces, names, strict=True):
        shutil.copyfile(face, folder / name)
    return folder


def test_the_bundled_family_has_all_four_faces():
    family = liberation_serif()
    assert all(face.is_file() for face in family.faces)
    assert family.face_name(bold=True, italic=True) == "LiberationSerif-Bold-Italic"


def test_times_needs_all_four_faces(tmp_path: Path):
    folder = folder_with_times(tmp_path)
    family = times_new_roman(folder)
    assert family is not None
    assert family.bold.name == "timesbd.ttf"
    family.italic.unlink()
    assert times_new_roman(folder) is None
    assert times_new_roman(None) is None


def test_only_windows_is_asked_for_its_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert windows_fonts("win32") == tmp_path / "Fonts"
    assert windows_fonts("linux") is None
    monkeypatch.delenv("WINDIR")
    assert windows_fonts("win32") is None


def test_this_machine_has_a_family():
    assert document_fonts().regular.is_file()


def test_a_document_is_drawn_with_the_family_it_is_given(summary: Document, tmp_path: Path):
    family = times_new_roman(folder_with_times(tmp_path))
    assert family is not None
    pdf = read_pdf(render_pdf(summary, fonts=family))
    assert "Tổng cộng 532 24 4,5% 10 1,9%" in pdf.text
