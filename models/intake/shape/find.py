"""Finding the tables of a workbook and proposing what their columns mean."""

from __future__ import annotations

import re
from dataclasses import replace

from models.errors import AppError
from models.intake.grid import Cell, Row, Sheet, Workbook, row_number
from models.intake.shape.columns import guess_columns
from models.intake.shape.fields import FIELD_TITLES, NAME_FIELDS, UNREAD_FIELDS, Field
from models.intake.shape.headers import (
    LAST_HEADER_ROW,
    MOST_HEADER_ROWS,
    Header,
    find_header,
    fold_header,
    read_header,
)
from models.intake.shape.looks import is_person, profile
from models.intake.shape.records import ColumnGuess, TableGuess
from models.intake.shape.titles import unit_of_sheet

SAMPLE_ROWS = 400
FEW_ROWS = 5_000
"""Sheets below this are searched for further tables under the first one."""

SURE_ENOUGH = 0.6

_CONTACT = re.compile(r"(?:nguoi|dau moi|can bo)\b")
"""A second name headed so belongs to the person before it."""

NO_HEADER = "Bảng không có dòng tiêu đề; các cột được đoán theo nội dung"

_NAME_HEADER = re.compile(r"^.{0,30}(?:tên|ten|name|thí sinh|người dự thi)", re.IGNORECASE)


def find_tables(workbook: Workbook) -> list[TableGuess]:
    """The tables of all sheets, in the order of the sheets.

    Hidden sheets are found too, marked `hidden` and not `wanted`. An empty list means that
    no sheet holds anything like a list of people; `no_table` says so to the officer.
    """
    guesses = [guess for sheet in workbook.sheets for guess in _tables_of(sheet)]
    several = len({guess.sheet for guess in guesses if not guess.hidden}) > 1
    return [
        replace(guess, unit=guess.unit or unit_of_sheet(guess.sheet)) if several else guess
        for guess in guesses
    ]


def with_header(workbook: Workbook, guess: TableGuess, first: int, last: int) -> TableGuess:
    """The guess for the header rows that the officer points at (numbers as Excel shows)."""
    sheet = workbook.sheet(guess.sheet)
    if not 1 <= first <= last <= len(sheet.rows) or last - first >= MOST_HEADER_ROWS:
        advice = f"Hãy chọn từ 1 đến {MOST_HEADER_ROWS} dòng liền nhau, nằm trong trang tính."
        raise AppError(f"Không thể lấy dòng {first}–{last} làm tiêu đề.", advice)
    header = read_header(sheet, first - 1, last - 1)
    return _guess(sheet, header, len(sheet.rows), range(sheet.width))


def no_table(workbook: Workbook) -> AppError:
    """What to say when no sheet holds a list of people."""
    return AppError(
        f"Không tìm thấy danh sách người trong tệp “{workbook.file_name}”.",
        "Hãy chọn dòng tiêu đề có cột “Họ và tên”, hoặc kiểm tra xem có chọn nhầm tệp không.",
    )


def _tables_of(sheet: Sheet) -> list[TableGuess]:
    if not sheet.rows:
        return []
    header = find_header(sheet, 0, LAST_HEADER_ROW - 1)
    if header is None:
        return _headerless(sheet)
    headers = [header]
    if len(sheet.rows) <= FEW_ROWS:
        headers += _further_headers(sheet, header)
    ends = [following.first for following in headers[1:]] + [len(sheet.rows)]
    guesses = []
    for found, end in zip(headers, ends, strict=True):
        for columns in _side_by_side(found, sheet, end):
            guesses.append(_guess(sheet, found, end, columns))
    return [guess for guess in guesses if _has_name(guess)]


def _further_headers(sheet: Sheet, first: Header) -> list[Header]:
    """Headers below the first that cut the columns differently; equal ones are repetitions."""
    headers: list[Header] = []
    current = first
    start = first.last + 1
    while start < len(sheet.rows):
        found = _next_header(sheet, start)
        if found is None:
            break
        if _meanings(found) != _meanings(current):
            headers.append(found)
            current = found
        start = found.last + 1
    return headers


def _next_header(sheet: Sheet, start: int) -> Header | None:
    for row in range(start, len(sheet.rows)):
        if not any(isinstance(cell, str) and _NAME_HEADER.search(cell) for cell in sheet.rows[row]):
            continue
        header = read_header(sheet, row, row)
        if sum(1 for found in header.fields if found) >= 3:
            better = find_header(sheet, row, row)
            if better and any(f and f[0] in NAME_FIELDS for f in better.fields):
                return better
    return None


def _meanings(header: Header) -> list[Field | None]:
    return [found[0] if found else None for found in header.fields]


def _side_by_side(header: Header, sheet: Sheet, end: int) -> list[range]:
    """The column ranges of tables that stand beside one another under one header."""
    starts = [0]
    seen: set[Field] = set()
    for index, found in enumerate(header.fields):
        if found is None:
            continue
        repeats = found[0] in {Field.ORDER_NUMBER, Field.FULL_NAME} and found[0] in seen
        repeats = repeats and not _CONTACT.match(fold_header(header.levels[index][-1]))
        beside = sheet.rows[header.last + 1 : end][:SAMPLE_ROWS]
        if repeats and seen & NAME_FIELDS and _holds_people(header, beside, index):
            starts.append(index)
            seen = set()
        seen.add(found[0])
    width = sheet.width
    return [range(a, b) for a, b in zip(starts, [*starts[1:], width], strict=True)]


