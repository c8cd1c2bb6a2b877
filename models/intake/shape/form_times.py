"""Whether "Thời gian hoàn thành" is the clock of a form or the day on which somebody completed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.mark_titles import MARK_FIELDS, ends_a_form
from models.intake.shape.records import ColumnGuess

_NUMBERS_OF_A_FORM = frozenset({"id", "stt"})
_OF_THE_CONTEST = "Danh sách ghi kết quả của cuộc thi, không phải câu trả lời của biểu mẫu"


def with_form_times(columns: Sequence[ColumnGuess]) -> list[ColumnGuess]:
    """The columns, where a lone time of completing beside results of a contest is its day.

    A form gives two times, or one of sending; a list that says nothing else of the contest
    has its time from a form, too.
    """
    times = [column for column in columns if column.field is Field.FORM_TIME]
    lone = len(times) == 1 and ends_a_form(times[0].header_text)
    if not lone or not any(map(_is_result, columns)):
        return list(columns)
    return [
        replace(column, field=Field.COMPLETED_ON, why=_OF_THE_CONTEST)
        if column is times[0]
        else column
        for column in columns
    ]


def _is_result(column: ColumnGuess) -> bool:
    if column.field is Field.LOGIN:
        return fold_header(column.header_text) not in _NUMBERS_OF_A_FORM
    return column.field in MARK_FIELDS
