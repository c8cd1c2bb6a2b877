"""One person in every contest and stage they took part in, the present one first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, select

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.store.schema import contests, participations, stages
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What one person did in one contest; `current` tells whether it is the present one.

    `names` are what that contest calls its marks.
    `stage` names it where they are marked in several stages of the contest, else it is "".
    """

    contest: str
    stage: str
    current: bool
    registered_on: date | None
    failed_on: date | None
    completed_on: date | None
    score: float | None
    names: MarkNames = USUAL_NAMES

    @property
    def has_failed(self) -> bool:
        """Whether they took part, and have not passed since."""
        return self.failed_on is not None and self.completed_on is None


def contests_of(data_file: Store, person_id: int) -> tuple[TakingPart, ...]:
    """The contests in which a person is marked, the present one first, then the newest."""
    here = and_(contests.c.current, participations.c.stage == contests.c.stage)
    named = and_(stages.c.contest_id == contests.c.id, stages.c.number == participations.c.stage)
    statement = (
        select(
            contests.c.short_name, here.label("here"), stages.c.name.label("stage_name"),
            contests.c.registered_word, contests.c.completed_word, contests.c.one_mark,
            participations,
        )
        .select_from(
            participations.join(contests, participations.c.contest_id == contests.c.id).outerjoin(
                stages, named
            )
        )
        .where(participations.c.person_id == person_id)
        .order_by(here.desc(), contests.c.current.desc(), contests.c.id.desc())
        .order_by(participations.c.stage.desc())
    )  # fmt: skip
    with data_file.reading() as connection:
        rows = connection.execute(statement).all()
    times = Counter(row.contest_id for row in rows)
    return tuple(_taking_part(row, several=times[row.contest_id] > 1) for row in rows)


def _taking_part(row: Row[Any], *, several: bool) -> TakingPart:
    stage = row.stage_name or f"Chặng {row.stage}"
    return TakingPart(
        contest=row.short_name,
        stage=stage if several else "",
        current=row.here,
        registered_on=row.registered_on,
        failed_on=row.failed_on,
        completed_on=row.completed_on,
        score=row.score,
        names=MarkNames(row.registered_word, row.completed_word, row.one_mark),
    )
