"""Which copies go with time, and which never do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records.kept_copies import CopyReason
from models.safekeeping.thinning import AFTER_PURGE, HELD, HELD_FOR, UNDER_WAY, ends_on, thin

NOW = datetime(2026, 11, 25, 15, 0)


class Made(NamedTuple):
    made_at: datetime
    reason: str = CopyReason.INTERVAL
    size: int = 1_000
    proven_at: datetime | None = NOW


def ago(**span: float) -> Made:
    return Made(NOW - timedelta(**span))


def left(copies: Sequence[Made], now: datetime = NOW, bound: int = 10**9) -> list[Made]:
    gone = thin(copies, now, bound)
    return sorted(each for each in copies if each not in gone)


def a_year_of_work(now: datetime) -> list[Made]:
    """Every half hour of each working day a copy, thinned each time."""
    kept: list[Made] = []
    day = now - timedelta(days=400)
    while day <= now:
        for half in range(20):
            at = day.replace(hour=7, minute=30) + timedelta(minutes=30 * half)
            if day.weekday() < 5 and at <= now:
                kept.append(Made(at))
                if half % 5 == 4:
                    kept = left(kept, at)
        day += timedelta(days=1)
    return left(kept, now)


def test_all_of_the_last_hours_stay_then_one_for_each_hour_day_week_and_month() -> None:
    kept = a_year_of_work(NOW)
    ages = [NOW - each.made_at for each in kept]

    def between(low: timedelta, high: timedelta) -> list[datetime]:
        return [NOW - age for age in ages if low < age <= high]

    hours, days = timedelta(hours=1), timedelta(days=1)
    assert len(between(-hours, 3 * hours)) == 7
    hourly = between(3 * hours, days)
    assert len({at.hour for at in hourly}) == len(hourly) >= 4
    daily = between(days, 14 * days)
    assert len({at.date() for at in daily}) == len(daily) >= 9
    assert len(between(14 * days, 60 * days)) in (6, 7, 8)
    assert len(between(60 * days, 365 * days)) in (10, 11, 12)
    assert max(ages) <= 366 * days
    assert len(kept) < 60


def test_the_copy_of_an_hour_is_the_newest_that_was_proven() -> None:
    early = ago(hours=5, minutes=20)
    late = ago(hours=5, minutes=10)._replace(proven_at=None)
    assert left([early, late, ago(hours=1)]) == [early, ago(hours=1)]


def test_what_was_made_before_the_irreversible_stays_a_month_then_thins_like_the_others() -> None:
    before = ago(days=20, hours=2)._replace(reason=CopyReason.UPGRADE)
    others = [ago(days=day) for day in range(1, 28)]
    assert before in left([before, *others])
    assert before not in left([before, *others], NOW + timedelta(days=60))


def test_two_weeks_after_a_purge_nothing_is_left_that_holds_what_was_purged() -> None:
    purge = ago(days=3)._replace(reason=CopyReason.PURGE)
    old = [ago(days=day) for day in (4, 5, 30, 90)]
    new = [ago(days=1), ago(hours=1)]
    assert {purge, *old} <= set(left([*old, purge, *new]))
    later = NOW + timedelta(days=12)
    assert left([*old, purge, *new], later) == sorted(new)
    assert all(ends_on(each, purge.made_at) <= later.date() for each in [*old, purge])


def test_what_was_purged_stays_in_the_copies_while_there_is_no_newer_one() -> None:
    old, purge = ago(days=41), ago(days=40)._replace(reason=CopyReason.PURGE)
    assert left([old, purge]) == [purge]


def test_where_there_is_little_room_the_copies_stay_spread() -> None:
    copies = [ago(hours=hour) for hour in range(1, 24)] + [ago(days=day) for day in range(2, 14)]
    kept = left(copies, bound=8_000)
    assert len(kept) == 8
    assert ago(hours=1) in kept
    assert kept[0].made_at < NOW - timedelta(days=9)


def test_one_copy_that_is_larger_than_the_bound_stays() -> None:
    assert left([ago(hours=1)], bound=10) == [ago(hours=1)]


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    copies = [ago(hours=hour) for hour in range(200)]
    assert thin(copies, NOW - timedelta(days=3000)) == ()


def test_a_clock_that_ran_ahead_leaves_a_copy_of_each_of_the_last_days() -> None:
    copies = [ago(days=day) for day in range(30)]
    assert left(copies, NOW + timedelta(days=4000)) == sorted(copies[:7])


REASONS = st.sampled_from([CopyReason.INTERVAL, CopyReason.START, CopyReason.PURGE, *sorted(HELD)])
MADE = st.builds(
    Made,
    st.integers(-40, 500 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
    REASONS,
    st.integers(1, 5_000),
    st.sampled_from([NOW, NOW, None]),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(MADE, unique=True, max_size=40), st.integers(0, 60_000))
def test_what_never_goes(copies: list[Made], bound: int) -> None:
    gone = thin(copies, NOW, bound)
    assert not [each for each in gone if each.made_at > NOW]
    past = sorted(each for each in copies if each.made_at <= NOW)
    proven = [each for each in past if each.proven_at]
    newest = max((proven or past), key=lambda each: each.made_at, default=None)
    assert newest is None or any(
        each.made_at == newest.made_at for each in past if each not in gone
    )
    purges = [each.made_at for each in past if each.reason == CopyReason.PURGE]
    over = [at for at in purges if NOW - at > AFTER_PURGE + UNDER_WAY]
    for each in gone:
        age = NOW - each.made_at
        held = each.reason in HELD and age <= HELD_FOR
        held |= each.reason == CopyReason.PURGE and age <= AFTER_PURGE
        assert not held or any(each.made_at <= at + UNDER_WAY for at in over)


@settings(max_examples=20, deadline=None)
@given(st.lists(MADE, unique=True, max_size=40), st.integers(0, 60_000))
def test_thinned_twice_is_thinned_once_and_the_bound_holds_where_it_can(
    copies: list[Made], bound: int
) -> None:
    kept = left(copies, bound=bound)
    assert thin(kept, NOW, bound) == ()
    free = [
        each for each in kept
        if each.made_at <= NOW and each.reason not in HELD and each.reason != CopyReason.PURGE
    ]  # fmt: skip
    assert sum(each.size for each in kept) <= bound or len(free) <= 1


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.lists(MADE, unique=True, max_size=30), st.integers(1, 30))
def test_a_copy_is_gone_by_the_day_it_is_said_to_end(copies: list[Made], days: int) -> None:
    newer = [Made(NOW + timedelta(days=day)) for day in range(1, 390)]
    later = NOW + timedelta(days=389)
    for each in left([*copies, *newer], later):
        assert ends_on(each) > later.date()
