"""Readers for the cells of dates, each knowing what its column says as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.intake.grid import Cell
from models.intake.shape.day_columns import (
    DayColumn,
    Order,
    clock_of,
    day_column,
    is_midnight_elsewhere,
    ordered_by_others,
)
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.records import Problem, TableGuess
from models.intake.shape.statuses import says_no
from models.text.clocks import is_midnight
from models.text.dates import ParsedDate, parse_date
from models.text.formats import partial_date, short_date

DATED = (
    Field.BIRTH, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN, Field.REGISTERED_ON,
    Field.COMPLETED_ON, Field.REGISTERED, Field.COMPLETED,
)  # fmt: skip
BIRTHS = frozenset({Field.BIRTH, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN})

ORDER_OPEN = (
    "Không rõ cột này viết ngày trước hay tháng trước (ví dụ “{example}”); {count} ô để trống. "
    "{how}"
)
SWAPPED = (
    "Excel có thể đã đảo ngày và tháng trong cột này (ví dụ {example}, còn ô khác là chữ); "
    "{count} ô để trống. Hãy kiểm tra và sửa cột trong tệp rồi nhập lại."
)
CHOOSE = (
    "Hãy chọn nghĩa của cột là “Ngày sinh (ngày/tháng/năm)” hoặc “Ngày sinh (tháng/ngày/năm)” "
    '(khi dùng lệnh: --map "{letter}=birth_day_first" hoặc --map "{letter}=birth_month_first").'
)
MEND = "Hãy viết lại cột này theo ngày/tháng/năm trong tệp rồi nhập lại."
MIDNIGHT_ELSEWHERE = (
    "Ô ghi {clock} ngày {day}: không rõ là {day} hay {next} (có thể lệch múi giờ); để trống."
)

OLDEST = 1906
"""Nobody who works was born before; 1900 to 2100 as days of Excel end in 1905."""

USUAL = DayColumn()

DayRead = tuple[str, str]


class DayColumns:
    """The columns of dates of one table."""

    def __init__(
        self, guess: TableGuess, layout: Layout, cells_of: Callable[[int], Sequence[Cell]]
    ) -> None:
        self._guess, self._layout = guess, layout
        titles = {column.index: column.header_text for column in guess.columns}
        indexes = {layout.at[field] for field in DATED if field in layout.at}
        self._cells = {index: cells_of(index) for index in indexes}
        alone = {i: day_column(cells, titles.get(i, "")) for i, cells in self._cells.items()}
        self._columns = {
            index: self._decided(index, ordered_by_others(column, alone.values()))
            for index, column in alone.items()
        }

    def _decided(self, index: int, column: DayColumn) -> DayColumn:
        order = self._layout.orders.get(index)
        return replace(column, order=Order(order), swapped=False) if order else column

    def column(self, field: Field) -> DayColumn:
        """The habits of the column of a field; the usual ones where there is no column."""
        return self._columns.get(self._layout.at.get(field, -1), USUAL)

    def problems(self) -> list[Problem]:
        """One problem for each column of which cells stay unread because nobody can tell."""
        found = ((index, self._open_cells(index)) for index in sorted(self._columns))
        return [self._problem(index, cells) for index, cells in found if cells]

    def _open_cells(self, index: int) -> list[Cell]:
        if not self._columns[index].may_be_open:
            return []
        return [cell for cell in self._cells[index] if self._columns[index].is_open(cell)]

    def _problem(self, index: int, cells: Sequence[Cell]) -> Problem:
        column = next(each for each in self._guess.columns if each.index == index)
        example, pattern = cells[0], ORDER_OPEN
        if isinstance(example, date):
            example, pattern = short_date(example), SWAPPED
        how = CHOOSE.format(letter=column.letter) if column.field in BIRTHS else MEND
        words = pattern.format(example=example, count=len(cells), how=how)
        row = max(self._guess.header_rows[1], 1)
        return Problem(self._guess.sheet, row, column.letter, column.header_text, words)


def usual_habits(_: Field) -> DayColumn:
    """The habits of every column where nobody has looked at it as a whole."""
    return USUAL


def _parsed(cell: Cell, today: date, column: DayColumn, *, to_midnight: bool = True) -> ParsedDate:
    """The date of a cell. Where nobody knows which part comes first, a cell tells by itself when
    one of them can be no month."""
    parsed = parse_date(cell, today, month_first=column.month_first, to_midnight=to_midnight)
    if parsed.problem and column.order is Order.OPEN:
        other = parse_date(cell, today, month_first=True, to_midnight=to_midnight)
        return parsed if other.problem else other
    return parsed


def birth_reader(today: date, column: DayColumn) -> Callable[[Cell], DayRead]:
    """Reads dates of birth as ISO text. A two-digit year never means the future."""

    def read(cell: Cell) -> DayRead:
        if cell is None or isinstance(cell, bool) or column.is_open(cell):
            return "", ""
        parsed = _parsed(cell, today, column)
        if parsed.day is not None and parsed.day.year < OLDEST and isinstance(cell, str):
            # A year in a cell that shows dates, saved as the text that was shown.
            parsed = parse_date(parsed.day, today)
        clock = clock_of(cell)
        if parsed.day is not None and clock is not None and is_midnight_elsewhere(clock):
            following = parsed.day + timedelta(days=1)
            if column.shifted:
                return following.isoformat(), ""
            words = MIDNIGHT_ELSEWHERE.format(
                clock=f"{clock:%H:%M}", day=short_date(parsed.day), next=short_date(following)
            )
            return "", words
        if parsed.year and parsed.year > today.year:
            return f"{parsed.year - 100}{parsed.text[4:]}", ""
        return parsed.text, parsed.problem

    return read


def day_reader(today: date, column: DayColumn = USUAL) -> Callable[[Cell], tuple[date | None, str]]:
    """Reads complete dates on which something has been done: none after `today`."""

    def read(cell: Cell) -> tuple[date | None, str]:
        if cell is None or isinstance(cell, bool) or says_no(cell) or column.is_open(cell):
            return None, ""
        parsed = _parsed(cell, today, column, to_midnight=not column.of_acts)
        if parsed.day is not None and parsed.day > today:
            return None, f"Ngày {short_date(parsed.day)} chưa tới; để trống."
        if parsed.text and parsed.day is None:
            shown = partial_date(parsed.text) if isinstance(cell, date) else cell
            return None, f"“{shown}” chưa đủ ngày, tháng, năm; để trống."
        return parsed.day, parsed.problem

    return read


def minute_of_act(cell: Cell, column: DayColumn) -> int | None:
    """The minute of the day at which something was done; None where the column tells no times.

    Midnight is how a day without a time is written, and a zone is not looked at.
    """
    clock = clock_of(cell) if column.of_acts else None
    return None if clock is None or is_midnight(clock) else clock.hour * 60 + clock.minute
