"""A closed contest stays as it is until it is opened again."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from models.errors import AppError
from models.journal.closed_marks import REOPEN
from models.records import Contest
from models.store.schema import contests
from models.text.formats import short_date


def refuse_closed(contest: Contest) -> None:
    """Raise `AppError` when the contest is closed."""
    _refuse(contest.short_name, contest.closed_on)


def refuse_closed_id(connection: Connection, contest_id: int) -> None:
    """The same for the contest with this id."""
    row = connection.execute(
        select(contests.c.short_name, contests.c.closed_on).where(contests.c.id == contest_id)
    ).one()
    _refuse(row.short_name, row.closed_on)


def refuse_purged(connection: Connection) -> None:
    """Raise `AppError` when the personal data of the contest being run was taken away: who stood
    how is not known any more."""
    row = connection.execute(
        select(contests.c.short_name, contests.c.purged_on).where(contests.c.current)
    ).first()
    if row is not None and row.purged_on is not None:
        raise data_purged(row.short_name, row.purged_on)


def data_purged(short_name: str, day: date) -> AppError:
    """What is told to whoever asks for people of a contest that was purged."""
    return AppError(
        f"Dữ liệu cá nhân của cuộc thi {short_name} đã xóa ngày {short_date(day)} nên không còn "
        "danh sách người.",
        "Chỉ còn số liệu đã chốt; xem ở Tổng quan hoặc Số liệu đã chốt.",
    )


def _refuse(short_name: str, closed_on: date | None) -> None:
    if closed_on is not None:
        raise AppError(
            f"Cuộc thi {short_name} đã đóng ngày {short_date(closed_on)} nên không sửa được.",
            REOPEN,
        )
