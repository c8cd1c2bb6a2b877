"""When things of the contest can have happened: not before it began, not on a day to come."""

from __future__ import annotations

from datetime import date, timedelta

from models.text.formats import short_date

MARGIN = timedelta(days=31)
"""People register as soon as they hear of a contest, before its first stage begins."""

_A_YEAR = timedelta(days=366)
"""How far back days are believed where nobody knows when the contest began."""

TOO_EARLY = (
    "Ngày {day} quá sớm so với ngày bắt đầu cuộc thi ({begins}) nên không ghi; hãy kiểm tra lại."
)
TOO_LONG_AGO = "Ngày {day} đã quá lâu nên không ghi; hãy kiểm tra lại ngày."


def earliest_day(today: date, begins: date | None) -> date:
    """The first day on which something of the contest can have been done."""
    return today - _A_YEAR if begins is None else begins - MARGIN


def why_too_early(day: date, today: date, begins: date | None) -> str:
    """Why an event cannot have been on a day so long ago, as a sentence; "" when it can."""
    if day >= earliest_day(today, begins):
        return ""
    if begins is None:
        return TOO_LONG_AGO.format(day=short_date(day))
    return TOO_EARLY.format(day=short_date(day), begins=short_date(begins))


def years_of_contest(today: date, begins: date | None) -> range:
    """The years in which the contest is being held."""
    return range(begins.year if begins else today.year, today.year + 1)
