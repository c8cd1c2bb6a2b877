"""Whoever counts on a day is present and not exempt; everybody with what holds of them then."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, FromClause, and_, func, select

from models.contests.current_stage import CURRENT_CONTEST, of_current_stage
from models.roster.exempt_days import exempted_on
from models.roster.presence import present_on
from models.roster.unit_of_day import unit_on
from models.store.schema import exemptions, participations, people, units


def people_of_day(day: date, stage: int | None = None) -> FromClause:
    """People with their unit, an exemption (both of `day`) and their marks in the contest.

    The marks are those of its `stage`, None: of the one that is worked on.
    """
    exemption = (
        select(func.min(exemptions.c.id))
        .where(
            exemptions.c.person_id == people.c.id,
            exemptions.c.contest_id == CURRENT_CONTEST,
            exempted_on(day),
        )
        .correlate(people)
        .scalar_subquery()
    )
    return (
        people.join(units, units.c.id == unit_on(day))
        .outerjoin(
            participations,
            and_(participations.c.person_id == people.c.id, of_current_stage(stage)),
        )
        .outerjoin(exemptions, exemptions.c.id == exemption)
    )


def exempt_on() -> ColumnElement[bool]:
    """Whether the join found an exemption."""
    return exemptions.c.id.is_not(None)


def counts_on(day: date) -> ColumnElement[bool]:
    """Whether a person of the join counts on `day`; its twin is `counting.does_count`."""
    return and_(present_on(day), ~exempt_on())
