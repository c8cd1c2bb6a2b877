"""Marking again: whose mark was taken away before gets back what stood then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.contests.current_stage import names_in_use, of_current_stage
from models.journal.change import BATCH, WriteStep, changing
from models.journal.packs import whole_journal
from models.journal.rows import StoredRow, member_of_row, unpack_row
from models.journal.states import DONE
from models.records import Mark, MarkResult
from models.records.moment import Moment, moment_at
from models.roster.marks import apply_marks, apply_results, count_passed
from models.roster.registration import mark_of_row
from models.store.schema import change_rows, changes, participations
from models.store.store import Store
from models.text.formats import number


def mark_again(
    data_file: Store, person_ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> MarkResult:
    """Mark people as of this minute; whose mark was taken away before gets back what stood then.

    The journal knows it: the newest change that holds and took the mark away. A change that was
    undone took nothing away, and gave nothing either.
    """
    now = moment_at(data_file.clock())
    with changing(data_file, f"mark-{mark}", "") as change:
        stood = _stood(change.connection, person_ids, mark, now.day)
        wanted = {each: _days(stood.get(each), mark, now) for each in person_ids}
        passed = count_passed(change.connection, person_ids) if mark is Mark.FAILED else 0
        marked = apply_marks(change, wanted, step)
        if mark is not Mark.REGISTERED:
            apply_results(change, stood)
        change.summary = (
            f"Đánh dấu {number(marked)} người {names_in_use(change.connection).done(mark)}"
        )
    return MarkResult(marked, len(wanted) - marked - passed, len(stood), passed)


def _days(stood: StoredRow | None, mark: Mark, now: Moment) -> dict[Mark, Moment]:
    """When to mark; who completes again is registered again as well."""
    if stood is None:
        return {mark: now}
    marks = (mark,) if mark is Mark.REGISTERED else (mark, Mark.REGISTERED)
    times = {each: mark_of_row(stood, each) for each in marks}
    return {each: when for each, when in times.items() if when is not None}


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
    with whole_journal(connection):
        found = connection.execute(statement).all()
    return [
        (unpack_row(before, participations), unpack_row(after, participations))
        for before, after in found
    ]
