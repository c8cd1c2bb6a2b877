"""Whether the machine's clock can be right, as far as the history of the file tells."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.journal.standing import last_saved
from models.store.store import Store
from models.text.formats import short_date

TOLERANCE = timedelta(minutes=5)
YEARS_AWAY = timedelta(days=366)


def clock_doubt(file: Store) -> str:
    """A sentence when the clock stands before the newest entry, or years after it; else ""."""
    newest = last_saved(file)
    return "" if newest is None else doubt_between(newest, file.clock())


def doubt_between(newest: datetime, now: datetime) -> str:
    """The same for two moments."""
    told = f"Đồng hồ của máy đang chỉ {_words(now)}"
    entry = f"lần ghi gần nhất trong tệp ({_words(newest)})"
    if now < newest - TOLERANCE:
        return f"{told}, trước {entry}."
    if now > newest + YEARS_AWAY:
        return f"{told}, sau {entry} hơn một năm."
    return ""


def _words(at: datetime) -> str:
    return f"{at:%H:%M} ngày {short_date(at.date())}"
