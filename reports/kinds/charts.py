"""The charts of reports: progress by days beside the pace needed, and units by their rate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.figures.grouping import by_kind
from models.figures.ranking import rank_units
from models.records import Contest, Figures, Mark, Stage, UnitFigures
from models.records.figures import DailyCounts
from models.text.formats import day_month, number, percent
from reports.blocks import Chart, ChartKind, Series

MOST_DAYS, MOST_UNITS, FEW_UNITS = 60, 60, 12
"""A curve of more days tells every so-and-so-many of them; more than few units have a page of
their own, too many have none."""
PACE = "Tốc độ cần đạt"


def progress_chart(curve: DailyCounts, figures: Figures, contest: Contest) -> Chart | None:
    """The counts at the end of each day up to that of the figures; None of fewer than two days."""
    if len(curve) < 2:
        return None
    days = _thinned(curve)
    names = mark_names(contest)
    counts = {
        Mark.REGISTERED: tuple(registered for _, registered, _ in days),
        Mark.COMPLETED: tuple(completed for _, _, completed in days),
    }
    series = [Series(capitalised(names.done(mark)), counts[mark]) for mark in names.counted]
    stage = contest.marked_stage
    if stage is not None and figures.total:
        pace = [_needed(day, stage, figures.total, contest.target) for day, _, _ in days]
        series.append(Series(PACE, tuple(pace)))
    told = ", ".join(
        f"{names.done(mark)} {number(counts[mark][-1])} người" for mark in names.counted
    )
    return Chart(
        ChartKind.LINE,
        "Tiến độ tham gia theo ngày (người)",
        tuple(day_month(day) for day, _, _ in days),
        tuple(series),
        f"Đến hết ngày {day_month(days[-1][0])}: {told}.",
    )


def rates_chart(figures: Figures, contest: Contest) -> Chart | None:
    """The rates of units, or of khối where units are many; None while nobody has any mark."""
    units = _counted(figures.units)
    counted = mark_names(contest).counted
    if len(units) > FEW_UNITS:
        return _bars(_counted(by_kind(figures.units)), "khối", contest, counted)
    return _bars(units, "đơn vị", contest, counted)


def many_units_chart(figures: Figures, contest: Contest) -> Chart | None:
    """The rates of the mark that leads, unit by unit, where they are many, but not too many."""
    units = _counted(figures.units)
    if not FEW_UNITS < len(units) <= MOST_UNITS:
        return None
    return _bars(units, "đơn vị", contest, mark_names(contest).counted[:1])


def _counted(lines: Iterable[UnitFigures]) -> list[UnitFigures]:
    return [line for line in lines if line.total]


def _bars(
    lines: Sequence[UnitFigures], named: str, contest: Contest, marks: Sequence[Mark]
) -> Chart | None:
    names = mark_names(contest)
    if not any(names.first_of(line) for line in lines):
        return None
    ranked = [each.unit for each in rank_units(lines, names.counted[0])]
    series = tuple(
        Series(capitalised(names.done(mark)), tuple(_share(line, mark) for line in ranked))
        for mark in marks
    )
    told = names.done(marks[0]) if len(marks) == 1 else "tham gia"
    return Chart(
        ChartKind.BARS,
        f"Tỷ lệ {told} theo {named}",
        tuple(line.name for line in ranked),
        series,
        _extremes(ranked, names),
        is_rate=True,
        target=contest.target / 100,
    )


def _thinned(curve: DailyCounts) -> DailyCounts:
    """No more days than a chart takes; the last one always."""
    step = -(-len(curve) // MOST_DAYS)
    return tuple(reversed(curve[::-1][::step]))


def _needed(day: date, stage: Stage, total: int, target: int) -> int:
    """How many there had to be at the end of `day`, as many each day until the deadline."""
    end = stage.internal_ends_on or stage.ends_on
    goal = -(-total * target // 100)
    gone, whole = (day - stage.starts_on).days + 1, (end - stage.starts_on).days + 1
    return round(Fraction(goal * min(max(gone, 0), whole), whole))


def _share(line: UnitFigures, mark: Mark) -> float:
    return (line.registered if mark is Mark.REGISTERED else line.completed) / line.total


def _extremes(ranked: Sequence[UnitFigures], names: MarkNames) -> str:
    best, worst = ranked[0], ranked[-1]
    told = [f"{line.name} ({percent(names.first_of(line), line.total)})" for line in (best, worst)]
    return f"Cao nhất: {told[0]}; thấp nhất: {told[1]}."
