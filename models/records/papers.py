"""What is kept of files that are attached."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class AttachmentOwner(NamedTuple):
    """The row that files belong to: its table, its id, and what the officer calls it.

    `words` go into sentences: "văn bản 2136/SKHCN-TTTT". `part` is what of the row they belong to
    where it has files of several kinds.
    """

    table: str
    id: int
    words: str
    part: str = ""


class Attachment(NamedTuple):
    """One attached file; `size` in bytes."""

    id: int
    name: str
    size: int
    added_at: datetime


class AttachedTotal(NamedTuple):
    """How many different contents the data holds, and how many bytes they take."""

    files: int
    size: int
