"""What the counts of the city ask: kept, taken away, and what may explain a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from models.reconcile.records import Gap, OfficialFigure
    from models.store.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may explain a count of the city; None for a mark that it did not count."""

    registered: Gap | None
    completed: Gap | None


def official_figures(file: DataFile) -> tuple[OfficialFigure, ...]:
    """The counts of the city, the newest day first."""
    from models.reconcile.official import official_figures as work

    return work(file)


def set_official_figure(
    file: DataFile,
    day: date,
    unit_id: int | None,
    counts: tuple[int | None, int | None, int | None],
    source: str,
) -> int:
    """Keep (total, registered, completed) of a unit, or of the commune, on a day; its id."""
    from models.reconcile.official import set_official_figure as work

    total, registered, completed = counts
    return work(
        file,
        day,
        unit_id,
        total=total,
        registered=registered,
        completed=completed,
        source=source,
    )


def delete_official_figure(file: DataFile, figure_id: int) -> None:
    """Take a count of the city away."""
    from models.reconcile.official import delete_official_figure as work

    work(file, figure_id)


def gaps(file: DataFile, figure: OfficialFigure) -> Gaps:
    """What may explain that the city counts otherwise than we."""
    from models.reconcile.gap import explain_gap
    from models.records import Mark

    return Gaps(
        explain_gap(file, figure, Mark.REGISTERED), explain_gap(file, figure, Mark.COMPLETED)
    )
