"""A meeting, a form or a mere list as an export: whom it marks, by the rule of the contest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.intake.attendance.records import Attendance, AttendanceTable
from models.intake.attendance.tables import attendance_table, attendance_tables
from models.intake.grid import Workbook, column_letter
from models.intake.shape.fields import Field
from models.intake.shape.records import ColumnGuess, SourceRow, TableGuess
from models.reconcile.records import Account, PlatformRow, PlatformSource
from models.records import AttendanceRule, Attended, Mark
from models.text.phones import normalise_phone

MEETING = "Danh sách dự họp: số phút của mỗi người được cộng qua các lần vào"
REMARKS = {
    Attended.MEETING: MEETING,
    Attended.FORM: "Câu trả lời biểu mẫu: thời gian là lúc trả lời, không phải ngày hoàn thành",
}
_SURE = 0.98


def meeting_guesses(workbook: Workbook) -> list[TableGuess]:
    """The tables of the participants of meetings in a file; [] when it has none."""
    tables = attendance_tables(workbook)
    return [_guess(workbook, each) for each in tables if each.kind is Attended.MEETING]


def _guess(workbook: Workbook, table: AttendanceTable) -> TableGuess:
    header = workbook.sheet(table.sheet).rows[table.header_row - 1]
    columns = tuple(
        ColumnGuess(at, column_letter(at), str(text or ""), _field(at, table), MEETING)
        for at, text in enumerate(header)
    )
    rows = (table.header_row, table.header_row)
    data = (table.header_row + 1, table.last_row)
    return TableGuess(table.sheet, rows, columns, _SURE, data, remarks=(MEETING,))


def _field(column: int, table: AttendanceTable) -> Field:
    return Field.FULL_NAME if column in table.name_columns else Field.IGNORED


def attendance_of(workbook: Workbook, guess: TableGuess) -> AttendanceTable | None:
    """What the table tells of attendance; None when it is a list like any other."""
    table = attendance_table(workbook.sheet(guess.sheet))
    meant = table is not None and table.header_row == guess.header_rows[1]
    return table if meant else None


def meeting_rows(table: AttendanceTable) -> list[SourceRow]:
    """The participants as rows of accounts: whoever has an address has it in all their rows."""
    mails: dict[str, str] = {}
    for row in table.rows:
        mails[row.key] = mails.get(row.key) or row.email
    none = normalise_phone("")
    return [
        SourceRow(table.sheet, row.row, row.name, none, login=mails[row.key]) for row in table.rows
    ]


def by_attendance(account: Account, rule: AttendanceRule) -> Account:
    """The account with the marks that the rule gives for its minutes; as it is without any."""
    if not account.attended:
        return account
    long_enough = not rule.least_minutes or (account.minutes or 0.0) >= rule.least_minutes
    counted = rule.mark is not None and (account.attended is not Attended.MEETING or long_enough)
    done = counted and rule.mark is Mark.COMPLETED
    return replace(
        account,
        registered=counted,
        completed=done,
        registered_on=account.first_on if counted else None,
        completed_on=account.first_on if done else None,
        completed_minute=account.registered_minute if done else None,
    )


def attended_together(kinds: Iterable[Attended | None]) -> Attended | None:
    """What tables, or files, come to together: a meeting or a form, or nothing but lists."""
    told = list(kinds)
    attended = next((each for each in told if each not in {None, Attended.LIST}), None)
    only_lists = bool(told) and all(each is Attended.LIST for each in told)
    return Attended.LIST if only_lists else attended


def of_one_kind(source: PlatformSource, kind: Attended | None) -> PlatformSource:
    """The source, where only the rows of the kind wait for what the officer says of it."""
    rows = (row if row.attended is kind else row._replace(attended=None) for row in source.rows)
    return replace(source, rows=tuple(rows))


def with_attendance(rows: Sequence[PlatformRow], table: AttendanceTable) -> list[PlatformRow]:
    """The rows with who was there how long: nobody has a mark until the rule gives one."""
    told = {each.row: each for each in table.rows}
    return [_attended(row, told.get(row.source.row), table.kind) for row in rows]


def _attended(row: PlatformRow, told: Attendance | None, kind: Attended) -> PlatformRow:
    day = told.day if told else None
    source = row.source._replace(
        registered_on=day,
        completed_on=None,
        registered_minute=told.at_minute if told else None,
        completed_minute=None,
    )
    minutes = told.minutes if told else None
    return row._replace(
        source=source,
        registered=False,
        completed=None,
        from_words=False,
        attended=kind,
        minutes=minutes,
    )
