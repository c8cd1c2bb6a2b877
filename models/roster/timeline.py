"""All periods of one person with their days: units, times away, exemptions."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from models.contests.contests import find_contest_id
from models.records.periods import Grounds, Period, PeriodKind
from models.store.schema import absences, exemptions, people, posts, units
from models.store.store import Store

_DAY = timedelta(days=1)


def periods_of(data_file: Store, person_id: int) -> tuple[Period, ...]:
    """Units in the order of time, then times away, then exemptions; () when they are gone."""
    with data_file.reading() as connection:
        row = connection.execute(
            select(people, units.c.name.label("unit"))
            .join(units, units.c.id == people.c.unit_id)
            .where(people.c.id == person_id)
        ).first()
        if row is None:
            return ()
        found = _units(connection, person_id, row.unit, row.came_on)
        found += _away(connection, person_id)
        if row.left_on is not None:
            reason = row.left_reason
            found.append(Period(PeriodKind.AWAY, 0, person_id, reason, row.left_on))
        return (*found, *_exempt(connection, person_id))


def _units(
    connection: Connection, person_id: int, present: str, came_on: date | None
) -> list[Period]:
    statement = (
        select(posts.c.id, posts.c.until, units.c.name)
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id == person_id, posts.c.main, posts.c.until.is_not(None))
        .order_by(posts.c.until, posts.c.id)
    )
    found: list[Period] = []
    since = came_on
    for row in connection.execute(statement):
        if since is None or row.until > since:
            last = row.until - _DAY
            found.append(Period(PeriodKind.UNIT, row.id, person_id, row.name, since, last))
            since = row.until
    return [*found, Period(PeriodKind.UNIT, 0, person_id, present, since)]


def _away(connection: Connection, person_id: int) -> list[Period]:
    statement = select(absences).where(absences.c.person_id == person_id)
    return [
        Period(PeriodKind.AWAY, row.id, person_id, row.reason, row.since, row.until)
        for row in connection.execute(statement.order_by(absences.c.since, absences.c.id))
    ]


def _exempt(connection: Connection, person_id: int) -> list[Period]:
    statement = select(exemptions).where(
        exemptions.c.person_id == person_id,
        exemptions.c.contest_id == find_contest_id(connection),
    )
    return [
        Period(
            PeriodKind.EXEMPT,
            row.id,
            person_id,
            row.reason,
            row.since,
            row.until,
            Grounds(row.note, row.proof),
        )
        for row in connection.execute(statement.order_by(exemptions.c.since, exemptions.c.id))
    ]
