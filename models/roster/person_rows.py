"""People as records, read by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from models.records import Gender, Person, StaffType
from models.store.prepared import PreparedReader, rows_by_name
from models.store.store import Store
from models.store.texts import ROSTER_PERSON_ROWS, ROSTER_PRESENT, ROSTER_SECOND_POSTS

BATCH = 500


def people_by_ids(
    data_file: Store, ids: Sequence[int], day: date | None = None
) -> tuple[Person, ...]:
    """The people with these ids, in the order asked; ids that are gone are left out."""
    with data_file.reading_prepared() as reader:
        return load_people(reader, ids, day or data_file.clock().date())


def load_people(reader: PreparedReader, ids: Sequence[int], day: date) -> tuple[Person, ...]:
    """Like `people_by_ids`, by a reader that is already there."""
    found: dict[int, Person] = {}
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        rows = reader.rows(ROSTER_PERSON_ROWS, ids=part, day=day)
        beside = reader.rows(ROSTER_SECOND_POSTS, ids=part, day=day)
        held = second_posts_by_person(rows_by_name(ROSTER_SECOND_POSTS, beside))
        for row in rows_by_name(ROSTER_PERSON_ROWS, rows):
            found[row["id"]] = person_of(row, held)
    return tuple(found[each] for each in ids if each in found)


def count_people(data_file: Store) -> int:
    """How many people are on the roster today."""
    with data_file.reading_prepared() as reader:
        return int(reader.rows(ROSTER_PRESENT, day=data_file.clock().date())[0][0])


def second_posts_by_person(rows: Iterable[Mapping[Any, Any]]) -> dict[int, str]:
    """The second posts of people in words; `rows` are those of `declared.second_posts`."""
    found: dict[int, list[str]] = {}
    for row in rows:
        words = " · ".join(filter(None, (row["position"], row["unit"])))
        found.setdefault(row["person_id"], []).append(words)
    return {person_id: "; ".join(words) for person_id, words in found.items()}


def person_of(row: Mapping[Any, Any], second_posts: Mapping[int, str]) -> Person:
    """The record of a row of `models.roster.declared.person_rows`."""
    return Person(
        id=row["id"],
        uid=row["uid"],
        name=row["name"],
        unit_id=row["unit_on"],
        unit=row["unit"],
        position=row["position"],
        staff_type=StaffType(row["staff_type"]) if row["staff_type"] else None,
        gender=Gender(row["gender"]) if row["gender"] else None,
        birth=row["birth"],
        phone=row["phone"],
        phone_raw=row["phone_raw"],
        email=row["email"],
        staff_code=row["staff_code"],
        note=row["note"],
        came_on=row["came_on"],
        left_on=row["left_on"],
        left_reason=row["left_reason"],
        registered_on=row["registered_on"],
        completed_on=row["completed_on"],
        score=row["score"],
        attempts=row["attempts"],
        platform_unit=row["platform_unit"] or "",
        exempt_reason=row["exempt_reason"] or "",
        second_posts=second_posts.get(row["id"], ""),
        present=bool(row["present"]),
        counts=bool(row["counts"]),
        failed_on=row["failed_on"],
    )
