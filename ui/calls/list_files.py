"""Which files of a folder may be lists, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from models.machine.long_paths import searchable, shown
from models.version import FILE_SUFFIX
from ui.calls.pasted import Pasted

LIST_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml"}
)
LOCK_FILE = "~$"
MOST_IN_FOLDER = 2_000
OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db", ".ds_store"})

ListSource = Path | Pasted
"""Where a list comes from: a file, a folder of files, or the clipboard."""


def lists_of(source: ListSource) -> Sequence[ListSource]:
    """The source itself, or the lists that lie in a folder."""
    if isinstance(source, Pasted) or not source.is_dir():
        return [source]
    return [file for file in _files_in(source) if _may_be_list(file)]


def _files_in(folder: Path) -> list[Path]:
    """What somebody put into a folder and the folders in it; a whole disk is not searched."""
    found = islice(searchable(folder).rglob("*"), MOST_IN_FOLDER)
    return sorted(
        each
        for each in (shown(file) for file in found if file.is_file())
        if each.name.lower() not in OF_THE_SYSTEM and FILE_SUFFIX not in each.name
    )


def _may_be_list(file: Path) -> bool:
    return file.suffix.lower() in LIST_SUFFIXES and not file.name.startswith(LOCK_FILE)


def passed_over(source: ListSource) -> Iterator[tuple[Path, None, tuple[()], str]]:
    """What lies in a folder and is not read, with the reason."""
    if isinstance(source, Pasted) or not source.is_dir():
        return
    for file in _files_in(source):
        if not _may_be_list(file):
            lock = file.name.startswith(LOCK_FILE)
            reason = "là tệp tạm của Office" if lock else "không phải là tệp danh sách"
            yield file, None, (), f"“{file.name}” {reason} nên không đọc."
