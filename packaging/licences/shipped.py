"""Checks that every file of a frozen program belongs to a listed component.

`python packaging/licences/shipped.py dist/TienDo` ends with 1 and names the strangers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

PROGRAMS = ("TienDo", "TienDoLenh")
BOOTLOADER = "pyinstaller"
PRODUCT = "tien-do"


def index_of(frozen: Path) -> list[dict[str, str]]:
    """The rows of `licences.json` inside a frozen program."""
    return list(json.loads((_folder(frozen) / "licences.json").read_text(encoding="utf-8")))


def owner_of_each_file(frozen: Path) -> dict[str, str]:
    """Every file of the frozen program, by its path, and the component that it belongs to; "" for
    a stranger. The two executables are PyInstaller's start with our modules in it."""
    known = json.loads((_folder(frozen) / "shipped.json").read_text(encoding="utf-8"))
    listed = {row["name"] for row in index_of(frozen)}
    owners = {path: _owner(path, known) for path in _paths(frozen)}
    return {path: owner if owner in listed else "" for path, owner in owners.items()}


def gaps(frozen: Path) -> list[str]:
    """What is wrong: files without an owner, components without a licence or its text."""
    strangers = [path for path, owner in owner_of_each_file(frozen).items() if not owner]
    rows = index_of(frozen)
    bare = [
        row["name"]
        for row in rows
        if not row["licence"] or not (_folder(frozen) / (row["file"] or "-")).is_file()
    ]
    return [f"no owner: {path}" for path in strangers] + [f"no licence: {name}" for name in bare]


def _owner(path: str, known: dict[str, str]) -> str:
    if Path(path).stem in PROGRAMS and "/" not in path:
        return BOOTLOADER
    inside = path.removeprefix("_internal/")
    if inside.startswith("licences/"):
        return PRODUCT
    return known.get(inside, "")


def _paths(frozen: Path) -> Iterator[str]:
    for path in sorted(frozen.rglob("*")):
        if path.is_file() or path.is_symlink():
            yield path.relative_to(frozen).as_posix()


def _folder(frozen: Path) -> Path:
    return frozen / "_internal" / "licences"


if __name__ == "__main__":
    found = gaps(Path(sys.argv[1]))
    print("\n".join(found) or "every shipped file belongs to a listed component")
    sys.exit(bool(found))
