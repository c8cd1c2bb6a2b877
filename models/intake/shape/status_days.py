"""The day that stands in a status cell, or why there is none that can be believed."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from models.intake.shape.contest_time import earliest_day, years_of_contest
from models.text.dates import parse_date

TO_COME = "ghi một ngày chưa tới"
TOO_EARLY = "ghi một ngày trước khi cuộc thi bắt đầu"
NO_SUCH_DAY = "ghi một ngày không có thật"
ANOTHER_YEAR = "ghi năm khác với năm tổ chức cuộc thi"
DAY_OR_PART = "có thể là một ngày, cũng có thể là số phần đã làm"

HOLDS_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}")
_DAY = re.compile(
    r"(?<![\d/.,-])(?:\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
    r"(?![\d/]|[.,-]\d| ?%)"
)
_A_TIME = re.compile(r"\b(?:lúc|luc|hồi|at)\s*$", re.IGNORECASE)
_SCORED = re.compile(r"(?:đạt|dat|điểm|diem|được|duoc)\W*$", re.IGNORECASE)
_MONTH = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{4})(?![\d/.-])")
_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d/]|[.,-]\d)")
_PART = re.compile(r"(\d{1,2})[/](\d{1,2})")


class DayFound(NamedTuple):
    """The day that a text names, if it names one, or the reason to ask about it."""

    day: date | None = None
    doubt: str = ""


def day_in(text: str, today: date, begins: date | None) -> DayFound:
    """The whole day that a text names. A day without a year lies within the contest."""
    tokens = [found[0] for found in _DAY.finditer(text) if not _is_other(text, found)]
    if not tokens:
        return DayFound(None, _doubt_of_period(text, today, begins))
    found = {each for token in tokens if (each := _read(token, today, begins)) is not None}
    if not found:
        return DayFound(None, NO_SUCH_DAY)
    return found.pop() if len(found) == 1 else DayFound()


def believed_day(day: date, today: date, begins: date | None) -> DayFound:
    """A day as far as something of the contest can have been done on it."""
    if day > today:
        return DayFound(None, TO_COME)
    return DayFound(day) if day >= earliest_day(today, begins) else DayFound(None, TOO_EARLY)


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Whether numbers are a time of day or points: "lúc 8.30", "đạt 8.5"."""
    before = text[: found.start()]
    of_points = "." in found[0] and found[0].count(".") == 1 and _SCORED.search(before)
    return bool(_A_TIME.search(before) and "/" not in found[0]) or bool(of_points)


def _read(token: str, today: date, begins: date | None) -> DayFound | None:
    """What one day comes to; None for one that does not exist."""
    parsed = parse_date(token, today)
    if parsed.day is None:
        return None
    without_year = _PART.fullmatch(token)
    found = believed_day(parsed.day, today, begins)
    if without_year is None or not found.doubt:
        return found
    for year in reversed(years_of_contest(today, begins)):
        day = parse_date(f"{token}/{year}", today).day
        if day is not None and not (other := believed_day(day, today, begins)).doubt:
            return other
    done, of = int(without_year[1]), int(without_year[2])
    if done == of:
        return DayFound()
    return DayFound(None, DAY_OR_PART) if done < of else found


def _doubt_of_period(text: str, today: date, begins: date | None) -> str:
    """Why a month or a year that a text names is none of the contest; "" when it may be."""
    years = years_of_contest(today, begins)
    for month, year in _MONTH.findall(text):
        if not 1 <= int(month) <= 12:
            return NO_SUCH_DAY
        if (int(year), int(month)) > (today.year, today.month):
            return TO_COME
        first = earliest_day(today, begins)
        if (int(year), int(month)) < (first.year, first.month):
            return TOO_EARLY
    named = [int(year) for year in _YEAR.findall(text)]
    return ANOTHER_YEAR if any(year not in years for year in named) else ""
