"""What left the program with people in it, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Export:
    """A file, or a text on the clipboard, with personal data in it.

    `kind` is that of the document, or "unit-kit", "rejected-rows", "clipboard". `people` counts
    who stands in it, `phones` the phones that are not masked: for those there is a `reason`.
    `place` is where the file went.
    """

    kind: str
    fmt: str
    title: str
    people: int
    phones: int = 0
    place: str = ""
    reason: str = ""
    figures_hash: str = ""


@dataclass(frozen=True, slots=True)
class LoggedExport:
    """A line of the log."""

    id: int
    at: datetime
    who: str
    told: Export
