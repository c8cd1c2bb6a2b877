"""Everybody who is marked, grouped by their days: what curves are drawn from, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Integer, cast, func, literal, null, select, union_all

from models.contests.current_stage import CURRENT_CONTEST, of_current_stage
from models.records import Post
from models.roster.periods import Days
from models.store.schema import absences, exemptions, participations, people, posts

_NO_UNIT = 0
_EXEMPT, _AWAY, _POST = 1, 2, 3


@dataclass(slots=True)
class CurveRow:
    """So many people with the same days; `special` is one person whose days are interrupted.

    `unit_id` is the present main unit, where units are told apart.
    """

    unit_id: int
    registered_on: date | None
    failed_on: date | None
    completed_on: date | None
    came_on: date | None
    left_on: date | None
    people: int
    special: bool = False
    exempt: list[Days] = field(default_factory=list)
    away: list[Days] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)


def curve_rows(
    connection: Connection, stage: int | None, *, by_unit: bool = False
) -> Sequence[CurveRow]:
    """Everybody marked in `stage` of the current contest (None: the one that is worked on).

    Only with `by_unit` people of different units are told apart, and who has moved is special.
    """
    between = _interruptions(by_unit)
    days = (
        (people.c.unit_id if by_unit else literal(_NO_UNIT)).label("unit_id"),
        participations.c.registered_on,
        participations.c.failed_on,
        participations.c.completed_on,
        people.c.came_on,
        people.c.left_on,
    )
    parts = (*days, *between.c)
    statement = (
        select(*parts, func.count().label("people"))
        .select_from(
            participations.join(people, people.c.id == participations.c.person_id).outerjoin(
                between, between.c.person_id == people.c.id
            )
        )
        .where(of_current_stage(stage))
        .group_by(*(part for part in parts if part is not days[0]), *([days[0]] if by_unit else []))
    )
    return _gathered(connection.execute(statement))


def _interruptions(by_unit: bool) -> Any:
    """What interrupts somebody's days, each as a row: exemptions, times away, former units."""
    no_unit = cast(null(), Integer)
    exempt = select(
        exemptions.c.person_id, literal(_EXEMPT).label("what"), exemptions.c.id.label("row_id"),
        exemptions.c.since, exemptions.c.until, no_unit.label("there"),
    ).where(exemptions.c.contest_id == CURRENT_CONTEST)  # fmt: skip
    away = select(
        absences.c.person_id, literal(_AWAY), absences.c.id, absences.c.since, absences.c.until,
        no_unit,
    )  # fmt: skip
    held = select(
        posts.c.person_id, literal(_POST), posts.c.id, cast(posts.c.since, Date), posts.c.until,
        posts.c.unit_id,
    ).where(posts.c.main, posts.c.until.is_not(None))  # fmt: skip
    parts = (exempt, away, held) if by_unit else (exempt, away)
    return union_all(*parts).subquery("between_days")


def _gathered(rows: Any) -> list[CurveRow]:
    """Groups of people as they are, and of each special person all that interrupts their days."""
    found: list[CurveRow] = []
    special: dict[int, CurveRow] = {}
    for row in rows:
        if row.person_id is None:
            found.append(_row(row, row.people))
            continue
        one = special.setdefault(row.person_id, _row(row, 1, special=True))
        if row.what == _POST:
            one.posts.append(Post(row.row_id, row.there, "", "", True, row.since, row.until))
        else:
            (one.exempt if row.what == _EXEMPT else one.away).append((row.since, row.until))
    return [*found, *special.values()]


def _row(row: Any, people_of: int, *, special: bool = False) -> CurveRow:
    return CurveRow(
        row.unit_id,
        row.registered_on,
        row.failed_on,
        row.completed_on,
        row.came_on,
        row.left_on,
        people_of,
        special,
    )
