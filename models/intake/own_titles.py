"""Columns titled as the contest calls its marks are these marks, whatever the words say elsewhere.

So the workbooks that go out in the words of a contest are read when they come back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.contests.mark_names import MarkNames
from models.intake.shape.fields import Field
from models.intake.shape.records import CHOSEN, ColumnGuess, TableGuess
from models.records import Mark
from models.text.names import search_fold

OF_CONTEST = "Theo tên gọi của cuộc thi: “{title}”"
TAKEN = "Cột “{title}” ghi mốc này theo tên gọi của cuộc thi"


def with_own_titles(guess: TableGuess, names: MarkNames) -> TableGuess:
    """The table with such columns read as marks; another column of the same meaning gives way."""
    fields = _fields_of(names)
    own = {
        column.index: field
        for column in guess.columns
        if column.why != CHOSEN and (field := fields.get(search_fold(column.header_text)))
    }
    titles = {own[each.index]: each.header_text for each in guess.columns if each.index in own}
    return replace(guess, columns=tuple(_read(each, own, titles) for each in guess.columns))


def _read(
    column: ColumnGuess, own: Mapping[int, Field], titles: Mapping[Field, str]
) -> ColumnGuess:
    if column.index in own:
        why = OF_CONTEST.format(title=column.header_text)
        return replace(column, field=own[column.index], why=why, may_be=None)
    if column.field in titles:
        why = TAKEN.format(title=titles[column.field])
        return replace(column, field=Field.IGNORED, why=why)
    return column


def _fields_of(names: MarkNames) -> dict[str, Field]:
    """What stands above the columns of marks that have words of their own, folded."""
    words = {Mark.REGISTERED: names.registered, Mark.COMPLETED: names.completed}
    found: dict[str, Field] = {}
    for mark in (each for each in names.counted if words[each]):
        titles = {names.done(mark): str(mark), names.deed(mark): str(mark)}
        titles[names.day_title(mark)] = f"{mark}_on"
        found |= {search_fold(title): Field(name) for title, name in titles.items()}
    return found
