"""Where the Windows build keeps its things, and the moment that all its files are dated with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build" / "windows"
CACHE = BUILD / "cache"
RUNTIME = BUILD / "python"
PREFIX = BUILD / "prefix"
FROZEN = BUILD / "dist" / "TienDo"
OUT = ROOT / "dist" / "windows"
LOCK = ROOT / "requirements-windows.lock"
LINUX_LOCK = ROOT / "requirements.lock"
OLDEST_MOMENT = 315_619_200
"""1980-01-02 in seconds: zip files know nothing older. Used where there is no Git history."""

sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "licences")]


def version() -> str:
    """The version of the product, from its one constant."""
    from models.version import VERSION

    return VERSION


def setup_file(of: str = "") -> Path:
    """The installer of that version; of this one by default."""
    return OUT / f"TienDo-{of or version()}-Setup.exe"


def source_moment() -> int:
    """The time of the last commit in seconds, with which every file of the build is dated."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    if shutil.which("git") is None:
        return OLDEST_MOMENT
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return int(asked.stdout.strip() or OLDEST_MOMENT)


def date_files(folder: Path, moment: int) -> None:
    """Give every file and folder below `folder` the same time."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (moment, moment))
