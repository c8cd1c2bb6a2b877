"""What the message bar shows: one sentence, what to do, and a file or details to go with it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError


class Tone(Enum):
    """How a notice sounds; the bar shows it by an icon and a word, not by colour alone."""

    INFO = "info"
    DONE = "done"
    PROBLEM = "problem"
    BUG = "bug"


class Notice(NamedTuple):
    """One message. With `path` the bar offers to open the file, its folder, and to copy the path;
    with `folder`, where many files were written, to open it and to copy its path. With `command`,
    the key of a command of the menus, it offers that under the words `deed`.

    `details` is what "Sao chép chi tiết" copies; it holds no personal data.
    """

    text: str
    advice: str = ""
    tone: Tone = Tone.INFO
    path: Path | None = None
    details: str = ""
    folder: Path | None = None
    command: str = ""
    deed: str = ""

    @property
    def place(self) -> Path | None:
        """The file or the folder that was written; None when nothing was."""
        return self.path or self.folder


def notice_of(error: AppError) -> Notice:
    """What the officer can mend, as a notice."""
    return Notice(error.sentence, error.advice, Tone.PROBLEM)
