"""The log of reminders: written as one change, read with the number of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from models.contests.contests import find_contest_id, open_contest_id
from models.journal.change import changing
from models.records.reminders import (
    WAY_NAMES,
    Addressee,
    Reminder,
    ReminderDraft,
    ReminderWay,
    UnitCounts,
)
from models.store.schema import reminders, units
from models.store.store import Store
from models.text.formats import number

_Counted = tuple[int, int, bool]
"""What reminders are counted by: unit, stage, and whether they went to the chairman."""


def reminders_given(
    data_file: Store, unit_id: int | None = None, stage: int | None = None
) -> tuple[Reminder, ...]:
    """The reminders of the current contest, oldest first: of all units and stages, or of one."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        return () if contest_id is None else _given(connection, contest_id, unit_id, stage)


def give_reminders(data_file: Store, drafts: Sequence[ReminderDraft]) -> tuple[Reminder, ...]:
    """Log these reminders as given now, in one change; returns them as they stand in the log.

    Raises `AppError` without a contest, or when it is closed.
    """
    with changing(data_file, "remind", "") as change:
        contest_id = open_contest_id(change.connection)
        at = data_file.clock()
        rows = [{"contest_id": contest_id, "at": at, **_columns(each)} for each in drafts]
        ids = change.insert(reminders, [{**row, "who": data_file.who} for row in rows])
        given = [each for each in _given(change.connection, contest_id) if each.id in set(ids)]
        change.summary = _summary(given)
    return tuple(given)


def _columns(draft: ReminderDraft) -> dict[str, Any]:
    return {
        "unit_id": draft.unit_id,
        "stage": draft.stage,
        "way": str(draft.way),
        "addressee": str(draft.to),
        "name": draft.name,
        "phone": draft.phone,
        **draft.counts._asdict(),
        "text": draft.text,
        "note": draft.note,
    }


def _given(
    connection: Connection, contest_id: int, unit_id: int | None = None, stage: int | None = None
) -> tuple[Reminder, ...]:
    statement = (
        select(reminders, units.c.name.label("unit"))
        .join(units, units.c.id == reminders.c.unit_id)
        .where(reminders.c.contest_id == contest_id)
        .order_by(reminders.c.at, reminders.c.id)
    )
    if unit_id is not None:
        statement = statement.where(reminders.c.unit_id == unit_id)
    if stage is not None:
        statement = statement.where(reminders.c.stage == stage)
    return tuple(_numbered(connection.execute(statement).mappings()))


def _numbered(rows: Iterable[Mapping[Any, Any]]) -> Iterable[Reminder]:
    before: Counter[_Counted] = Counter()
    for row in rows:
        to = Addressee(row["addressee"])
        counted = row["unit_id"], row["stage"], to is Addressee.CHAIRMAN
        before[counted] += 1
        yield Reminder(
            id=row["id"],
            unit_id=row["unit_id"],
            unit=row["unit"],
            stage=row["stage"],
            number=before[counted],
            at=row["at"],
            who=row["who"],
            way=ReminderWay(row["way"]),
            to=to,
            name=row["name"],
            phone=row["phone"],
            counts=UnitCounts(row["total"], row["registered"], row["completed"]),
            text=row["text"],
            note=row["note"],
        )


def _summary(given: Sequence[Reminder]) -> str:
    """ "Đôn đốc Trạm Y tế xã lần 3 qua Zalo", "Báo cáo Chủ tịch về 2 đơn vị qua Zalo"."""
    if not given:
        return ""
    first, way = given[0], WAY_NAMES[given[0].way]
    one = len(given) == 1
    about = first.unit if one else f"{number(len(given))} đơn vị"
    if first.to is Addressee.CHAIRMAN:
        return f"Báo cáo Chủ tịch về {about} {way}"
    return f"Đôn đốc {about}{f' lần {first.number}' if one else ''} {way}"
