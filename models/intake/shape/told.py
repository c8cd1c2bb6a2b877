"""What a file has not kept of cells, what was left out of them, and what was mended in them."""

from __future__ import annotations

from collections.abc import Sequence, Set

from models.intake.grid import (
    LOST,
    NO_STORED_VALUE,
    STRUCK,
    WHOLE_ROW,
    Sheet,
    column_letter,
    row_number,
)
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.records import Problem, SkippedRow, TableGuess
from models.intake.shape.values import Complaints

STRUCK_ROW = "Cả dòng bị gạch ngang trong tệp nên không đọc."


def tell_of_cells(
    sheet: Sheet, layout: Layout, rows: Sequence[int], complaints: Complaints
) -> None:
    """Complain of such cells of people (`rows`) in the columns that are read."""
    _tell_of_missing(sheet, layout, rows, complaints)
    if not sheet.told:
        return
    positions = {at: position for position, at in enumerate(rows)}
    read = {*layout.at.values(), WHOLE_ROW}
    for (at, column), said in sheet.told.items():
        if at in positions and column in read:
            complaints.add(positions[at], column, said.value, said.reason)


def told_at(sheet: Sheet, rows: Sequence[int], column: int) -> frozenset[int]:
    """The positions whose cells in a column are blank, or shorter, for a reason that is told."""
    if not sheet.told:
        return frozenset()
    return frozenset(at for at, row in enumerate(rows) if (row, column) in sheet.told)


def struck_rows(sheet: Sheet, guess: TableGuess) -> list[SkippedRow]:
    """The rows of a table of which nothing is left, because all of it is struck out."""
    first, last = guess.data_rows[0] - 1, guess.data_rows[1] - 1
    texts: dict[int, list[str]] = {}
    for (at, _), said in sorted(sheet.told.items()):
        if said.reason == STRUCK and first <= at <= last and not any(map(_holds, sheet.rows[at])):
            texts.setdefault(at, []).append(said.value)
    return [
        SkippedRow(sheet.name, row_number(at), STRUCK_ROW, " | ".join(cells)[:200])
        for at, cells in texts.items()
    ]


def told_of_others(
    sheet: Sheet, guess: TableGuess, people: Set[int], struck: list[SkippedRow]
) -> list[Problem]:
    """A problem for each struck row, and for each cell told of in rows that are no people."""
    first = max(guess.header_rows[0] - 1, 0)
    gone = {row.row - 1 for row in struck}
    cells = [
        Problem(sheet.name, row_number(at), column_letter(column), said.value, said.reason)
        for (at, column), said in sorted(sheet.told.items())
        if first <= at < guess.data_rows[1] and at not in people and at not in gone
    ]
    rows = [Problem(each.sheet, each.row, "", each.text, each.reason) for each in struck]
    return [*rows, *cells]


def _holds(cell: object) -> bool:
    return cell is not None


def _tell_of_missing(
    sheet: Sheet, layout: Layout, rows: Sequence[int], complaints: Complaints
) -> None:
    if not sheet.missing:
        return
    positions = {at: position for position, at in enumerate(rows)}
    read = set(layout.at.values()) - {layout.at.get(Field.ORDER_NUMBER)}
    for (at, column), why in sheet.missing.items():
        if at in positions and column in read:
            complaints.add(positions[at], column, why, _about_missing(why))


def _about_missing(why: str) -> str:
    if why == NO_STORED_VALUE:
        return "Ô có công thức chưa có giá trị; hãy mở tệp bằng Excel, lưu lại rồi thử lại."
    if why == LOST:
        return "Nội dung của ô bị mất trong tệp; hãy nhập lại ô này."
    return f"Ô báo lỗi {why}; hãy sửa công thức trong tệp."
