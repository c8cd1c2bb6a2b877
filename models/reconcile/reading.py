"""From an export of any shape to the rows of accounts, also where a row has no name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.intake.attendance.records import AttendanceTable
from models.intake.grid import Workbook
from models.intake.hidden import with_hidden_told
from models.intake.plan_records import PlanProblem
from models.intake.shape.fields import NAME_FIELDS, Field
from models.intake.shape.progress import with_progress
from models.intake.shape.records import Problem, SourceRow, TableGuess
from models.intake.shape.rows import shape_rows
from models.intake.shape.values import TO_DECIDE_BEGINS, TOLD_OF_MARKS
from models.intake.unread_columns import private_remarks, told_unread
from models.machine.collector import paused_collector
from models.reconcile.attended import (
    REMARKS,
    attendance_of,
    attended_together,
    meeting_rows,
    with_attendance,
)
from models.reconcile.platform_cells import (
    OF_PLATFORMS,
    as_written,
    login_tokens,
    read_apart,
    results_without_name,
    totals_left_out,
    with_communes,
    with_names_alone,
    with_own_names,
    with_units_beside,
)
from models.reconcile.records import PlatformRow, PlatformSource
from models.reconcile.titles import (
    FINISHED,
    denial_of,
    folded_title,
    is_of_finished,
    presence_in,
    titles_of,
)
from models.reconcile.unnamed import rows_by_key
from models.records import Attended, ContestTerms, Mark

_COMPLETION = {Field.REGISTERED, Field.COMPLETED, Field.NOT_COMPLETED}
PRESENCE = "Tệp không có cột đăng ký nên mỗi dòng được coi là một người đã đăng ký."


class TableRows(NamedTuple):
    """What one table gives; `unread` rows are about somebody and stand in `problems` alone."""

    rows: list[SourceRow]
    problems: list[Problem]
    unread: int = 0


class MarkedRows(NamedTuple):
    """The same with what the rows come to; `attended`: an officer must say what it means."""

    rows: list[PlatformRow]
    problems: list[Problem]
    unread: int
    remarks: list[str]
    attended: Attended | None

    @property
    def of_list(self) -> bool:
        """Whether nothing in the table says who has registered."""
        return self.attended is Attended.LIST


def source_of(
    workbook: Workbook, guesses: Sequence[TableGuess], today: date, terms: ContestTerms
) -> PlatformSource:
    """The accounts' rows of these tables, judged by the terms of the contest."""
    with paused_collector():
        tables = [_table(workbook, guess, today, terms) for guess in guesses]
    told = [*told_unread(guesses), *(problem for table in tables for problem in table.problems)]
    remarks = [*workbook.remarks, *(remark for guess in guesses for remark in guess.remarks)]
    for guess, table in zip(guesses, tables, strict=True):
        where = f"Trang tính “{guess.sheet}”: " if len(guesses) > 1 and table.of_list else ""
        remarks += [f"{where}{remark}" for remark in table.remarks]
    return PlatformSource(
        name=workbook.file_name,
        sha256=workbook.sha256,
        rows=tuple(row for table in tables for row in table.rows),
        problems=problems_of_file(workbook.file_name, told),
        remarks=(*dict.fromkeys(remarks), *private_remarks(guesses)),
        guesses=tuple(guesses),
        attended=attended_together(table.attended for table in tables if table.rows),
        unread=sum(table.unread for table in tables),
    )


def _table(workbook: Workbook, guess: TableGuess, today: date, terms: ContestTerms) -> MarkedRows:
    """The rows of a table with what they come to, and what is said of it."""
    attendance = attendance_of(workbook, guess)
    read, told, unread = _rows_of(workbook, guess, attendance, today, terms)
    fields = set(guess.fields.values())
    titles = titles_of(workbook, guess, read)
    named = [Path(workbook.file_name).stem, *titles]
    presence = presence_in(workbook, guess, named, read)
    denied = denial_of([*map(folded_title, named)], fields)
    remarks = [denied or presence.why_not]
    if not any(remarks) and is_of_finished([*map(folded_title, titles)], fields):
        read = [row._replace(registered=True, completed=True) for row in read]
        fields.add(Field.COMPLETED)
        remarks = [FINISHED]
    tokens = login_tokens(workbook.sheet(guess.sheet), guess)
    asked = bool(denied or presence.why_not)
    made = _with_marks(read, fields, tokens, denied=asked, counts=presence.counts)
    kind: Attended | None = None
    if attendance is not None and not _COMPLETION & fields:
        kind = attendance.kind
        made, remarks = with_attendance(made, attendance), [REMARKS[kind]]
    elif presence.why_not and not denied:
        kind = Attended.LIST
        made = [row._replace(attended=kind) for row in made]
    elif not any(remarks) and any(map(_by_presence, made)):
        remarks = [PRESENCE]
    return MarkedRows(made, told, unread, [each for each in remarks if each], kind)


