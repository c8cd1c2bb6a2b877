"""Portable mode: a marker beside the program keeps all that it writes in a folder next to it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

MARKS = ("TienDo.portable", "TienDo.portable.txt")
"""Explorer hides endings, so a marker that was made by hand is often a text file."""

HOME = "DuLieu"
TEMPORARY = "tam"


def program_folder() -> Path:
    """Where the program lies: the folder of the executable, or of the sources."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[2]


def portable_home() -> Path | None:
    """Where data, settings, log and copies go in portable mode; None when there is no marker."""
    folder = program_folder()
    return folder / HOME if any((folder / mark).is_file() for mark in MARKS) else None


def keep_temporary_files_home() -> None:
    """In portable mode, put what is written for a moment only on the stick too.

    Everything that this process and those it starts write for a moment then goes there; on a
    stick that cannot be written the system's own place stays.
    """
    home = portable_home()
    if home is None:
        return
    with suppress(OSError):
        place = home / TEMPORARY
        place.mkdir(parents=True, exist_ok=True)
        for name in ("TMPDIR", "TEMP", "TMP"):
            os.environ[name] = str(place)
