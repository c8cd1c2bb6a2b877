"""Everything that is shipped is listed with its licence; a stranger is refused."""

import json
import os
from pathlib import Path

import pytest
import reportlab
from component import product, python
from licences import write_for_frozen, write_for_source
from origins import Unknown, component_of
from sbom import write_bill
from shipped import gaps, index_of

import resources

FONT = resources.resource_path("fonts", "LiberationSerif-Regular.ttf")


@pytest.fixture(scope="module")
def from_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("licences") / "licences"
    write_for_source(folder)
    return folder


def test_every_row_has_a_name_a_licence_and_a_text(from_source: Path):
    rows = json.loads((from_source / "licences.json").read_text(encoding="utf-8"))
    assert {row["name"] for row in rows} > {"tien-do", "cpython", "sqlalchemy", "Qt", "PDFium"}
    for row in rows:
        assert row["licence"], row
        assert (from_source / row["file"]).stat().st_size > 200, row


def test_what_encrypts_is_told_with_what_lies_inside_of_it(from_source: Path):
    rows = json.loads((from_source / "licences.json").read_text(encoding="utf-8"))
    inside = {row["name"]: row for row in rows if row["within"] == "sqlcipher3"}
    assert {name: row["licence"] for name, row in inside.items()} == {
        "SQLCipher": "BSD-3-Clause",
        "SQLite (SQLCipher)": "blessing",
        "OpenSSL (SQLCipher)": "Apache-2.0",
    }
    assert all(row["version"].count(".") == 2 for row in inside.values())
    assert "ZETETIC" in (from_source / inside["SQLCipher"]["file"]).read_text(encoding="utf-8")
    assert "openssl" in {row["name"] for row in rows if row["within"] == "cryptography"}


def test_a_file_is_traced_to_what_carries_it():
    assert component_of("resources/fonts/x.ttf", str(FONT)) == "Liberation Serif"
    assert component_of("resources/x.json", resources.__file__) == "tien-do"
    assert component_of("", reportlab.__file__) == "reportlab"
    assert component_of("", os.__file__) == "cpython"


def test_a_stranger_stops_the_build(tmp_path: Path):
    stranger = tmp_path / "from-nowhere.dll"
    stranger.write_bytes(b"MZ")
    with pytest.raises(Unknown, match=r"from-nowhere\.dll"):
        write_for_frozen(tmp_path / "out", [("from-nowhere.dll", str(stranger))], [])


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A frozen program in small: the executable, a font and the list of licences."""
    root = tmp_path / "TienDo"
    files = [("resources/fonts/serif.ttf", str(FONT))]
    write_for_frozen(root / "_internal" / "licences", files, [reportlab.__file__])
    (root / "_internal" / "resources" / "fonts").mkdir(parents=True)
    (root / "_internal" / "resources" / "fonts" / "serif.ttf").write_bytes(FONT.read_bytes())
    (root / "TienDo.exe").write_bytes(b"MZ")
    return root


def test_a_frozen_program_is_complete_until_something_is_slipped_in(frozen: Path):
    assert gaps(frozen) == []
    (frozen / "_internal" / "thua.dll").write_bytes(b"MZ")
    assert gaps(frozen) == ["no owner: _internal/thua.dll"]


def test_a_part_of_which_no_file_is_shipped_is_not_listed(frozen: Path, from_source: Path):
    assert "OpenSSL" in (from_source / "licences.json").read_text(encoding="utf-8")
    names = {row["name"] for row in index_of(frozen) if row["within"] == "cpython"}
    assert names == {"zlib", "bzip2", "XZ Utils (liblzma)", "Expat", "libmpdec"}


def test_the_bill_names_components_licences_and_files(frozen: Path, tmp_path: Path):
    out = write_bill(frozen, tmp_path / "bill.json", 1_700_000_000)
    bill = json.loads(out.read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert bill["metadata"]["component"]["version"] == product().version
    components = {each["name"]: each for each in bill["components"]}
    assert components["cpython"]["version"] == python().version
    assert components["reportlab"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    fonts = bill["metadata"]["component"]["components"]
    assert any(each.get("hashes") for font in fonts for each in font.get("components", [font]))
    assert out.read_bytes() == write_bill(frozen, tmp_path / "2.json", 1_700_000_000).read_bytes()
