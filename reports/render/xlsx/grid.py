"""The columns of a sheet: those of its tables, laid over each other where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reports.document import Table

PLAIN_WEIGHTS = (66.0, 99.0)
NEAR_MM = 2.0
ColumnSpan = tuple[int, int]
"""The first and the last column of the sheet that something covers, from 1."""


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Millimetres per column of the sheet, as wide together as the text of a page."""

    widths: tuple[float, ...]

    @property
    def columns(self) -> int:
        """How many columns are printed."""
        return len(self.widths)

    def spans(self, table: Table) -> tuple[ColumnSpan, ...]:
        """Which columns of the sheet each column of a table covers."""
        edges = [0.0, *accumulate(self.widths)]
        near = [
            min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
            for edge in _edges([column.weight for column in table.columns], edges[-1])
        ]
        return tuple((first + 1, last) for first, last in pairwise(near))

    def width(self, first: int, last: int) -> float:
        """Millimetres from the left edge of column `first` to the right edge of `last`."""
        return sum(self.widths[first - 1 : last])

    def split(self, share: float) -> int:
        """The last column of a left part that takes about `share` of the width."""
        whole = sum(self.widths)
        ends = list(accumulate(self.widths))[:-1]
        return min(range(len(ends)), key=lambda i: abs(ends[i] / whole - share)) + 1


def grid_of(tables: Sequence[Table], width: float) -> SheetGrid:
    """The grid of a sheet with these tables; one with two columns when there is none."""
    held: list[float] = [0.0, width]
    weights = [[column.weight for column in table.columns] for table in tables]
    for each in weights or [list(PLAIN_WEIGHTS)]:
        for edge in _edges(each, width):
            if all(abs(edge - other) > NEAR_MM for other in held):
                held.append(edge)
    if len(held) == 2:
        held.append(width * PLAIN_WEIGHTS[0] / sum(PLAIN_WEIGHTS))
    held.sort()
    return SheetGrid(tuple(end - start for start, end in pairwise(held)))


def _edges(weights: Sequence[float], width: float) -> list[float]:
    whole = sum(weights)
    return [0.0, *(sum(weights[: at + 1]) / whole * width for at in range(len(weights)))]
