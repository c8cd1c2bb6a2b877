"""How long the personal data of a contest is kept, and of which nobody needs it any more.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: no longer than the purpose asks for.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from models.records import Contest
from models.store.schema import contests
from models.store.store import Store

USUAL_YEARS = 1
"""After its end, as complaints and the city's own report are settled by then."""


class ContestKeeping(NamedTuple):
    """A contest whose personal data stands in the file: until when, where that is said."""

    code: str
    short_name: str
    keep_until: date | None
    closed: bool
    current: bool


def usual_keep_until(contest: Contest, today: date) -> date:
    """What is proposed: a year after the contest was closed, else after its last day."""
    ends = [stage.ends_on for stage in contest.stages]
    last = max([contest.closed_on or max(ends, default=today), *ends])
    try:
        return last.replace(year=last.year + USUAL_YEARS)
    except ValueError:
        return last.replace(year=last.year + USUAL_YEARS, day=28)


def keeping_to_settle(store: Store, today: date) -> tuple[ContestKeeping, ...]:
    """The contests whose data is kept for longer than was said, and the closed ones of which
    nothing was said."""
    columns = contests.c.code, contests.c.short_name, contests.c.keep_until
    statement = select(*columns, contests.c.closed_on, contests.c.current)
    with store.reading() as connection:
        rows = connection.execute(
            statement.where(contests.c.purged_on.is_(None)).order_by(contests.c.id)
        ).all()
    return tuple(
        ContestKeeping(
            row.code, row.short_name, row.keep_until, row.closed_on is not None, row.current
        )
        for row in rows
        if (row.keep_until < today if row.keep_until else row.closed_on is not None)
    )
