"""What a message says: one sentence, what to do, and a file or details to go with it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError, birthplace


class Tone(Enum):
    """How a notice sounds; the bar shows it by an icon and a word, not by colour alone."""

    INFO = "info"
    DONE = "done"
    PROBLEM = "problem"
    BUG = "bug"


COPY_NAME = "Sao chép tên tệp"
NoticeLink = tuple[str, str, Callable[[], object]]
"""The words of a link, its name, and what it does."""


class Notice(NamedTuple):
    """One message. With `path` it offers to open the file, its folder, and to copy the path;
    with `folder`, where many files were written, to open it and to copy its path. With `command`,
    the key of a command of the menus, it offers that under the words `deed`; `links` are whatever
    else can be done at once.

    `details` is what "Sao chép chi tiết" copies; it holds no personal data. `cause` is what a
    problem is about: the message goes when the desk says that this is settled. With `file_name`,
    where another program holds a file, its name can be copied.
    """

    text: str
    advice: str = ""
    tone: Tone = Tone.INFO
    path: Path | None = None
    details: str = ""
    folder: Path | None = None
    command: str = ""
    deed: str = ""
    links: tuple[NoticeLink, ...] = ()
    cause: str = ""
    file_name: str = ""

    @property
    def place(self) -> Path | None:
        """The file or the folder that was written; None when nothing was."""
        return self.path or self.folder

    @property
    def is_problem(self) -> bool:
        """Whether it stays until it is closed or settled."""
        return self.tone in (Tone.PROBLEM, Tone.BUG)


def notice_of(error: AppError, links: tuple[NoticeLink, ...] = ()) -> Notice:
    """What the officer can mend, as a notice."""
    return Notice(
        error.sentence,
        error.advice,
        Tone.PROBLEM,
        details=f"{type(error).__name__} {error.born or birthplace(error)}".rstrip(),
        links=links,
        cause=error.cause,
    )
