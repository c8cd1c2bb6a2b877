"""What the cells of one column of dates say together: day or month first, times of day, zones.

One cell cannot tell 02/04 from April 2nd, nor 17:00 from midnight in another time zone; the
column can. What it leaves open is asked about and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from models.intake.grid import Cell
from models.text.clocks import is_midnight, split_clock
from models.text.hyphens import plain_hyphens

FEWEST_SHIFTED = 3
OVERWHELMING = 10
FEWEST_AMERICAN = 2
"""A lone cell with the month first may be a slip of the pen: it says nothing of the others,
unless the column is written as American programs write: without leading zeros, with AM and PM."""
_AMERICAN = re.compile(r"\s*(?:[1-9]|\d{1,2} ?[/.-] ?[1-9]) ?[/.-]|.*\b[AP]M\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(?:\d{4}|\d{2})(?![\d/.-])")
_DAY_FIRST_TITLE = re.compile(r"\bdd?\s*[/.-]\s*mm?\b|ngày\s*[/-]\s*tháng", re.IGNORECASE)
_IN_WORDS = re.compile(r"\bngày[\s,]+tháng\b", re.IGNORECASE)
"""Says the order too, where a lone cell has another one."""
_MONTH_FIRST_TITLE = re.compile(r"\bmm?\s*[/.-]\s*dd?\b|tháng\s*[/-]\s*ngày", re.IGNORECASE)
_EVENING = 14
"""Midnight in Vietnam is 17:00 of the day before in UTC, 16:00 in the zone of the old South."""


class Order(StrEnum):
    """Which part of "02/04/1985" is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    OPEN = "open"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class DayColumn:
    """The habits of one column. `swapped`: its real dates may have day and month exchanged.

    `shifted`: every time of day in it is midnight elsewhere, so that the day is the next one.
    `of_acts`: its times of day are those at which something was done.
    """

    order: Order = Order.DAY_FIRST
    swapped: bool = False
    shifted: bool = False
    of_acts: bool = False

    @property
    def month_first(self) -> bool:
        """How texts are read."""
        return self.order is Order.MONTH_FIRST

    @property
    def may_be_open(self) -> bool:
        """Whether there may be cells of which nobody can say the day."""
        return self.swapped or self.order is Order.OPEN

    def is_open(self, cell: Cell) -> bool:
        """Whether nobody can say which day a cell means."""
        if isinstance(cell, date):
            return self.swapped and cell.day <= 12 and cell.day != cell.month
        if self.order is not Order.OPEN or not isinstance(cell, str):
            return False
        parts = _parts(cell)
        return parts is not None and max(parts) <= 12 and parts[0] != parts[1]


def day_column(cells: Sequence[Cell], title: str = "") -> DayColumn:
    """What the cells and the title of a column say together."""
    distinct = set(cells)
    texts = [cell for cell in distinct if isinstance(cell, str)]
    pairs = [parts for parts in map(_parts, texts) if parts]
    days = [cell for cell in distinct if isinstance(cell, date)]
    timed_cells: list[Cell] = [*days, *(text for text in texts if ":" in text)]
    clocks = [clock for clock in map(_clock, timed_cells) if clock is not None]
    timed = [clock for clock in clocks if not is_midnight(clock)]
    whole = len(timed) < len(clocks) or any(type(cell) is date for cell in days)
    shifted = len(timed) >= FEWEST_SHIFTED and not whole and all(map(is_midnight_elsewhere, timed))
    return DayColumn(
        _order(pairs, title, 1 if any(map(_AMERICAN.match, texts)) else FEWEST_AMERICAN),
        _are_swapped(pairs, days),
        shifted,
        bool(timed) and not all(map(is_midnight_elsewhere, timed)),
    )


def ordered_by_others(column: DayColumn, others: Iterable[DayColumn]) -> DayColumn:
    """The column; where it is silent, day comes first unless another one writes the month so."""
    if column.order is not Order.SILENT:
        return column
    doubtful = any(other.order in {Order.MONTH_FIRST, Order.OPEN} for other in others)
    order = Order.OPEN if doubtful else Order.DAY_FIRST
    return DayColumn(order, column.swapped, column.shifted, column.of_acts)


def is_midnight_elsewhere(clock: time) -> bool:
    """Whether a clock shows a full hour at which it may be midnight in Vietnam."""
    return clock.hour >= _EVENING and clock.minute == 0 and clock.second == 0


def clock_of(cell: Cell) -> time | None:
    """The time of day of a cell without a zone; None when it names none."""
    return _clock(cell)


def _clock(cell: Cell) -> time | None:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, str) and ":" in cell:
        clock = split_clock(cell.lower())[1]
        return clock if clock and clock.tzinfo is None else None
    return None


def _parts(text: str) -> tuple[int, int] | None:
    found = _PARTS.match(plain_hyphens(text))
    return (int(found[1]), int(found[2])) if found else None


def _order(pairs: Sequence[tuple[int, int]], title: str, fewest: int) -> Order:
    day = sum(1 for first, second in pairs if first > 12 >= second)
    month = sum(1 for first, second in pairs if second > 12 >= first)
    if not day and not month:
        if _MONTH_FIRST_TITLE.search(title):
            return Order.MONTH_FIRST
        return Order.DAY_FIRST if _DAY_FIRST_TITLE.search(title) else Order.SILENT
    # A single cell against very many is a slip of the pen, and no day at all.
    if day > OVERWHELMING * month:
        return Order.DAY_FIRST
    if month < fewest and not day and _IN_WORDS.search(title):
        return Order.DAY_FIRST
    sure = month >= fewest and month > OVERWHELMING * day
    return Order.MONTH_FIRST if sure else Order.OPEN


def _are_swapped(pairs: Sequence[tuple[int, int]], days: Sequence[date]) -> bool:
    """Whether Excel made dates of what fitted its order and left the rest as text."""
    left = len(pairs) > 1 and all(max(parts) > 12 for parts in pairs)
    return left and len(days) > 1 and all(day.day <= 12 for day in days)
