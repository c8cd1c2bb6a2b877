"""What the overview asks: one look at the office as of the end of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records import Contest, Figures, Stage
    from models.store.data_file import DataFile

DailyCounts = tuple[tuple[date, int, int], ...]
PACE_DAYS = 3


@dataclass(frozen=True, slots=True)
class Look:
    """The figures of `day` and what is known around them.

    `days` holds (day, registered, completed) from the first day of the stage, or a few
    days before `day` when it is not long running, up to `day`.
    """

    day: date
    figures: Figures
    contest: Contest | None
    stage: Stage | None
    days: DailyCounts
    units: int
    without_phone: int


def look(file: DataFile, day: date | None = None) -> Look:
    """The whole overview as of the end of `day` (today when None)."""
    from models.contests.contests import current_contest
    from models.figures.figures import daily_counts, figures
    from models.roster.units import list_units

    shown = day or file.clock().date()
    contest = current_contest(file)
    stage = contest.stage_on(shown) if contest else None
    first = shown - timedelta(days=PACE_DAYS)
    if stage is not None:
        first = min(first, stage.starts_on)
    return Look(
        day=shown,
        figures=figures(file, shown),
        contest=contest,
        stage=stage,
        days=daily_counts(file, first, shown),
        units=len(list_units(file)),
        without_phone=_without_phone(file, shown),
    )


def _without_phone(file: DataFile, day: date) -> int:
    from models.records import PeopleQuery
    from models.roster.people import list_ids

    return len(list_ids(file, PeopleQuery(without_phone=True, as_of=day)))


def set_internal_deadline(file: DataFile, stage_number: int, day: date | None) -> None:
    """Set the commune's own deadline of a stage; None takes it away."""
    from models.contests.contests import set_internal_deadline as work

    work(file, stage_number, day)
