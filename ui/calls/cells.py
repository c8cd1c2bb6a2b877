"""What the roster asks about cells that are written into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records.cells import CellPlan, CellText
    from models.store.data_file import DataFile

Step = Callable[[int], None]


def plan_cells(file: DataFile, cells: Sequence[CellText], step: Step) -> CellPlan:
    """What writing these cells would do; `step` hears how many have been looked at."""
    from models.roster.cells import plan_cells as work

    return work(file, cells, step)


def write_cells(file: DataFile, cells: Sequence[CellText], verb: str, step: Step) -> CellPlan:
    """Write what can be written, as one change; `step` hears how many are read, then written."""
    from models.roster.cells import write_cells as work

    return work(file, cells, verb, step)
