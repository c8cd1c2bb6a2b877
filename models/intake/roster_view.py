"""The roster as an import sees it: everybody with their values and marks, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from models.journal.history import newest_change
from models.matching.decisions import NO_DECISIONS, Decisions
from models.matching.identity import Identity
from models.records import Unit
from models.roster.counted import people_of_day
from models.roster.match_decisions import decisions_made
from models.roster.posts import side_units
from models.roster.presence import gone_by, present_on
from models.roster.unit_tree import load_units
from models.store.schema import (
    communes,
    imports,
    participations,
    people,
    units,
)
from models.store.store import Store

_COLUMNS = (
    *(column for column in people.c if column.name != "unit_id"),
    units.c.id.label("unit_id"),
    participations.c.registered_on,
    participations.c.failed_on,
    participations.c.completed_on,
    participations.c.score,
    participations.c.attempts,
)


@dataclass(frozen=True, slots=True)
class RosterView:
    """`people` by id, each in the unit of today, `gone` or `present`; `base` is the newest change.

    By that a stale plan is known. `side_units` are the units of the second posts, by person.
    """

    people: Mapping[int, Mapping[Any, Any]]
    units: tuple[Unit, ...]
    base: int
    today: date
    decisions: Decisions = NO_DECISIONS
    commune: str = ""
    side_units: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def as_if_nobody_left(self) -> RosterView:
        """The same roster for those who are looked for because they have left."""
        rows = {each: {**row, "gone": False} for each, row in self.people.items()}
        return replace(self, people=rows)

    def identities(self) -> list[Identity]:
        """Everybody as matching wants them, also those who have left."""
        names = {unit.id: unit.name for unit in self.units}
        return [
            Identity(
                id=row["id"],
                name=row["name"],
                name_key=row["name_key"],
                phone=row["phone"],
                unit_id=row["unit_id"],
                unit=names[row["unit_id"]],
                birth=row["birth"],
                staff_code=row["staff_code"],
                uid=row["uid"],
                left=row["gone"],
                left_on=row["left_on"],
            )
            for row in self.people.values()
        ]


def roster_view(data_file: Store) -> RosterView:
    """Read the roster as it is now."""
    today = data_file.clock().date()
    with data_file.reading() as connection:
        held = (gone_by(today).label("gone"), present_on(today).label("present"))
        columns = (*_COLUMNS, *held)
        rows = connection.execute(select(*columns).select_from(people_of_day(today))).mappings()
        return RosterView(
            people={row["id"]: row for row in rows},
            units=load_units(connection, today),
            base=newest_change(connection),
            today=today,
            decisions=decisions_made(connection),
            commune=connection.execute(select(communes.c.name)).scalar() or "",
            side_units=side_units(connection, today),
        )


def imported_before(data_file: Store, sha256: str) -> str:
    """When the same bytes were taken in before, in words; "" when they were not."""
    statement = (
        select(imports.c.at, imports.c.file_name)
        .where(imports.c.sha256 == sha256)
        .order_by(imports.c.id.desc())
    )
    with data_file.reading() as connection:
        row = connection.execute(statement).first()
    if row is None:
        return ""
    return f"Tệp này đã được nhập lúc {row.at:%H:%M} ngày {row.at:%d/%m/%Y} ({row.file_name})."
