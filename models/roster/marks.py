"""Marking people registered or completed, many at once, in one change."""

from __future__ import annotations

from collections.abc import Sequence
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


def set_marks(
    data_file: DataFile, person_ids: Sequence[int], mark: Mark, on: date | None = None
) -> MarkResult:
    """Mark people as of `on` (today when None). A mark that stands keeps its date.

    Completed implies registered: who completes without a registration is
    registered on the same day. Raises `AppError` for a day that is still to come.
    """
    day = on or data_file.clock().date()
    if day > data_file.clock().date():
        raise AppError(
            f"Ngày {short_date(day)} chưa đến nên chưa đánh dấu được.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )
    summary = f"Đánh dấu {len(person_ids)} người {_DONE_WORDS[mark]}"
    with changing(data_file, f"mark-{mark}", summary) as change:
        marked = apply_marks(change, dict.fromkeys(person_ids, (mark, day)))
        change.summary = f"Đánh dấu {marked} người {_DONE_WORDS[mark]}"
    return MarkResult(marked, len(person_ids) - marked)


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
            }
            for row in marked
        }
        change.update(participations, cleared)
        change.summary = f"Bỏ đánh dấu {words} của {len(marked)} người"
    return MarkResult(len(marked), len(person_ids) - len(marked))


def apply_marks(change: Change, wanted: dict[int, tuple[Mark, date]]) -> int:
    """Within `change`, mark each person id as told; returns how many were not marked before."""
    contest_id = current_contest_id(change.connection)
    existing = _participations(change.connection, list(wanted))
    new: list[dict[str, Any]] = []
    updates: dict[int, dict[str, Any]] = {}
    for person_id, (mark, day) in wanted.items():
        row = existing.get(person_id)
        if row is None:
            new.append(_new_row(person_id, contest_id, mark, day))
        elif row[f"{mark}_on"] is None:
            updates[row["id"]] = _marked(row, mark, day)
    change.insert(participations, new)
    change.update(participations, updates)
    return len(new) + len(updates)


def _new_row(person_id: int, contest_id: int, mark: Mark, day: date) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "contest_id": contest_id,
        "registered_on": day,
        "completed_on": day if mark is Mark.COMPLETED else None,
    }


def _marked(row: dict[str, Any], mark: Mark, day: date) -> dict[str, Any]:
    registered = row["registered_on"]
    if mark is Mark.REGISTERED:
        return {"registered_on": day, "completed_on": row["completed_on"]}
    return {
        "registered_on": day if registered is None else min(registered, day),
        "completed_on": day,
    }


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
