"""Finding the tables of a workbook and proposing what their columns mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from models.errors import AppError
from models.intake.grid import Sheet, Workbook, row_number
from models.intake.shape.blocks import blocks_of
from models.intake.shape.circles.communes import with_commune
from models.intake.shape.circles.kin import with_relations
from models.intake.shape.circles.sign import Around, table_of
from models.intake.shape.columns import column_guesses
from models.intake.shape.decide import Reader, TableReading
from models.intake.shape.fields import FIELD_TITLES, NAME_FIELDS, UNREAD_FIELDS, Field
from models.intake.shape.headers import (
    LAST_HEADER_ROW,
    MOST_HEADER_ROWS,
    HeaderGuess,
    header_candidates,
    header_in_rows,
)
from models.intake.shape.hidden_twins import hidden_twins
from models.intake.shape.list_titles import without_other_matters
from models.intake.shape.parts import without_parts
from models.intake.shape.posts_in_row import PostBlock, people_by_post, with_open
from models.intake.shape.questions import TableQuestion, question_of
from models.intake.shape.records import ColumnGuess, TableGuess
from models.intake.shape.samples import SAMPLE_SHEET, is_sample_sheet
from models.intake.shape.sideways import is_sideways, told_of_book
from models.intake.shape.titles import unit_above, unit_of_sheet
from models.text.formats import number

FEW_ROWS = 5_000
"""Sheets below this are searched for further tables under the first one."""

SURE_ENOUGH = 0.6

NO_HEADER = "Bảng không có dòng tiêu đề; các cột được đoán theo nội dung"

_NAME_HEADER = re.compile(r"^.{0,30}(?:tên|ten|name|thí sinh|người dự thi)", re.IGNORECASE)


def find_tables(workbook: Workbook, today: date | None = None) -> list[TableGuess]:
    """The tables of all sheets, in the order of the sheets.

    Hidden sheets are found too, marked `hidden` and not `wanted`. An empty list means that
    no sheet holds anything like a list of people; `no_table` says so to the officer. With
    `today` it counts whether the people are of an age to work.
    """
    file = PurePath(workbook.file_name).stem
    guesses = [
        without_other_matters(sheet, guess, workbook.file_name)
        for sheet in workbook.sheets
        for guess in _tables_of(sheet, file, today)
    ]
    several = len({guess.sheet for guess in guesses if not guess.hidden}) > 1
    guesses = [_asked_if_sample(guess, several=several) for guess in guesses]
    named = [replace(g, unit=g.unit or unit_of_sheet(g.sheet)) if several else g for g in guesses]
    return [without_parts(workbook.sheet(each.sheet), each) for each in named]


def _asked_if_sample(guess: TableGuess, *, several: bool) -> TableGuess:
    """The table, asked about where its sheet is an example beside others."""
    if not several or guess.question or not is_sample_sheet(guess.sheet):
        return guess
    words = SAMPLE_SHEET.format(sheet=guess.sheet)
    return replace(guess, wanted=False, question=words, by_name=True)


def with_header(workbook: Workbook, guess: TableGuess, first: int, last: int) -> TableGuess:
    """The guess for the header rows that the officer points at (numbers as Excel shows)."""
    sheet = workbook.sheet(guess.sheet)
    if not 1 <= first <= last <= len(sheet.rows) or last - first >= MOST_HEADER_ROWS:
        advice = f"Hãy chọn từ 1 đến {MOST_HEADER_ROWS} dòng liền nhau, nằm trong trang tính."
        raise AppError(f"Không thể lấy dòng {first}–{last} làm tiêu đề.", advice)
    header = header_in_rows(sheet, first - 1, last - 1)
    reading = Reader(sheet, len(sheet.rows)).reading(header)
    columns = column_guesses(reading, reading.way, range(sheet.width))
    made = _guess(sheet, reading, columns, range(sheet.width), len(sheet.rows), TableQuestion())
    return without_other_matters(sheet, made, workbook.file_name)


def no_table(workbook: Workbook, guesses: Sequence[TableGuess] = ()) -> AppError:
    """What to say when no sheet holds a list of people, or only such as must be asked about."""
    asked = next((guess for guess in guesses if guess.question), None)
    if asked is not None:
        return AppError(
            f"Chưa đọc trang tính “{asked.sheet}” của tệp “{workbook.file_name}”: "
            f"{asked.question[0].lower()}{asked.question[1:]}.",
            f'Nếu vẫn cần đọc, hãy chọn bảng này (khi dùng lệnh: --sheet "{asked.sheet}").',
        )
    if told := told_of_book(workbook):
        return AppError(f"Chưa đọc được tệp “{workbook.file_name}”. {told[0]}", told[1])
    return AppError(
        f"Không tìm thấy danh sách người trong tệp “{workbook.file_name}”.",
        "Hãy chọn dòng tiêu đề có cột “Họ và tên”, hoặc kiểm tra xem có chọn nhầm tệp không.",
    )


def best_reading(
    sheet: Sheet, first: int, end: int, *, headless: bool = True
) -> TableReading | None:
    """The heaviest reading of a stretch of rows under any header that begins in its first rows."""
    reader = Reader(sheet, end)
    found = header_candidates(sheet, first, min(first + LAST_HEADER_ROW, end) - 1)
    readings = [reader.reading(header) for header in found]
    if headless:
        readings.append(reader.reading(None, first))
    best = max(readings, key=_rank, default=None)
    while best is not None and (above := _above(readings, best)):
        best = max(above, key=_rank)
    return _with_owners(sheet, reader, best) if best is not None else None


def _with_owners(sheet: Sheet, reader: Reader, best: TableReading) -> TableReading:
    """The reading with the row above its header, where that row says whose the columns are."""
    header = best.header
    if header is None or not header.first:
        return best
    above = {cell for cell in sheet.rows[header.first - 1] if isinstance(cell, str)}
    if len(above) < 2 or header.last - header.first + 1 >= MOST_HEADER_ROWS:
        return best
    wider = reader.reading(header_in_rows(sheet, header.first - 1, header.last))
    return wider if wider.way and len(people_by_post(wider)) > 1 else best


def _above(readings: Sequence[TableReading], lower: TableReading) -> list[TableReading]:
    """The readings of a table that stands above another one, which is found after it."""
    if lower.header is None or lower.way is None:
        return []
    return [
        each
        for each in readings
        if each.header is not None
        and each.header.last < lower.header.first
        and each.way is not None
        and each.way.weight >= SURE_ENOUGH * lower.way.weight
    ]


def _rank(reading: TableReading) -> tuple[bool, float]:
    return reading.way is not None, reading.weight


def _tables_of(sheet: Sheet, file: str, today: date | None) -> list[TableGuess]:
    if not sheet.rows or is_sideways(sheet):
        return []
    reading = best_reading(sheet, 0, len(sheet.rows))
    if reading is None or reading.way is None:
        return []
    readings = [reading]
    if reading.header is not None and len(sheet.rows) <= FEW_ROWS:
        readings += _further(sheet, reading)
    ends = [_start(each) for each in readings[1:]] + [len(sheet.rows)]
    guesses = []
    for each, end in zip(readings, ends, strict=True):
        cut = end != len(sheet.rows) and each.header is not None
        own = Reader(sheet, end).reading(each.header) if cut else each
        around = Around(sheet.name, file, sheet.rows[: _start(own)], today)
        guesses += _of_reading(sheet, own, end, around)
    return guesses


def _start(reading: TableReading) -> int:
    return reading.header.first if reading.header else 0


def _of_reading(sheet: Sheet, reading: TableReading, end: int, around: Around) -> list[TableGuess]:
    guesses = []
    blocks = blocks_of(reading)
    of_all = TableQuestion()
    for block in blocks:
        seen, way, inside = block.reading, block.way, block.columns
        table = table_of(seen, way, column_guesses(seen, way, inside), around)
        columns = with_commune(with_relations(table.guesses, table.kinship))
        asked = question_of(seen, way, table, alone=len(blocks) == 1)
        if block.question:
            asked = of_all = of_all if of_all.words else _of_the_row(asked, block)
        guess = _guess(sheet, seen, with_open(columns, block), inside, end, asked)
        guesses.append(replace(guess, position=block.position))
    return guesses


def _of_the_row(asked: TableQuestion, block: PostBlock) -> TableQuestion:
    """The one question about all people of a row: what the list is, or else who is meant."""
    return asked if asked.words else TableQuestion(block.question, by_name=True)


def _further(sheet: Sheet, first: TableReading) -> list[TableReading]:
    """Readings below the first that cut the columns differently; equal ones are repetitions."""
    readings: list[TableReading] = []
    current = first
    start = first.header.last + 1 if first.header else len(sheet.rows)
    while start < len(sheet.rows):
        found = _next_header(sheet, start)
        if found is None:
            break
        reading = Reader(sheet, len(sheet.rows)).reading(found)
        if reading.way is not None and _meanings(reading) != _meanings(current):
            readings.append(reading)
            current = reading
        start = found.last + 1
    return readings


def _next_header(sheet: Sheet, start: int) -> HeaderGuess | None:
    for row in range(start, len(sheet.rows)):
        if not any(isinstance(cell, str) and _NAME_HEADER.search(cell) for cell in sheet.rows[row]):
            continue
        header = header_in_rows(sheet, row, row)
        known = [title.best for title in header.titles if title.best is not None]
        if len(set(known)) < 3 and not _names_only(known):
            continue
        found = header_candidates(sheet, row, row)
        if found and any(title.best in NAME_FIELDS for title in found[0].titles):
            return found[0]
    return None


def _names_only(known: Sequence[Field]) -> bool:
    return set(known) == {Field.ORDER_NUMBER, Field.FULL_NAME}


def _meanings(reading: TableReading) -> list[Field | None]:
    """What the titles say, column by column."""
    return [column.title.best for column in reading.columns]


def _guess(
    sheet: Sheet,
    reading: TableReading,
    columns: Sequence[ColumnGuess],
    inside: Sequence[int],
    end: int,
    asked: TableQuestion,
) -> TableGuess:
    header = reading.header
    header_rows = (row_number(header.first), row_number(header.last)) if header else (0, 0)
    first = row_number(header.last) + 1 if header else 1
    confidence = _confidence(reading, columns, asked.words)
    above = sheet.rows[: header_rows[0] - 1] if header_rows[0] else []
    return TableGuess(
        sheet=sheet.name,
        header_rows=header_rows,
        columns=tuple(columns),
        confidence=confidence,
        data_rows=(first, end),
        unit=unit_above(above, range(min(inside, default=0), max(inside, default=0) + 1)),
        hidden=sheet.hidden,
        wanted=not sheet.hidden and not asked.words and _has_name(columns),
        remarks=tuple(_remarks(sheet, columns, (first, end), headless=header is None)),
        question=asked.words,
        by_name=asked.by_name,
    )


def _confidence(reading: TableReading, columns: Sequence[ColumnGuess], question: str) -> float:
    """How sure a table is, from 0 to 1: by what is known, and by what else it might be."""
    known = {column.field for column in columns} - UNREAD_FIELDS
    sure = min(0.98, 0.5 + 0.12 * len(known)) if known & NAME_FIELDS else 0.2
    if question or reading.headless or any(column.may_be for column in columns):
        sure = min(sure, SURE_ENOUGH)
    return round(sure, 2)


def _remarks(
    sheet: Sheet, columns: Sequence[ColumnGuess], data: tuple[int, int], *, headless: bool
) -> list[str]:
    remarks = []
    if sheet.hidden:
        remarks.append("Trang tính này đang ẩn trong tệp")
    if columns_hidden := _hidden_columns(sheet, columns):
        remarks.append(f"Các cột đang ẩn trong tệp vẫn được đọc: {columns_hidden}")
    if twins := hidden_twins(columns, sheet.hidden_columns):
        remarks.append(f"Cột đang ẩn không được đọc vì đã có cột đang hiện cùng nội dung: {twins}")
    hidden = sum(1 for row in sheet.hidden_rows if data[0] <= row + 1 <= data[1])
    if hidden:
        remarks.append(f"Có {number(hidden)} dòng đang ẩn hoặc bị lọc")
    if headless:
        remarks.append(NO_HEADER)
    return remarks


def _hidden_columns(sheet: Sheet, columns: Sequence[ColumnGuess]) -> str:
    """The hidden columns that are read; the one with our own id is always hidden."""
    return ", ".join(
        f"{column.letter} ({' '.join(column.header_text.split()) or FIELD_TITLES[column.field]})"
        for column in columns
        if column.index in sheet.hidden_columns
        and column.field not in UNREAD_FIELDS | {Field.RECORD}
    )


def _has_name(columns: Sequence[ColumnGuess]) -> bool:
    return any(column.field in NAME_FIELDS for column in columns)
