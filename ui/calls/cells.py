"""What the roster asks about cells that are written into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records.cells import CellPlan, CellText
    from models.store.data_file import DataFile


def plan_cells(file: DataFile, cells: Sequence[CellText]) -> CellPlan:
    """What writing these cells would do."""
    from models.roster.cells import plan_cells as work

    return work(file, cells)


def write_cells(file: DataFile, cells: Sequence[CellText], verb: str) -> CellPlan:
    """Write what can be written, as one change."""
    from models.roster.cells import write_cells as work

    return work(file, cells, verb)
