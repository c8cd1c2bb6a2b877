"""A time of day as people type it: 17:00, 17h, 17g30, 17 giờ 30, 17.30, 5h chiều."""

from __future__ import annotations

from models.text.names import search_fold
from models.text.patterns import later

_TYPED = later(
    r"(\d{1,2})(?:\s*[:.]\s*(\d{2})|\s*(?:h|g|gio)\s*(?:(\d{1,2})\s*(?:phut|ph|p|')?)?)?"
    r"(?:\s*(sang|trua|chieu|toi|am|sa|pm|ch))?"
)
LAST_MINUTE = 24 * 60 - 1
_HOURS = {
    "sang": range(1, 12),
    "trua": range(10, 14),
    "chieu": range(13, 19),
    "toi": range(18, 24),
    "am": range(12),
    "sa": range(12),
    "pm": range(12, 24),
    "ch": range(12, 24),
}
"""Which hours of the 24 a part of the day holds."""


def typed_minute(text: str) -> int | None:
    """The minute of the day (0 to 1439) that was typed; None for anything else.

    24:00 is the end of the day, which is no minute of it. After ":" and "." a minute has two
    digits: of "17:5" nobody knows whether something is missing.
    """
    found = _TYPED.fullmatch(search_fold(text.strip()))
    if found is None:
        return None
    hour, minute, part = int(found[1]), int(found[2] or found[3] or 0), found[4]
    if part:
        said = (hour, (hour + 12) % 24) if 1 <= hour <= 12 else (hour,)
        meant = [each for each in said if each in _HOURS[part]]
        if len(meant) != 1:
            return None
        hour = meant[0]
    return hour * 60 + minute if hour < 24 and minute < 60 else None
