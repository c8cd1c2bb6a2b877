"""What a form or a meeting tells of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.records import Attended


@dataclass(frozen=True, slots=True)
class Attendance:
    """One row of somebody who attended: `minutes` in all their rows together, None for a form.

    `row` is the number that Excel shows; `name` is without "(khách)" and the like. `key` is equal
    for all rows of one participant. `day` is when it was, as far as the file says,
    and `at_minute` the minute of that day at which they answered, or were last there.
    """

    row: int
    name: str
    key: str
    email: str = ""
    day: date | None = None
    minutes: float | None = None
    at_minute: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """The participants of a sheet, or the answers to a form.

    `header_row` and `last_row` are numbers as Excel shows, `name_columns` indexes from 0: () for
    a form, whose questions differ from one to the other.
    """

    sheet: str
    kind: Attended
    header_row: int
    last_row: int
    name_columns: tuple[int, ...]
    rows: tuple[Attendance, ...]
