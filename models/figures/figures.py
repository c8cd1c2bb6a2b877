"""The one place where the numbers come from: counts by unit as of the end of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, select

from models.figures.notes import figure_notes
from models.records import Figures, Unit, UnitFigures
from models.roster.counted import exempt_on, people_of_day
from models.roster.presence import present_on
from models.roster.registration import completed_by, failed_by, registered_by
from models.roster.unit_tree import load_units
from models.store.schema import contests, units
from models.store.store import Store


def figures(data_file: Store, as_of: date | None = None) -> Figures:
    """The figures of the current contest as of the end of `as_of` (today when None).

    A person counts once, in the main post of that day; who is exempt counts nowhere. A unit
    counts its own people, without those of the units below it.
    """
    today = data_file.clock().date()
    day = as_of or today
    with data_file.reading() as connection:
        counted = {row.unit: row for row in _count(connection, day)}
        contest = connection.execute(select(contests.c.name).where(contests.c.current)).scalar()
        tree = load_units(connection, day)
    lines = [_line(unit, row) for unit in tree if (row := counted.get(unit.id)) is not None]
    notes = figure_notes(day, today, counted.keys(), tree)
    return replace(total_of(lines, day, str(contest or "")), notes=notes)


def total_of(units: Sequence[UnitFigures], day: date, contest: str) -> Figures:
    """The figures whose totals are the sums of `units`."""
    return Figures(
        as_of=day,
        total=sum(unit.total for unit in units),
        registered=sum(unit.registered for unit in units),
        completed=sum(unit.completed for unit in units),
        exempt=sum(unit.exempt for unit in units),
        units=tuple(units),
        contest=contest,
        failed=sum(unit.failed for unit in units),
    )


def _line(unit: Unit, row: Row[Any]) -> UnitFigures:
    return UnitFigures(
        unit_id=unit.id,
        name=unit.name,
        kind=unit.kind,
        total=row.people - row.exempt,
        registered=row.registered,
        completed=row.completed,
        exempt=row.exempt,
        head=unit.head.name if unit.head else "",
        parent_id=unit.parent_id,
        failed=row.failed,
    )


def _count(connection: Connection, day: date) -> Sequence[Row[Any]]:
    unit = units.c.id.label("unit")
    statement = (
        select(
            unit,
            func.count().label("people"),
            _sum(exempt_on()).label("exempt"),
            _sum(~exempt_on() & registered_by(day)).label("registered"),
            _sum(~exempt_on() & failed_by(day)).label("failed"),
            _sum(~exempt_on() & completed_by(day)).label("completed"),
        )
        .select_from(people_of_day(day))
        .where(present_on(day))
        .group_by(unit)
    )
    return connection.execute(statement).all()


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
