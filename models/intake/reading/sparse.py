"""A sheet from cells that were kept one by one: the table, without cells that lie astray."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from models.intake.grid import Cell, GridRow, column_letter
from models.intake.reading.faults import TooManyCells
from models.intake.reading.raw import MOST_CELLS, RawSheet, SheetGaps, of_rows

LAST_COLUMN = 400
WIDEST_GAP = 2_000
ONE_ROW_IN = 100
"""A column beside a very large table in which fewer rows hold anything is astray."""

CellSpot = tuple[int, int]


def sheet_of_cells(
    title: str, cells: Mapping[CellSpot, Cell], gaps: SheetGaps, *, hidden: bool
) -> tuple[RawSheet, list[str]]:
    """The sheet, and remarks on what was left out. Raises TooManyCells."""
    places = sorted({*cells, *gaps.missing})
    near = _near(places)
    strays = [f"{column_letter(c)}{r + 1}" for r, c in places if (r, c) not in near]
    width = max((column for _, column in near), default=-1) + 1
    height = max((row for row, _ in near), default=-1) + 1
    if width * height > MOST_CELLS:
        raise TooManyCells
    rows: list[GridRow] = [
        tuple([cells.get((row, column)) for column in range(width)]) for row in range(height)
    ]
    missing = {place: why for place, why in gaps.missing.items() if place in near}
    sheet = of_rows(title, rows, hidden=hidden, gaps=replace(gaps, missing=missing))
    return sheet, [_remark(title, strays)] if strays else []


def _remark(title: str, strays: list[str]) -> str:
    places = ", ".join(strays[:3])
    return f"Trang tính “{title}” có ô lạc ở rất xa bảng ({places}); đã bỏ qua."


def _near(places: list[CellSpot]) -> set[CellSpot]:
    """The places of the table."""
    last_row = _end_of_table(sorted({row for row, _ in places}))
    near = {place for place in places if place[0] <= last_row and place[1] <= LAST_COLUMN}
    last_column = max((column for _, column in near), default=0)
    if (last_row + 1) * (last_column + 1) <= MOST_CELLS:
        return near
    counts = Counter(column for _, column in near)
    last = max((c for c, count in counts.items() if count * ONE_ROW_IN > last_row), default=0)
    return {place for place in near if place[1] <= last}


def _end_of_table(rows: Iterable[int]) -> int:
    """The last row before a gap so wide that what follows is astray."""
    known = list(rows)
    for before, after in pairwise(known):
        if after - before > WIDEST_GAP:
            return before
    return known[-1] if known else 0
