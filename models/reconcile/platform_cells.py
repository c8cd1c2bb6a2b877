"""Cells of a platform that hold more than their column says: units, communes, identity papers."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.intake.communes import commune_named
from models.intake.grid import Cell, GridRow, Sheet, Workbook, column_letter, row_number
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.layout import layout_of
from models.intake.shape.looks import is_identity_number
from models.intake.shape.people import NO_NAME, read_name
from models.intake.shape.records import ColumnGuess, Problem, SkippedRow, SourceRow, TableGuess
from models.intake.shape.sorting import GROUP, NOT_FILLED
from models.intake.shape.totals import TOTAL
from models.intake.shape.unit_beside import NamedThere, begins_with_unit, name_and_unit
from models.text.names import match_key
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
_HEADERS = frozenset(
    {
        "xa", "phuong", "xa phuong", "phuong xa", "xa phuong dac khu", "ten xa", "ten xa phuong",
        "ten xa phuong dac khu", "ten phuong xa", "dia phuong", "don vi hanh chinh", "cap xa",
        "ubnd xa phuong", "ubnd xa phuong dac khu", "thuoc xa phuong", "xa phuong thi tran",
        "don vi cap xa", "don vi xa phuong", "commune", "ward",
    }
)  # fmt: skip
MOST = 0.5
"""So many of the cells must name a commune before the column counts."""
_SALT = secrets.token_bytes(16)


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


def with_communes(sheet: Sheet, guess: TableGuess, rows: Sequence[SourceRow]) -> list[SourceRow]:
    """The rows, each with the commune of its column behind the unit: "Trạm Y tế, Xã Bình Giang"."""
    column = _column(sheet, guess, rows)
    if column is None:
        return list(rows)
    named = [_commune_in(sheet.rows[row.row - 1][column]) for row in rows]
    return [
        row._replace(unit=_joined(row.unit, commune)) if commune else row
        for row, commune in zip(rows, named, strict=True)
    ]


def _column(sheet: Sheet, guess: TableGuess, rows: Sequence[SourceRow]) -> int | None:
    for column in guess.columns:
        if _may_be_of_communes(column):
            cells = (sheet.rows[row.row - 1][column.index] for row in rows)
            if _name_communes(cells):
                return column.index
    return None


def _may_be_of_communes(column: ColumnGuess) -> bool:
    levels = column.header_text.split(" / ")
    open_ = column.field in {Field.IGNORED, Field.COMMUNE}
    return open_ and fold_header(levels[-1]) in _HEADERS


def _name_communes(cells: Iterable[Cell]) -> bool:
    filled = [cell for cell in cells if cell is not None]
    return sum(bool(_commune_in(cell)) for cell in filled) > MOST * len(filled)


def _commune_in(cell: Cell) -> str:
    return commune_named(cell) if isinstance(cell, str) else ""


def _joined(unit: str, commune: str) -> str:
    if match_key(commune) in match_key(unit):
        return unit
    return f"{unit}, {commune}" if unit else commune


def login_tokens(sheet: Sheet, guess: TableGuess) -> Mapping[int, str]:
    """By row (as Excel counts): what is equal for equal logins of this kind, and says nothing.

    The tokens are other ones each time that the program runs.
    """
    fields = layout_of(guess).at
    column = fields.get(Field.LOGIN, fields.get(Field.NATIONAL_ID))
    if column is None:
        return {}
    first, last = guess.data_rows
    cells = ((at, sheet.rows[at][column]) for at in range(first - 1, min(last, len(sheet.rows))))
    return {at + 1: _token(cell) for at, cell in cells if is_identity_number(cell)}


def _token(cell: object) -> str:
    digits = "".join(filter(str.isdigit, str(int(cell) if isinstance(cell, float) else cell)))
    return hashlib.blake2b(digits.zfill(12).encode(), key=_SALT, digest_size=12).hexdigest()
