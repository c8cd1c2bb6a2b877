"""The journal does not grow without bound: old rows that later ones supersede are packed.

The newest state of every row stays as it lies, so that new ids, the comparison with the tables and
most of history need no pack. Nothing is lost: a packed row is read by `whole_journal`, and put
back when its entry is undone or something of it is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from models.errors import AppError
from models.journal.change import BATCH, changing
from models.journal.closed_marks import MERGE, PERSON_PURGE
from models.journal.contents import NAMED_BY
from models.journal.packs import PackedRow, as_pack
from models.journal.states import IN_EFFECT
from models.records.actions import ActionKind
from models.store.data_file import DataFile
from models.store.schema import action_log, change_rows, changes, journal_packs
from models.store.store import Store
from models.text.formats import number

OLD = timedelta(days=365)
NEWEST = 1_000
"""So many of the newest entries are never packed, however old."""
ENOUGH = 20_000
"""Packing is worth its while from so many rows on."""
LARGE = 60_000
"""So many rows are packed however new they are: about 40 MB."""
PER_PACK = 5_000
_KEPT_KINDS = (MERGE, PERSON_PURGE, "undo", "redo")
_KEPT_TABLES = tuple(table.name for table in NAMED_BY)
"""What names bytes is asked for whenever some are dropped."""


class PackedRows(NamedTuple):
    """So many rows of the journal were packed; bytes before, and in the packs."""

    rows: int
    before: int
    after: int


def packing_due(store: Store) -> datetime | None:
    """The moment before which so much was written that it is worth packing; None of less."""
    if not isinstance(store, DataFile) or store.only_read is not None:
        return None
    now = store.clock()
    with store.reading() as connection:
        if _counted(connection, select(change_rows.c.id), ENOUGH) < ENOUGH:
            return None
        for until, enough in ((now - OLD, ENOUGH), (now, LARGE)):
            if _counted(connection, _old_rows(connection, until, NEWEST), enough) == enough:
                return until
    return None


def _counted(connection: Connection, rows: Select[Any], most: int) -> int:
    """How many rows there are, counted no further than to `most`."""
    counted = select(func.count()).select_from(rows.order_by(None).limit(most).subquery())
    return connection.execute(counted).scalar_one()


def pack_journal(
    store: Store,
    proven: Callable[[], object],
    *,
    before: datetime | None = None,
    newest: int | None = None,
) -> PackedRows:
    """Pack what is older than `before` (a year), beyond the `newest` entries (`NEWEST`), as one.

    `proven` makes a backup that proves itself, and is asked first: when it raises, or gives
    nothing, nothing is packed. A server is left as it is. Raises `AppError` then, too.
    """
    nothing = PackedRows(0, 0, 0)
    if not isinstance(store, DataFile):
        return nothing
    until = before or store.clock() - OLD
    newest = NEWEST if newest is None else newest
    with store.reading() as connection:
        if connection.execute(_old_rows(connection, until, newest).limit(1)).first() is None:
            return nothing
    if not proven():
        raise AppError(
            "Chưa thu gọn lịch sử cũ vì chưa có bản sao lưu đã thử khôi phục.",
            "Hãy sao lưu dữ liệu trước; lịch sử vẫn nguyên vẹn.",
        )
    with changing(store, "pack", "", undoable=False) as change:
        ids = list(change.connection.execute(_old_rows(change.connection, until, newest)).scalars())
        packs = [
            _pack(change.connection, rows, store.clock()) for rows in _parts(change.connection, ids)
        ]
        done = PackedRows(len(ids), sum(each[0] for each in packs), sum(each[1] for each in packs))
        change.summary = f"Thu gọn lịch sử cũ: {number(done.rows)} dòng"
        if ids:
            row = {
                "at": store.clock(), "who": store.who, "kind": str(ActionKind.PACKED),
                "count": done.rows, "place": "", "detail": "",
            }  # fmt: skip
            change.insert(action_log, [row])
    return done


def _old_rows(connection: Connection, until: datetime, newest: int) -> Any:
    """The ids of the rows that may be packed: a later one, in effect, says what became of it."""
    last = connection.execute(select(func.max(changes.c.id))).scalar() or 0
    stepped = select(changes.c.target_id).where(changes.c.target_id.is_not(None))
    later = change_rows.alias("later")
    its_change = changes.alias("its_change")
    holding = (
        select(later.c.table_name, later.c.row_id, func.max(later.c.id).label("id"))
        .join(its_change, its_change.c.id == later.c.change_id)
        .where(its_change.c.state.in_(IN_EFFECT), its_change.c.id.not_in(stepped))
        .group_by(later.c.table_name, later.c.row_id)
        .subquery()
    )
    return (
        select(change_rows.c.id)
        .join(changes, changes.c.id == change_rows.c.change_id)
        .join(
            holding,
            (holding.c.table_name == change_rows.c.table_name)
            & (holding.c.row_id == change_rows.c.row_id),
        )
        .where(
            changes.c.at < until,
            changes.c.id <= last - newest,
            changes.c.pack_id.is_(None),
            changes.c.state.in_(IN_EFFECT),
            changes.c.kind.not_in(_KEPT_KINDS),
            changes.c.id.not_in(stepped),
            change_rows.c.table_name.not_in(_KEPT_TABLES),
            change_rows.c.id < holding.c.id,
        )
        .order_by(change_rows.c.change_id, change_rows.c.id)
    )


def _parts(connection: Connection, ids: Sequence[int]) -> Iterator[list[PackedRow]]:
    """The rows `ids`, as many in each part as one pack takes; an entry stands in one of them."""
    part: list[PackedRow] = []
    for _, rows in groupby(_rows(connection, ids), key=itemgetter(1)):
        part.extend(rows)
        if len(part) >= PER_PACK:
            yield part
            part = []
    if part:
        yield part


def _rows(connection: Connection, ids: Sequence[int]) -> Iterator[PackedRow]:
    statement = select(
        change_rows.c.id, change_rows.c.change_id, change_rows.c.table_name, change_rows.c.row_id,
        change_rows.c.before, change_rows.c.after,
    )  # fmt: skip
    for start in range(0, len(ids), BATCH):
        part = change_rows.c.id.in_(ids[start : start + BATCH])
        found = connection.execute(statement.where(part).order_by(change_rows.c.id)).all()
        yield from map(tuple, found)


def _pack(connection: Connection, rows: list[PackedRow], at: datetime) -> tuple[int, int]:
    """Move `rows` into a pack; returns their bytes before and after."""
    values = as_pack(rows)
    made = connection.execute(insert(journal_packs), {"at": at, **values}).inserted_primary_key
    assert made is not None
    entries = sorted({row[1] for row in rows})
    for start in range(0, len(entries), BATCH):
        of_these = changes.c.id.in_(entries[start : start + BATCH])
        connection.execute(update(changes).where(of_these).values(pack_id=made[0]))
    for start in range(0, len(rows), BATCH):
        part = [row[0] for row in rows[start : start + BATCH]]
        connection.execute(delete(change_rows).where(change_rows.c.id.in_(part)))
    texts = (len(side.encode()) for row in rows for side in row[4:] if side)
    return sum(texts), len(values["rows"])
