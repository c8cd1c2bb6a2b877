"""Bundled files are found from source and when frozen; a missing one is a bug."""

import sys
from pathlib import Path

import pytest

from resources import resource_path


def test_finds_a_bundled_file_and_the_folder_itself():
    assert resource_path("presets", "communes.json").is_file()
    assert (resource_path() / "catalog.py").is_file()


def test_a_missing_file_is_a_bug_that_names_it():
    with pytest.raises(FileNotFoundError, match=r"resources/fonts/none\.ttf"):
        resource_path("fonts", "none.ttf")


def test_the_frozen_program_looks_inside_its_bundle(tmp_path: Path, monkeypatch):
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_path("fonts") == tmp_path / "resources" / "fonts"
