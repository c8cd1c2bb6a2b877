"""The numbers of one day, and one line of the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.records.kinds import UnitKind
from models.records.moment import Moment

DailyCounts = tuple[tuple[date, int, int], ...]
"""Days, each with how many people were registered and completed by its end."""


class Grouping(StrEnum):
    """What one line of the figures stands for."""

    UNIT = "unit"
    KIND = "kind"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One line of the figures: counts only; rates are computed from counts.

    A unit counts its own people; those of the units below it stand in lines of their own. The
    `failed` took part without passing: they are among the registered, not among the completed.
    `attempts` are the tests that the counted people took, each as often as is written. Lines of a
    khối or of a staff type look the same; `code` is the uid of the unit, or their own code.
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
    attempts: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one stage of a contest as of the end of one day, or of a `minute` of it.

    `units` are in the order of the unit tree and hold every unit that has
    people; `total` excludes the `exempt`. Sums of `units` equal the totals, and so do those of
    `staff`, the lines of the staff types. `notes` are what whoever reads the numbers has to know,
    `footnotes` why the denominator is what it is, both in sentences.
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
    attempts: int = 0
    minute: int | None = None
    stage: int = 1
    staff: tuple[UnitFigures, ...] = ()
    footnotes: tuple[str, ...] = ()

    @property
    def moment(self) -> Moment:
        """As of when the numbers are."""
        return Moment(self.as_of, self.minute)


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One line of the history: what was done, by whom, when, and whether it still holds.

    `undoes` is the entry that an undo or redo was of; `stays` that undoing never reaches it;
    `taken_back_by` the later entry that took it back.
    """

    id: int
    at: datetime
    who: str
    kind: str
    summary: str
    rows: int
    in_effect: bool
    undoes: int | None = None
    stays: bool = False
    taken_back_by: int | None = None
