"""What stands between two files: slips of wrong units, and counts that the city gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.reconcile.records.lines import Box


@dataclass(frozen=True, slots=True)
class Slip:
    """Phiếu sửa đơn vị: whom the platform has elsewhere, and the exact name to choose.

    `opened_by` and `closed_by` are the evidence in words (file and row). `times` counts openings.
    """

    id: int
    person_id: int
    person: str
    phone: str
    position: str
    unit_id: int
    unit: str
    platform_unit: str
    opened_on: date
    opened_by: str
    closed_on: date | None = None
    closed_by: str = ""
    times: int = 1

    @property
    def is_open(self) -> bool:
        """Whether the platform still had the wrong unit when it last spoke of the person."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class UnitSlips:
    """The slips of one unit, with whom to call there.

    `choose` is the exact text to choose on the platform: as all its right people stand there, else
    the name of the unit.
    """

    unit_id: int
    unit: str
    choose: str
    head: str
    head_phone: str
    contact: str
    contact_phone: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class OfficialFigure:
    """A count that the city gave, without names; `unit_id` None is the whole commune.

    None counts are what the city did not say; `ours_*` are our own figures of that day.
    """

    id: int
    unit_id: int | None
    unit: str
    day: date
    total: int | None
    registered: int | None
    completed: int | None
    source: str
    ours_total: int = 0
    ours_registered: int = 0
    ours_completed: int = 0


@dataclass(frozen=True, slots=True)
class GapCause:
    """Named people who may explain a part of the gap; `count` never exceeds what they explain."""

    words: str
    people: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """A file that was reconciled, as the data file keeps it; `file_name` may name several.

    `boxes` are the six counts. `units` are the names of the units that it spoke of; empty: all.
    """

    id: int
    at: datetime
    who: str
    file_name: str
    as_of: date
    rows: int
    accounts: int
    boxes: Mapping[Box, int]
    registered: int
    completed: int
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountGap:
    """Ours minus theirs for one mark: the named causes and the rest that nothing explains.

    `difference` is positive when we count more. The counts of the causes and `unexplained` add
    up to the absolute difference.
    """

    mark: str
    ours: int
    official: int
    difference: int
    causes: tuple[GapCause, ...]
    unexplained: int
