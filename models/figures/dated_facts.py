"""All dated facts of people that decide who counts on a day and in which unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from models.records import Post
from models.roster.exempt_days import exempted_on
from models.roster.periods import Span
from models.roster.presence import Times
from models.store.schema import absences, exemptions, people, posts


@dataclass(frozen=True, slots=True)
class DatedFacts:
    """One person: when they came and left, times away, exemptions of one contest, main units.

    `exempt` and `away` stand in the order of their rows; `posts` are the main posts that ended.
    """

    person_id: int
    uid: str
    name: str
    unit_id: int
    came_on: date | None = None
    left_on: date | None = None
    left_reason: str = ""
    away: Sequence[Span] = field(default_factory=list)
    exempt: Sequence[Span] = field(default_factory=list)
    posts: Sequence[Post] = field(default_factory=list)
    staff_type: str = ""

    @property
    def times(self) -> Times:
        """When the person was here."""
        return Times(self.came_on, self.left_on, [(s.since, s.until) for s in self.away])


def load_facts(
    connection: Connection, contest_id: int | None, whom: ColumnElement[bool] | None = None
) -> list[DatedFacts]:
    """The facts of everybody for whom `whom` holds (all when None), in the order of names."""
    away = _spans(connection, _of(select(absences), absences, whom))
    exempt = _spans(
        connection,
        _of(select(exemptions), exemptions, whom).where(exemptions.c.contest_id == contest_id),
    )
    held = _former_posts(connection, whom)
    statement = select(
        people.c.id,
        people.c.uid,
        people.c.name,
        people.c.unit_id,
        people.c.came_on,
        people.c.left_on,
        people.c.left_reason,
        people.c.staff_type,
    ).order_by(people.c.name_sort, people.c.id)
    return [
        DatedFacts(
            *row[:-1],
            away.get(row.id, ()),
            exempt.get(row.id, ()),
            held.get(row.id, ()),
            row.staff_type,
        )
        for row in connection.execute(statement if whom is None else statement.where(whom))
    ]


def may_differ(first: date, last: date, contest_id: int | None) -> ColumnElement[bool]:
    """Whether a person may count on one of two days and not on the other, or in another unit.

    Nobody else needs to be looked at to tell the two days apart.
    """
    away = select(absences.c.person_id).where(absences.c.since <= last, absences.c.until >= first)
    exempt = select(exemptions.c.person_id).where(
        exemptions.c.contest_id == contest_id, or_(exempted_on(first), exempted_on(last))
    )
    moved = select(posts.c.person_id).where(
        posts.c.main, posts.c.until > first, posts.c.until <= last
    )
    return or_(
        and_(people.c.came_on > first, people.c.came_on <= last),
        and_(people.c.left_on > first, people.c.left_on <= last),
        people.c.id.in_(away.union(exempt, moved)),
    )


def _of(statement: Select[Any], table: Any, whom: ColumnElement[bool] | None) -> Select[Any]:
    """`statement` over rows of these people only, in the order of their rows."""
    ordered = statement.order_by(table.c.id)
    if whom is None:
        return ordered
    return ordered.where(table.c.person_id.in_(select(people.c.id).where(whom)))


def _spans(connection: Connection, statement: Select[Any]) -> dict[int, list[Span]]:
    found = defaultdict[int, list[Span]](list)
    for row in connection.execute(statement):
        found[row.person_id].append(Span(row.id, row.reason, row.since, row.until))
    return found


def _former_posts(
    connection: Connection, whom: ColumnElement[bool] | None
) -> dict[int, list[Post]]:
    statement = _of(select(posts).where(posts.c.main, posts.c.until.is_not(None)), posts, whom)
    found = defaultdict[int, list[Post]](list)
    for row in connection.execute(statement):
        post = Post(row.id, row.unit_id, "", row.position, True, row.since, row.until)
        found[row.person_id].append(post)
    return found
