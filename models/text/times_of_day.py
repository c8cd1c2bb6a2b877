"""A time of day as people type it: 17:00, 17h, 17g30, 17 giờ 30."""

from __future__ import annotations

from models.text.patterns import later

_TYPED = later(r"(\d{1,2})\s*(?:(?::|h|g|giờ)\s*(\d{1,2})?\s*(?:phút|p|')?)?")
LAST_MINUTE = 24 * 60 - 1


def typed_minute(text: str) -> int | None:
    """The minute of the day (0 to 1439) that was typed; None for anything else.

    24:00 is the end of the day, which is no minute of it.
    """
    found = _TYPED.fullmatch(text.strip().lower())
    if found is None:
        return None
    minute = int(found[1]) * 60 + int(found[2] or 0)
    return minute if minute <= LAST_MINUTE and int(found[2] or 0) < 60 else None
