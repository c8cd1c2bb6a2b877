"""Rows and sheets that are hidden in the file: read or left out, but always told by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.errors import AppError
from models.intake.grid import Sheet, Workbook
from models.intake.shape.fields import NAME_FIELDS
from models.intake.shape.records import Problem, ShapedTable, SkippedRow, SourceRow, TableGuess
from models.text.formats import number

STILL_READ = "Dòng đang ẩn hoặc bị lọc trong tệp; vẫn được đọc."
LEFT_OUT = "Bỏ qua vì dòng đang ẩn hoặc bị lọc trong tệp."
TABLE_UNREAD = (
    "Bảng này không được đọc vì chưa chắc là danh sách người; nếu cần, hãy chọn bảng này khi nhập "
    'trong cửa sổ (khi dùng lệnh: --sheet "{sheet}").'
)
SHEET_UNREAD = "Trang tính đang ẩn nên không đọc."


def hidden_rows(sheet: Sheet, guess: TableGuess) -> int:
    """How many rows of the table hold something and are hidden or filtered out."""
    first, last = guess.data_rows
    return sum(
        any(cell is not None for cell in sheet.rows[at])
        for at in sheet.hidden_rows
        if first <= at + 1 <= last and at < len(sheet.rows)
    )


def with_hidden_told(table: ShapedTable) -> ShapedTable:
    """The table with a problem for each hidden row that is read."""
    told = tuple(_still_read(row) for row in table.rows if row.hidden)
    return replace(table, problems=(*table.problems, *told)) if told else table


def without_hidden(table: ShapedTable, sheet: Sheet) -> ShapedTable:
    """The table with its hidden people, and hidden rows meant as people, among the skipped."""
    hidden = {at + 1 for at in sheet.hidden_rows}
    left_out = [
        SkippedRow(row.sheet, row.row, LEFT_OUT, row.name) for row in table.rows if row.hidden
    ]
    skipped = [
        replace(row, reason=LEFT_OUT, rejected=False) if row.rejected and row.row in hidden else row
        for row in table.skipped
    ]
    return replace(
        table,
        rows=tuple(row for row in table.rows if not row.hidden),
        skipped=tuple(sorted((*skipped, *left_out), key=lambda row: row.row)),
        problems=tuple(problem for problem in table.problems if problem.row not in hidden),
    )


def unread_sheets(
    guesses: Iterable[TableGuess],
    wanted: Sequence[TableGuess],
    asked: Sequence[TableGuess] = (),
) -> tuple[Problem, ...]:
    """A problem for each table that is passed over: on a hidden sheet that nobody asked for, or
    because it is not sure to be a list of people; those that are `asked` about are told there."""
    read = {guess.sheet for guess in wanted}
    told = (*wanted, *asked)
    return tuple(
        Problem(
            guess.sheet,
            guess.data_rows[0],
            "",
            f"{number(_rows(guess))} dòng",
            SHEET_UNREAD if guess.hidden else _why_unread(guess),
        )
        for guess in guesses
        if (guess.sheet not in read if guess.hidden else not any(_covers(t, guess) for t in told))
    )


def _covers(told: TableGuess, guess: TableGuess) -> bool:
    """Whether a table that is told of is a guess, whatever its header and columns were said to be:
    it holds the guess's names."""
    (first, last), (start, end) = told.data_rows, guess.data_rows
    names = [index for index, field in guess.fields.items() if field in NAME_FIELDS]
    held = not names or not told.fields.keys().isdisjoint(names)
    return told.sheet == guess.sheet and first <= end and start <= last and held


def _why_unread(guess: TableGuess) -> str:
    unread = f"{guess.question}; chưa đọc bảng này."
    return unread if guess.question else TABLE_UNREAD.format(sheet=guess.sheet)


def only_hidden(workbook: Workbook, guesses: Sequence[TableGuess]) -> AppError | None:
    """What to say when lists lie on hidden sheets alone; None when that is not the case."""
    names = ", ".join(f"“{guess.sheet}”" for guess in guesses if guess.hidden)
    if not names:
        return None
    return AppError(
        f"Danh sách trong tệp “{workbook.file_name}” nằm ở trang tính đang ẩn: {names}.",
        "Hãy bỏ ẩn trang tính đó trong Excel, hoặc nêu đích danh trang tính cần đọc.",
    )


def _still_read(row: SourceRow) -> Problem:
    return Problem(row.sheet, row.row, "", row.name, STILL_READ)


def _rows(guess: TableGuess) -> int:
    return guess.data_rows[1] - guess.data_rows[0] + 1
