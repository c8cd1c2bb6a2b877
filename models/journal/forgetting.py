"""What is taken away for good: neither the rows nor what the journal wrote of them come back.

A forgotten side of a journal row is `FORGOTTEN`, which no row that was written ever is: what was
done to which row stays, what stood in it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, false, or_, select, update

from models.errors import AppError
from models.journal.change import BATCH, Change
from models.journal.packs import unpack_rows
from models.journal.rows import member_of_row
from models.store.connection import driver_connection
from models.store.data_file import DataFile
from models.store.schema import change_rows, changes, contests, people
from models.store.store import Store
from models.store.sweeping import PURGED_UID, UNSWEPT, forget_deleted

FORGOTTEN = "{}"
_SIDES = (change_rows.c.before, change_rows.c.after)
_FORGOTTEN = or_(*(side == FORGOTTEN for side in _SIDES))


def begin_forgetting(change: Change, store: Store) -> None:
    """Called first in a change that forgets: a file overwrites what goes, and is to be swept.

    Nothing is packed afterwards, so that nothing is overlooked.
    """
    if isinstance(store, DataFile):
        forget_deleted(driver_connection(change.connection))
        own = changes.c.id == change.id
        change.connection.execute(update(changes).where(own).values(state=UNSWEPT))
    unpack_rows(change.connection)


def said_of(
    connection: Connection, column: Column[Any], values: Sequence[Any]
) -> ColumnElement[bool]:
    """The journal rows of the table of `column` that have one of `values` in it, on either side."""
    of_table = change_rows.c.table_name == column.table.name
    return of_table & or_(*(member_of_row(connection, s, column).in_(values) for s in _SIDES))


def forget_said(change: Change, which: ColumnElement[bool]) -> None:
    """Forget what the journal wrote in the rows `which`, but for what `change` itself left."""
    earlier = change_rows.c.change_id != change.id
    for side, of_whom in zip(_SIDES, (True, earlier), strict=True):
        rows = which & side.is_not(None) & of_whom
        found = select(change_rows.c.id, change_rows.c.change_id).where(rows)
        touched = change.connection.execute(found).all()
        ids = [row.id for row in touched]
        change.forgot.update(row.change_id for row in touched)
        for start in range(0, len(ids), BATCH):
            part = change_rows.c.id.in_(ids[start : start + BATCH])
            change.connection.execute(
                update(change_rows).where(part).values({side.name: FORGOTTEN})
            )


def forget_summaries(change: Change, names_nobody: Callable[[str], bool], words: str) -> None:
    """Say `words` of every earlier entry that has forgotten rows, unless its kind names nobody.

    What undid or redid such an entry says them too.
    """
    of_rows = select(change_rows.c.change_id).where(
        _FORGOTTEN, change_rows.c.change_id != change.id
    )
    found = change.connection.execute(
        select(changes.c.id, changes.c.kind).where(changes.c.id.in_(of_rows))
    ).all()
    ids = [row.id for row in found if not names_nobody(row.kind)]
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        whose = changes.c.id.in_(part) | changes.c.target_id.in_(part)
        change.forgot.update(change.connection.execute(select(changes.c.id).where(whose)).scalars())
        change.connection.execute(update(changes).where(whose).values(summary=words))


def refuse_forgotten(connection: Connection, change_id: int, summary: str) -> None:
    """Raise `AppError` when a change touched what was taken away for good since, or a contest or a
    person as they were before that: the row that it would write again knows nothing of it."""
    rests_on = or_(_FORGOTTEN, _of_purged_contest(connection), *map(_of_purged_person, _SIDES))
    touched = select(change_rows.c.id).where(change_rows.c.change_id == change_id, rests_on)
    if connection.execute(touched.limit(1)).first() is not None:
        raise AppError(
            f"Không hoàn tác hay làm lại được “{summary}” vì sau đó dữ liệu cá nhân trong việc này "
            "đã được xóa hẳn.",
            "Dữ liệu đã xóa không lấy lại được; những việc từ trước đó cũng được giữ nguyên.",
        )


def _of_purged_contest(connection: Connection) -> ColumnElement[bool]:
    purged = select(contests.c.id).where(contests.c.purged_on.is_not(None))
    ids = list(connection.execute(purged).scalars())
    if not ids:
        return false()
    before_purge = or_(
        *(
            side.is_not(None) & member_of_row(connection, side, contests.c.purged_on).is_(None)
            for side in _SIDES
        )
    )
    of_contest = (change_rows.c.table_name == contests.name) & change_rows.c.row_id.in_(ids)
    return of_contest & before_purge


def _of_purged_person(side: Column[str | None]) -> ColumnElement[bool]:
    of_people = change_rows.c.table_name == people.name
    return of_people & side.is_not(None) & side.contains(f'"{PURGED_UID}')
