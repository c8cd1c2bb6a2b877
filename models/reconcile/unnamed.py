"""Rows without a usable name: an export of phones or logins alone is one of platforms, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from models.intake.grid import Cell, Sheet, column_letter
from models.intake.shape import values
from models.intake.shape.columns import column_guesses
from models.intake.shape.fields import Field
from models.intake.shape.find import best_reading
from models.intake.shape.layout import Layout, layout_of, name_text
from models.intake.shape.marks_read import MarkReader
from models.intake.shape.records import Problem, SourceRow, TableGuess
from models.intake.shape.values import Complaints
from models.records import NO_TERMS, ContestTerms
from models.text.names import storage_form
from models.text.phones import Phone

NO_NAMES = "Bảng không có cột họ tên; mọi người được tìm theo tài khoản, số điện thoại"
_KEYS = {Field.PHONE, Field.LOGIN}


def table_without_names(sheet: Sheet) -> TableGuess | None:
    """The table of a sheet that has phones or logins and no names; None when it has neither."""
    reading = best_reading(sheet, 0, len(sheet.rows)) if sheet.rows else None
    if reading is None:
        return None
    columns = column_guesses(reading, None, range(sheet.width))
    if not _KEYS & {column.field for column in columns}:
        return None
    header = reading.header
    return TableGuess(
        sheet=sheet.name,
        header_rows=(header.first + 1, header.last + 1) if header else (0, 0),
        columns=tuple(columns),
        confidence=0.6,
        data_rows=(header.last + 2 if header else 1, len(sheet.rows)),
        hidden=sheet.hidden,
        wanted=not sheet.hidden,
        remarks=(NO_NAMES,),
    )


def rows_by_key(
    sheet: Sheet,
    guess: TableGuess,
    places: Sequence[int],
    today: date,
    terms: ContestTerms = NO_TERMS,
) -> list[SourceRow]:
    """Those of the rows at `places` (0-based) that have a login or a mobile, without a sure name.

    `name` is then what stands in the name cell, "" when nothing does.
    """
    layout = layout_of(guess)
    reader = _Reader(sheet, layout, places, today, terms)
    return [row for row in reader.rows(guess.unit) if row.phone.number or row.login]


class _Reader:
    """Reads the cells of chosen rows, column by column."""

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        places: Sequence[int],
        today: date,
        terms: ContestTerms,
    ) -> None:
        self._sheet, self._layout, self._today = sheet, layout, today
        self._terms = terms
        self._complaints = Complaints()
        self._places = [at for at in places if at < len(sheet.rows)]

    def rows(self, unit: str) -> list[SourceRow]:
        read = self._read
        phones = self._phones()
        marks = MarkReader(
            self._layout,
            self._cells,
            self._complaints,
            len(self._places),
            self._today,
            self._terms,
        ).marks()
        columns = zip(
            self._places,
            phones,
            read(Field.LOGIN, values.read_login, ""),
            read(Field.UNIT, values.read_text_cell, ""),
            marks.registered,
            marks.completed,
            marks.registered_on,
            marks.completed_on,
            read(Field.SCORE, values.score_reader(self._layout.title(Field.SCORE)), None),
            read(Field.ATTEMPTS, values.read_count_cell, None),
            strict=True,
        )
        return [
            SourceRow(
                sheet=self._sheet.name,
                row=at + 1,
                name=self._name(at),
                phone=phone,
                unit=written or unit,
                registered=joined,
                completed=done,
                registered_on=joined_on,
                completed_on=done_on,
                score=score,
                attempts=tries,
                login=login,
                problems=self._problems(position, at),
                asked=marks.asked[position],
                failed=marks.failed[position],
                registered_minute=marks.registered_minute[position],
                completed_minute=marks.completed_minute[position],
            )
            for position, (
                at, phone, login, written, joined, done, joined_on, done_on, score, tries
            ) in enumerate(columns)
        ]  # fmt: skip

    def _problems(self, position: int, at: int) -> tuple[Problem, ...]:
        return tuple(
            Problem(self._sheet.name, at + 1, column_letter(column), str(cell), reason)
            for column, cell, reason in self._complaints.by_position.get(position, ())
        )

    def _name(self, at: int) -> str:
        indexes = self._layout.name_indexes
        return storage_form(name_text(self._sheet.rows[at], indexes)) if indexes else ""

    def _phones(self) -> list[Phone]:
        own = self._read(Field.PHONE, values.read_phone, values.NO_PHONE)
        logins = self._read(Field.LOGIN, values.phone_of_login, values.NO_PHONE)
        return [phone if phone.number else login for phone, login in zip(own, logins, strict=True)]

    def _read(self, field: Field, read: Callable[..., Any], otherwise: Any) -> list[Any]:
        column = self._layout.at.get(field)
        if column is None:
            return [otherwise] * len(self._places)
        return values.read_column(self._cells(column), column, read, self._complaints)

    def _cells(self, column: int) -> list[Cell]:
        return [self._sheet.rows[at][column] for at in self._places]
