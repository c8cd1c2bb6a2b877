"""What is left of a contest whose personal data was purged: the figures as they were reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from models.errors import AppError
from models.figures.frozen_reports import last_frozen, load_frozen
from models.records.figures import DailyCounts, Figures
from models.records.frozen import FrozenReport
from models.records.moment import Moment
from models.store.schema import contests
from models.text.formats import short_date, until_words


class NotReported(AppError):
    """Nothing was reported by then, and it cannot be counted any more."""


def reported_figures(
    connection: Connection, moment: Moment, stage: int | None = None
) -> Figures | None:
    """The newest frozen figures by `moment` of the contest being run when it was purged, else None.

    They keep the moment that they are of; the notes say so. Raises `NotReported` when there are
    none by then.
    """
    contest = _purged(connection)
    if contest is None:
        return None
    wanted = contest.stage if stage is None else stage
    found = last_frozen(load_frozen(connection), moment, wanted)
    if found is None:
        raise NotReported(
            f"Không tính được số liệu {until_words(moment.day, moment.minute)}: dữ liệu cá nhân "
            f"của cuộc thi {contest.short_name} đã xóa ngày {short_date(contest.purged_on)}.",
            "Hãy chọn ngày có số liệu đã chốt.",
        )
    told = found.figures
    note = (
        f"Dữ liệu cá nhân của cuộc thi đã xóa ngày {short_date(contest.purged_on)}; đây là số "
        f"liệu đã chốt {until_words(told.as_of, told.minute)}."
    )
    return replace(told, notes=(*told.notes, note))


def reported_days(
    connection: Connection, first: date, last: date, stage: int | None = None
) -> DailyCounts | None:
    """For each day what was last reported by its end, 0 before; None unless it was purged."""
    contest = _purged(connection)
    if contest is None:
        return None
    reports = load_frozen(connection)
    wanted = contest.stage if stage is None else stage
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return tuple((day, *_counts(reports, day, wanted)) for day in days)


def _counts(reports: Sequence[FrozenReport], day: date, stage: int) -> tuple[int, int]:
    found = last_frozen(reports, Moment(day), stage)
    return (0, 0) if found is None else (found.figures.registered, found.figures.completed)


def _purged(connection: Connection) -> Row[Any, Any, Any] | None:
    statement = select(contests.c.short_name, contests.c.stage, contests.c.purged_on)
    return connection.execute(
        statement.where(contests.c.current, contests.c.purged_on.is_not(None))
    ).first()
