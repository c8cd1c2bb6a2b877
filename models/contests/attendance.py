"""What answering a form, or being in a meeting, comes to: chosen once, kept with the contest."""

from __future__ import annotations

from math import isfinite

from sqlalchemy import select

from models.contests.contests import current_contest_id, open_contest_id
from models.contests.wording import attendance_words
from models.errors import AppError
from models.journal.change import changing
from models.records import AttendanceRule, Attended, Mark
from models.store.schema import contests
from models.store.store import Store

_COLUMNS = {Attended.FORM: contests.c.form_mark, Attended.MEETING: contests.c.meeting_mark}
"""What is kept with the contest; of a mere list somebody must say each time what it means."""


def attendance_rule(data_file: Store, kind: Attended) -> AttendanceRule:
    """The rule of the contest being run; none for a mere list.

    Raises `AppError` when no contest has been chosen.
    """
    if kind not in _COLUMNS:
        return AttendanceRule()
    with data_file.reading() as connection:
        contest_id = current_contest_id(connection)
        statement = select(_COLUMNS[kind].label("mark"), contests.c.least_minutes)
        row = connection.execute(statement.where(contests.c.id == contest_id)).one()
    least = row.least_minutes if kind is Attended.MEETING else 0.0
    return AttendanceRule(Mark(row.mark) if row.mark else None, least)


def least_minutes(data_file: Store) -> float:
    """How long one must be in a meeting by the contest being run; 0 without one."""
    statement = select(contests.c.least_minutes).where(contests.c.current)
    with data_file.reading() as connection:
        return connection.execute(statement).scalar() or 0.0


def set_attendance_rule(data_file: Store, kind: Attended, rule: AttendanceRule) -> None:
    """Keep the rule with the contest, as one change; marks that stand stay.

    Raises `AppError` for minutes that are none, or without a contest.
    """
    if not (isfinite(rule.least_minutes) and rule.least_minutes >= 0):
        raise AppError("Số phút tối thiểu phải là số không âm.", "Hãy ghi như 30, hoặc để trống.")
    summary = f"Đặt cách tính của cuộc thi: {attendance_words(kind, rule)}"
    with changing(data_file, "contest-rule", summary) as change:
        contest_id = open_contest_id(change.connection)
        values: dict[str, object] = {_COLUMNS[kind].name: rule.mark and str(rule.mark)}
        if kind is Attended.MEETING:
            values["least_minutes"] = rule.least_minutes
        change.update(contests, {contest_id: values})
