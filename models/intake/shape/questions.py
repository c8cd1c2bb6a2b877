"""What must be asked of a table before it is read, and which of its columns stay open."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.intake.grid import column_letter
from models.intake.shape.blocks import other_people
from models.intake.shape.circles.sign import TableSigns
from models.intake.shape.circles.verdict import whose_list
from models.intake.shape.decide import TableReading
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.names import NameWay

SURE = 2.4
"""From this weight on names are read without a question."""

_SCHEDULE = re.compile(
    r"\b(?:lich (?:truc|cong tac|lam viec|hop|tiep|thi|giang|day|kham|tiem|phan cong)"
    r"|thoi khoa bieu|phan cong (?:truc|truc ban|lich)|ca truc|kip truc|truc (?:ban|tet|le)"
    r"|schedule|timetable)\b"
)
_A_SCHEDULE = "Bảng là lịch hoặc phân công theo ngày, không chắc là danh sách người"
_WHO = "hãy xem lại và chọn cột họ tên"


class TableQuestion(NamedTuple):
    """What is asked; `by_name` says that naming the sheet answers it. No words: no question."""

    words: str = ""
    by_name: bool = False


def question_of(
    reading: TableReading, way: NameWay, table: TableSigns, *, alone: bool
) -> TableQuestion:
    """The one question of a table."""
    above = [cell for row in table.around.above for cell in row if isinstance(cell, str)]
    folded = [fold_header(text) for text in (table.around.sheet, *above)]
    if any(_SCHEDULE.search(text) for text in folded):
        return TableQuestion(_A_SCHEDULE, by_name=True)
    if others := whose_list(table):
        return TableQuestion(others, by_name=True)
    if way.weight < SURE and _any_filled(reading, way):
        return TableQuestion(f"Không chắc {_columns(reading, way)} là họ và tên; {_WHO}")
    other = other_people(reading) if alone else None
    if other is not None:
        return TableQuestion(
            f"Có hai cột tên người khác nhau: {_columns(reading, way)} và "
            f"{_columns(reading, other)}; không rõ danh sách là của ai"
        )
    return TableQuestion()


def _any_filled(reading: TableReading, way: NameWay) -> bool:
    return any(reading.columns[index].filled for index in way.indexes)


def _columns(reading: TableReading, way: NameWay) -> str:
    return " và ".join(_named(reading.columns[index]) for index in sorted(way.indexes))


def _named(column: ColumnEvidence) -> str:
    title = f" “{column.title.text}”" if column.title.text else ""
    return f"cột {column_letter(column.index)}{title}"
