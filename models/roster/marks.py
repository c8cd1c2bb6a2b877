"""Marking people registered or completed, many at once, in one change; again as it stood before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    Integer,
    and_,
    case,
    literal,
    null,
    select,
)

from models.contests.current_stage import MarkedStage, marked_stage, names_in_use, of_current_stage
from models.errors import AppError
from models.journal.change import BATCH, Change, WriteStep, changing
from models.journal.wanted import wanted_rows
from models.records import Mark, MarkResult
from models.records.moment import Moment, as_moment, moment_at
from models.roster.registration import GOES_WITH, MarkTimes, mark_columns, registered_times
from models.store.schema import participations
from models.store.store import Store
from models.text.formats import number, short_date

STRETCH = 5_000
"""So many people are marked before the change looks whether it shall stop."""


Dates = Mapping[Mark, date | Moment]


def set_marks(
    data_file: Store,
    person_ids: Sequence[int],
    mark: Mark,
    on: date | None = None,
    step: WriteStep | None = None,
) -> MarkResult:
    """Mark people as of `on` (None: this minute). A mark that stands keeps its date.

    Completed implies registered: who completes before their registration, or without
    one, is registered on the day of completion. Raises `AppError` for a day that is still to come.
    `step` hears again and again how many people are done, and may raise to stop it all.
    """
    dates = {mark: on or moment_at(data_file.clock())}
    return set_dated_marks(data_file, mark, dict.fromkeys(person_ids, dates), step)


def set_dated_marks(
    data_file: Store, mark: Mark, wanted: Mapping[int, Dates], step: WriteStep | None = None
) -> MarkResult:
    """Like `set_marks`, with the dates of each person; `mark` is the one that is counted."""
    _refuse_days_to_come(data_file, wanted)
    with changing(data_file, f"mark-{mark}", "") as change:
        passed = count_passed(change.connection, list(wanted)) if mark is Mark.FAILED else 0
        marked = apply_marks(change, wanted, step)
        change.summary = (
            f"Đánh dấu {number(marked)} người {names_in_use(change.connection).done(mark)}"
        )
    return MarkResult(marked, len(wanted) - marked - passed, passed=passed)


def count_passed(connection: Connection, person_ids: Sequence[int]) -> int:
    """How many of these have completed: they do not fail any more."""
    rows = participations_of(connection, person_ids).values()
    return sum(row["completed_on"] is not None for row in rows)


def _refuse_days_to_come(data_file: Store, wanted: Mapping[int, Dates]) -> None:
    today = data_file.clock().date()
    days = (as_moment(each).day for dates in wanted.values() for each in dates.values())
    late = [day for day in days if day > today]
    if late:
        raise AppError(
            f"Ngày {short_date(late[0])} chưa đến nên chưa đánh dấu được.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )


def clear_marks(
    data_file: Store, person_ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> MarkResult:
    """Take a mark away; without a registration there is no completion either.

    Of who has completed it stays that they had failed before.
    """
    cleared = 0
    with changing(data_file, f"unmark-{mark}", "") as change:
        marked_stage(change.connection)  # Of a closed contest nothing is taken away.
        for start in range(0, len(person_ids), STRETCH):
            rows = [{"id": each} for each in person_ids[start : start + STRETCH]]
            with wanted_rows(change.connection, rows) as wanted:
                theirs = and_(
                    of_current_stage(),
                    participations.c.person_id.in_(select(wanted.c.id)),
                    _stands(mark),
                )
                values = {**dict.fromkeys(GOES_WITH[mark], null()), **_without_doubt(mark)}
                cleared += change.update_where(participations, values, theirs)
            _tell(step, start + len(rows))
        change.summary = (
            f"Bỏ đánh dấu {names_in_use(change.connection).deed(mark)} của {number(cleared)} người"
        )
    return MarkResult(cleared, len(person_ids) - cleared)


def _stands(mark: Mark) -> ColumnElement[bool]:
    stands = participations.c[f"{mark}_on"].is_not(None)
    passed = participations.c.completed_on.is_not(None)
    return and_(stands, ~passed) if mark is Mark.FAILED else stands


def _without_doubt(mark: Mark) -> dict[str, ColumnElement[Any]]:
    """A mark that is taken away is in doubt no more; registration takes completion with it."""
    doubted = participations.c.doubt_mark
    ends = doubted != "" if mark is Mark.REGISTERED else doubted == str(mark)
    empty = {"doubt_mark": literal(""), "doubt_kind": literal(""), "doubt_by": literal("")}
    return {
        name: case((ends, value), else_=participations.c[name])
        for name, value in {**empty, "doubt_on": null()}.items()
    }


def apply_marks(change: Change, wanted: Mapping[int, Dates], step: WriteStep | None = None) -> int:
    """Within `change`, mark each person id as told; returns how many got a mark they lacked."""
    stage = marked_stage(change.connection)
    people = iter(wanted.items())
    marked = done = 0
    while part := list(islice(people, STRETCH)):
        marked += _mark(change, stage, part)
        done += len(part)
        _tell(step, done)
    return marked


def _tell(step: WriteStep | None, done: int) -> None:
    if step is not None:
        step(done)


def _mark(change: Change, stage: MarkedStage, people: Sequence[tuple[int, Dates]]) -> int:
    """Mark some people: those who have a participation are updated, the others get one."""
    rows = [{"id": person_id, **_columns(dates)} for person_id, dates in people]
    columns: list[Column[Any]] = [Column(f"{mark}_on", Date) for mark in Mark]
    columns += [Column(f"{mark}_minute", Integer) for mark in Mark]
    with wanted_rows(change.connection, rows, *columns) as wanted:
        own = and_(of_current_stage(), participations.c.person_id == wanted.c.id)
        new = _times({mark: _times_of(participations.c, mark) for mark in Mark}, wanted.c)
        marked = change.update_where(participations, new, own)
        without = ~select(participations.c.id).where(own).exists()
        first = _times(dict.fromkeys(Mark, (null(), null())), wanted.c)
        rows_new = select(wanted.c.id, *map(literal, stage), *first.values()).where(without)
        names = ["person_id", *stage._fields, *first]
        return marked + change.insert_from(participations, names, rows_new, wanted.c.id)


def _columns(dates: Dates) -> dict[str, Any]:
    """The days and minutes of what somebody shall be marked with; all columns of all marks."""
    found: dict[str, Any] = {}
    for mark in Mark:
        found |= mark_columns(mark, as_moment(dates[mark]) if mark in dates else None)
    return found


def _times_of(columns: Any, mark: Mark) -> MarkTimes:
    return columns[f"{mark}_on"], columns[f"{mark}_minute"]


def _times(standing: Mapping[Mark, MarkTimes], wanted: Any) -> dict[str, ColumnElement[Any]]:
    """The times after marking: a mark that stands stays, completed and failed imply registered.

    Who has completed does not fail any more.
    """
    new = {mark: _first(standing[mark], _times_of(wanted, mark)) for mark in Mark}
    done = standing[Mark.COMPLETED][0].is_not(None)
    new[Mark.FAILED] = (
        case((done, standing[Mark.FAILED][0]), else_=new[Mark.FAILED][0]),
        case((done, standing[Mark.FAILED][1]), else_=new[Mark.FAILED][1]),
    )
    new[Mark.REGISTERED] = registered_times(*(new[mark] for mark in Mark))
    return {
        name: column
        for mark, times in new.items()
        for name, column in zip((f"{mark}_on", f"{mark}_minute"), times, strict=True)
    }


def _first(standing: MarkTimes, wanted: MarkTimes) -> MarkTimes:
    """The mark that stands with its minute, else the one that is wanted."""
    stands = standing[0].is_not(None)
    day, minute = (
        case((stands, old), else_=new) for old, new in zip(standing, wanted, strict=True)
    )
    return day, minute


def apply_results(change: Change, results: Mapping[int, Mapping[str, Any]]) -> None:
    """Within `change`, set the score and the attempts of people who have a participation."""
    wanted = {
        person_id: {name: each[name] for name in ("score", "attempts") if name in each}
        for person_id, each in results.items()
    }
    existing = participations_of(change.connection, [each for each in wanted if wanted[each]])
    updates = {
        row["id"]: {name: wanted[person_id].get(name, row[name]) for name in ("score", "attempts")}
        for person_id, row in existing.items()
    }
    change.update(participations, updates)


def participations_of(
    connection: Connection, person_ids: Sequence[int]
) -> dict[int, dict[str, Any]]:
    """The participations of these people in the stage that is worked on, by person id."""
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(person_ids), BATCH):
        part = person_ids[start : start + BATCH]
        statement = select(participations).where(
            of_current_stage(), participations.c.person_id.in_(part)
        )
        for row in connection.execute(statement).mappings():
            found[row["person_id"]] = dict(row)
    return found
