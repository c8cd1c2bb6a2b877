"""The wrong-unit slips as they stand: by unit, with the name to choose and whom to call."""

from __future__ import annotations

from models.reconcile.records import UnitSlips
from models.store.data_file import DataFile


def list_slips(
    data_file: DataFile, *, unit_id: int | None = None, closed: bool = False
) -> tuple[UnitSlips, ...]:
    """The open slips (with `closed` all of them) by unit, in the order of the tree."""
    raise NotImplementedError


def slip_messages(unit: UnitSlips) -> tuple[str, ...]:
    """What to send to the unit by Zalo, each text at most 2.000 characters long."""
    raise NotImplementedError
