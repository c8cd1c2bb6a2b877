"""What the columns of a table say of the contest and of employment, person by person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.intake.grid import Cell
from models.intake.shape import values
from models.intake.shape.day_columns import DayColumn
from models.intake.shape.days import day_reader, usual_habits
from models.intake.shape.employment import Employment, employment_of
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.mark_titles import names_a_mark
from models.intake.shape.statuses import NOTHING, Asked, Said, read_denial
from models.records import Mark

ReadColumn = Callable[[Field, Callable[[Cell], values.Read[Any]], Any], list[Any]]
"""Reads the column of a field for all people; the last argument stands where there is none."""

ABOUT_WORK = (Field.EMPLOYMENT, Field.COMPLETED, Field.REGISTERED, Field.NOTE)
"""The columns in which words about employment may stand."""


MARKING = frozenset(
    {
        Field.REGISTERED, Field.COMPLETED, Field.NOT_REGISTERED, Field.NOT_COMPLETED,
        Field.REGISTERED_ON, Field.COMPLETED_ON,
    }
)  # fmt: skip
"""The columns in which marks stand."""


class MarksRead(NamedTuple):
    """The marks and days of each person, the marks to be decided, and what is said of work."""

    registered: list[bool | None]
    completed: list[bool | None]
    registered_on: list[date | None]
    completed_on: list[date | None]
    asked: list[tuple[Mark, ...]]
    employment: list[Employment | None]


@dataclass(frozen=True, slots=True)
class MarkReader:
    """Reads the columns of marks of one table; `count` is the number of its people."""

    layout: Layout
    read: ReadColumn
    count: int
    today: date
    pass_mark: float | None
    habits: Callable[[Field], DayColumn] = usual_habits
    """How the dates of the column of a field are written."""

    def marks(self) -> MarksRead:
        """What every person is said to have done."""
        if MARKING.isdisjoint(self.layout.at):
            silent: list[Any] = [None] * self.count
            open_: list[tuple[Mark, ...]] = [()] * self.count
            return MarksRead(silent, silent, silent, silent, open_, self._employment())
        pairs = list(zip(self._said(Field.REGISTERED), self._said(Field.COMPLETED), strict=True))
        asked = [tuple(dict.fromkeys(a.asked + b.asked)) for a, b in pairs]
        joined = [b.registered if a.registered is None else a.registered for a, b in pairs]
        done = [a.completed if b.completed is None else b.completed for a, b in pairs]
        joined_on, done_on = map(self._days, (Field.REGISTERED_ON, Field.COMPLETED_ON))
        return MarksRead(
            [
                True if day and Mark.REGISTERED not in open_ else mark
                for mark, day, open_ in zip(
                    self._denied(Field.NOT_REGISTERED, joined), joined_on, asked, strict=True
                )
            ],
            # "Chưa đạt" beside the day of an attempt: the word counts.
            [
                True if day and mark is None and not open_ else mark
                for mark, day, open_ in zip(
                    self._denied(Field.NOT_COMPLETED, done), done_on, asked, strict=True
                )
            ],
            [
                day or a.registered_on or b.registered_on
                for day, (a, b) in zip(joined_on, pairs, strict=True)
            ],
            [
                day or a.completed_on or b.completed_on
                for day, (a, b) in zip(done_on, pairs, strict=True)
            ],
            asked,
            self._employment(),
        )

    def _days(self, field: Field) -> list[date | None]:
        return self.read(field, day_reader(self.today, self.habits(field)), None)

    def _said(self, field: Field) -> list[Said]:
        at = self.layout.at.get(field)
        if at is None:
            return [NOTHING] * self.count
        named = any(map(names_a_mark, self.layout.header_texts.get(at, ())))
        asked = Asked(field is Field.COMPLETED, named, self.today, self.pass_mark)
        return self.read(field, values.status_reader(asked), NOTHING)

    def _denied(self, field: Field, marks: Sequence[bool | None]) -> list[bool | None]:
        """The marks, with what a column "Chưa …" says of those that have none."""
        if field not in self.layout.at:
            return list(marks)
        denials = self.read(field, read_denial, None)
        return [
            said if said is not None else denial
            for said, denial in zip(marks, denials, strict=True)
        ]

    def _employment(self) -> list[Employment | None]:
        """What the first column that speaks of somebody's work says of it."""
        found: list[Employment | None] = [None] * self.count
        for field in ABOUT_WORK:
            if field in self.layout.at:
                told = self.read(field, self._work, None)
                found = [each or other for each, other in zip(found, told, strict=True)]
        return found

    def _work(self, cell: Cell) -> values.Read[Employment | None]:
        return (employment_of(cell, self.today) if isinstance(cell, str) else None), ""
