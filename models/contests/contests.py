"""Which contest is being run, and the commune's own deadlines in it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Integer, select, type_coerce

from models.contests.closed import refuse_closed_id
from models.errors import AppError
from models.journal.change import changing
from models.store.schema import contests, stages
from models.store.store import Store
from models.text.formats import short_date


def current_contest_id(connection: Connection) -> int:
    """The id of the contest being run. Raises `AppError` when none has been chosen."""
    found = find_contest_id(connection)
    if found is None:
        raise AppError(
            "Chưa chọn cuộc thi nên chưa ghi được.", "Hãy chọn cuộc thi trước rồi làm lại."
        )
    return found


def open_contest_id(connection: Connection) -> int:
    """The contest being run, to which something may be added. Raises `AppError` without one, and
    when it is closed."""
    contest_id = current_contest_id(connection)
    refuse_closed_id(connection, contest_id)
    return contest_id


def find_contest_id(connection: Connection) -> int | None:
    """The id of the contest being run, None when none has been chosen."""
    found = connection.execute(select(contests.c.id).where(contests.c.current)).scalar()
    if found is None:
        _refuse_damaged_choice(connection)
    return found


def _refuse_damaged_choice(connection: Connection) -> None:
    """Raise `ValueError` where a contest is said to be neither current nor not: what could not be
    read is no choice that has not been made."""
    written = connection.execute(select(type_coerce(contests.c.current, Integer))).scalars()
    if odd := [value for value in written if value not in (0, 1)]:
        raise ValueError(odd)


def set_internal_deadline(data_file: Store, stage_number: int, day: date | None) -> None:
    """Set the commune's own deadline of a stage; None takes it away.

    Raises `AppError` when it lies after the official one or before the stage begins, and for a
    closed contest.
    """
    words = f"đến {short_date(day)}" if day else "về hạn của thành phố"
    with changing(
        data_file, "stage-deadline", f"Đặt hạn của chặng {stage_number} {words}"
    ) as change:
        stage = change.connection.execute(
            select(stages)
            .join(contests, contests.c.id == stages.c.contest_id)
            .where(contests.c.current, stages.c.number == stage_number)
        ).first()
        if stage is None:
            raise AppError("Không tìm thấy chặng này.", "Hãy chọn chặng khác.")
        refuse_closed_id(change.connection, stage.contest_id)
        if day is not None and not stage.starts_on <= day <= stage.ends_on:
            raise AppError(
                f"Hạn của xã phải nằm trong khoảng {short_date(stage.starts_on)} – "
                f"{short_date(stage.ends_on)}.",
                "Hãy chọn ngày khác.",
            )
        change.update(stages, {stage.id: {"internal_ends_on": day}})
