"""How dates, numbers, rates and document numbers are written on screen and paper.

Dates follow Decree 30/2020: a day below 10 and the months 1 and 2 get a leading zero.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

NO_RATE = "–"
SCORE_DIGITS = 2
_BLANK_NUMBER = " " * 8
_BLANK_DAY = " " * 6


def decree_date(day: date, *, blank_day: bool = False) -> str:
    """ "ngày 08 tháng 6 năm 2026"; with `blank_day` a gap that the clerk fills in by hand."""
    shown = _BLANK_DAY if blank_day else f" {day.day:02d} "
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày{shown}tháng {month} năm {day.year}"


def short_date(day: date | None) -> str:
    """ "08/06/2026" for screens and tables; nothing for no date."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}" if day else ""


def day_month(day: date, year: int | None = None) -> str:
    """ "08/6", as letters write a day within a year: with its year where that is not `year`."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}" + ("" if year in (None, day.year) else f"/{day.year}")


def until_words(day: date, minute: int | None = None) -> str:
    """ "đến hết ngày 08/06/2026", "đến 17 giờ 00 ngày 08/06/2026": as of when figures are."""
    if minute is None:
        return f"đến hết ngày {short_date(day)}"
    return f"đến {minute_words(minute)} ngày {short_date(day)}"


def minute_words(minute: int) -> str:
    """ "17 giờ 00"."""
    return f"{minute // 60:02d} giờ {minute % 60:02d}"


def iso_minute(minute: int | None) -> str | None:
    """ "17:00", as commands and JSON have a time of day; None for none."""
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def inside_words(words: str) -> str:
    """Words that began a line, inside a sentence: "nghỉ thai sản"; "CBCC" keeps its letters."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def document_date(day: date) -> str:
    """ "08/6/2026" inside the text of a document."""
    return f"{day_month(day)}/{day.year}"


def days_words(since: date | None, until: date | None) -> str:
    """ "từ 01/06/2026 đến hết 04/06/2026"."""
    parts = (
        f"từ {short_date(since)}" if since else "",
        f"đến hết {short_date(until)}" if until else "",
    )
    return " ".join(filter(None, parts)) or "từ trước đến nay"


def partial_date(text: str) -> str:
    """A stored partial date as people write it: "1985-04" becomes "04/1985"."""
    return "/".join(reversed(text.split("-")))


def score_words(value: float | None) -> str:
    """A score as people write it, in one form everywhere: "90", "8,5"; nothing for none."""
    if value is None:
        return ""
    return f"{value:.{SCORE_DIGITS}f}".rstrip("0").rstrip(".").replace(".", ",")


def number(value: int) -> str:
    """A count with a dot for thousands: "1.234.567"."""
    return f"{value:,}".replace(",", ".")


def size_words(size: int) -> str:
    """ "648 KB", "1,2 MB"."""
    if size < 1024 * 1024:
        return f"{-(-size // 1024)} KB"
    megabytes = f"{size / 1024 / 1024:.1f}".removesuffix(".0")
    return f"{megabytes} MB".replace(".", ",")


def tenths(value: Fraction) -> str:
    """ "3,3", or "3" when it is a whole number."""
    scaled = (20 * value.numerator + value.denominator) // (2 * value.denominator)
    whole, tenth = divmod(scaled, 10)
    return f"{number(whole)},{tenth}" if tenth else number(whole)


def percent(part: int, whole: int, decimals: int = 1) -> str:
    """The rate part/whole, rounded half up from whole numbers: "4,5%"; "–" when whole is 0.

    Exactly nobody is "0%", exactly everybody "100%". Rounding never claims either: 1999 of 2000
    is "99,9%", and a rate too small for the decimals shown is "<0,1%".
    """
    if part < 0 or whole < 0:
        raise ValueError(f"a rate of counts below zero: {part}/{whole}")
    if whole == 0:
        return NO_RATE
    if part in {0, whole}:
        return "0%" if part == 0 else "100%"
    unit: int = 10**decimals
    rounded = (200 * part * unit + whole) // (2 * whole)
    if rounded == 0:
        return f"<{_decimal(1, decimals)}%"
    if part < whole:
        rounded = min(rounded, 100 * unit - 1)
    return f"{_decimal(rounded, decimals)}%"


def document_number(value: int | None, code: str) -> str:
    """ "05/BC-UBND"; without a number the blank line "Số:        /BC-UBND" for the clerk."""
    return f"{value:02d}/{code}" if value else f"Số:{_BLANK_NUMBER}/{code}"


def document_number_line(value: int | None, code: str) -> str:
    """The whole line of a letterhead: "Số: 05/BC-UBND", or the blank one."""
    written = document_number(value, code)
    return f"Số: {written}" if value else written


def _decimal(scaled: int, decimals: int) -> str:
    if decimals == 0:
        return number(scaled)
    whole, fraction = divmod(scaled, 10**decimals)
    return f"{number(whole)},{fraction:0{decimals}d}"
