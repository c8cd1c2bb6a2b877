"""Who counts on a day: present, exempt, registered, completed. The one place that says so.

Each condition over the tables has its twin over plain values beside it, for rows that have been
read already; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from models.store.schema import (
    absences,
    contests,
    exemptions,
    participations,
    people,
    posts,
    units,
)

Days = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Times:
    """When somebody came and left, and the first and last days of the times away between."""

    came_on: date | None = None
    left_on: date | None = None
    away: Sequence[Days] = ()


def gone_by(day: date) -> ColumnElement[bool]:
    """Whether a person has left and is not back on `day`; the day of leaving counts as gone."""
    left = func.coalesce(people.c.left_on <= day, False)
    away = select(absences.c.person_id).where(absences.c.since <= day, absences.c.until >= day)
    return or_(left, people.c.id.in_(away))


def is_gone(times: Times, day: date) -> bool:
    """The twin of `gone_by`."""
    return (times.left_on is not None and times.left_on <= day) or holds_on(times.away, day)


def present_on(day: date) -> ColumnElement[bool]:
    """Whether a person works for the commune on `day`: has come, and is not gone.

    Whoever leaves on a day that is to come is present until then.
    """
    return and_(or_(people.c.came_on.is_(None), people.c.came_on <= day), ~gone_by(day))


def is_present(times: Times, day: date) -> bool:
    """The twin of `present_on`."""
    return (times.came_on is None or times.came_on <= day) and not is_gone(times, day)


def exempted_on(day: date) -> ColumnElement[bool]:
    """Whether a row of the exemptions holds on `day`; both its days are included."""
    until = exemptions.c.until
    return and_(exemptions.c.since <= day, or_(until.is_(None), until >= day))


def holds_on(periods: Sequence[Days], day: date) -> bool:
    """The twin of `exempted_on`: whether one of some periods holds on `day`."""
    return any(since <= day and (until is None or until >= day) for since, until in periods)


def joined(day: date) -> FromClause:
    """People with their unit, an exemption (both of `day`) and their marks in the contest."""
    contest = select(contests.c.id).where(contests.c.current).scalar_subquery()
    exemption = (
        select(func.min(exemptions.c.id))
        .where(
            exemptions.c.person_id == people.c.id,
            exemptions.c.contest_id == contest,
            exempted_on(day),
        )
        .correlate(people)
        .scalar_subquery()
    )
    return (
        people.join(units, units.c.id == unit_on(day))
        .outerjoin(
            participations,
            and_(
                participations.c.person_id == people.c.id,
                participations.c.contest_id == contest,
            ),
        )
        .outerjoin(exemptions, exemptions.c.id == exemption)
    )


def unit_on(day: date) -> ColumnElement[int]:
    """The unit of a person's main post on `day`: one that ended since, else the present one."""
    held = and_(
        posts.c.person_id == people.c.id,
        posts.c.main,
        posts.c.until > day,
        or_(posts.c.since.is_(None), posts.c.since <= day),
    )
    ended = (
        select(posts.c.unit_id)
        .where(held)
        .order_by(posts.c.until, posts.c.id)
        .limit(1)
        .correlate(people)
        .scalar_subquery()
    )
    return func.coalesce(ended, people.c.unit_id)


def exempt_on() -> ColumnElement[bool]:
    """Whether the join found an exemption."""
    return exemptions.c.id.is_not(None)


def registered_by(day: date) -> ColumnElement[bool]:
    """Whether a person had registered by the end of `day`; completing implies it."""
    return or_(func.coalesce(participations.c.registered_on <= day, False), completed_by(day))


def completed_by(day: date) -> ColumnElement[bool]:
    """Whether a person had completed by the end of `day`."""
    return func.coalesce(participations.c.completed_on <= day, False)
