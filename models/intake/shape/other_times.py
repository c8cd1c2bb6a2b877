"""Columns of marks whose titles name another time than the contest's: "Hoàn thành 2024"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from models.intake.shape.contest_time import earliest_day, years_of_contest
from models.intake.shape.fields import Field
from models.intake.shape.mark_titles import LEVELS, MARK_FIELDS, mark_title
from models.intake.shape.records import CHOSEN, ColumnGuess, TableGuess
from models.text.formats import short_date

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(?:\d{1,2}/)?\d{1,2}/(\d\d)(?![\d/])")
_MONTH = re.compile(r"(?<![\d/])(1[0-2]|0?[1-9])[/.-](20\d\d)(?!\d)")
_QUARTER = re.compile(r"\bqu[yý] (iv|i{1,3}|[1-4])[ ,/.-]*(?:năm |nam )?(20\d\d)", re.IGNORECASE)
_A_ROUND = re.compile(
    r"(?:đợt|dot|lần|lan|số|kỳ|kì|vòng|vong|chặng|chang)\s*(?:thứ\s*)?$", re.IGNORECASE
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LAST_MONTH_OF_DAY = 12

OF_ANOTHER_TIME = (
    "Tiêu đề ghi “{time}”, không phải thời gian tổ chức cuộc thi{begins}, nên không nhập; nếu đúng "
    "là của cuộc thi, hãy chọn nội dung cho cột này"
)


def without_other_times(guess: TableGuess, today: date, begins: date | None) -> TableGuess:
    """The table with such columns unread; another column of the same meaning takes the place."""
    since = f" (bắt đầu {short_date(begins)})" if begins else ""
    refused: dict[int, ColumnGuess] = {}
    for column in guess.columns:
        if column.field not in MARK_FIELDS or column.why == CHOSEN:
            continue
        if time := other_time(column.header_text, today, begins):
            why = OF_ANOTHER_TIME.format(time=time, begins=since)
            refused[column.index] = replace(column, field=Field.OTHER_MATTER, why=why)
    if not refused:
        return guess
    freed = {each.field for each in guess.columns if each.index in refused}
    columns: list[ColumnGuess] = []
    for column in guess.columns:
        said = _said_in_vain(column)
        if column.index in refused:
            columns.append(refused[column.index])
        elif said in freed and _is_of_the_contest(column.header_text, today, begins):
            freed.discard(said)
            why = f"Theo tiêu đề “{column.header_text}”"
            columns.append(replace(column, field=said, why=why))
        else:
            columns.append(column)
    return replace(guess, columns=tuple(columns))


def other_time(title: str, today: date, begins: date | None) -> str:
    """The year, the month or the quarter of a title in which the contest was not held; "" for
    none."""
    years = years_of_contest(today, begins)
    for found in _YEAR.finditer(title):
        if int(found[1]) not in years:
            return found[1]
    for found in _SHORT_YEAR.finditer(title):
        named = 2000 + int(found[1])
        whole = found[0].count("/") == 2 or int(found[1]) > _LAST_MONTH_OF_DAY
        if whole and named not in years:
            return found[0]
    first = earliest_day(today, begins)
    months = [
        (found[0], int(found[1]), int(found[2]))
        for found in _MONTH.finditer(title)
        if not _A_ROUND.search(title[: found.start()])
    ]
    for found in _QUARTER.finditer(title):
        quarter = _QUARTERS.get(found[1].lower()) or int(found[1])
        months.append((found[0], 3 * quarter, int(found[2])))
    for written, month, year in months:
        if date(year, month, monthrange(year, month)[1]) < first:
            return written
    return ""


def _is_of_the_contest(title: str, today: date, begins: date | None) -> bool:
    """Whether a title names no other time, and where it has numbers the contest's own year."""
    named = any(int(year) in years_of_contest(today, begins) for year in _YEAR.findall(title))
    return not other_time(title, today, begins) and (named or not re.search(r"\d", title))


def _said_in_vain(column: ColumnGuess) -> Field | None:
    """What the title of an unread column says of marks."""
    if column.field is not Field.IGNORED or column.may_be is not None or column.why == CHOSEN:
        return None
    return mark_title(tuple(column.header_text.split(LEVELS)))
