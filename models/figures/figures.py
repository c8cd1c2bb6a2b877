"""The one place where the numbers come from: counts by unit as of a day, or a moment of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from models.figures.footnotes import exempt_footnote
from models.figures.notes import figure_notes, without_time
from models.figures.reported import reported_figures
from models.figures.tally import Tally, reasons_of, summed_tallies, tallies
from models.records import STAFF_TYPE_NAMES, Figures, StaffType, Unit, UnitFigures
from models.records.moment import Moment, as_moment
from models.roster.unit_tree import load_tree
from models.store.schema import contests
from models.store.store import Store

NO_STAFF_TYPE = "Chưa ghi loại"


def figures(
    data_file: Store, as_of: date | Moment | None = None, stage: int | None = None
) -> Figures:
    """The figures of the current contest as of `as_of` (the end of today when None).

    A person counts once, in the main post of that day; who is exempt counts nowhere. A unit
    counts its own people, without those of the units below it. The marks are those of `stage`,
    None: of the stage that is worked on. Of a contest that was purged they are what was reported
    by then; raises `NotReported` where nothing was.
    """
    today = data_file.clock().date()
    with data_file.reading() as connection:
        return load_figures(connection, as_moment(as_of or today), today, stage)


def load_figures(
    connection: Connection, moment: Moment, today: date, stage: int | None = None
) -> Figures:
    """The same over a connection that is already open."""
    reported = reported_figures(connection, moment, stage)
    if reported is not None:
        return reported
    rows = tallies(connection, moment, stage)
    contest = select(contests.c.name, contests.c.stage).where(contests.c.current)
    row = connection.execute(contest).first()
    name, current = ("", 1) if row is None else (row.name, row.stage)
    tree = load_tree(connection)
    of_units = _by_unit(rows)
    lines = [
        summed_tallies(of_units[unit.id], empty_line(unit)) for unit in tree if unit.id in of_units
    ]
    notes = (*figure_notes(moment.day, today, of_units.keys(), tree), *_untimed(rows, moment))
    return replace(
        total_of(lines, moment.day, name),
        notes=notes,
        minute=moment.minute,
        stage=current if stage is None else stage,
        staff=tuple(_staff_lines(rows)),
        footnotes=tuple(filter(None, [exempt_footnote(reasons_of(rows))])),
    )


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
        attempts=sum(unit.attempts for unit in units),
    )


def empty_line(unit: Unit) -> UnitFigures:
    """The line of a unit in which nobody is counted yet."""
    head = unit.head.name if unit.head else ""
    return UnitFigures(
        unit.id, unit.name, unit.kind, 0, 0, 0, head=head, parent_id=unit.parent_id, code=unit.uid
    )


def _by_unit(rows: Iterable[Tally]) -> dict[int, list[Tally]]:
    found: dict[int, list[Tally]] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return found


def _staff_lines(rows: Sequence[Tally]) -> Iterable[UnitFigures]:
    """One line for each staff type that has people; last those of whom none is written."""
    names = [*((str(each), STAFF_TYPE_NAMES[each]) for each in StaffType), ("", NO_STAFF_TYPE)]
    for code, name in names:
        theirs = [row for row in rows if row.staff_type == code]
        if theirs:
            yield summed_tallies(theirs, UnitFigures(None, name, None, 0, 0, 0, code=code))


def _untimed(rows: Iterable[Tally], moment: Moment) -> tuple[str, ...]:
    return without_time(moment, sum(row.untimed for row in rows))
