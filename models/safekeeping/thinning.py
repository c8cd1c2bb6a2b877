"""Which kept copies go: all of the last hours stay, then fewer and fewer, within a bound of bytes.

Pure. What is told of a copy is when it was made by the clock of that day, which may have been
wrong: so nothing goes by its age alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from models.records.kept_copies import USUAL_BOUND, CopyReason

ALL_FOR = timedelta(hours=3)
HOURLY_FOR = timedelta(days=1)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(days=60)
MONTHLY_FOR = timedelta(days=365)
HELD_FOR = timedelta(days=30)
"""So long a copy stays that was made before what cannot be undone, or by the officer's wish."""
AFTER_PURGE = timedelta(days=14)
"""So soon after personal data was taken away for good the copies go that still hold it: the law
wants it deleted within twenty days (NĐ 356/2025/NĐ-CP, Điều 5)."""
UNDER_WAY = timedelta(minutes=10)
"""A copy may have begun before the purge and be dated a little later."""
DAYS_ALWAYS = 7
"""The newest copies of so many different days stay, whatever the clock says."""
HELD = frozenset(
    {CopyReason.UPGRADE, CopyReason.RESTORE, CopyReason.CONVERSION, CopyReason.MEND,
     CopyReason.PACKING, CopyReason.HANDOVER, CopyReason.MANUAL}
)  # fmt: skip


class DatedCopy(Protocol):
    """What is asked of a copy; `proven_at` is None where nobody has read it back."""

    @property
    def made_at(self) -> datetime:
        """When it was made."""

    @property
    def reason(self) -> str:
        """The code of its reason."""

    @property
    def size(self) -> int:
        """Its bytes."""

    @property
    def proven_at(self) -> datetime | None:
        """When it was read back last."""


Copy = TypeVar("Copy", bound=DatedCopy)


def thin(copies: Sequence[Copy], now: datetime, bound: int = USUAL_BOUND) -> tuple[Copy, ...]:
    """Those of `copies` that go at `now`, so that the others take at most `bound` bytes; of those
    of one second the later ones count as newer.

    Never goes: the newest proven one, one that seems to be made later than now (the clock may
    have been set back), and one of `HELD` or from before a purge too early; rather is the bound
    passed. What holds data that was purged goes `AFTER_PURGE`, as soon as there is a newer copy.
    """
    past = sorted((each for each in copies if each.made_at <= now), key=lambda each: each.made_at)
    later = [each for each in copies if each.made_at > now]
    purged_at = _last_purge(past, now)
    lawful = [each for each in past if purged_at is None or each.made_at > purged_at]
    fixed = {id(each) for each in _newest_proven(past, later)}
    fixed |= {id(each) for each in lawful if _is_held(each, now)}
    chosen = fixed | _by_age(lawful, now) | _newest_days(lawful)
    kept = [each for each in past if id(each) in chosen]
    room = bound - sum(each.size for each in later)
    kept = _within(kept, room, fixed, now)
    staying = {id(each) for each in kept}
    return tuple(each for each in past if id(each) not in staying)


def ends_on(copy: DatedCopy, purged_at: datetime | None = None) -> date:
    """By when `copy` goes at the latest, if there are newer ones by then.

    `purged_at`: when something in it was taken out of the data for good.
    """
    end = copy.made_at + MONTHLY_FOR
    if copy.reason == CopyReason.PURGE:
        purged_at = max(purged_at or copy.made_at, copy.made_at)
    if purged_at is not None and copy.made_at <= purged_at:
        end = min(end, purged_at + AFTER_PURGE)
    return end.date() + timedelta(days=1)


def _last_purge(past: Sequence[DatedCopy], now: datetime) -> datetime | None:
    """The newest purge whose time for looking back is over: what is not newer holds what shall be
    gone."""
    purges = (each.made_at + UNDER_WAY for each in past if each.reason == CopyReason.PURGE)
    return max((each for each in purges if now - each > AFTER_PURGE), default=None)


def _newest_proven(past: Sequence[Copy], later: Sequence[Copy]) -> list[Copy]:
    """The newest copy that was read back; the newest of all where none was."""
    proven = [each for each in past if each.proven_at is not None] or list(past)
    # What a wrong clock put into the future is no reason to give up what is surely there now.
    return proven[-1:] if past or not later else []


def _is_held(copy: DatedCopy, now: datetime) -> bool:
    age = now - copy.made_at
    if copy.reason == CopyReason.PURGE:
        return age <= AFTER_PURGE + UNDER_WAY
    return copy.reason in HELD and age <= HELD_FOR


_Bucket = Callable[[datetime], Hashable]
_AGES: tuple[tuple[timedelta, _Bucket], ...] = (
    (HOURLY_FOR, lambda at: (at.date(), at.hour)),
    (DAILY_FOR, lambda at: at.date()),
    (WEEKLY_FOR, lambda at: at.isocalendar()[:2]),
    (MONTHLY_FOR, lambda at: (at.year, at.month)),
)


def _by_age(copies: Sequence[DatedCopy], now: datetime) -> set[int]:
    """The ids of those that stay by their age: the newest proven one of each hour, day, …"""
    newest: dict[Hashable, DatedCopy] = {}
    recent = {id(each) for each in copies if now - each.made_at <= ALL_FOR}
    for each in copies:
        for limit, bucket in _AGES:
            if now - each.made_at <= limit:
                key = (limit, bucket(each.made_at))
                before = newest.get(key)
                if before is None or before.proven_at is None or each.proven_at is not None:
                    newest[key] = each
                break
    return recent | {id(each) for each in newest.values()}


def _newest_days(copies: Sequence[DatedCopy]) -> set[int]:
    newest = {each.made_at.date(): id(each) for each in copies if each.proven_at is not None}
    return set(list(newest.values())[-DAYS_ALWAYS:])


def _within(copies: Sequence[Copy], room: int, fixed: Collection[int], now: datetime) -> list[Copy]:
    """As many of `copies` as there is room for: whichever is missed least goes first, that is
    whose neighbours stand closest together, measured by how long ago it was."""
    kept = list(copies)
    while sum(each.size for each in kept) > room:
        free = [place for place, each in enumerate(kept) if id(each) not in fixed]
        if not free:
            break
        del kept[min(free, key=lambda place: _missed(kept, place, now))]
    return kept


def _missed(copies: Sequence[DatedCopy], place: int, now: datetime) -> float:
    at = copies[place].made_at
    after = copies[place + 1].made_at if place + 1 < len(copies) else now
    # Beyond the oldest there is nothing: it is missed as if the gap went on.
    before = copies[place - 1].made_at if place else at - (now - at)
    return (after - before) / max(now - at, timedelta(seconds=1))
