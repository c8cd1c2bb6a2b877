"""The rows of a table put together from its columns, all of one field at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import repeat
from typing import Any

from models.intake.grid import Sheet, row_number
from models.intake.shape.marks_read import MarksRead
from models.intake.shape.people import ReadName
from models.intake.shape.records import Problem, SourceRow


def rows_of(
    sheet: Sheet,
    places: Sequence[int],
    names: Sequence[ReadName],
    columns: Sequence[Sequence[Any]],
    problems: Sequence[tuple[Problem, ...]],
    marks: MarksRead,
) -> list[SourceRow]:
    """A row for each name. `places` are the rows of the sheet, `columns` the fields of a
    `SourceRow` from `phone` to `commune`."""
    count = len(names)
    whole = zip(
        repeat(sheet.name, count),
        map(row_number, places),
        [read.name for read in names],
        *columns,
        [at in sheet.hidden_rows for at in places] if sheet.hidden_rows else repeat(False, count),
        problems,
        marks.asked,
        marks.employment,
        marks.failed,
        marks.registered_minute,
        marks.completed_minute,
        strict=True,
    )
    return list(map(partial(tuple.__new__, SourceRow), whole))
