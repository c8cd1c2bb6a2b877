"""What the roster asks about cells that are written into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records.cells import CellPlan, CellText
    from models.store.data_file import DataFile

Report = Callable[[int, int], None]


def plan_cells(cells: Sequence[CellText], file: DataFile, report: Report) -> CellPlan:
    """What writing these cells would do; `report` hears (cells, of)."""
    from models.roster.cells import plan_cells as work

    return work(file, cells, lambda done: report(done, len(cells)))


def write_cells(cells: Sequence[CellText], verb: str, file: DataFile, report: Report) -> CellPlan:
    """Write what can be written, as one change; `report` hears (read and written, of)."""
    from models.roster.cells import write_cells as work

    return work(file, cells, verb, lambda done: report(done, 2 * len(cells)))
