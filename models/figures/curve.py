"""The figures of many days at once: who was registered and completed by the end of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from models.figures.curve_rows import CurveRow, curve_rows
from models.figures.reported import reported_days
from models.records.figures import DailyCounts
from models.roster.counting import does_count
from models.roster.exempt_days import is_exempted
from models.roster.presence import Times, is_present
from models.roster.registration import holds_by, registered_from
from models.roster.unit_of_day import unit_of
from models.store.store import Store

_DAY = timedelta(days=1)


def daily_counts(
    data_file: Store, first: date, last: date, stage: int | None = None
) -> DailyCounts:
    """For each day from `first` to `last`: the people registered and completed by its end.

    One statement groups everybody by their days, so that the length of the curve costs nothing;
    only who was away or exempt at times is looked at day by day. The rules are those of
    `figures`, and a test holds the two together. The marks are those of `stage`, None: of the
    stage that is worked on. Of a contest that was purged they are what was last reported.
    """
    with data_file.reading() as connection:
        rows = curve_rows(connection, stage)
        reported = None if rows else reported_days(connection, first, last, stage)
    if reported is not None:
        return reported
    curve = _Curve(first, last)
    for row in rows:
        curve.add(row)
    return curve.counts()


def daily_counts_by_unit(
    data_file: Store, first: date, last: date, stage: int | None = None
) -> Mapping[int, DailyCounts]:
    """The same for each unit in which somebody is marked, by its id: also in one statement.

    A unit has its own people, without those of the units below it, each in the unit of the day.
    """
    with data_file.reading() as connection:
        rows = curve_rows(connection, stage, by_unit=True)
    curves: dict[int, _Curve] = {}
    for row in rows:
        for unit_id in {row.unit_id, *(post.unit_id for post in row.posts)}:
            curves.setdefault(unit_id, _Curve(first, last)).add(row, unit_id)
    return {unit_id: curve.counts() for unit_id, curve in curves.items()}


def marked_from(row: Any) -> tuple[date | None, date | None]:
    """The first days on which somebody is registered and completed; completing registers."""
    registered = registered_from(row.registered_on, row.failed_on, row.completed_on)
    return registered, row.completed_on


class _Curve:
    """Adds up how much the counts of each day differ from those of the day before."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        length = max(0, (last - first).days + 1)
        self._changes = [[0] * (length + 1), [0] * (length + 1)]

    def add(self, row: CurveRow, unit_id: int | None = None) -> None:
        """People of the same days; with `unit_id` only while they are in that unit."""
        if row.special:
            self._add_by_day(row, unit_id)
        else:
            self._add_whole(row)

    def _add_whole(self, row: CurveRow) -> None:
        """People who count from their mark, or from when they came, until they leave."""
        came, gone = Times(row.came_on, row.left_on).stay
        for changes, marked in zip(self._changes, marked_from(row), strict=True):
            if marked is None:
                continue
            begin, end = self._at(max(marked, came)), self._at(gone)
            if begin < end:
                changes[begin] += row.people
                changes[end] -= row.people

    def _add_by_day(self, row: CurveRow, unit_id: int | None) -> None:
        """Somebody whose days are interrupted, or who moved."""
        times = Times(row.came_on, row.left_on, row.away)
        for at, day in enumerate(self._days()):
            if not does_count(present=is_present(times, day), exempt=is_exempted(row.exempt, day)):
                continue
            if unit_id is not None and unit_of(row.unit_id, row.posts, day) != unit_id:
                continue
            for changes, marked in zip(self._changes, marked_from(row), strict=True):
                if holds_by(marked, day):
                    changes[at] += row.people
                    changes[at + 1] -= row.people

    def _at(self, day: date) -> int:
        """The place of a day; what lies before or after the curve is its edge."""
        return min(max(0, (day - self._first).days), len(self._changes[0]) - 1)

    def _days(self) -> Iterator[date]:
        return (self._first + at * _DAY for at in range(len(self._changes[0]) - 1))

    def counts(self) -> DailyCounts:
        """Each day with both counts."""
        registered, completed = (list(accumulate(changes)) for changes in self._changes)
        return tuple(zip(self._days(), registered, completed, strict=False))
