"""What the slips of wrong units ask: how they stand, their text for Zalo, their document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reconcile.records import UnitSlips
    from models.store.data_file import DataFile
    from reports.document import Document


@dataclass(frozen=True, slots=True)
class Slips:
    """The open slips by unit, and those that evidence has closed."""

    open: tuple[UnitSlips, ...]
    closed: tuple[UnitSlips, ...]

    @property
    def count(self) -> int:
        """How many are open."""
        return sum(len(unit.slips) for unit in self.open)


def slips(file: DataFile) -> Slips:
    """The slips as they stand."""
    from models.reconcile.slips import list_slips

    everything = list_slips(file, closed=True)
    closed = (
        replace(unit, slips=tuple(slip for slip in unit.slips if not slip.is_open))
        for unit in everything
    )
    return Slips(list_slips(file), tuple(unit for unit in closed if unit.slips))


def slip_messages(_file: DataFile, unit: UnitSlips) -> tuple[str, ...]:
    """What to send to a unit by Zalo, in one or several texts."""
    from models.reconcile.slips import slip_messages as work

    return work(unit)


def slip_document(file: DataFile, unit_id: int | None) -> Document:
    """The slips of a unit as a document; None: of all units."""
    from reports.compose import WRONG_UNITS, Request, compose

    return compose(file, Request(WRONG_UNITS, unit_id=unit_id))
