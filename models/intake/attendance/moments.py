"""Times and durations as Teams, Zoom, Meet and the forms write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from models.intake.grid import Cell
from models.text.typed_numbers import read_decimal

VIETNAM = timedelta(hours=7)
A_DAY = 24 * 60
"""In minutes: nobody is in a meeting for longer."""

_MOMENT = re.compile(
    r"\s*(?P<a>\d{1,4})[/.\-](?P<b>\d{1,2})[/.\-](?P<c>\d{1,4})[,T ]*\s*"
    r"(?:(?P<h>\d{1,2})[:h](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?)?\s*"
    r"(?P<half>AM|PM|SA|CH)?\s*(?P<zone>Z|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?)?\s*(?:\(.*\))?\s*",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(
    r"\s*(\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:AM|PM|SA|CH))?)[,\s]+(\S+)\s*", re.I
)
_PARTS = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(h|g|giờ|gio|tiếng|hours?|hrs?|m|p|phút|phut|mins?|minutes?"
    r"|s|giây|giay|secs?|seconds?)(?![a-zà-ỹ])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})\s*")
_AFTERNOON, _MORNING = {"pm", "ch"}, {"am", "sa"}


def minutes_of(cell: Cell, *, in_seconds: bool = False) -> float | None:
    """A duration in minutes: "1h 5m 30s", "45 phút", "01:05:30", 45; None when it is none."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, int | float):
        return cell / 60 if in_seconds else float(cell)
    text = cell.strip().casefold()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 60 + minutes + seconds / 60
    parts = _PARTS.findall(text)
    if parts and not _PARTS.sub("", text).strip(" ,.và"):
        return sum(float(figure.replace(",", ".")) * _weight(word) for figure, word in parts)
    figure = read_decimal(text, A_DAY * 60 if in_seconds else A_DAY)
    return figure / 60 if in_seconds and figure is not None else figure


def _weight(word: str) -> float:
    if word[0] in "ht" or (word.startswith("g") and "y" not in word):
        return 60.0
    return 1 / 60 if word[0] == "s" or word.startswith("g") else 1.0


class Moments:
    """Reads the moments of one table; which of day and month comes first is decided by all."""

    def __init__(self, cells: Iterable[Cell], *, english: bool) -> None:
        """`english` says that the titles are, which decides where the figures leave it open."""
        found = [match for cell in cells if (match := _matched(cell))]
        firsts = [int(m["a"]) for m in found if len(m["a"]) <= 2]
        seconds = [int(m["b"]) for m in found if len(m["a"]) <= 2]
        halves = any((m["half"] or "").casefold() in {"am", "pm"} for m in found)
        if any(12 < first <= 31 for first in firsts):
            self._month_first = False
        elif any(12 < second <= 31 for second in seconds):
            self._month_first = True
        else:
            self._month_first = english and halves

    def read(self, cell: Cell) -> datetime | None:
        """The moment in Vietnam's time; None when the cell holds none."""
        if isinstance(cell, datetime):
            return cell.replace(tzinfo=None)
        if isinstance(cell, date):
            return datetime(cell.year, cell.month, cell.day)
        match = _matched(cell)
        if match is None:
            return None
        a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
        year, month, day = (a, b, c) if len(match["a"]) == 4 else self._day(a, b, c)
        hour = _hour(int(match["h"] or 0), (match["half"] or "").casefold())
        try:
            moment = datetime(year, month, day, hour, int(match["m"] or 0), int(match["s"] or 0))
        except ValueError:
            return None
        return moment + _shift(match["zone"])

    def _day(self, a: int, b: int, c: int) -> tuple[int, int, int]:
        year = c + 2000 if c < 100 else c
        return (year, a, b) if self._month_first else (year, b, a)


def _matched(cell: Cell) -> re.Match[str] | None:
    if not isinstance(cell, str):
        return None
    turned = _TIME_FIRST.fullmatch(cell)
    return _MOMENT.fullmatch(f"{turned[2]} {turned[1]}" if turned else cell)


def _hour(hour: int, half: str) -> int:
    if half in _AFTERNOON and hour < 12:
        return hour + 12
    return 0 if half in _MORNING and hour == 12 else hour


def _shift(zone: str | None) -> timedelta:
    """How much to add so that a moment of this zone is Vietnam's."""
    if not zone:
        return timedelta(0)
    figures = re.findall(r"\d{1,2}", zone)
    hours, minutes = (int(each) for each in (*figures, "0", "0")[:2])
    away = timedelta(hours=hours, minutes=minutes)
    return VIETNAM - (-away if "-" in zone else away)
