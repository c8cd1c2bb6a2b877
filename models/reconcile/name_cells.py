"""Name cells of a platform that hold more than a name, and results that stand without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.intake.grid import GridRow, Sheet, Workbook, column_letter, row_number
from models.intake.shape.fields import Field
from models.intake.shape.layout import layout_of
from models.intake.shape.people import NO_NAME, read_name
from models.intake.shape.records import Problem, SkippedRow, SourceRow, TableGuess
from models.intake.shape.sorting import GROUP, NOT_FILLED
from models.intake.shape.totals import TOTAL
from models.intake.shape.unit_beside import NamedThere, begins_with_unit, name_and_unit
from models.text.phones import normalise_phone

NamesThere = Mapping[int, NamedThere]
"""By row (0-based): what the name cell holds, where it is more than a name."""

WITH_UNIT = "Ô họ tên có cả đơn vị: đọc là “{name}”, đơn vị “{unit}”."
NO_ACCOUNT = "Dòng cộng, không phải một người; không tính là tài khoản."
ONLY_NAME = "Ô họ tên có cả nội dung khác: đọc là “{name}”."
OF_PLATFORMS = {Field.LOGIN, Field.SCORE, Field.ATTEMPTS}
_RESULTS = (
    Field.LOGIN, Field.PHONE, Field.SCORE, Field.ATTEMPTS, Field.COMPLETED, Field.COMPLETED_ON,
    Field.REGISTERED, Field.REGISTERED_ON,
)  # fmt: skip


def as_written(sheet: Sheet, guess: TableGuess, rows: Sequence[SourceRow]) -> list[SourceRow]:
    """The rows of a platform, where a blank unit is blank and not the one of the row above."""
    layout = layout_of(guess)
    column = layout.at.get(Field.UNIT)
    if column is None or not OF_PLATFORMS & layout.at.keys() or sheet.merges:
        return list(rows)
    blank = [sheet.rows[row.row - 1][column] is None for row in rows]
    written = {row.unit for row, empty in zip(rows, blank, strict=True) if not empty}
    return [
        row._replace(unit="") if empty and row.unit in written else row
        for row, empty in zip(rows, blank, strict=True)
    ]


def with_names_alone(workbook: Workbook, guess: TableGuess) -> tuple[Workbook, NamesThere]:
    """The workbook with "Trần Thị Bình" in place of "TYT_Trần Thị Bình", and what was there."""
    sheet = workbook.sheet(guess.sheet)
    columns = layout_of(guess).name_indexes
    found = _found(sheet, guess, columns[0]) if len(columns) == 1 else {}
    if not found:
        return workbook, found
    rows = list(sheet.rows)
    for at, named in found.items():
        rows[at] = _with_cell(rows[at], columns[0], named.name)
    sheets = [replace(sheet, rows=rows) if each is sheet else each for each in workbook.sheets]
    return replace(workbook, sheets=tuple(sheets)), found


def with_units_beside(rows: Sequence[SourceRow], beside: NamesThere) -> list[SourceRow]:
    """The rows, where a blank unit or phone is the one beside the name."""
    return [_completed(row, beside[row.row - 1]) if row.row - 1 in beside else row for row in rows]


def with_own_names(rows: Iterable[SourceRow]) -> list[SourceRow]:
    """Rows whose names are as somebody typed them: a unit beside a name is that of the row."""
    found = ((row, _named(row.name)) for row in rows)
    return [
        _completed(row._replace(name=named.name), named) if named else row for row, named in found
    ]


def read_apart(sheet: Sheet, guess: TableGuess, beside: NamesThere) -> list[Problem]:
    """How each of these cells was understood, to be told."""
    (column, *_) = layout_of(guess).name_indexes or (0,)
    return [
        Problem(
            sheet.name,
            row_number(at),
            column_letter(column),
            str(sheet.rows[at][column]),
            (WITH_UNIT if named.unit else ONLY_NAME).format(name=named.name, unit=named.unit),
        )
        for at, named in beside.items()
    ]


def results_without_name(
    sheet: Sheet, guess: TableGuess, skipped: Iterable[SkippedRow]
) -> list[Problem]:
    """A problem for each row that holds a result and no name."""
    layout = layout_of(guess)
    names = layout.name_indexes
    results = [layout.at[field] for field in _RESULTS if field in layout.at]
    letter = column_letter(next(iter(names), 0))
    found: list[Problem] = []
    for each in skipped:
        row = sheet.rows[each.row - 1]
        in_unit = each.reason != GROUP or _is_filled(row, layout.at.get(Field.UNIT))
        without = each.reason in {NOT_FILLED, GROUP} and not any(
            _is_filled(row, at) for at in names
        )
        if without and in_unit and any(_is_filled(row, at) for at in results):
            found.append(Problem(sheet.name, each.row, letter, "", NO_NAME))
    return found


def totals_left_out(skipped: Iterable[SkippedRow]) -> list[Problem]:
    """A problem for each row that sums up others, so that nobody misses an account."""
    return [
        Problem(each.sheet, each.row, "", each.text, NO_ACCOUNT)
        for each in skipped
        if each.reason == TOTAL
    ]


def _is_filled(row: GridRow, column: int | None) -> bool:
    return column is not None and row[column] is not None and bool(str(row[column]).strip())


def _found(sheet: Sheet, guess: TableGuess, column: int) -> dict[int, NamedThere]:
    first, last = guess.data_rows
    found: dict[int, NamedThere] = {}
    for at in range(first - 1, min(last, len(sheet.rows))):
        text = sheet.rows[at][column]
        if isinstance(text, str) and (named := _named(text)) is not None:
            found[at] = named
    return found


def _named(text: str) -> NamedThere | None:
    doubtful = begins_with_unit(text) or bool(read_name(text).problem)
    return name_and_unit(text) if doubtful else None


def _with_cell(row: GridRow, column: int, text: str) -> GridRow:
    return (*row[:column], text, *row[column + 1 :])


def _completed(row: SourceRow, named: NamedThere) -> SourceRow:
    phone = row.phone if row.phone.number or not named.phone else normalise_phone(named.phone)
    return row._replace(unit=row.unit or named.unit, phone=phone)
