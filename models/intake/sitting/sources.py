"""Where lists come from: a file, the files of a folder that may be lists, or the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from models.intake.grid import Workbook
from models.intake.reading.pasted import LONGEST, read_pasted
from models.intake.reading.reader import is_lock_file, read_workbook
from models.machine.leftovers import scratch_folder
from models.machine.long_paths import searchable, shown_path
from models.version import FILE_SUFFIX

PASTED_NAME = "Dán từ bộ nhớ tạm"
LARGE_TEXT = 200_000
"""Longer texts are cut into cells in a process of their own."""

LIST_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml"}
)
MOST_IN_FOLDER = 2_000
OF_THE_SYSTEM = frozenset({"desktop.ini", "thumbs.db", ".ds_store"})


@dataclass(frozen=True, slots=True)
class Pasted:
    """A list from the clipboard: its text, or the page with its table where that says more.

    `path` is the file that it would be: nothing lies there, but rows that could not be taken
    are saved beside it.
    """

    text: str
    html: str
    path: Path


ListSource = Path | Pasted
"""Where a list comes from: a file, a folder of files, or the clipboard."""

ListReader = Callable[[ListSource, str | None, Callable[[float], None] | None], Workbook]
"""Reads a source, perhaps with a password, and tells the share that is done.

Raises `AppError` for what cannot be read, and whatever the telling raises.
"""


def path_of(source: ListSource) -> Path:
    """The file that it is or would be."""
    return source.path if isinstance(source, Pasted) else source


def read_list(
    source: ListSource,
    password: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Workbook:
    """The usual reader: files and whatever is large or a page in a process of its own."""
    if not isinstance(source, Pasted):
        return read_workbook(source, password=password, progress=progress)
    content = source.html or source.text
    apart = source.html or ("\t" in content and len(content) > LARGE_TEXT)
    if not apart or len(content) > LONGEST:
        return replace(read_pasted(content), file_name=source.path.name)
    with scratch_folder() as folder:
        file = Path(folder) / source.path.name
        file.write_text(content, encoding="utf-8-sig", errors="replace", newline="")
        return read_workbook(file, progress=progress)


def lists_of(source: ListSource) -> Sequence[ListSource]:
    """The source itself, or the lists that lie in a folder."""
    if isinstance(source, Pasted) or not source.is_dir():
        return [source]
    return [file for file in _files_in(source) if _may_be_list(file)]


def passed_over(source: ListSource) -> Iterator[tuple[Path, str]]:
    """What lies in a folder and is not read, with the reason."""
    if isinstance(source, Pasted) or not source.is_dir():
        return
    for file in _files_in(source):
        if not _may_be_list(file):
            temporary = is_lock_file(file)
            reason = "là tệp tạm của Office" if temporary else "không phải là tệp danh sách"
            yield file, f"“{file.name}” {reason} nên không đọc."


def _files_in(folder: Path) -> list[Path]:
    """What somebody put into a folder and the folders in it; a whole disk is not searched."""
    found = islice(searchable(folder).rglob("*"), MOST_IN_FOLDER)
    return sorted(
        each
        for each in (shown_path(file) for file in found if file.is_file())
        if each.name.lower() not in OF_THE_SYSTEM and FILE_SUFFIX not in each.name
    )


def _may_be_list(file: Path) -> bool:
    return file.suffix.lower() in LIST_SUFFIXES and not is_lock_file(file)
