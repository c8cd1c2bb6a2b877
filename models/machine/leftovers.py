"""What a process of ours left behind when it was cut off: folders and drafts with names in them.

Each bears the number of its process, so that what another window works with just now stays.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from models.machine.private import OWNER_FILE
from models.machine.processes import is_running
from models.text.patterns import later

PREFIX = "tiendo-"
READING_SECONDS = 120
"""No list is read for so long."""
_FOLDER = later(r"tiendo-(?:(\d+)-)?[^.]*")
_COPY = later(r"~.+?(?:-(\d+))?\.tmp(?:-journal|-wal|-shm)?")
_DOCUMENT = later(r"~[0-9a-f]{8}(?:-(\d+))?\.tmp")
_NOTE = later(r".+\.request-(\d+)")


def scratch_folder() -> TemporaryDirectory[str]:
    """A folder for a moment, which the next start takes away when this process cannot."""
    prefix = f"{PREFIX}{os.getpid()}-"
    return TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)


def draft_name(word: str) -> str:
    """The name of a draft of this process."""
    return f"~{word}-{os.getpid()}.tmp"


def sweep_leftovers(data: Path, copies: Path, documents: Iterable[Path] = ()) -> None:
    """Take away what ended processes left in the temporary folder, beside `data` and among its
    copies, and drafts in the folders of `documents`. What cannot be deleted stays."""
    _sweep_scratch(Path(tempfile.gettempdir()))
    _sweep_files(data.parent, _NOTE)
    for folder in {data.parent, copies}:
        _sweep_files(folder, _COPY)
    for folder in documents:
        _sweep_files(folder, _DOCUMENT)
        _sweep_drafts(folder)


def sweep_drafts_of(target: Path) -> None:
    """Take away what ended processes left of this very file, in whatever folder it is to lie."""
    begin = f"~{target.stem}-"
    for each in _entries(target.parent):
        named = _COPY.fullmatch(each.name) if each.name.startswith(begin) else None
        if named and named.group(1) and _is_left(named.group(1)) and _is_mine(each):
            with suppress(OSError):
                os.unlink(each.path)


def _sweep_scratch(place: Path) -> None:
    for each in _entries(place):
        named = _FOLDER.fullmatch(each.name) if each.is_dir(follow_symlinks=False) else None
        if named is None or not _is_mine(each) or not _holds_only_files(each.path):
            continue
        if _is_left(named.group(1)) if named.group(1) else _is_old(each):
            make_writable(each.path)
            rmtree(each.path, ignore_errors=True)


def _sweep_files(folder: Path, pattern: re.Pattern[str]) -> None:
    for each in _entries(folder):
        named = pattern.fullmatch(each.name) if each.is_file(follow_symlinks=False) else None
        if named and _is_left(named.group(1)) and _is_mine(each):
            with suppress(OSError):
                os.unlink(each.path)


def _sweep_drafts(folder: Path) -> None:
    """Folders of documents that were not whole when their process ended."""
    for each in _entries(folder):
        named = _DOCUMENT.fullmatch(each.name) if each.is_dir(follow_symlinks=False) else None
        if named and named.group(1) and _is_left(named.group(1)) and _is_mine(each):
            rmtree(each.path, ignore_errors=True)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _is_left(process: str | None) -> bool:
    """Whether nobody works with it any more; earlier versions named no process."""
    return process is None or not is_running(int(process))


def _is_old(entry: os.DirEntry[str]) -> bool:
    """Whether a folder of an earlier version, which named no process, cannot be in use."""
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > READING_SECONDS


def _is_mine(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return entry.stat(follow_symlinks=False).st_uid == os.getuid()
    except FileNotFoundError:  # Another process has swept it meanwhile.
        return False


def make_writable(folder: str) -> None:
    """Copies that were only to be looked at are read-only, and Windows deletes none such."""
    with suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if each.is_file(follow_symlinks=False):
                os.chmod(each.path, OWNER_FILE)


def _holds_only_files(folder: str) -> bool:
    """Our folders hold no folders; one of somebody else that is called so is left alone."""
    try:
        with os.scandir(folder) as found:
            return all(each.is_file(follow_symlinks=False) for each in found)
    except OSError:
        return False
