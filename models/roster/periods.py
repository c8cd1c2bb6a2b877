"""Periods of one reason that touch or overlap are one; of different reasons they cannot overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.errors import AppError
from models.text.formats import number, short_date
from models.text.names import match_key, storage_form

MOST_NAMED = 3
_DAY = timedelta(days=1)

Days = tuple[date, date | None]
"""The first and the last day of a period; without a last one it still lasts."""


class Span(NamedTuple):
    """One period as it is stored; both days are included, None means that it still lasts."""

    id: int
    reason: str
    since: date
    until: date | None


class Joined(NamedTuple):
    """What a new period becomes: its days, and the stored ones that it takes in."""

    since: date
    until: date | None
    taken_in: tuple[Span, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether one stored period says it all already."""
        return len(self.taken_in) == 1 and self.taken_in[0][2:] == (self.since, self.until)


def joined_with(new: Span, standing: Iterable[Span]) -> Joined:
    """`new` with all periods of its reason that touch or overlap it, again and again."""
    since, until = new.since, new.until
    taken: list[Span] = []
    rest = [each for each in standing if same_reason(each, new)]
    while near := [each for each in rest if _meets(each, since, until)]:
        taken += near
        rest = [each for each in rest if each not in near]
        since = min(since, *(each.since for each in near))
        until = _last(until, *(each.until for each in near))
    return Joined(since, until, tuple(taken))


def in_the_way(new: Span, standing: Iterable[Span]) -> Span | None:
    """The first period of another reason that shares a day with `new`."""
    return next((s for s in standing if not same_reason(s, new) and periods_overlap(s, new)), None)


def same_reason(one: Span, other: Span) -> bool:
    """Whether two reasons are one, however their letters are typed."""
    return match_key(one.reason) == match_key(other.reason)


def periods_overlap(one: Span, other: Span) -> bool:
    """Whether two periods share a day."""
    return _begins_by(one.since, other.until) and _begins_by(other.since, one.until)


def holds_on(periods: Iterable[Days], day: date) -> bool:
    """Whether one of some periods holds on `day`; both its days are included."""
    return any(since <= day and _begins_by(day, until) for since, until in periods)


def _meets(one: Span, since: date, until: date | None) -> bool:
    """Whether a period shares a day with another, or ends on the day before it begins."""
    follows = one.until is not None and one.until < date.max and one.until + _DAY == since
    leads = until is not None and until < date.max and until + _DAY == one.since
    return follows or leads or (_begins_by(one.since, until) and _begins_by(since, one.until))


def _begins_by(since: date, until: date | None) -> bool:
    return until is None or since <= until


def _last(*days: date | None) -> date | None:
    return None if None in days else max(day for day in days if day is not None)


def checked_period(reason: str, since: date, until: date | None, missing: str) -> Span:
    """A period that can be kept. Raises `AppError` without a reason, or when it ends too early."""
    clean = storage_form(reason)
    if not clean:
        raise AppError(missing, "Hãy chọn hoặc gõ lý do.")
    if until is not None and until < since:
        raise AppError(
            f"Ngày cuối {short_date(until)} đứng trước ngày đầu {short_date(since)}.",
            "Hãy sửa lại hai ngày.",
        )
    return Span(0, clean, since, until)


def some_names(names: Sequence[str]) -> str:
    """The first few names, and how many there are more."""
    more = len(names) - MOST_NAMED
    rest = f" và {number(more)} người nữa" if more > 0 else ""
    return ", ".join(names[:MOST_NAMED]) + rest
