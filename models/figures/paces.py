"""The pace of a contest's stage and where it leads: of the commune and of each unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from models.contests.wording import marks_counted
from models.figures.curve import daily_counts_by_unit
from models.figures.forecast import WINDOWS, Forecast, forecasts
from models.records import Contest, Figures, Mark, Stage, StageKind, UnitFigures
from models.records.figures import DailyCounts
from models.store.store import Store

Forecasts = tuple[Forecast, ...]
"""One for each mark that is counted and each deadline: registering first, the nearer first."""


class Paces(NamedTuple):
    """The forecasts of the commune, and of each unit with people by its id."""

    whole: Forecasts
    units: Mapping[int, Forecasts]


def paces(data_file: Store, found: Figures, contest: Contest | None) -> Paces:
    """Where the marks of `found` lead by each deadline of its stage, as of its day.

    All curves come from one statement. Without a contest, after its purge, and in a stage that
    is no matter of each person, there is nothing to tell.
    """
    stage = _stage(found, contest)
    if contest is None or stage is None or contest.purged_on is not None:
        return Paces((), {})
    first = found.as_of - timedelta(days=max(WINDOWS))
    curves = daily_counts_by_unit(data_file, first, found.as_of, found.stage)
    units = {
        line.unit_id: _forecasts(found, line, [curves.get(line.unit_id, ())], contest, stage)
        for line in found.units
        if line.unit_id is not None
    }
    return Paces(_forecasts(found, found, list(curves.values()), contest, stage), units)


def _stage(found: Figures, contest: Contest | None) -> Stage | None:
    stages = contest.stages if contest is not None else ()
    known = (each for each in stages if each.number == found.stage)
    return next((each for each in known if each.kind is StageKind.EACH), None)


def _forecasts(
    found: Figures,
    line: Figures | UnitFigures,
    curves: Sequence[DailyCounts],
    contest: Contest,
    stage: Stage,
) -> Forecasts:
    made: list[Forecast] = []
    for mark in marks_counted(contest):
        at = 1 if mark is Mark.REGISTERED else 2
        before = [sum(day[at] for day in days) for days in zip(*filter(None, curves), strict=True)]
        now = line.registered if mark is Mark.REGISTERED else line.completed
        # The last day of the curve is whole; the figures may be of a minute of it.
        counts = [*(before[:-1] or [0] * max(WINDOWS)), now]
        made += forecasts(mark, stage, line.total, counts, found.as_of, contest.target)
    return tuple(made)
