"""What a form or a meeting tells of somebody, and by which rule that becomes a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.records import Mark


class Attended(StrEnum):
    """What somebody did: answered a form, or was in a meeting."""

    FORM = "form"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """What answering or attending comes to, as the officer chose; None: not chosen yet.

    `least_minutes` is how long somebody must have been in a meeting; 0: any time will do.
    """

    mark: Mark | None = None
    least_minutes: float = 0.0


@dataclass(frozen=True, slots=True)
class Attendance:
    """One row of somebody who attended: `minutes` in all their rows together, None for a form.

    `row` is the number that Excel shows; `name` is without "(khách)" and the like. `key` is equal
    for all rows of one participant. `day` is when it was, as far as the file says.
    """

    row: int
    name: str
    key: str
    email: str = ""
    day: date | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """The participants of a sheet. `header_row` and `last_row` are numbers as Excel shows."""

    sheet: str
    kind: Attended
    header_row: int
    last_row: int
    rows: tuple[Attendance, ...]
