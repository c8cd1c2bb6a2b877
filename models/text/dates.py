"""Dates as lists hold them: text of many shapes, Excel numbers, a year alone."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.text.clocks import day_in_vietnam, nearest_midnight, split_clock
from models.text.hyphens import plain_hyphens
from models.text.months import NAMED_MONTH, month_number
from models.text.names import search_fold, storage_form

FIRST_YEAR, LAST_YEAR = 1900, 2100
_EXCEL_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 3654, 73415
_PIVOT_AHEAD = 10

_NOTHING = {"", "-", "n/a", "không", "không rõ", "không có", "//", "/ /", "../../"}
_LABEL = re.compile(r"^(?:(?:sinh )?ngày(?: sinh)?|sinh(?: năm)?|năm(?: sinh)?|sn|ns)[ :.]+")
_WEEKDAY = re.compile(
    r"^(?:(?:thứ|thu) (?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|[2-7])|(?:chủ|chu) (?:nhật|nhat)|cn"
    r"|t[2-7]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[ ,.-]+(?=\S)"
)
_IN_WORDS = re.compile(
    rf"(?:(\d{{1,2}})[ /.,-]*)?{NAMED_MONTH}(?:,? ?năm ?|[ ,/.-]*(?:of )?)(\d{{4}}|\d{{2}})"
)
_MONTH_NAMED_FIRST = re.compile(rf"{NAMED_MONTH}[ .-]*(\d{{1,2}})(?:st|nd|rd|th)?[ ,]+(\d{{4}})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{0,2}) ?[/.,-] ?(\d{0,2}) ?[/.,-] ?(\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2})")
_EIGHT_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """One cell read as a date.

    `text`: ISO, as much as is known ("1985", "1985-04", "1985-04-02", or ""); `day`: only when
    complete; `problem`: a Vietnamese sentence when the cell holds something that is no date.
    """

    text: str = ""
    day: date | None = None
    problem: str = ""

    @property
    def year(self) -> int | None:
        return int(self.text[:4]) if self.text else None


_SPOKEN = {"hom nay": 0, "nay": 0, "hom qua": 1, "hom kia": 2}


def parse_typed_date(text: str, today: date) -> ParsedDate:
    """Like `parse_date`, and "hôm nay", "hôm qua" with or without diacritics."""
    days = _SPOKEN.get(search_fold(text))
    if days is None:
        return parse_date(text, today)
    day = today - timedelta(days=days)
    return ParsedDate(day.isoformat(), day)


def parse_date(
    value: object, today: date, *, month_first: bool = False, to_midnight: bool = True
) -> ParsedDate:
    """Read a cell value: a date, an Excel number, or text in any of the shapes people use.

    A day and month without a year mean the occurrence nearest to `today`; a two-digit year lies
    at most ten years ahead of it. Day comes before month unless the column is `month_first`.
    A clock that shows a minute to midnight means the day that begins, unless `to_midnight` is
    False because the times are those of acts. A clock with a time zone gives Vietnam's day.
    """
    if isinstance(value, datetime):
        value = nearest_midnight(value) if to_midnight else value.date()
    if isinstance(value, date):
        return _year_as_day(value) or _complete(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value, str(value))
    raw = _unwrapped(storage_form("" if value is None else str(value)).strip("'\" "))
    return _from_text(raw, today, month_first=month_first, to_midnight=to_midnight)


def _unwrapped(text: str) -> str:
    """A text without brackets around all of it."""
    inner = text.strip("'\"() ")
    return inner if inner.count("(") == inner.count(")") else text


def _year_as_day(day: date) -> ParsedDate | None:
    """The year that was typed into a cell which shows dates: 1985 is stored as 07/06/1905."""
    serial = (day - _EXCEL_EPOCH).days
    return ParsedDate(f"{serial}") if FIRST_YEAR <= serial <= LAST_YEAR else None


def _from_text(raw: str, today: date, *, month_first: bool, to_midnight: bool) -> ParsedDate:
    text = plain_hyphens(raw.lower())
    if text in _NOTHING:
        return ParsedDate()
    text, clock = split_clock(_WEEKDAY.sub("", _LABEL.sub("", text)))
    text = _WEEKDAY.sub("", text.strip(" .,;:"))
    read = _without_clock(text, raw, today, month_first=month_first)
    if read.day is None or clock is None:
        return read
    if clock.tzinfo is not None:
        day = day_in_vietnam(read.day, clock)
    elif to_midnight:
        day = nearest_midnight(datetime.combine(read.day, clock))
    else:
        return read
    return ParsedDate(day.isoformat(), day)


def _without_clock(text: str, raw: str, today: date, *, month_first: bool) -> ParsedDate:
    if month_first and (found := _DAY_MONTH_YEAR.fullmatch(text)):
        return _from_parts(found[2], found[1], _full_year(found[3], today))
    for shape, read in _SHAPES:
        if found := shape.fullmatch(text):
            return read(found, today)
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return _from_number(float(text), raw)
    return _not_understood(raw)


def _from_number(value: float, raw: str) -> ParsedDate:
    """A year, an Excel serial number, or digits run together (02041985, 19850402)."""
    if FIRST_YEAR <= value <= LAST_YEAR and value == int(value):
        return ParsedDate(f"{int(value)}")
    if 32 <= value <= 99 and value == int(value):
        return ParsedDate(f"19{int(value)}")
    if _FIRST_SERIAL <= value < _LAST_SERIAL:
        day = _EXCEL_EPOCH + timedelta(days=int(value))
        return ParsedDate(day.isoformat(), day)
    if 1_000_000 <= value < 100_000_000 and value == int(value):
        return _from_eight_digits(f"{int(value):08d}")
    return _not_understood(raw)


def _from_eight_digits(digits: str) -> ParsedDate:
    day_first = _EIGHT_DIGITS.fullmatch(digits)
    if day_first and FIRST_YEAR <= int(day_first[3]) <= LAST_YEAR:
        return _from_parts(day_first[1], day_first[2], int(day_first[3]))
    return _from_parts(digits[6:], digits[4:6], int(digits[:4]))


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    latest = today.year + _PIVOT_AHEAD
    return latest - (latest - int(digits)) % 100


def _nearest(day: int, month: int, today: date) -> ParsedDate:
    if month > 31:
        return _from_parts("", str(day), 1900 + month)
    years = (today.year - 1, today.year, today.year + 1)
    possible = [date(year, month, day) for year in years if not _reason(year, month, day)]
    if not possible:
        return _impossible(f"{day}/{month}", _reason(today.year, month, day))
    nearest = min(possible, key=lambda candidate: abs(candidate - today))
    return ParsedDate(nearest.isoformat(), nearest)


def _from_parts(day: str, month: str, year: int) -> ParsedDate:
    """Blank or zero day and month are unknown: "/ /1998" is the year 1998."""
    known_day, known_month = int(day or 0), int(month or 0)
    if known_day and known_month:
        return _complete(year, known_month, known_day)
    if known_day:
        return _impossible(f"{day}/?/{year}", "thiếu tháng")
    if known_month:
        return _partial(f"{year:04d}-{known_month:02d}", year, known_month)
    return _partial(f"{year:04d}", year, 1)


def _partial(text: str, year: int, month: int) -> ParsedDate:
    if reason := _reason(year, month, 1):
        return _impossible("/".join(reversed(text.split("-"))), reason)
    return ParsedDate(text)


def _complete(year: int, month: int, day: int) -> ParsedDate:
    if reason := _reason(year, month, day):
        return _impossible(f"{day:02d}/{month:02d}/{year}", reason)
    whole = date(year, month, day)
    return ParsedDate(whole.isoformat(), whole)


def _reason(year: int, month: int, day: int) -> str:
    """Why there is no such day, in words; "" when there is one."""
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return f"năm {year} không hợp lý"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"tháng {month:02d}/{year} chỉ có {last} ngày"
    return ""


def _impossible(written: str, reason: str) -> ParsedDate:
    return ParsedDate(problem=f"Ngày “{written}” không có thật: {reason}.")


def _not_understood(raw: str) -> ParsedDate:
    return ParsedDate(problem=f"Không đọc được ngày “{raw}”; cần viết dạng ngày/tháng/năm.")


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], ParsedDate]], ...] = (
    (
        _IN_WORDS,
        lambda found, today: _from_parts(
            found[1] or "", month_number(found[2]), _full_year(found[3], today)
        ),
    ),
    (
        _MONTH_NAMED_FIRST,
        lambda found, _: _from_parts(found[2], month_number(found[1]), int(found[3])),
    ),
    (_ISO, lambda found, _: _from_parts(found[3], found[2], int(found[1]))),
    (
        _DAY_MONTH_YEAR,
        lambda found, today: _from_parts(found[1], found[2], _full_year(found[3], today)),
    ),
    (_MONTH_YEAR, lambda found, _: _from_parts("", found[1], int(found[2]))),
    (_ISO_MONTH, lambda found, _: _from_parts("", found[2], int(found[1]))),
    (_DAY_MONTH, lambda found, today: _nearest(int(found[1]), int(found[2]), today)),
)
