"""The time of day beside a date: midnight that was missed by a moment, and other time zones."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

ALMOST = timedelta(minutes=1)
VIETNAM = timezone(timedelta(hours=7))
SOUTH_BEFORE_1975 = timezone(timedelta(hours=8))
"""What computers know of Saigon's clocks until then; midnight there was 16:00 of UTC."""

_CHANGED_ON = date(1975, 6, 13)

_CLOCK = re.compile(
    r"(?:(?<=\d)t| *\b)(?P<hour>\d{1,2})(?::|h|g| giờ )(?P<minute>\d{2})(?: phút)?"
    r"(?::(?P<second>\d{2})(?:[.,]\d+)?)? ?(?P<half>am|pm|sa|ch)?"
    r" ?(?P<zone>z\b|(?:gmt|utc)?[+-]\d{2}(?::?\d{2})?(?: ?\([^)]*\)?)?|gmt|utc)?(?![\w:]),?"
)
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})?")
_AFTERNOON = {"pm", "ch"}


def split_clock(text: str) -> tuple[str, time | None]:
    """The lower-case text without its time of day, and that time with its zone if it names one."""
    found = _CLOCK.search(text)
    if found is None:
        return text, None
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] in _AFTERNOON)
    if hour > 23 or minute > 59 or second > 59:
        return rest, None
    return rest, time(hour, minute, second, tzinfo=_zone(found["zone"]))


def day_in_vietnam(day: date, clock: time) -> date:
    """The day in Vietnam of a moment whose clock names its zone."""
    moment = datetime.combine(day, clock)
    old = moment.astimezone(SOUTH_BEFORE_1975)
    if old.date() < _CHANGED_ON and old.time() == time.min:
        return old.date()
    return nearest_midnight(moment.astimezone(VIETNAM).replace(tzinfo=None))


def nearest_midnight(moment: datetime) -> date:
    """The day of a moment; a minute before midnight already belongs to the day that begins."""
    return (moment + ALMOST).date() if is_before_midnight(moment.time()) else moment.date()


def is_before_midnight(clock: time) -> bool:
    """Whether a clock shows less than a minute to midnight: Excel counts days in fractions."""
    return (clock.hour, clock.minute) == (23, 59)


def is_midnight(clock: time) -> bool:
    """Whether a clock shows midnight, give or take a minute."""
    return is_before_midnight(clock) or (clock.hour, clock.minute) == (0, 0)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    found = _OFFSET.search(text)
    if found is None:
        return UTC
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset)
