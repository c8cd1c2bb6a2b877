"""Marking people registered or completed, many at once, in one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.contests.contests import current_contest_id
from models.errors import AppError
from models.journal.change import BATCH, Change, changing
from models.records import Mark, MarkResult
from models.store.data_file import DataFile
from models.store.schema import participations
from models.text.formats import short_date

_DONE_WORDS = {Mark.REGISTERED: "đã đăng ký", Mark.COMPLETED: "đã hoàn thành"}


Dates = Mapping[Mark, date]


def set_marks(
    data_file: DataFile, person_ids: Sequence[int], mark: Mark, on: date | None = None
) -> MarkResult:
    """Mark people as of `on` (today when None). A mark that stands keeps its date.

    Completed implies registered: who completes before their registration, or without
    one, is registered on the day of completion. Raises `AppError` for a day that is still to come.
    """
    day = on or data_file.clock().date()
    return set_dated_marks(data_file, mark, {each: {mark: day} for each in person_ids})


def set_dated_marks(data_file: DataFile, mark: Mark, wanted: Mapping[int, Dates]) -> MarkResult:
    """Like `set_marks`, with the dates of each person; `mark` is the one that is counted."""
    _refuse_days_to_come(data_file, wanted)
    with changing(data_file, f"mark-{mark}", "") as change:
        marked = apply_marks(change, wanted)
        change.summary = f"Đánh dấu {marked} người {_DONE_WORDS[mark]}"
    return MarkResult(marked, len(wanted) - marked)


def _refuse_days_to_come(data_file: DataFile, wanted: Mapping[int, Dates]) -> None:
    today = data_file.clock().date()
    late = [day for dates in wanted.values() for day in dates.values() if day > today]
    if late:
        raise AppError(
            f"Ngày {short_date(late[0])} chưa đến nên chưa đánh dấu được.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )


def clear_marks(data_file: DataFile, person_ids: Sequence[int], mark: Mark) -> MarkResult:
    """Take a mark away; without a registration there is no completion either."""
    words = "đăng ký" if mark is Mark.REGISTERED else "hoàn thành"
    summary = f"Bỏ đánh dấu {words} của {len(person_ids)} người"
    with changing(data_file, f"unmark-{mark}", summary) as change:
        rows = _participations(change.connection, person_ids)
        marked = [row for row in rows.values() if row[f"{mark}_on"] is not None]
        cleared = {
            row["id"]: {
                "registered_on": None if mark is Mark.REGISTERED else row["registered_on"],
                "completed_on": None,
                "score": None,
                "attempts": None,
            }
            for row in marked
        }
        change.update(participations, cleared)
        change.summary = f"Bỏ đánh dấu {words} của {len(marked)} người"
    return MarkResult(len(marked), len(person_ids) - len(marked))


def apply_marks(change: Change, wanted: Mapping[int, Dates]) -> int:
    """Within `change`, mark each person id as told; returns how many got a mark they lacked."""
    contest_id = current_contest_id(change.connection)
    existing = _participations(change.connection, list(wanted))
    new: list[dict[str, Any]] = []
    updates: dict[int, dict[str, Any]] = {}
    for person_id, dates in wanted.items():
        row = existing.get(person_id)
        if row is None:
            ids = {"person_id": person_id, "contest_id": contest_id}
            new.append({**ids, **_dates(None, None, dates)})
        else:
            updates[row["id"]] = _dates(row["registered_on"], row["completed_on"], dates)
    change.insert(participations, new)
    return len(new) + change.update(participations, updates)


def _dates(registered: date | None, completed: date | None, dates: Dates) -> dict[str, Any]:
    """The two dates after marking: a mark that stands stays, completed implies registered."""
    completed = completed or dates.get(Mark.COMPLETED)
    registered = registered or dates.get(Mark.REGISTERED)
    if completed and (registered is None or registered > completed):
        registered = completed
    return {"registered_on": registered, "completed_on": completed}


def apply_results(change: Change, results: Mapping[int, Mapping[str, Any]]) -> None:
    """Within `change`, set the score and the attempts of people who have a participation."""
    wanted = {
        person_id: {name: each[name] for name in ("score", "attempts") if name in each}
        for person_id, each in results.items()
    }
    existing = _participations(change.connection, [each for each in wanted if wanted[each]])
    updates = {
        row["id"]: {name: wanted[person_id].get(name, row[name]) for name in ("score", "attempts")}
        for person_id, row in existing.items()
    }
    change.update(participations, updates)


def _participations(connection: Connection, person_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The participations of these people in the current contest, by person id."""
    contest_id = current_contest_id(connection)
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(person_ids), BATCH):
        part = person_ids[start : start + BATCH]
        statement = select(participations).where(
            participations.c.contest_id == contest_id, participations.c.person_id.in_(part)
        )
        for row in connection.execute(statement).mappings():
            found[row["person_id"]] = dict(row)
    return found
