"""The one statement that counts: people of a moment by unit, staff type and why they are exempt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from models.records import UnitFigures
from models.records.moment import Moment
from models.roster.counted import exempt_on, people_of_day
from models.roster.presence import present_on
from models.roster.registration import completed_by, failed_by, registered_by
from models.store.schema import exemptions, participations, people, units


class Tally(NamedTuple):
    """So many people of one unit and one staff type who count, or are exempt for one reason.

    `attempts` are those of them who count, `untimed` who of them was marked on the very day
    without a time.
    """

    unit_id: int
    staff_type: str
    reason: str | None
    people: int
    registered: int
    failed: int
    completed: int
    attempts: int
    untimed: int

    @property
    def counts(self) -> bool:
        """Whether these people are in the figures."""
        return self.reason is None


def tallies(connection: Connection, moment: Moment, stage: int | None = None) -> list[Tally]:
    """Everybody who is present on the day of `moment`, with their marks as of then.

    The marks are those of `stage` of the current contest; None: of the one that is worked on.
    """
    parts = (units.c.id, people.c.staff_type, exemptions.c.reason)
    statement = (
        select(
            *parts,
            func.count(),
            _how_many(registered_by(moment)),
            _how_many(failed_by(moment)),
            _how_many(completed_by(moment)),
            func.sum(_attempts(moment)),
            _how_many(_untimed(moment)),
        )
        .select_from(people_of_day(moment.day, stage))
        .where(present_on(moment.day))
        .group_by(*parts)
    )
    return [Tally(*row) for row in connection.execute(statement)]


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many people of a group count and meet a condition."""
    return func.sum(case((and_(~exempt_on(), condition), 1), else_=0))


def _attempts(moment: Moment) -> ColumnElement[int]:
    """The attempts of one person: whoever took part has one at least, however few are written."""
    took_part = or_(completed_by(moment), failed_by(moment))
    written = participations.c.attempts
    known = case(
        (took_part, func.coalesce(written, 1)),
        (registered_by(moment), func.coalesce(written, 0)),
        else_=0,
    )
    return case((exempt_on(), 0), else_=known)


def _untimed(moment: Moment) -> ColumnElement[bool]:
    """Whether a mark of the day holds for the whole of it, as nobody wrote down when."""
    return or_(
        *(
            and_(
                participations.c[f"{mark}_on"] == moment.day,
                participations.c[f"{mark}_minute"].is_(None),
            )
            for mark in ("registered", "failed", "completed")
        )
    )


def summed_tallies(rows: Iterable[Tally], line: UnitFigures) -> UnitFigures:
    """`line` with the counts of all these people together."""
    all_rows = tuple(rows)
    return replace(
        line,
        total=sum(row.people for row in all_rows if row.counts),
        registered=sum(row.registered for row in all_rows),
        failed=sum(row.failed for row in all_rows),
        completed=sum(row.completed for row in all_rows),
        exempt=sum(row.people for row in all_rows if not row.counts),
        attempts=sum(row.attempts for row in all_rows),
    )


def reasons_of(rows: Iterable[Tally]) -> dict[str, int]:
    """How many people are exempt, by reason."""
    found: dict[str, int] = {}
    for row in rows:
        if row.reason is not None:
            found[row.reason] = found.get(row.reason, 0) + row.people
    return found
