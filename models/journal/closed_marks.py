"""Whoever writes: the marks of a closed contest stay, forward, backward and again forward."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from models.errors import AppError
from models.journal.rows import member_of_row
from models.store.schema import change_rows, contests, participations
from models.text.formats import short_date

MERGE = "person-merge"
"""The kind of change in which marks only follow the person whose they are."""
PERSON_PURGE = "person-purge"
"""The kind of change that takes the data of one person away for good; their marks stay counted."""
MEND = "mend"
"""The kind of change that sets right what was damaged outside of the program."""
REOPEN = "Hãy mở lại cuộc thi ở trang Cuộc thi (bằng lệnh: contest reopen) nếu cần sửa."
_IS_CLOSED = contests.c.closed_on.is_not(None)


def refuse_closed_marks(connection: Connection, change_id: int, kind: str) -> None:
    """Raise `AppError` when this change, as the journal has it, touches marks of a closed contest.

    Two entries that are one person may still be merged, a person's data taken away, and what was
    damaged mended: no mark is set or taken away by that.
    """
    closed = connection.execute(
        select(contests.c.id, contests.c.short_name, contests.c.closed_on).where(_IS_CLOSED)
    ).all()
    if not closed or kind in (MERGE, PERSON_PURGE, MEND):
        return
    for state in (change_rows.c.before, change_rows.c.after):
        contest_id = member_of_row(connection, state, participations.c.contest_id)
        touched = select(contest_id).where(
            change_rows.c.change_id == change_id,
            change_rows.c.table_name == participations.name,
            contest_id.in_([each.id for each in closed]),
        )
        found = connection.execute(touched.limit(1)).scalar()
        if found is not None:
            name, day = next((each[1], each[2]) for each in closed if each.id == int(found))
            raise AppError(
                f"Cuộc thi {name} đã đóng ngày {short_date(day)} nên không ghi hay bỏ dấu được.",
                REOPEN,
            )


def refuse_reopening(connection: Connection, change_id: int, summary: str) -> None:
    """Raise `AppError` when to play this change back or forth would write a closed contest again
    as it was while it was open."""
    statement = select(contests.c.id, contests.c.short_name, contests.c.closed_on)
    closed = {row.id: row for row in connection.execute(statement.where(_IS_CLOSED))}
    if not closed:
        return
    as_open = or_(
        *(
            side.is_not(None) & member_of_row(connection, side, contests.c.closed_on).is_(None)
            for side in (change_rows.c.before, change_rows.c.after)
        )
    )
    touched = select(change_rows.c.row_id).where(
        change_rows.c.change_id == change_id,
        change_rows.c.table_name == contests.name,
        change_rows.c.row_id.in_(list(closed)),
        as_open,
    )
    found = connection.execute(touched.limit(1)).scalar()
    if found is not None:
        row = closed[found]
        raise AppError(
            f"Cuộc thi {row.short_name} đã đóng ngày {short_date(row.closed_on)} nên không hoàn "
            f"tác hay làm lại được “{summary}”.",
            REOPEN,
        )
