"""A list that was copied elsewhere and pasted here, read as safely as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.intake.grid import Workbook

PASTED_NAME = "Dán từ bộ nhớ tạm"
LARGE_TEXT = 200_000
"""Longer texts are cut into cells in a process of their own."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A list from the clipboard: its text, or the page with its table where that says more.

    `path` is the file that it would be: nothing lies there, but rows that could not be taken
    are saved beside it.
    """

    text: str
    html: str
    path: Path


def read_pasted_list(
    pasted: Pasted, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> Workbook:
    """The table that was pasted. Raises `AppError` when there is none or it is too large."""
    from models.intake.reading.pasted import LONGEST, read_pasted
    from models.intake.reading.reader import read_workbook
    from models.machine.leftovers import scratch_folder

    content = pasted.html or pasted.text
    apart = pasted.html or ("\t" in content and len(content) > LARGE_TEXT)
    if not apart or len(content) > LONGEST:
        return replace(read_pasted(content), file_name=pasted.path.name)
    with scratch_folder() as folder:
        file = Path(folder) / pasted.path.name
        file.write_text(content, encoding="utf-8-sig", errors="replace", newline="")
        return read_workbook(file, progress=progress, cancelled=cancelled)
