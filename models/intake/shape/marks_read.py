"""What the columns of a table say of the contest and of employment, person by person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from models.intake.grid import Cell, column_letter
from models.intake.shape import values
from models.intake.shape.cells import read_mark
from models.intake.shape.contest_time import why_too_early
from models.intake.shape.day_columns import DayColumn
from models.intake.shape.days import day_reader, minute_of_act, usual_habits
from models.intake.shape.employment import Employment, employment_of
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.legends import legend_of
from models.intake.shape.mark_titles import LEVELS, names_a_mark, says_completed
from models.intake.shape.row_marks import MarksVerdict, Part, Voice, voices_verdict
from models.intake.shape.statuses import NOTHING, StatusAsked, StatusSaid, judge_status
from models.intake.shape.values import Complaints
from models.intake.shape.voices import (
    points_voice,
    voice_of_attempts,
    voice_of_day,
    voice_of_denial,
    voice_of_early_day,
    voice_of_note,
    voice_of_status,
)
from models.records import ContestTerms, Mark
from models.text.formats import short_date

ABOUT_WORK = (Field.EMPLOYMENT, Field.COMPLETED, Field.REGISTERED, Field.NOTE)
"""The columns in which words about employment may stand."""

CLASH = "{begins} {one}, nhưng {other}; chưa đánh dấu."
_WRITES = "{column} ghi “{cell}”"


MARKING = frozenset(
    {
        Field.REGISTERED, Field.COMPLETED, Field.NOT_REGISTERED, Field.NOT_COMPLETED,
        Field.REGISTERED_ON, Field.COMPLETED_ON,
    }
)  # fmt: skip
"""The columns in which marks stand."""


DayTime = tuple[date | None, int | None]
"""A day, and the minute of it where the file tells one."""


class MarksRead(NamedTuple):
    """The marks and days of each person, the marks to be decided, what is said of work, and whether
    they took part without passing."""

    registered: list[bool | None]
    completed: list[bool | None]
    registered_on: list[date | None]
    completed_on: list[date | None]
    asked: list[tuple[Mark, ...]]
    employment: list[Employment | None]
    failed: list[bool]
    registered_minute: list[int | None]
    completed_minute: list[int | None]


class _Heard(NamedTuple):
    """What one column says, person by person."""

    column: int
    cells: Sequence[Cell]
    voices: list[Voice]


@dataclass(frozen=True, slots=True)
class MarkReader:
    """Reads the columns of marks of one table; `count` is the number of its people, `cells` gives
    their cells in a column."""

    layout: Layout
    cells: Callable[[int], Sequence[Cell]]
    complaints: Complaints
    count: int
    today: date
    terms: ContestTerms
    habits: Callable[[Field], DayColumn] = usual_habits
    """How the dates of the column of a field are written."""
    signs: tuple[tuple[str, bool], ...] = ()
    """What signs mean by the lines above the table."""

    def marks(self) -> MarksRead:
        """What every person is said to have done, by all columns together."""
        if MARKING.isdisjoint(self.layout.at):
            silent: list[Any] = [None] * self.count
            open_: list[tuple[Mark, ...]] = [()] * self.count
            return MarksRead(
                silent,
                silent,
                silent,
                silent,
                open_,
                self._employment(),
                [False] * self.count,
                silent,
                silent,
            )
        heard: list[_Heard] = []
        joined, done = (self._said(f, heard) for f in (Field.REGISTERED, Field.COMPLETED))
        self._denied(Field.NOT_REGISTERED, Mark.REGISTERED, heard)
        self._denied(Field.NOT_COMPLETED, Mark.COMPLETED, heard)
        joined_on = self._days(Field.REGISTERED_ON, Mark.REGISTERED, heard)
        done_on = self._days(Field.COMPLETED_ON, Mark.COMPLETED, heard)
        self._others(heard)
        self._forget_our_own_no(heard)
        found = self._verdicts(heard)
        pairs = list(zip(joined, done, strict=True))
        return MarksRead(
            [each.registered for each in found],
            [each.completed for each in found],
            [
                day or a.registered_on or b.registered_on
                for (day, _), (a, b) in zip(joined_on, pairs, strict=True)
            ],
            [
                day or a.completed_on or b.completed_on
                for (day, _), (a, b) in zip(done_on, pairs, strict=True)
            ],
            [each.asked for each in found],
            self._employment(),
            [each.failed for each in found],
            [minute for _, minute in joined_on],
            [minute for _, minute in done_on],
        )

    def _forget_our_own_no(self, heard: Sequence[_Heard]) -> None:
        """In our own kits we wrote that nobody has registered: who is said there to have completed
        need not have that mended."""
        columns = {each.column: each.voices for each in heard}
        ours = columns.get(self.layout.at.get(Field.REGISTERED, -1), [])
        done = columns.get(self.layout.at.get(Field.COMPLETED, -1), [])
        if Field.RECORD not in self.layout.at:
            return
        for at, (no, yes) in enumerate(zip(ours, done, strict=False)):
            if yes.completed and no == Voice(no.part, registered=False):
                ours[at] = Voice(no.part)

    def _read(self, at: int, read: Callable[[Cell], values.ValueRead[Any]]) -> list[Any]:
        return values.read_column(self.cells(at), at, read, self.complaints)

    def _heard(self, at: int, voices: list[Voice]) -> _Heard:
        return _Heard(at, self.cells(at), voices)

    def _said(self, field: Field, heard: list[_Heard]) -> list[StatusSaid]:
        at = self.layout.at.get(field)
        if at is None:
            return [NOTHING] * self.count
        asked = self._asked(field, at)
        status, overall = values.status_reader(asked), self._is_overall(field, at)

        def read(cell: Cell) -> values.ValueRead[tuple[StatusSaid, Voice]]:
            said, why = status(cell)
            return (said, voice_of_status(cell, said, self.today, Part.WORD, overall=overall)), why

        told = self._read(at, read)
        heard.append(self._heard(at, [voice for _, voice in told]))
        return [said for said, _ in told]

    def _asked(self, field: Field, at: int) -> StatusAsked:
        named = any(map(names_a_mark, self.layout.header_texts.get(at, ())))
        legends = (legend_of(level) for level in self.layout.titles.get(at, "").split(LEVELS))
        signs = tuple(pair for each in legends for pair in each.signs.items()) or self.signs
        return StatusAsked(field is Field.COMPLETED, named, self.today, *self.terms, signs)

    def _is_overall(self, field: Field, at: int) -> bool:
        """Whether a column tells of everything: "Trạng thái", and not "Hoàn thành"."""
        return field is Field.COMPLETED and not says_completed(self.layout.titles.get(at, ""))

    def _denied(self, field: Field, mark: Mark, heard: list[_Heard]) -> None:
        at = self.layout.at.get(field)
        if at is not None:
            told = self._read(at, lambda cell: (voice_of_denial(cell, mark), ""))
            heard.append(self._heard(at, told))

    def _days(self, field: Field, mark: Mark, heard: list[_Heard]) -> list[DayTime]:
        at = self.layout.at.get(field)
        if at is None:
            return [(None, None)] * self.count
        of_the_mark = mark is Mark.REGISTERED or says_completed(self.layout.titles.get(at, ""))
        part = Part.DAY if of_the_mark else Part.ATTEMPT
        habits = self.habits(field)
        day_of = day_reader(self.today, habits)

        def read(cell: Cell) -> values.ValueRead[tuple[DayTime, Voice]]:
            day, why = day_of(cell)
            if day is not None and (early := why_too_early(day, self.today, self.terms.begins)):
                return ((None, None), voice_of_early_day(mark, part)), early
            minute = None if day is None else minute_of_act(cell, habits)
            return ((day, minute), voice_of_day(cell, day, mark, part)), why

        told = self._read(at, read)
        heard.append(self._heard(at, [voice for _, voice in told]))
        return [when for when, _ in told]

    def _others(self, heard: list[_Heard]) -> None:
        """Further columns, points and remarks, as far as they speak against a mark."""
        readers: list[tuple[int, Callable[[Cell], Voice]]] = [
            (at, self._witness(field, at)) for at, field in self.layout.witnesses.items()
        ]
        at = self.layout.at.get(Field.SCORE)
        if at is not None and any(map(values.has_points, self.cells(at))):
            readers.append((at, points_voice(self.terms.pass_mark)))
        if Field.ATTEMPTS in self.layout.at:
            readers.append((self.layout.at[Field.ATTEMPTS], voice_of_attempts))
        for field in (Field.EMPLOYMENT, Field.NOTE):
            if field in self.layout.at:
                readers.append((self.layout.at[field], self._remark(field)))
        for at, read in readers:
            told = values.read_silently(self.cells(at), read)
            heard.append(self._heard(at, told))

    def _witness(self, field: Field, at: int) -> Callable[[Cell], Voice]:
        asked = self._asked(field, at)

        def read(cell: Cell) -> Voice:
            return voice_of_status(cell, judge_status(cell, asked), self.today, Part.WITNESS)

        return read

    def _remark(self, field: Field) -> Callable[[Cell], Voice]:
        def read(cell: Cell) -> Voice:
            return voice_of_note(self._told_of_work(field, cell), self.today)

        return read

    def _told_of_work(self, field: Field, cell: Cell) -> Cell:
        """What a cell says of somebody's work: a mark says what its title "Nghỉ việc" does."""
        if field is not Field.EMPLOYMENT or not read_mark(cell):
            return cell
        title = self.layout.title(field).split(LEVELS)[-1]
        return f"{title} từ {short_date(cell)}" if isinstance(cell, date) else title

    def _verdicts(self, heard: Sequence[_Heard]) -> list[MarksVerdict]:
        """What each row comes to; equal rows are judged once."""
        known: dict[tuple[int, ...], MarksVerdict] = {}
        found: list[MarksVerdict] = []
        for position, voices in enumerate(zip(*(each.voices for each in heard), strict=True)):
            key = tuple(map(id, voices))
            told = known.get(key)
            if told is None:
                told = known[key] = voices_verdict(voices)
            if told.clash is not None:
                self._tell(position, heard, told.clash)
            found.append(told)
        return found

    def _tell(self, position: int, heard: Sequence[_Heard], clash: tuple[int, int]) -> None:
        first, second = (heard[at] for at in clash)
        one, other = self._writes(first, position), self._writes(second, position)
        words = CLASH.format(begins=values.TO_DECIDE_BEGINS, one=one, other=other)
        self.complaints.add(position, first.column, first.cells[position], words)

    def _writes(self, heard: _Heard, position: int) -> str:
        cell = heard.cells[position]
        title = " ".join(self.layout.titles.get(heard.column, "").split(LEVELS)[-1].split())
        column = f"cột “{title}”" if title else f"cột {column_letter(heard.column)}"
        if cell is None or not str(cell).strip():
            return f"{column} để trống"
        shown = short_date(cell) if isinstance(cell, date) else cell
        return _WRITES.format(column=column, cell=shown)

    def _employment(self) -> list[Employment | None]:
        """What the first column that speaks of somebody's work says of it."""
        found: list[Employment | None] = [None] * self.count
        for field in ABOUT_WORK:
            if field in self.layout.at:
                told = self._read(self.layout.at[field], self._work(field))
                found = [each or other for each, other in zip(found, told, strict=True)]
        return found

    def _work(self, field: Field) -> Callable[[Cell], values.ValueRead[Employment | None]]:
        def read(cell: Cell) -> values.ValueRead[Employment | None]:
            told = self._told_of_work(field, cell)
            return (employment_of(told, self.today) if isinstance(told, str) else None), ""

        return read
