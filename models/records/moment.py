"""A moment of the office: a day, and where it is known the minute of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

LAST_MINUTE = 24 * 60 - 1


class Moment(NamedTuple):
    """A day with its minute, 0 to 1439, or without one.

    Asked of (as of when), no minute is the end of the day. Of a mark it says that the time is not
    known: the mark holds for the whole day.
    """

    day: date
    minute: int | None = None

    @property
    def begin(self) -> tuple[date, int]:
        """From when on a mark of this moment holds; marks are earlier and later by it."""
        return self.day, -1 if self.minute is None else self.minute

    @property
    def end(self) -> tuple[date, int]:
        """Until when is told what is told as of this moment."""
        return self.day, LAST_MINUTE if self.minute is None else self.minute


def as_moment(at: date | Moment) -> Moment:
    """A day as the moment that it ends with; a moment as it is."""
    return at if isinstance(at, Moment) else Moment(at)


def moment_at(time: datetime) -> Moment:
    """What a clock shows, to the minute."""
    return Moment(time.date(), time.hour * 60 + time.minute)
