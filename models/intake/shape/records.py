"""What shaping gives: a guess about a table that the officer can correct, and typed rows.

All row numbers here are those that Excel shows (the first row is 1); columns have an index
from 0 and a letter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from models.intake.shape.employment import Employment
from models.intake.shape.fields import PRIVATE_FIELDS, Field
from models.records import Gender, Mark, StaffType
from models.text.phones import Phone

CHOSEN = "Cán bộ đã chọn"
"""Why a column means what the officer has said."""


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for. `why` is a Vietnamese clause for the officer.

    `may_be` is what a column may mean that is left open: it is not read until somebody says so.
    """

    index: int
    letter: str
    header_text: str
    field: Field
    why: str = ""
    may_be: Field | None = None


@dataclass(frozen=True, slots=True)
class TableGuess:
    """Where a table lies and what its columns mean.

    `header_rows` are the first and last row of the header, (0, 0) for a table without one;
    `data_rows` are the first and last row below it. `unit` is the unit of rows that name
    none (from the title, or the name of the sheet), `position` their post (from the title of
    the names: "Bí thư"). `confidence` runs from 0 to 1.
    `wanted` says whether the table would be read unless the officer says otherwise; `question`
    is what must be answered before, "" when nothing is open, and `by_name` says that naming
    the sheet answers it.
    """

    sheet: str
    header_rows: tuple[int, int]
    columns: tuple[ColumnGuess, ...]
    confidence: float
    data_rows: tuple[int, int]
    unit: str = ""
    hidden: bool = False
    wanted: bool = True
    remarks: tuple[str, ...] = ()
    question: str = ""
    by_name: bool = False
    position: str = ""

    @property
    def signature(self) -> str:
        """Equal for files of the same shape: a hash of the header texts in their order."""
        from models.intake.shape.evidence.folding import fold_header

        texts = "\n".join(fold_header(column.header_text) for column in self.columns)
        return hashlib.sha256(texts.encode()).hexdigest()[:16]

    @property
    def fields(self) -> dict[int, Field]:
        """The field of each column by its index; what is remembered for the next file."""
        return {column.index: column.field for column in self.columns}

    @property
    def open_columns(self) -> tuple[ColumnGuess, ...]:
        """The columns of which somebody must say what they mean."""
        return tuple(column for column in self.columns if column.may_be is not None)

    @property
    def private_columns(self) -> tuple[ColumnGuess, ...]:
        """The columns that were recognised and are not read."""
        return tuple(column for column in self.columns if column.field in PRIVATE_FIELDS)

    def with_columns(self, fields: Mapping[int, Field]) -> TableGuess:
        """The guess with the officer's word on some columns, by column index."""
        columns = tuple(
            replace(column, field=fields[column.index], why=CHOSEN, may_be=None)
            if fields.get(column.index, column.field) is not column.field
            else column
            for column in self.columns
        )
        return replace(self, columns=columns)


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that could not be taken as it stands. `reason` is a Vietnamese sentence."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that gives no person. `rejected` marks those that seem to be meant as one."""

    sheet: str
    row: int
    reason: str
    text: str = ""
    rejected: bool = False


class SourceRow(NamedTuple):
    """One person as the file has them.

    `birth` is ISO text as far as known ("1985", "1985-04-02" or ""). `registered` and
    `completed` are None where the file says nothing. `hidden` rows were hidden or filtered
    out. `login` is the account on the platform, `record` the stable id that our own exports
    carry; numbers of identity papers are left out. `asked` are marks that a cell may give and
    that somebody must decide; `employment` is what the row says of the person's work, `commune`
    of which commune they are. Who `failed` took part and is said not to have passed.
    The minutes are those of the day, where the file tells times of day.
    """

    sheet: str
    row: int
    name: str
    phone: Phone
    unit: str = ""
    position: str = ""
    staff_type: StaffType | None = None
    birth: str = ""
    gender: Gender | None = None
    email: str = ""
    staff_code: str = ""
    note: str = ""
    registered: bool | None = None
    completed: bool | None = None
    registered_on: date | None = None
    completed_on: date | None = None
    score: float | None = None
    attempts: int | None = None
    login: str = ""
    record: str = ""
    commune: str = ""
    hidden: bool = False
    problems: tuple[Problem, ...] = ()
    asked: tuple[Mark, ...] = ()
    employment: Employment | None = None
    failed: bool = False
    registered_minute: int | None = None
    completed_minute: int | None = None


@dataclass(frozen=True, slots=True)
class ShapedTable:
    """All rows below the header: each lies in `rows` or in `skipped`, blank ones in neither.

    `problems` are all problems of the table, those of rejected rows included; `unit_asked` is
    the question about those of whom no unit is known, "" when everybody has one.
    """

    rows: tuple[SourceRow, ...]
    skipped: tuple[SkippedRow, ...]
    problems: tuple[Problem, ...]
    unit_asked: str = ""

    @property
    def rejected(self) -> tuple[SkippedRow, ...]:
        """The rows that seem to be meant as people and could not be read."""
        return tuple(row for row in self.skipped if row.rejected)
