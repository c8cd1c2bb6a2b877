"""`make windows`: from nothing to Setup.exe, the zip for a USB stick, SHA-256 and lists.

`--twice` freezes and packs two times afresh and compares; `--frozen FOLDER` packs a program
that was frozen elsewhere (on a real Windows).
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from freeze import freeze
from installer import make_installer, sign_programs
from layout import BUILD, FROZEN, OUT, source_moment, version
from manifest import differences, files_of, write_manifest
from runtime import fetch_runtime
from sbom import write_bill
from shipped import gaps
from stick import make_stick
from wheels import install_wheels


class Incomplete(Exception):
    """Something is shipped that the list of licences does not know."""


@contextmanager
def step(words: str) -> Iterator[None]:
    """Say what was done and how long it took."""
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:7.1f} s  {words}", flush=True)


def build(afresh: bool = False) -> Path:
    """The installer of this version. Raises when a step fails."""
    with step("CPython for Windows, checked against the Foundation's signatures"):
        python = fetch_runtime()
    with step("wheels by their hashes"):
        install_wheels(python / "Lib" / "site-packages")
    with step("frozen with build.spec"):
        frozen = freeze(python, afresh)
    return pack(frozen)


def pack(frozen: Path) -> Path:
    """Check, sign and pack a frozen program."""
    with step("every file belongs to a listed component"):
        found = gaps(frozen)
        if found:
            raise Incomplete("; ".join(found))
    with step("Setup.exe"):
        sign_programs(frozen)
        setup = make_installer(frozen)
    with step("the program for a USB stick"):
        stick = make_stick(frozen)
    with step("bill of materials and list of files"):
        write_bill(frozen, OUT / f"TienDo-{version()}.cdx.json", source_moment())
        write_manifest(frozen, OUT / f"TienDo-{version()}-files.json")
    size = sum(path.stat().st_size for path in frozen.rglob("*") if path.is_file())
    print(f"{setup}: {setup.stat().st_size / 1e6:.1f} MB, installed {size / 1e6:.1f} MB")
    print(f"{stick}: {stick.stat().st_size / 1e6:.1f} MB")
    return setup


def build_twice() -> int:
    """Build two times from nothing but the downloads; the number of differences."""
    lists = []
    for number in (1, 2):
        for folder in ("python", "prefix"):
            shutil.rmtree(BUILD / folder, ignore_errors=True)
        setup = build(afresh=True)
        lists.append({**files_of(FROZEN), setup.name: files_of(setup.parent)[setup.name]})
        print(f"build {number} done", flush=True)
    found = differences(*lists)
    print("\n".join(found) or f"{len(lists[0])} files, all the same in both builds")
    return len(found)


if __name__ == "__main__":
    if "--twice" in sys.argv:
        sys.exit(build_twice())
    if "--frozen" in sys.argv:
        pack(Path(sys.argv[-1]).resolve())
    else:
        build()
