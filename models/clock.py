"""The time in Vietnam. Windows has no time-zone database, so the offset is fixed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment as naive Vietnamese time, to the second."""
    return datetime.now(VIETNAM).replace(tzinfo=None, microsecond=0)
