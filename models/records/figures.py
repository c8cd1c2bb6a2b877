"""The numbers of one day, and one line of the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.records.kinds import UnitKind

DailyCounts = tuple[tuple[date, int, int], ...]
"""Days, each with how many people were registered and completed by its end."""


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One line of the figures: counts only; rates are computed from counts.

    A unit counts its own people; those of the units below it stand in lines of their own. The
    `failed` took part without passing: they are among the registered, not among the completed.
    """

    unit_id: int | None
    name: str
    kind: UnitKind | None
    total: int
    registered: int
    completed: int
    exempt: int = 0
    head: str = ""
    parent_id: int | None = None
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one contest as of the end of one day.

    `units` are in the order of the unit tree and hold every unit that has
    people; `total` excludes the `exempt`. Sums of `units` equal the totals. `notes` are what
    whoever reads the numbers has to know, in sentences.
    """

    as_of: date
    total: int
    registered: int
    completed: int
    exempt: int
    units: tuple[UnitFigures, ...] = ()
    contest: str = ""
    notes: tuple[str, ...] = ()
    failed: int = 0


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One line of the history: what was done, by whom, when, and whether it still holds."""

    id: int
    at: datetime
    who: str
    kind: str
    summary: str
    rows: int
    in_effect: bool
    undoes: int | None = None
