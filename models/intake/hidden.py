"""Rows and sheets that are hidden in the file: read or left out, but always told by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.errors import AppError
from models.intake.grid import Sheet, Workbook
from models.intake.shape.records import Problem, ShapedTable, SkippedRow, SourceRow, TableGuess
from models.text.formats import number

STILL_READ = "Dòng đang ẩn hoặc bị lọc trong tệp; vẫn được đọc."
LEFT_OUT = "Bỏ qua vì dòng đang ẩn hoặc bị lọc trong tệp."
TABLE_UNREAD = (
    "Bảng này không được đọc vì chưa chắc là danh sách người; nếu cần, hãy chọn bảng này trong cửa "
    "sổ nhập."
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
    return ShapedTable(
        tuple(row for row in table.rows if not row.hidden),
        tuple(sorted((*skipped, *left_out), key=lambda row: row.row)),
        tuple(problem for problem in table.problems if problem.row not in hidden),
    )


def unread_sheets(
    guesses: Iterable[TableGuess], wanted: Sequence[TableGuess]
) -> tuple[Problem, ...]:
    """A problem for each table that is passed over: on a hidden sheet that nobody asked for, or
    because it is not sure to be a list of people."""
    read = {guess.sheet for guess in wanted}
    return tuple(
        Problem(
            guess.sheet,
            guess.data_rows[0],
            "",
            f"{number(_rows(guess))} dòng",
            SHEET_UNREAD if guess.hidden else _why_unread(guess),
        )
        for guess in guesses
        if (guess.hidden and guess.sheet not in read)
        or not (guess.hidden or _is_read(guess, wanted))
    )


def _is_read(guess: TableGuess, wanted: Sequence[TableGuess]) -> bool:
    """Whether the rows of a table are read, under whatever header and columns were said."""
    return any(
        each.sheet == guess.sheet
        and each.data_rows[0] <= guess.data_rows[1]
        and guess.data_rows[0] <= each.data_rows[1]
        for each in wanted
    )


def _why_unread(guess: TableGuess) -> str:
    return f"{guess.question}; chưa đọc bảng này." if guess.question else TABLE_UNREAD


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
