"""The rows that an import writes: people, posts and marks, inside the change that it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from models.contests.contests import find_contest_id
from models.contests.current_stage import of_current_stage
from models.intake.merging import NO_MARKS, cell_changes, changed_marks, changed_values
from models.intake.newcomers import columns_of_many
from models.intake.plan_records import PlanRow, Policy
from models.journal.change import Change, rows_by_id
from models.records import Mark
from models.roster.marks import apply_marks, apply_results
from models.roster.people import new_uids
from models.roster.transfers import end_main_posts
from models.store.schema import participations, people
from models.store.schema import units as units_table

Marks = Mapping[str, Any]


def insert_people(
    change: Change, rows: Sequence[PlanRow], unit_ids: Mapping[str, int], since: date | None
) -> tuple[dict[int, int], dict[int, Marks]]:
    """Insert new people, who came on the day `since`; returns their ids by the ordinals of their
    rows, and marks by id."""
    if not rows:
        return {}, {}
    told = [row.values for row in rows]
    ids = change.insert_columns(
        people,
        {
            "uid": new_uids(len(rows)),
            "came_on": [since] * len(rows),
            **columns_of_many(told[0], told),
            "unit_id": [unit_ids[row.unit] for row in rows],
        },
    )
    made = dict(zip([row.ordinal for row in rows], ids, strict=True))
    return made, {each: row.marks for each, row in zip(ids, rows, strict=True) if row.marks}


def merge_into(
    change: Change,
    merges: Sequence[tuple[int, PlanRow]],
    policy: Policy,
    unit_of: Callable[[str], int | None],
) -> list[PlanRow]:
    """Rows that the officer said are somebody on the roster, as updates of that person.

    `unit_of` gives the unit that a name means, None for one that is still to be made.
    """
    ids = [person_id for person_id, _ in merges]
    stored = rows_by_id(change.connection, people, ids)
    marks = _stored_marks(change, ids)
    names = {row.id: row.name for row in change.connection.execute(select(units_table))}
    merged: list[PlanRow] = []
    for person_id, row in merges:
        old = {**NO_MARKS, **marks.get(person_id, {}), **stored[person_id]}
        values = changed_values(old, row.values, policy)
        new_marks = changed_marks(old, row.marks)
        moved = row.move is not None and unit_of(row.unit) != old["unit_id"]
        units = (names[old["unit_id"]], row.unit) if moved else None
        cells = cell_changes(old, values, new_marks, units)
        values = {**values, "unit": row.unit} if moved else values
        merged.append(
            row._replace(person_id=person_id, values=values, marks=new_marks, changes=cells)
        )
    return merged


def _stored_marks(change: Change, person_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    statement = select(participations).where(
        of_current_stage(), participations.c.person_id.in_(person_ids)
    )
    found = change.connection.execute(statement).mappings()
    return {row["person_id"]: {name: row[name] for name in NO_MARKS} for row in found}


def update_people(
    change: Change, rows: Sequence[PlanRow], unit_ids: Mapping[str, int], day: date
) -> dict[int, Marks]:
    """Update people as their rows say; returns their marks by id. Moves keep the former post."""
    groups: dict[tuple[str, ...], dict[int, dict[str, Any]]] = {}
    for row in rows:
        assert row.person_id is not None
        values = {name: value for name, value in row.values.items() if name != "unit"}
        if "unit" in row.values:
            values["unit_id"] = unit_ids[row.unit]
        if values:
            groups.setdefault(tuple(values), {})[row.person_id] = values
    for columns, group in groups.items():
        if "unit_id" in columns:
            before = rows_by_id(change.connection, people, list(group))
            to = {each: values["unit_id"] for each, values in group.items()}
            end_main_posts(change, before, to, day)
        change.update(people, group)
    marks: dict[int, Marks] = {}
    for row in rows:
        if row.marks and row.person_id is not None:
            marks[row.person_id] = {**marks.get(row.person_id, {}), **row.marks}
    return marks


def write_marks(change: Change, marks: Mapping[int, Marks]) -> tuple[int, int]:
    """Write marks and results; returns how many were registered and completed by the import.

    Without a contest there is nothing to mark, and nothing is written.
    """
    if not marks or find_contest_id(change.connection) is None:
        return 0, 0
    dates = {
        person_id: {mark: each[mark] for mark in Mark if mark in each}
        for person_id, each in marks.items()
    }
    apply_marks(change, dates)
    apply_results(change, marks)
    registered = sum(Mark.REGISTERED in each for each in dates.values())
    return registered, sum(Mark.COMPLETED in each for each in dates.values())
