"""What the one build.spec leaves out on every system, and what it must not."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.help.entries import help_entries

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def spec() -> dict:
    """The names that the recipe defines before PyInstaller has its turn."""
    recipe = (ROOT / "build.spec").read_text(encoding="utf-8").split("analysis = ")[0]
    names: dict = {"SPECPATH": str(ROOT)}
    exec(compile(recipe, "build.spec", "exec"), names)
    return names


@pytest.mark.parametrize(
    "path",
    ["PySide6/Qt6Network.dll", "PySide6/opengl32sw.dll", "PySide6/translations/qtbase_de.qm",
     "PySide6/plugins/tls/qopensslbackend.dll", "PySide6/plugins/platforms/qminimal.dll",
     "PySide6/plugins/imageformats/qwebp.dll", "libcrypto-3.dll", "libssl.so.3",
     "resources/translations/qtbase_vi.ts", "cryptography-50.0.2.dist-info/RECORD",
     "docx/templates/default-docx-template/word/styles.xml", "docx/templates/default-header.xml",
     "lxml/isoschematron/resources/rng/iso-schematron.rng"],
)  # fmt: skip
def test_drops_what_nobody_uses(spec: dict, path: str):
    assert not spec["is_kept"]((path, "", "BINARY"))
    assert not spec["is_kept"]((path.replace("/", "\\"), "", "BINARY"))


@pytest.mark.parametrize(
    "path",
    ["PySide6/Qt6Core.dll", "PySide6/plugins/platforms/qwindows.dll", "sqlite3.dll",
     "PySide6/plugins/platforms/qoffscreen.dll", "PySide6/plugins/styles/qmodernwindowsstyle.dll",
     "PySide6/plugins/iconengines/qsvgicon.dll", "PySide6/plugins/imageformats/qsvg.dll",
     "PySide6/Qt6PrintSupport.dll", "PySide6/plugins/printsupport/windowsprintersupport.dll",
     "resources/translations/qtbase_vi.qm", "cryptography-50.0.2.dist-info/METADATA",
     "cryptography/hazmat/bindings/_rust.pyd", "sqlcipher3/_sqlite3.cp311-win_amd64.pyd",
     "docx/templates/default.docx"],
)  # fmt: skip
def test_keeps_what_the_program_lives_on(spec: dict, path: str):
    assert spec["is_kept"]((path, "", "BINARY"))


def test_every_page_of_the_help_is_shipped(spec: dict):
    shipped = {Path(page).stem for page in spec["HELP"]}
    assert {entry.page for entry in help_entries()} == shipped


def test_nothing_of_ours_imports_what_is_excluded(spec: dict):
    excluded = {*spec["UNUSED"], *spec["NO_NETWORK"]}
    pattern = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)
    for folder in ("models", "reports", "resources", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            used = set(pattern.findall(path.read_text(encoding="utf-8")))
            assert not used & excluded, path


def test_the_manifest_says_what_windows_10_asks_for():
    text = (ROOT / "packaging" / "frozen" / "manifest.xml").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text.encode())
    said = {each.tag.split("}")[1]: each.text for each in root.iter()}
    assert said["dpiAwareness"] == "PerMonitorV2"
    assert said["longPathAware"] == "true"
    assert said["activeCodePage"] == "UTF-8"
    levels = [each.get("level") for each in root.iter() if each.tag.endswith("ExecutionLevel")]
    assert levels == ["asInvoker"]


def test_whatever_is_imported_by_its_name_is_shipped(spec: dict):
    named = re.compile(r"import_module\(\s*[\"']([\w.]+)[\"']")
    layers = (
        path for layer in ("models", "reports", "ui") for path in (ROOT / layer).rglob("*.py")
    )
    found = {name for path in layers for name in named.findall(path.read_text("utf-8"))}
    assert found
    assert found <= set(spec["BY_NAME"])
