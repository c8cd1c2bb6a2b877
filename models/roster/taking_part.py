"""One person in every contest they took part in, the present one first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models.store.schema import contests, participations
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What one person did in one contest; `current` tells whether it is the present one."""

    contest: str
    current: bool
    registered_on: date | None
    completed_on: date | None
    score: float | None


def contests_of(data_file: Store, person_id: int) -> tuple[TakingPart, ...]:
    """The contests in which a person is marked, the present one first, then the newest."""
    statement = (
        select(contests.c.short_name, contests.c.current, participations)
        .join(participations, participations.c.contest_id == contests.c.id)
        .where(participations.c.person_id == person_id)
        .order_by(contests.c.current.desc(), contests.c.id.desc())
    )
    with data_file.reading() as connection:
        return tuple(
            TakingPart(row.short_name, row.current, row.registered_on, row.completed_on, row.score)
            for row in connection.execute(statement)
        )
