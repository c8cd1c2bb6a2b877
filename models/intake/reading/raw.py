"""A sheet inside the worker: by column, because that is how it travels fastest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from models.intake.grid import Cell, FontRun, GridRow, Sheet, ToldCell
from models.intake.reading.left_out import LeftOut, without_left_out

MOST_CELLS = 4_000_000
"""More than any list of people has, and little enough for an old machine."""

Merge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SheetGaps:
    """What a first reader does not tell about one sheet."""

    hidden_rows: frozenset[int] = frozenset()
    missing: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    fonts: Mapping[int, tuple[FontRun, ...]] = field(default_factory=dict)
    told: Mapping[tuple[int, int], ToldCell] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """Columns of equal length, the cells as their parser gives them; an empty one is None or ""."""

    name: str
    columns: list[Sequence[Any]]
    hidden: bool = False
    gaps: SheetGaps = SheetGaps()

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    @property
    def cells(self) -> int:
        """The number of cells, empty ones included."""
        return self.height * len(self.columns)

    def with_gaps(self, gaps: SheetGaps) -> RawSheet:
        """The sheet with what a second look has found, grown to hold it."""
        missing = gaps.missing
        height = max([row for row, _ in (*missing, *gaps.told)], default=-1) + 1
        width = max([column for _, column in missing], default=-1) + 1
        columns = grown(self.columns, max(height, self.height), width)
        height, width = max(height, self.height), len(columns)
        known = SheetGaps(
            frozenset(row for row in gaps.hidden_rows if row < height),
            missing,
            clipped_merges(self.gaps.merges or gaps.merges, height, width),
            frozenset(column for column in gaps.hidden_columns if column < width),
            {column: runs for column, runs in gaps.fonts.items() if column < width},
            {place: said for place, said in gaps.told.items() if place[0] < height},
        )
        return replace(self, columns=columns, gaps=known).without(gaps.left_out)

    def without(self, left_out: LeftOut) -> RawSheet:
        """The sheet without text that is struck out or raised, and with what to say of it."""
        if not left_out:
            return self
        columns, told = without_left_out(self.columns, left_out)
        return replace(
            self, columns=columns, gaps=replace(self.gaps, told={**self.gaps.told, **told})
        )

    def sheet(self) -> Sheet:
        """The sheet by rows, as the program holds it."""
        rows: list[GridRow] = list(zip(*self.columns, strict=True))
        gaps = self.gaps
        return Sheet(
            self.name,
            rows,
            self.hidden,
            gaps.merges,
            gaps.hidden_rows,
            gaps.missing,
            gaps.hidden_columns,
            gaps.fonts,
            gaps.told,
        )


def of_rows(
    name: str,
    rows: Sequence[Sequence[Cell]],
    *,
    hidden: bool = False,
    gaps: SheetGaps | None = None,
) -> RawSheet:
    """A sheet from rows that are equally long."""
    sheet = RawSheet(name, list(zip(*rows, strict=True)), hidden)
    return sheet.with_gaps(gaps or SheetGaps())


def trimmed_columns(columns: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    """The columns without empty rows at the bottom and empty columns at the right."""
    whole = list(columns)
    ends = [_end_of(column) for column in whole]
    while ends and not ends[-1]:
        ends.pop()
    height = max(ends, default=0)
    return [column if len(column) == height else column[:height] for column in whole[: len(ends)]]


def grown(columns: list[Sequence[Any]], height: int, width: int) -> list[Sequence[Any]]:
    """The columns with empty cells added at the bottom and at the right."""
    full = [
        column if len(column) >= height else (*column, *[None] * (height - len(column)))
        for column in columns
    ]
    return full + [(None,) * height] * (width - len(full))


def clipped_merges(merges: Iterable[Merge], height: int, width: int) -> tuple[Merge, ...]:
    """The merges cut to the size of the sheet; those outside it are dropped."""
    return tuple(
        (top, left, min(bottom, height - 1), min(right, width - 1))
        for top, left, bottom, right in merges
        if top < height and left < width
    )


def _end_of(column: Sequence[Any]) -> int:
    """The number of cells up to the last one that holds something."""
    at = len(column)
    while at and (column[at - 1] is None or column[at - 1] == ""):
        at -= 1
    return at
