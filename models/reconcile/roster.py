"""The roster as a reconciliation sees it: who counts on the day, and what was seen last time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, select

from models.contests.contests import current_contest_id
from models.contests.current_stage import of_current_stage
from models.journal.history import newest_change
from models.matching.decisions import Decisions
from models.matching.identity import Identity
from models.reconcile.accounts import login_key
from models.reconcile.earlier import Watch, watch_of
from models.reconcile.records import PlatformSource, RosterPerson
from models.records import Mark, Unit
from models.records.doubts import DoubtKind
from models.roster.counted import counts_on, people_of_day
from models.roster.match_decisions import decisions_made
from models.roster.presence import gone_by
from models.roster.unit_tree import load_units
from models.store.schema import (
    communes,
    participations,
    people,
    reconciliations,
    units,
)
from models.store.store import Store

RowOfDay = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class RosterOfDay:
    """Everybody with what matching needs; `logins` are the people of each known login."""

    people: tuple[RosterPerson, ...]
    identities: tuple[Identity, ...]
    units: tuple[Unit, ...]
    commune: str
    decisions: Decisions
    logins: Mapping[str, tuple[int, ...]]
    base: int
    previous: str


def digest_of(sources: Sequence[PlatformSource]) -> str:
    """One hash for all the bytes that a reconciliation reads."""
    if len(sources) == 1:
        return sources[0].sha256
    whole = "\n".join(source.sha256 for source in sources)
    return hashlib.sha256(whole.encode()).hexdigest()


def roster_of_day(data_file: Store, day: date, sha256: str) -> RosterOfDay:
    """Read the roster as of `day`, to be compared with the reconciliation before this file.

    Raises `AppError` without a contest.
    """
    with data_file.reading() as connection:
        current_contest_id(connection)  # Without a contest there is nothing to compare.
        watch = watch_of(connection, sha256)
        today = data_file.clock().date()
        rows = _rows(connection, day, today)
        persons = tuple(_person(row, watch) for row in rows)
        return RosterOfDay(
            people=persons,
            identities=tuple(_identity(row) for row in rows),
            units=load_units(connection, today),
            commune=connection.execute(select(communes.c.name)).scalar() or "",
            decisions=decisions_made(connection),
            logins=_logins(rows),
            base=newest_change(connection),
            previous=watch.in_words({each.unit_id for each in persons if each.seen}),
        )


def without_the_past(roster: RosterOfDay) -> RosterOfDay:
    """The roster compared with no file before: a meeting or a form loses nobody."""
    people = tuple(replace(each, seen=False, seen_completed=False) for each in roster.people)
    return replace(roster, people=people, previous="")


def when_reconciled(data_file: Store, sha256: str) -> str:
    """When the same bytes were reconciled before, in words; "" when they were not."""
    newest = reconciliations.c.id.desc()
    same = and_(reconciliations.c.sha256 == sha256, of_current_stage(table=reconciliations))
    statement = select(reconciliations).where(same).order_by(newest)
    with data_file.reading() as connection:
        row = connection.execute(statement).first()
    if row is None:
        return ""
    return f"Tệp này đã được đối soát lúc {row.at:%H:%M} ngày {row.at:%d/%m/%Y}."


def _rows(connection: Connection, day: date, today: date) -> list[RowOfDay]:
    statement = (
        select(
            people,
            units.c.id.label("unit_on"),
            units.c.name.label("unit"),
            participations.c.registered_on,
            participations.c.failed_on,
            participations.c.completed_on,
            participations.c.account,
            participations.c.seen_in,
            participations.c.seen_completed,
            participations.c.doubt_mark,
            participations.c.doubt_kind,
            counts_on(day).label("counts"),
            gone_by(today).label("gone"),
        )
        .select_from(people_of_day(day))
        .order_by(people.c.name_sort, people.c.id)
    )
    return list(connection.execute(statement).mappings())


def _person(row: RowOfDay, watch: Watch) -> RosterPerson:
    seen = watch.saw(row["unit_on"], row["seen_in"])
    return RosterPerson(
        id=row["id"],
        uid=row["uid"],
        name=row["name"],
        unit_id=row["unit_on"],
        unit=row["unit"],
        phone=row["phone"],
        position=row["position"],
        counts=bool(row["counts"]),
        registered_on=row["registered_on"],
        completed_on=row["completed_on"],
        failed_on=row["failed_on"],
        seen=seen,
        seen_completed=seen and bool(row["seen_completed"]),
        lost=_lost(row),
    )


def _lost(row: RowOfDay) -> Mark | None:
    """The mark that an earlier file has lost, as long as it stands."""
    if row["doubt_kind"] != DoubtKind.LOST or row[f"{row['doubt_mark']}_on"] is None:
        return None
    return Mark(row["doubt_mark"])


def _identity(row: RowOfDay) -> Identity:
    return Identity(
        id=row["id"],
        name=row["name"],
        name_key=row["name_key"],
        phone=row["phone"],
        unit_id=row["unit_on"],
        unit=row["unit"],
        birth=row["birth"],
        staff_code=row["staff_code"],
        uid=row["uid"],
        left=row["gone"],
        left_on=row["left_on"],
    )


def _logins(rows: Sequence[RowOfDay]) -> dict[str, tuple[int, ...]]:
    """Who was found under each login before."""
    found: dict[str, tuple[int, ...]] = {}
    for row in rows:
        for login in (row["account"] or "").split(", "):
            if login:
                key = login_key(login)
                found[key] = (*found.get(key, ()), row["id"])
    return found
