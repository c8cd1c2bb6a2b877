"""The figures of many days at once: who was registered and completed by the end of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, Row, func, select

from models.contests.current_stage import CURRENT_CONTEST, of_current_stage
from models.records.figures import DailyCounts
from models.roster.counting import does_count
from models.roster.exempt_days import is_exempted
from models.roster.periods import Days
from models.roster.presence import Times, is_present
from models.roster.registration import holds_by, registered_from
from models.store.schema import absences, exemptions, participations, people
from models.store.store import Store

_DAY = timedelta(days=1)


def daily_counts(data_file: Store, first: date, last: date) -> DailyCounts:
    """For each day from `first` to `last`: the people registered and completed by its end.

    One statement groups everybody by their days, so that the length of the curve costs nothing;
    only who was away or exempt at times is looked at day by day. The rules are those of
    `figures`, and a test holds the two together.
    """
    with data_file.reading() as connection:
        grouped = _grouped(connection)
        special = _special(connection)
    curve = _Curve(first, last)
    for row in grouped:
        curve.add(row, row.people)
    for each in special:
        curve.add_by_day(each)
    return curve.counts()


def _grouped(connection: Connection) -> Sequence[Row[Any]]:
    """How many people have the same days, without those who need a closer look."""
    days = (
        participations.c.registered_on,
        participations.c.failed_on,
        participations.c.completed_on,
        people.c.came_on,
        people.c.left_on,
    )
    statement = (
        select(*days, func.count().label("people"))
        .join(people, people.c.id == participations.c.person_id)
        .where(of_current_stage())
        .where(people.c.id.not_in(_whom_to_look_at()))
        .group_by(*days)
    )
    return connection.execute(statement).all()


def _whom_to_look_at() -> Any:
    exempt = select(exemptions.c.person_id).where(exemptions.c.contest_id == CURRENT_CONTEST)
    return exempt.union(select(absences.c.person_id))


@dataclass(slots=True)
class _Special:
    """Somebody with times that interrupt their days."""

    row: Any
    exempt: list[Days] = field(default_factory=list)
    away: list[Days] = field(default_factory=list)


def _special(connection: Connection) -> list[_Special]:
    statement = (
        select(
            people.c.id,
            participations.c.registered_on,
            participations.c.failed_on,
            participations.c.completed_on,
            people.c.came_on,
            people.c.left_on,
        )
        .join(people, people.c.id == participations.c.person_id)
        .where(of_current_stage())
        .where(people.c.id.in_(_whom_to_look_at()))
    )
    found = {row.id: _Special(row) for row in connection.execute(statement)}
    exempt = select(exemptions.c.person_id, exemptions.c.since, exemptions.c.until)
    for person_id, since, until in connection.execute(
        exempt.where(exemptions.c.contest_id == CURRENT_CONTEST)
    ):
        if person_id in found:
            found[person_id].exempt.append((since, until))
    for person_id, since, until in connection.execute(
        select(absences.c.person_id, absences.c.since, absences.c.until)
    ):
        if person_id in found:
            found[person_id].away.append((since, until))
    return list(found.values())


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

    def add(self, row: Any, count: int) -> None:
        """People who count from their mark, or from when they came, until they leave."""
        came, gone = Times(row.came_on, row.left_on).stay
        for changes, marked in zip(self._changes, marked_from(row), strict=True):
            if marked is None:
                continue
            begin, end = self._at(max(marked, came)), self._at(gone)
            if begin < end:
                changes[begin] += count
                changes[end] -= count

    def add_by_day(self, each: _Special) -> None:
        """Somebody whose days are interrupted."""
        times = Times(each.row.came_on, each.row.left_on, each.away)
        for at, day in enumerate(self._days()):
            if not does_count(present=is_present(times, day), exempt=is_exempted(each.exempt, day)):
                continue
            for changes, marked in zip(self._changes, marked_from(each.row), strict=True):
                if holds_by(marked, day):
                    changes[at] += 1
                    changes[at + 1] -= 1

    def _at(self, day: date) -> int:
        """The place of a day; what lies before or after the curve is its edge."""
        return min(max(0, (day - self._first).days), len(self._changes[0]) - 1)

    def _days(self) -> Iterator[date]:
        return (self._first + at * _DAY for at in range(len(self._changes[0]) - 1))

    def counts(self) -> DailyCounts:
        """Each day with both counts."""
        registered, completed = (list(accumulate(changes)) for changes in self._changes)
        return tuple(zip(self._days(), registered, completed, strict=False))
