"""Counts that the city gave, without names, beside our own figures of the same day."""

from __future__ import annotations

from datetime import date

from models.reconcile.records import Gap, OfficialFigure
from models.records import Mark
from models.store.data_file import DataFile


def set_official_figure(
    data_file: DataFile,
    day: date,
    unit_id: int | None = None,
    *,
    total: int | None = None,
    registered: int | None = None,
    completed: int | None = None,
    source: str = "",
) -> int:
    """Keep the count of a unit (None: the commune) on a day, in place of an earlier one.

    Returns its id. Raises `AppError` for counts that cannot be, or a day that is to come.
    """
    raise NotImplementedError


def delete_official_figure(data_file: DataFile, figure_id: int) -> None:
    """Take a count away."""
    raise NotImplementedError


def official_figures(data_file: DataFile) -> tuple[OfficialFigure, ...]:
    """All counts, the newest day first, each with our own figures of its day."""
    raise NotImplementedError


def explain_gap(
    data_file: DataFile, figure: OfficialFigure, mark: Mark = Mark.REGISTERED
) -> Gap | None:
    """What may explain that the city counts otherwise than we; None when it did not count."""
    raise NotImplementedError
