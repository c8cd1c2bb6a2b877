"""A list of who was in a meeting, pasted or as a file: only who stayed long enough is spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from models.contests.wording import minutes_words
from models.errors import AppError
from models.intake.attendance.tables import attendance_tables
from models.intake.grid import Workbook
from models.intake.reading.pasted import read_pasted
from models.records import Attended

_HINT = re.compile(
    r"\b(?:join|leave|left|duration|user action)|thời lượng|tham gia|rời|hành động", re.IGNORECASE
)
_LINES_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Stays:
    """The names of who stayed long enough, and of the others with how long they did.

    `day` is when the meeting began, as far as the file says.
    """

    names: tuple[str, ...]
    short: tuple[str, ...]
    day: date | None = None


def stays_in_text(text: str, least: float) -> Stays | None:
    """Who stayed at least `least` minutes by a pasted text; None when it is of no meeting."""
    if not any(map(_HINT.search, text.splitlines()[:_LINES_LOOKED_AT])):
        return None
    try:
        stays = stays_in(read_pasted(text), least)
    except AppError:
        return None
    return stays if stays.names or stays.short else None


def stays_in(workbook: Workbook, least: float) -> Stays:
    """Who stayed at least `least` minutes by a file; nobody when it is of no meeting."""
    tables = [each for each in attendance_tables(workbook) if each.kind is Attended.MEETING]
    people = {row.key: row for table in tables for row in table.rows}.values()
    long_enough = [each for each in people if not least or (each.minutes or 0.0) >= least]
    short = [each for each in people if each not in long_enough]
    return Stays(
        tuple(each.name for each in long_enough),
        tuple(f"{each.name} ({minutes_words(each.minutes)})" for each in short),
        min((each.day for each in people if each.day), default=None),
    )
