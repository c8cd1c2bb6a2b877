"""Formulas of a table: sums of groups and of all, and rates from their two counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.text.formats import NO_RATE
from reports.document import RowStyle, Share, Table, TableCell, TableRow

MOST_PARTS = 200
"""Excel takes 255 arguments of a function."""


class TableFormulas:
    """Which cells of a table follow from others, and how.

    There is a formula only where it gives the very figure that the cell holds: whatever the
    program counts otherwise stays a number. `letters` are the columns of the sheet in which the
    columns of the table begin, `first` is the sheet's row of the table's first row.
    """

    def __init__(self, table: Table, letters: Sequence[str], first: int) -> None:
        self._table, self._letters, self._first = table, letters, first
        self._members = dict(_members(table.rows)) if table.adds_up else {}

    def of(self, at: int, column: int, cell: TableCell) -> str:
        """The formula of one cell without its "=", or nothing."""
        if isinstance(cell, Share):
            return self._rate(at, column, cell)
        if isinstance(cell, int) and at in self._members:
            return self._sum(self._members[at], column, cell)
        return ""

    def _rate(self, at: int, column: int, share: Share) -> str:
        ratio = self._table.columns[column].ratio
        if ratio is None:
            return ""
        counts = _placed(self._table.rows[at])
        if (counts.get(ratio[0]), counts.get(ratio[1])) != (share.part, share.whole):
            return ""
        part, whole = (f"{self._letters[each]}{self._first + at}" for each in ratio)
        return f'IF({whole}=0,"{NO_RATE}",{part}/{whole})'

    def _sum(self, members: Sequence[int], column: int, total: int) -> str:
        cells = [_placed(self._table.rows[at]).get(column) for at in members]
        counts = [cell for cell in cells if isinstance(cell, int)]
        parts = list(_runs(members))
        if len(counts) < len(cells) or sum(counts) != total or len(parts) > MOST_PARTS:
            return ""
        letter = self._letters[column]
        ends = ((f"{letter}{self._first + a}", f"{letter}{self._first + b}") for a, b in parts)
        ranges = (start if start == end else f"{start}:{end}" for start, end in ends)
        return f"SUM({','.join(ranges)})"


def _placed(row: TableRow) -> dict[int, TableCell]:
    return dict(row.placed())


def _members(rows: Sequence[TableRow]) -> Iterator[tuple[int, list[int]]]:
    """Each row that sums others with the indexes of those."""
    normal = [at for at, row in enumerate(rows) if row.style is RowStyle.NORMAL]
    others = [at for at, row in enumerate(rows) if row.style is not RowStyle.NORMAL]
    for at, after in pairwise([*others, len(rows)]):
        total = rows[at].style is RowStyle.TOTAL
        members = normal if total else list(range(at + 1, after))
        if members:
            yield at, members


def _runs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbours as one: 3, 4, 5, 8 are (3, 5) and (8, 8)."""
    breaks = [at for at, (a, b) in enumerate(pairwise(members), 1) if b > a + 1]
    for start, end in pairwise([0, *breaks, len(members)]):
        yield members[start], members[end - 1]