def _rows_of(
    workbook: Workbook,
    guess: TableGuess,
    attendance: AttendanceTable | None,
    today: date,
    terms: ContestTerms,
) -> TableRows:
    if attendance is not None and attendance.kind is Attended.MEETING:
        return TableRows(with_own_names(meeting_rows(attendance)), [])
    workbook = with_progress(workbook, guess)
    sheet = workbook.sheet(guess.sheet)
    if not NAME_FIELDS & set(guess.fields.values()):
        first, last = guess.data_rows
        keyed = rows_by_key(sheet, guess, range(first - 1, last), today, terms)
        told = [problem for row in keyed for problem in row.problems]
        return TableRows(with_communes(sheet, guess, keyed), told)
    book, beside = with_names_alone(workbook, guess)
    table = with_hidden_told(shape_rows(book, guess, today, terms))
    named = with_units_beside(as_written(sheet, guess, table.rows), beside)
    nameless = results_without_name(sheet, guess, table.skipped)
    places = [row.row - 1 for row in table.rejected]
    doubtful = sorted([*places, *(each.row - 1 for each in nameless)])
    unnamed = rows_by_key(sheet, guess, doubtful, today, terms)
    saved = {row.row for row in unnamed}
    problems = [each for each in (*table.problems, *nameless) if each.row not in saved]
    problems += [problem for row in unnamed for problem in row.problems]
    unread = len(doubtful) - len(saved)
    rows = sorted((*named, *unnamed), key=lambda row: row.row) if unnamed else named
    problems += [*totals_left_out(table.skipped), *read_apart(sheet, guess, beside)]
    return TableRows(with_communes(sheet, guess, rows), problems, unread)


def _with_marks(
    rows: Sequence[SourceRow],
    fields: set[Field],
    tokens: Mapping[int, str],
    *,
    denied: bool,
    counts: bool,
) -> list[PlatformRow]:
    """The rows with what they come to; with a column of its own a blank is a "chưa", and so it is
    where being in the table `counts` for nothing."""
    in_words = bool(_COMPLETION & fields)
    dated = Field.REGISTERED_ON in fields
    told = any(row.registered for row in rows) or not OF_PLATFORMS & fields
    asked = denied or Field.REGISTERED in fields or (dated and told)
    # One column of "Đã đăng ký", "Chưa đăng ký" and nothing: nothing is no "đã".
    told_apart = not counts or any(row.registered is False for row in rows)
    made = [
        PlatformRow(
            source=row,
            registered=_registered(row, asked=asked or (told_apart and row.completed is None)),
            completed=row.completed,
            from_words=in_words and row.completed is not None,
            token=tokens.get(row.row, ""),
        )
        for row in rows
    ]
    return [with_doubt(row) if row.source.problems else row for row in made]


def _by_presence(row: PlatformRow) -> bool:
    """Whether nothing but the row itself says that somebody has registered."""
    return row.registered and not (row.source.registered or row.completed)


def _registered(row: SourceRow, *, asked: bool) -> bool:
    if row.completed or row.registered:
        return True
    if row.registered is not None:
        return False
    tried = row.score is not None or bool(row.attempts) or row.completed_on is not None
    return tried or not asked


def problems_of_file(file: str, problems: Iterable[Problem]) -> tuple[PlanProblem, ...]:
    """What is told of the cells of a file, with its name."""
    return tuple(
        PlanProblem(file, each.sheet, each.row, each.column, each.value, each.reason)
        for each in problems
    )


def with_doubt(row: PlatformRow) -> PlatformRow:
    """The row without the marks that its status leaves open, and with what is open about it.

    A word that nobody understands leaves open only what nothing else in the row says.
    """
    told = [each.reason for each in row.source.problems if each.reason.startswith(TOLD_OF_MARKS)]
    if not told or not (row.source.asked or not row.registered):
        return row
    doubt = told[-1].removeprefix(TO_DECIDE_BEGINS).strip().rstrip(".")
    surely = row.source.registered is True and Mark.REGISTERED not in row.source.asked
    return row._replace(registered=surely, completed=None, from_words=True, doubt=doubt)