def _holds_people(header: Header, rows: list[Row], start: int) -> bool:
    """Whether a name column at or after `start` holds whole names, and others than before it."""
    names = {Field.FULL_NAME, Field.FAMILY_NAME}
    indexes = [at for at, found in enumerate(header.fields) if found and found[0] in names]
    index = next((at for at in indexes if at >= start), None)
    if index is None:
        return False
    cells = [row[index] for row in rows]
    filled = sum(1 for cell in cells if cell is not None)
    people = sum(1 for cell in cells if isinstance(cell, str) and is_person(cell))
    before = [at for at in indexes if at < start]
    repeated = sum(1 for row in rows if before and row[index] and row[index] == row[before[-1]])
    return people * 2 >= filled > 0 and repeated * 2 < filled


def _headerless(sheet: Sheet) -> list[TableGuess]:
    """A list without header, known by a column of people."""
    cells = _sample(sheet, 0, len(sheet.rows), range(sheet.width))
    guesses = []
    for part in _alike(cells):
        masked = [column if i in part else [] for i, column in enumerate(cells)]
        found = guess_columns(None, masked)
        guess = _made(sheet, (0, 0), found, (1, len(sheet.rows)), part)
        if _has_name(guess):
            sure, remarks = min(guess.confidence, SURE_ENOUGH), (*guess.remarks, NO_HEADER)
            guesses.append(replace(guess, confidence=sure, remarks=remarks))
    return guesses


def _alike(cells: list[list[Cell]]) -> list[range]:
    """The parts of a list that is written in several equal blocks beside one another."""
    looks = [profile(column) for column in cells]
    names = [at for at, look in enumerate(looks) if look.person > SURE_ENOUGH]
    whole = [range(len(cells))]
    if len(names) < 2:
        return whole
    starts = [name - names[0] for name in names]
    step = starts[1]
    phones = [at for at, look in enumerate(looks) if look.phone > SURE_ENOUGH]
    blocks = [{at - start for at in phones if start <= at < start + step} for start in starts]
    regular = starts == list(range(0, step * len(names), step)) and names[0] < step
    if not regular or any(block != blocks[0] for block in blocks):
        return whole
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(cells)], strict=True)]


def _guess(sheet: Sheet, header: Header, end: int, columns: range) -> TableGuess:
    guesses = guess_columns(header, _sample(sheet, header.last + 1, end, range(sheet.width)))
    inside = [guess for guess in guesses if guess.index in columns]
    if len(columns) < sheet.width:
        cut = replace(
            header,
            levels=tuple(t if i in columns else () for i, t in enumerate(header.levels)),
            fields=tuple(f if i in columns else None for i, f in enumerate(header.fields)),
        )
        cells = _sample(sheet, header.last + 1, end, range(sheet.width))
        masked = [column if i in columns else [] for i, column in enumerate(cells)]
        inside = guess_columns(cut, masked)
    header_rows = (row_number(header.first), row_number(header.last))
    return _made(sheet, header_rows, inside, (row_number(header.last) + 1, end), columns)


def _sample(sheet: Sheet, start: int, end: int, columns: range) -> list[list[Cell]]:
    """The columns of a stretch of rows, without rows that hold only one thing."""
    rows = sheet.rows[start:end]
    full = [row for row in rows[:SAMPLE_ROWS] if sum(cell is not None for cell in row) > 1]
    full = full or rows[:SAMPLE_ROWS]
    return [[row[index] for row in full] for index in columns]


def _made(
    sheet: Sheet,
    header_rows: tuple[int, int],
    columns: list[ColumnGuess],
    data: tuple[int, int],
    width: range,
) -> TableGuess:
    from models.intake.shape.titles import unit_above

    known = {column.field for column in columns} - UNREAD_FIELDS
    confidence = min(0.98, 0.5 + 0.12 * len(known)) if known & NAME_FIELDS else 0.2
    above = sheet.rows[: header_rows[0] - 1] if header_rows[0] else []
    remarks = []
    if sheet.hidden:
        remarks.append("Trang tính này đang ẩn trong tệp")
    if columns_hidden := _hidden_columns(sheet, columns):
        remarks.append(f"Các cột đang ẩn trong tệp vẫn được đọc: {columns_hidden}")
    hidden = sum(1 for row in sheet.hidden_rows if data[0] <= row + 1 <= data[1])
    if hidden:
        remarks.append(f"Có {hidden} dòng đang ẩn hoặc bị lọc")
    return TableGuess(
        sheet=sheet.name,
        header_rows=header_rows,
        columns=tuple(columns),
        confidence=round(confidence, 2),
        data_rows=data,
        unit=unit_above(above, width),
        hidden=sheet.hidden,
        wanted=not sheet.hidden and confidence >= SURE_ENOUGH,
        remarks=tuple(remarks),
    )


def _hidden_columns(sheet: Sheet, columns: list[ColumnGuess]) -> str:
    """The hidden columns that are read; the one with our own id is always hidden."""
    return ", ".join(
        f"{column.letter} ({' '.join(column.header_text.split()) or FIELD_TITLES[column.field]})"
        for column in columns
        if column.index in sheet.hidden_columns
        and column.field not in UNREAD_FIELDS | {Field.RECORD}
    )


def _has_name(guess: TableGuess) -> bool:
    return any(column.field in NAME_FIELDS for column in guess.columns)
