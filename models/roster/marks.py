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

from models.contests.current_stage import MarkedStage, marked_stage, of_current_stage
from models.errors import AppError
from models.journal.change import BATCH, Change, WriteStep, changing
from models.journal.rows import StoredRow, member_of_row, unpack_row
from models.journal.states import DONE
from models.journal.wanted import wanted_rows
from models.records import DONE_WORDS, Mark, MarkResult
from models.records.moment import Moment, as_moment
from models.roster.registration import GOES_WITH, MarkTimes, mark_columns, registered_times
from models.store.schema import change_rows, changes, participations
from models.store.store import Store
from models.text.formats import short_date

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
    """Mark people as of `on` (today when None). A mark that stands keeps its date.

    Completed implies registered: who completes before their registration, or without
    one, is registered on the day of completion. Raises `AppError` for a day that is still to come.
    `step` hears again and again how many people are done, and may raise to stop it all.
    """
    dates = {mark: on or data_file.clock().date()}
    return set_dated_marks(data_file, mark, dict.fromkeys(person_ids, dates), step)


def set_dated_marks(
    data_file: Store, mark: Mark, wanted: Mapping[int, Dates], step: WriteStep | None = None
) -> MarkResult:
    """Like `set_marks`, with the dates of each person; `mark` is the one that is counted."""
    _refuse_days_to_come(data_file, wanted)
    with changing(data_file, f"mark-{mark}", "") as change:
        marked = apply_marks(change, wanted, step)
        change.summary = f"Đánh dấu {marked} người {DONE_WORDS[mark]}"
    return MarkResult(marked, len(wanted) - marked)


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
    """Take a mark away; without a registration there is no completion either."""
    words = "đăng ký" if mark is Mark.REGISTERED else "hoàn thành"
    cleared = 0
    with changing(data_file, f"unmark-{mark}", "") as change:
        for start in range(0, len(person_ids), STRETCH):
            rows = [{"id": each} for each in person_ids[start : start + STRETCH]]
            with wanted_rows(change.connection, rows) as wanted:
                theirs = and_(
                    of_current_stage(),
                    participations.c.person_id.in_(select(wanted.c.id)),
                    participations.c[f"{mark}_on"].is_not(None),
                )
                values = {**dict.fromkeys(GOES_WITH[mark], null()), **_without_doubt(mark)}
                cleared += change.update_where(participations, values, theirs)
            _tell(step, start + len(rows))
        change.summary = f"Bỏ đánh dấu {words} của {cleared} người"
    return MarkResult(cleared, len(person_ids) - cleared)


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


def mark_again(
    data_file: Store, person_ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> MarkResult:
    """Mark people as of today; whose mark was taken away before gets back what stood then.

    The journal knows it: the newest change that holds and took the mark away. A change that was
    undone took nothing away, and gave nothing either.
    """
    today = data_file.clock().date()
    with changing(data_file, f"mark-{mark}", "") as change:
        stood = _stood(change.connection, person_ids, mark, today)
        wanted = {each: _days(stood.get(each), mark, today) for each in person_ids}
        marked = apply_marks(change, wanted, step)
        if mark is Mark.COMPLETED:
            apply_results(change, stood)
        change.summary = f"Đánh dấu {marked} người {DONE_WORDS[mark]}"
    return MarkResult(marked, len(wanted) - marked, len(stood))


def _days(stood: StoredRow | None, mark: Mark, today: date) -> dict[Mark, date]:
    """The days to mark with; who completes again is registered again as well."""
    if stood is None:
        return {mark: today}
    days = {mark: stood[f"{mark}_on"]}
    if mark is Mark.COMPLETED and stood["registered_on"]:
        days[Mark.REGISTERED] = stood["registered_on"]
    return days


def _stood(
    connection: Connection, person_ids: Sequence[int], mark: Mark, today: date
) -> dict[int, StoredRow]:
    """What stood, by person, of those who lack the mark now and had it once."""
    lacking = _lacking(connection, person_ids, mark)
    found: dict[int, StoredRow] = {}
    ids = list(lacking)
    for start in range(0, len(ids), BATCH):
        for before, after in _changed(connection, ids[start : start + BATCH], mark):
            if before[f"{mark}_on"] and not after[f"{mark}_on"]:
                # The newest comes last.
                found[lacking[before["id"]]] = before
    return {person: row for person, row in found.items() if row[f"{mark}_on"] <= today}


def _lacking(connection: Connection, person_ids: Sequence[int], mark: Mark) -> dict[int, int]:
    """The participations without the mark, with their people."""
    found: dict[int, int] = {}
    for start in range(0, len(person_ids), BATCH):
        part = person_ids[start : start + BATCH]
        statement = select(participations.c.id, participations.c.person_id).where(
            of_current_stage(),
            participations.c.person_id.in_(part),
            participations.c[f"{mark}_on"].is_(None),
        )
        found |= {row.id: row.person_id for row in connection.execute(statement)}
    return found


def _changed(
    connection: Connection, ids: Sequence[int], mark: Mark
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What changes that hold made of these participations, the oldest first."""
    statement = (
        select(change_rows.c.before, change_rows.c.after)
        .join(changes, changes.c.id == change_rows.c.change_id)
        .where(
            change_rows.c.table_name == participations.name,
            change_rows.c.row_id.in_(ids),
            change_rows.c.after.is_not(None),
            member_of_row(connection, change_rows.c.after, participations.c[f"{mark}_on"]).is_(
                None
            ),
            change_rows.c.before.is_not(None),
            changes.c.state == DONE,
        )
        .order_by(change_rows.c.change_id, change_rows.c.id)
    )
    return [
        (unpack_row(before, participations), unpack_row(after, participations))
        for before, after in connection.execute(statement)
    ]
