"""The wheels for Windows are those of the one lock, each by one hash."""

from pathlib import Path

from licences import closure
from wheels import SHIPPED, TOOLS, read_lock

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = read_lock(ROOT / "requirements-windows.lock")
EVERYWHERE = read_lock(ROOT / "requirements.lock")


def test_holds_the_same_versions_as_the_lock_of_every_system():
    assert {name: pin.version for name, pin in WINDOWS.items()} == {
        name: EVERYWHERE[name].version for name in WINDOWS
    }


def test_each_wheel_is_pinned_by_one_hash_that_the_other_lock_knows_too():
    for name, pin in WINDOWS.items():
        assert len(pin.hashes) == 1, name
        assert pin.hashes <= EVERYWHERE[name].hashes, name


def test_names_what_the_project_requires_with_all_that_this_needs():
    needed = closure(
        ["pyside6-essentials", "pypdfium2", "sqlalchemy", "alembic", "python-calamine", "openpyxl",
         "reportlab", "rapidfuzz", "platformdirs", "msoffcrypto-tool", "defusedxml", "python-docx",
         "lxml", "sqlcipher3", "cryptography"]
    )  # fmt: skip
    assert needed == set(SHIPPED)
    assert set(WINDOWS) == {*SHIPPED, *TOOLS}
