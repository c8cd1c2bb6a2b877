"""Marks that stand in doubt: the platform has lost them, or they came of a wrong match.

They stay in a list, and are counted as before, until somebody keeps them or takes them away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from models.contests.contests import find_contest_id
from models.contests.current_stage import marked_stage, of_current_stage
from models.journal.change import Change, changing
from models.records import Mark
from models.records.doubts import DoubtfulMark, DoubtKind
from models.roster.counted import counts_on, people_of_day
from models.roster.registration import GOES_WITH
from models.store.schema import participations, people, units
from models.store.store import Store
from models.text.formats import number

NO_DOUBT: Mapping[str, Any] = {
    "doubt_mark": "", "doubt_kind": "", "doubt_by": "", "doubt_on": None,
}  # fmt: skip
UNSEEN: Mapping[str, Any] = {"seen_in": None, "seen_completed": None}


def doubt_columns(mark: Mark, kind: DoubtKind, by: str, on: date) -> dict[str, Any]:
    """The columns of a participation whose mark comes into doubt."""
    return {"doubt_mark": str(mark), "doubt_kind": str(kind), "doubt_by": by, "doubt_on": on}


def lacks_its_doubt(row: Mapping[Any, Any], dates: Mapping[str, date | None]) -> bool:
    """Whether the mark of a stored row that is in doubt is gone once its marks have these days."""
    return bool(row["doubt_mark"]) and dates[f"{row['doubt_mark']}_on"] is None


def doubtful_marks(data_file: Store, day: date | None = None) -> tuple[DoubtfulMark, ...]:
    """The marks in doubt of people who count on `day` (today when None), by name.

    Those that came into doubt after that day are left out.
    """
    at = day or data_file.clock().date()
    with data_file.reading() as connection:
        if find_contest_id(connection) is None:
            return ()
        statement = (
            select(participations, people.c.name, people.c.phone, units.c.name.label("unit"))
            .select_from(people_of_day(at))
            .where(counts_on(at), participations.c.doubt_mark != "")
            .where(participations.c.doubt_on <= at)
            .order_by(people.c.name_sort, people.c.id)
        )
        rows = connection.execute(statement).all()
    return tuple(_doubtful(row) for row in rows if row._mapping[f"{row.doubt_mark}_on"])


def keep_marks(data_file: Store, person_ids: Sequence[int]) -> int:
    """Keep the marks in doubt of these people as the office's own; returns how many there were.

    No later file is compared with what the platform had of them before.
    """
    with changing(data_file, "doubts-keep", "") as change:
        rows = _doubted(change, person_ids)
        change.update(participations, {row["id"]: {**NO_DOUBT, **UNSEEN} for row in rows})
        change.summary = f"Giữ kết quả của {number(len(rows))} người nền tảng không còn ghi nhận"
    return len(rows)


def unmark_doubts(data_file: Store, person_ids: Sequence[int]) -> int:
    """Take the marks in doubt of these people away; returns how many there were."""
    with changing(data_file, "doubts-unmark", "") as change:
        marked_stage(change.connection)  # Of a closed contest nothing is taken away.
        rows = _doubted(change, person_ids)
        for mark, gone in GOES_WITH.items():
            cleared = {**dict.fromkeys(gone), **NO_DOUBT, **UNSEEN}
            if mark is Mark.COMPLETED:
                cleared = {**dict.fromkeys(gone), **NO_DOUBT, "seen_completed": None}
            mine = [row["id"] for row in rows if row["doubt_mark"] == mark]
            change.update(participations, {each: dict(cleared) for each in mine})
        change.summary = f"Bỏ đánh dấu {number(len(rows))} người nền tảng không còn ghi nhận"
    return len(rows)


def current_marks(change: Change) -> dict[int, Mapping[Any, Any]]:
    """The stored marks of everybody in the stage that is worked on, by person."""
    statement = select(participations).where(of_current_stage())
    return {row["person_id"]: row for row in change.connection.execute(statement).mappings()}


def _doubted(change: Change, person_ids: Sequence[int]) -> list[Mapping[Any, Any]]:
    wanted = set(person_ids)
    rows = current_marks(change)
    return [row for person, row in rows.items() if person in wanted and row["doubt_mark"]]


def _doubtful(row: Row[Any]) -> DoubtfulMark:
    mark = Mark(row.doubt_mark)
    return DoubtfulMark(
        id=row.person_id,
        name=row.name,
        unit=row.unit,
        phone=row.phone,
        mark=mark,
        marked_on=row._mapping[f"{mark}_on"],
        kind=DoubtKind(row.doubt_kind),
        by=row.doubt_by,
        since=row.doubt_on,
    )
