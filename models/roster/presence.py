"""Who counts on a day: present, exempt, registered, completed, as conditions over the tables."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from models.store.schema import contests, exemptions, participations, people, posts, units


def joined(day: date) -> FromClause:
    """People with their unit, an exemption (both of `day`) and their marks in the contest."""
    contest = select(contests.c.id).where(contests.c.current).scalar_subquery()
    exemption = (
        select(func.min(exemptions.c.id))
        .where(
            exemptions.c.person_id == people.c.id,
            exemptions.c.contest_id == contest,
            exemptions.c.since <= day,
            or_(exemptions.c.until.is_(None), exemptions.c.until >= day),
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


def present_on(day: date) -> ColumnElement[bool]:
    """Whether a person works for the commune on `day`; the day of leaving no longer counts."""
    came = or_(people.c.came_on.is_(None), people.c.came_on <= day)
    stays = or_(people.c.left_on.is_(None), people.c.left_on > day)
    return and_(came, stays)


def exempt_on() -> ColumnElement[bool]:
    """Whether the join found an exemption."""
    return exemptions.c.id.is_not(None)


def registered_by(day: date) -> ColumnElement[bool]:
    """Whether a person had registered by the end of `day`; completing implies it."""
    return or_(func.coalesce(participations.c.registered_on <= day, False), completed_by(day))


def completed_by(day: date) -> ColumnElement[bool]:
    """Whether a person had completed by the end of `day`."""
    return func.coalesce(participations.c.completed_on <= day, False)
