"""One decision for a table: which rows head it, where the names stand, what each column means.

For every header that is possible, and for none, the best reading of all columns together is
weighed; the heaviest one is taken, and what stands next to it says how sure that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.intake.grid import Cell, Sheet
from models.intake.shape.assignment import best_assignment
from models.intake.shape.banks import without_banks
from models.intake.shape.evidence.column import ColumnEvidence, masks_of, sampled_rows
from models.intake.shape.evidence.fit import fits_of_meanings
from models.intake.shape.evidence.title import TitleSense
from models.intake.shape.fields import PASSED_OVER, PRIVATE_FIELDS, Field
from models.intake.shape.headers import HeaderGuess
from models.intake.shape.hidden_twins import seen_ways, without_hidden_twins
from models.intake.shape.names import LEAST, NameWay, name_ways
from models.intake.shape.neighbours import with_split_dates
from models.intake.shape.own_phone import with_own_phone
from models.intake.shape.results import by_their_cells

A_PLACE = 0.003
"""Of columns that fit equally well the left one counts."""

MANY = frozenset({Field.ORDER_NUMBER, *PASSED_OVER, *PRIVATE_FIELDS})
"""Meanings that any number of columns may have."""


@dataclass(frozen=True)
class TableReading:
    """One way to read a table: its header, its columns as evidence, its name ways."""

    header: HeaderGuess | None
    columns: Sequence[ColumnEvidence]
    ways: Sequence[NameWay]
    fits: Mapping[int, Mapping[Field, float]]
    hidden: Collection[int] = frozenset()

    @property
    def headless(self) -> bool:
        """Whether there is no header."""
        return self.header is None

    @property
    def way(self) -> NameWay | None:
        """The best way to read names, None when nothing looks like people."""
        return self.ways[0] if self.ways and self.ways[0].weight >= LEAST else None

    @cached_property
    def weight(self) -> float:
        """What all columns together weigh under this reading."""
        taken = self.way.indexes if self.way else frozenset()
        total = assigned_meanings(self.fits, taken)[1] + (self.way.weight if self.way else 0.0)
        if self.header is not None:
            total += self.header.known - self.header.against
        return total


class Reader:
    """Reads one stretch of a sheet under several headers; columns are looked at once."""

    def __init__(self, sheet: Sheet, end: int) -> None:
        self._sheet, self._end = sheet, end
        self._samples: dict[int, list[tuple[list[Cell], Counter[int]]]] = {}

    def reading(self, header: HeaderGuess | None, start: int = 0) -> TableReading:
        """The reading of the rows below a header, or from `start` without one."""
        first = header.last + 1 if header else start
        if first not in self._samples:
            self._samples[first] = [(cells, masks_of(cells)) for cells in self._columns(first)]
        blank = TitleSense()
        columns = [
            ColumnEvidence(at, header.titles[at] if header else blank, cells, masks)
            for at, (cells, masks) in enumerate(self._samples[first])
        ]
        return reading_of(header, columns, self._sheet.hidden_columns)

    def _columns(self, first: int) -> list[list[Cell]]:
        rows = sampled_rows(self._sheet.rows, first, self._end)
        return [[row[at] for row in rows] for at in range(self._sheet.width)]


def reading_of(
    header: HeaderGuess | None, columns: Sequence[ColumnEvidence], hidden: Collection[int]
) -> TableReading:
    """The reading of columns under a header; `hidden` are those that are hidden in the file."""
    headless = header is None
    raw = {column.index: fits_of_meanings(column, headless=headless) for column in columns}
    weighed = by_their_cells(columns, with_split_dates(columns, without_banks(columns, raw)))
    seen = without_hidden_twins(with_own_phone(columns, weighed), hidden)
    ways = seen_ways(name_ways(columns, headless=headless), hidden)
    return TableReading(header, columns, ways, seen, hidden)


def assigned_meanings(
    weights: Mapping[int, Mapping[Field, float]], taken: Collection[int]
) -> tuple[dict[int, Field], float]:
    """The meanings of the columns that hold no names, and their sum."""
    many: dict[int, tuple[Field, float]] = {}
    single: dict[int, dict[Field, float]] = {}
    for index, each in weights.items():
        if index in taken:
            continue
        lone = max((f for f in each if f in MANY), key=each.__getitem__, default=None)
        if lone is not None:
            many[index] = lone, each[lone]
        rest = {f: weight - A_PLACE * index for f, weight in each.items() if f not in MANY}
        if lone is not None:
            rest = {f: w - each[lone] for f, w in rest.items()}
        single[index] = rest
    chosen, total = best_assignment(single)
    total += sum(weight for _, weight in many.values())
    meanings = {index: field for index, (field, _) in many.items()}
    return meanings | chosen, total
