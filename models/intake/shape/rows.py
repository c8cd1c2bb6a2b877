"""From a table and the meaning of its columns to typed rows; nothing of the file is lost.

Rows are sorted first (people, groups, furniture), then read column by column: the same text
is parsed once, which keeps 60.000 rows within a second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from models.intake.grid import Cell, Sheet, Workbook, column_letter, row_number
from models.intake.shape import values
from models.intake.shape.above import without_dittos
from models.intake.shape.births import BIRTH_PARTS, birth_of_parts, tells_births
from models.intake.shape.by_column import rows_of
from models.intake.shape.crowded import Crowd, people_apart, shared_out
from models.intake.shape.days import USUAL, DayColumns, birth_reader
from models.intake.shape.empties import with_plain_cells
from models.intake.shape.fields import Field
from models.intake.shape.groups_said import staff_types_of, units_of, with_status
from models.intake.shape.layout import Layout, layout_of, merged_values
from models.intake.shape.legends import signs_above
from models.intake.shape.marks_read import MarkReader
from models.intake.shape.people import ReadName, read_names, units_beside
from models.intake.shape.post_and_unit import posts_and_units
from models.intake.shape.progress import with_progress
from models.intake.shape.records import Problem, ShapedTable, SkippedRow, TableGuess
from models.intake.shape.sorting import Sorted, sort_rows
from models.intake.shape.spoilt import LOST_LETTER, SPOILT_NAME
from models.intake.shape.spoilt_units import mended_by_others
from models.intake.shape.told import struck_rows, tell_of_cells, told_at, told_of_others
from models.intake.shape.unit_asked import unit_asked
from models.intake.shape.unread import unread_columns
from models.intake.shape.values import Complaints, Value, ValueRead
from models.machine.collector import paused_collector
from models.records import NO_TERMS, ContestTerms, Gender, StaffType
from models.text.phones import Phone, normalise_phone, with_second


def shape_rows(
    workbook: Workbook, guess: TableGuess, today: date, terms: ContestTerms = NO_TERMS
) -> ShapedTable:
    """All rows below the header of `guess`, each in exactly one of `rows` and `skipped`.

    `today` settles two-digit years, `terms` are the contest's. Raises KeyError without the sheet.
    """
    with paused_collector():
        sheet = with_progress(workbook, guess).sheet(guess.sheet)
        return _Shaper(sheet, guess, today, terms).shaped()


class _Shaper:
    """Reads the people of one table, column by column."""

    def __init__(self, sheet: Sheet, guess: TableGuess, today: date, terms: ContestTerms) -> None:
        self._guess, self._today, self._terms = guess, today, terms
        self._layout: Layout = layout_of(guess)
        self._sheet = sheet = with_plain_cells(sheet, self._layout.at)
        self._sorted: Sorted = sort_rows(sheet, guess, self._layout)
        first, last = (row - 1 for row in guess.data_rows)
        self._merged = merged_values(sheet, self._layout, first, last)
        self._complaints = Complaints()
        self._crowd: Crowd = people_apart(self._sorted, sheet, self._layout)
        self._sorted = self._crowd.people
        self._shared_out: dict[int, list[Cell]] = {}
        self._dated = DayColumns(guess, self._layout, self._cells)

    def shaped(self) -> ShapedTable:
        """Everything below the header."""
        tell_of_cells(self._sheet, self._layout, self._sorted.rows, self._complaints)
        names = read_names(self._sorted.names, births=not tells_births(self._layout.at))
        self._tell_of_names(names)
        beside = [""] * len(names)
        if Field.UNIT not in self._layout.at:
            beside, names = units_beside(names)
        columns = self._columns(names, beside)
        rejected: list[SkippedRow] = []
        struck = struck_rows(self._sheet, self._guess)
        problems = unread_columns(self._guess, self._sorted.skipped) + self._dated.problems()
        problems += told_of_others(self._sheet, self._guess, set(self._sorted.rows), struck)
        own: list[tuple[Problem, ...]] = [()] * len(names)
        unread = {position for position, read in enumerate(names) if read.problem}
        for position in sorted(unread | self._complaints.by_position.keys()):
            at, read = self._sorted.rows[position], names[position]
            if read.problem:
                rejected.append(self._rejection(at, read))
                problems += self._reasons_of_rejection(position, at, read)
            else:
                own[position] = tuple(self._problems(position, at))
                problems += own[position]
        rows = rows_of(self._sheet, self._sorted.rows, names, columns, own, self._marks)
        taken = (row for position, row in enumerate(rows) if position not in unread)
        skipped = sorted(self._sorted.skipped + rejected + struck, key=lambda row: row.row)
        people = tuple(taken if unread else rows)
        asked = unit_asked(self._sheet, self._guess, self._sorted.groups, people)
        return ShapedTable(people, tuple(skipped), tuple(problems), asked)

    def _columns(self, names: list[ReadName], beside: list[str]) -> list[list[Any]]:
        """The columns of SourceRow from `phone` to `commune`, in its order."""
        births, genders = self._births_and_genders(names)
        read = MarkReader(
            self._layout,
            self._cells,
            self._complaints,
            len(names),
            self._today,
            self._terms,
            self._dated.column,
            signs_above(self._sheet.rows[: max(self._guess.header_rows[0] - 1, 0)]),
        ).marks()
        marks = self._marks = with_status(read, self._sorted.groups, self._today)
        phones = self._phones(names)
        points = values.score_reader(self._layout.title(Field.SCORE))
        codes = self._read(Field.STAFF_CODE, values.read_text_cell, "")
        positions, written = self._posts_and_units()
        post = self._guess.position
        return [
            list(phones),
            [unit or other for unit, other in zip(beside, self._units(written), strict=True)],
            [own or read.position or post for own, read in zip(positions, names, strict=True)],
            list(self._staff_types()),
            list(births),
            list(genders),
            list(self._read(Field.EMAIL, values.read_text_cell, "")),
            [own or read.code for own, read in zip(codes, names, strict=True)],
            list(self._notes(names, phones)),
            list(marks.registered),
            list(marks.completed),
            list(marks.registered_on),
            list(marks.completed_on),
            list(self._read(Field.SCORE, points, None)),
            list(self._read(Field.ATTEMPTS, values.read_count_cell, None)),
            list(self._read(Field.LOGIN, values.read_login, "")),
            list(self._read(Field.RECORD, values.read_text_cell, "")),
            list(self._read(Field.COMMUNE, values.read_text_cell, "")),
        ]

    def _cells(self, column: int) -> list[Cell]:
        cells = list(self._written[column])
        if merged := self._merged.get(column):
            places = zip(self._sorted.rows, cells, strict=True)
            cells = [merged.get(at, cell) for at, cell in places]
        if not self._crowd.places:
            return cells
        if column not in self._shared_out:
            field = self._layout.field_of(column)
            self._shared_out[column] = shared_out(
                cells, column, field, self._crowd, self._complaints
            )
        return self._shared_out[column]

    @cached_property
    def _written(self) -> list[tuple[Cell, ...]]:
        """The cells of the people by column, as they are written."""
        rows = [self._sheet.rows[at] for at in self._sorted.rows]
        return list(zip(*rows, strict=True)) or [()] * self._sheet.width

    def _read(
        self, field: Field, read: Callable[[Cell], ValueRead[Value]], otherwise: Value
    ) -> list[Value]:
        column = self._layout.at.get(field)
        if column is None:
            return [otherwise] * len(self._sorted.rows)
        cells = self._cells(column)
        if field is Field.UNIT:
            cells = mended_by_others(cells, column, self._complaints)
        return values.read_column(cells, column, read, self._complaints)

    def _phones(self, names: list[ReadName]) -> list[Phone]:
        phones = self._read(Field.PHONE, values.read_phone, values.NO_PHONE)
        if Field.OTHER_PHONE in self._layout.at:
            others = self._read(Field.OTHER_PHONE, values.read_phone, values.NO_PHONE)
            phones = list(map(with_second, phones, others))
        accounts = self._read(Field.LOGIN, values.phone_of_login, values.NO_PHONE)
        return [
            phone if phone.raw else normalise_phone(read.phone) if read.phone else account
            for phone, account, read in zip(phones, accounts, names, strict=True)
        ]

    def _posts_and_units(self) -> tuple[list[str], list[str]]:
        """The posts and the units as they are written, told apart where one column holds both."""
        posts = without_dittos(self._read(Field.POSITION, values.read_text_cell, ""))
        units = without_dittos(self._read(Field.UNIT, values.read_text_cell, ""))
        return posts_and_units(posts, units, self._layout, self._sorted.groups, self._guess.unit)

    def _units(self, written: list[str]) -> list[str]:
        column = self._layout.at.get(Field.UNIT)
        told = None if column is None else told_at(self._sheet, self._sorted.rows, column)
        return units_of(written, self._sorted.groups, self._guess.unit, told)

    def _staff_types(self) -> list[StaffType | None]:
        own = self._read(Field.STAFF_TYPE, values.read_staff_cell, None)
        return staff_types_of(own, self._sorted.groups)

    def _births_and_genders(self, names: list[ReadName]) -> tuple[list[str], list[Gender | None]]:
        births, of_men, of_women = (
            self._read(field, birth_reader(self._today, self._dated.column(field)), "")
            for field in (Field.BIRTH, Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN)
        )
        in_parts = self._births_in_parts(birth_reader(self._today, USUAL))
        if not tells_births(self._layout.at) and any(read.born for read in names):
            column = next(iter(self._layout.name_indexes), 0)
            usual = birth_reader(self._today, USUAL)
            born = [read.born or None for read in names]
            births = values.read_column(born, column, usual, self._complaints)
        genders = self._genders()
        return (
            [
                a or b or c or d
                for a, b, c, d in zip(births, in_parts, of_men, of_women, strict=True)
            ],
            [
                gender or (Gender.MALE if man else Gender.FEMALE if woman else read_.gender)
                for gender, man, woman, read_ in zip(genders, of_men, of_women, names, strict=True)
            ],
        )

    def _births_in_parts(self, read: Callable[[Cell], ValueRead[str]]) -> list[str]:
        """The births that stand in columns of their own for day, month and year."""
        columns = [self._layout.at.get(field) for field in BIRTH_PARTS]
        present = [column for column in columns if column is not None]
        if not present:
            return [""] * len(self._sorted.rows)
        blank: list[Cell] = [None] * len(self._sorted.rows)
        parts = [blank if column is None else self._cells(column) for column in columns]
        whole = [birth_of_parts(*cells) for cells in zip(*parts, strict=True)]
        return values.read_column(whole, present[-1], read, self._complaints)

    def _genders(self) -> list[Gender | None]:
        genders = self._read(Field.GENDER, values.read_gender_cell, None)
        men = self._read(Field.MALE_MARK, values.gender_mark_reader(Gender.MALE), None)
        women = self._read(Field.FEMALE_MARK, values.gender_mark_reader(Gender.FEMALE), None)
        # A lone column Nữ with an x for each woman leaves the men blank.
        lone = Field.FEMALE_MARK in self._layout.at and not {
            Field.GENDER, Field.MALE_MARK
        } & self._layout.at.keys()  # fmt: skip
        blank = Gender.MALE if lone and any(women) else None
        return [a or b or c or blank for a, b, c in zip(genders, men, women, strict=True)]

    def _notes(self, names: list[ReadName], phones: list[Phone]) -> list[str]:
        notes = self._read(Field.NOTE, values.read_text_cell, "")
        return [
            _joined(note, read.note, phone) if read.note or phone.remark else note
            for note, read, phone in zip(notes, names, phones, strict=True)
        ]

    def _tell_of_names(self, names: Sequence[ReadName]) -> None:
        """What is to be said of names that were read, and of cells that held several."""
        column = next(iter(self._layout.name_indexes), 0)
        whole = not any(LOST_LETTER in read.name or read.told for read in names)
        for position, read in enumerate(names) if self._crowd.places or not whole else ():
            which, count = self._crowd.places.get(position, (0, 1))
            spoilt = LOST_LETTER in read.name
            if count == 1 and not read.told and not spoilt:
                continue
            cell = self._sheet.rows[self._sorted.rows[position]][column]
            if spoilt or read.told:
                said = SPOILT_NAME if spoilt else read.told
                self._complaints.add(position, column, cell, said)
            if count > 1 and which == 0:
                together = "; ".join(each.name for each in names[position : position + count])
                reason = f"Một ô có {count} người ({together}); đã tách mỗi người một dòng."
                self._complaints.add(position, column, cell, reason)

    def _problems(self, position: int, at: int) -> list[Problem]:
        return [
            Problem(self._sheet.name, row_number(at), column_letter(column), str(cell), reason)
            for column, cell, reason in self._complaints.by_position.get(position, ())
        ]

    def _reasons_of_rejection(self, position: int, at: int, read: ReadName) -> list[Problem]:
        others = self._problems(position, at)
        letters = {column_letter(index) for index in self._layout.name_indexes}
        explained = any(problem.column in letters for problem in others)
        return others if explained else [self._name_problem(at, read), *others]

    def _name_problem(self, at: int, read: ReadName) -> Problem:
        column = next(iter(self._layout.name_indexes), 0)
        cell = self._sheet.rows[at][column]
        shown = "" if cell is None else str(cell)
        letter = column_letter(column)
        return Problem(self._sheet.name, row_number(at), letter, shown, read.problem)

    def _rejection(self, at: int, read: ReadName) -> SkippedRow:
        row = self._sheet.rows[at]
        text = " | ".join(str(row[i]) for i in self._layout.indexes if row[i] is not None)
        return SkippedRow(self._sheet.name, row_number(at), read.problem, text[:200], True)


def _joined(note: str, beside_name: str, phone: Phone) -> str:
    beside_phone = f"Cạnh số điện thoại ghi: {phone.remark}" if phone.remark else ""
    return "; ".join(part for part in (note, beside_name, beside_phone) if part)
