"""Everybody behind the figures of a moment: in or out and why, and how far they had come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from models.contests.closed import refuse_purged
from models.contests.contests import find_contest_id
from models.contests.current_stage import of_current_stage
from models.figures.dated_facts import DatedFacts, load_facts
from models.figures.denominator import denominator_line
from models.records import Mark
from models.records.frozen import PersonThen
from models.records.moment import Moment, as_moment
from models.roster.registration import completed_by, failed_by, registered_by
from models.store.schema import participations, units
from models.store.store import Store


def people_then(
    data_file: Store, as_of: date | Moment | None = None, stage: int | None = None
) -> tuple[PersonThen, ...]:
    """Everybody who was ever on the roster, as of `as_of` (the end of today when None)."""
    with data_file.reading() as connection:
        return load_people_then(connection, as_moment(as_of or data_file.clock().date()), stage)


def load_people_then(
    connection: Connection,
    moment: Moment,
    stage: int | None = None,
    whom: ColumnElement[bool] | None = None,
) -> tuple[PersonThen, ...]:
    """The same over a connection that is already open, in the order of names.

    The marks are those of `stage`, None: of the one that is worked on. `whom` asks for some only.
    """
    refuse_purged(connection)
    facts = load_facts(connection, find_contest_id(connection), whom)
    marks = _marks(connection, moment, stage)
    places = {
        row.id: (row.uid, row.name)
        for row in connection.execute(select(units.c.id, units.c.uid, units.c.name))
    }
    return tuple(_then(each, moment.day, marks, places) for each in facts)


def _then(
    facts: DatedFacts, day: date, marks: Mapping[int, Mark], places: Mapping[int, tuple[str, str]]
) -> PersonThen:
    line = denominator_line(facts, day)
    return PersonThen(
        line.uid,
        line.name,
        *places[line.unit_id],
        facts.staff_type,
        marks.get(line.person_id),
        line.outside,
        line.reason,
        line.since,
        line.until,
    )


def _marks(connection: Connection, moment: Moment, stage: int | None) -> dict[int, Mark]:
    """How far everybody has come who is marked; whoever completed has not failed any more."""
    statement = select(
        participations.c.person_id,
        registered_by(moment).label("registered"),
        failed_by(moment).label("failed"),
        completed_by(moment).label("completed"),
    ).where(of_current_stage(stage))
    found = ((row.person_id, _furthest(row)) for row in connection.execute(statement))
    return {person_id: mark for person_id, mark in found if mark is not None}


def _furthest(row: Any) -> Mark | None:
    if row.completed:
        return Mark.COMPLETED
    if row.failed:
        return Mark.FAILED
    return Mark.REGISTERED if row.registered else None
