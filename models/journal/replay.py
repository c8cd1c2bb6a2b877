"""Undo and redo: the journal played backward and forward, also after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from models.errors import AppError
from models.journal.chain import seal_entry
from models.journal.change import BATCH, next_id
from models.journal.closed_marks import refuse_closed_marks, refuse_reopening
from models.journal.declared import NEWEST, OLDEST
from models.journal.forgetting import refuse_forgotten
from models.journal.many import ENOUGH, replay_run
from models.journal.packs import unpack_rows
from models.journal.risks import guard_risk
from models.journal.rows import unpack_row
from models.journal.states import DONE, LOGGED, UNDONE
from models.store.schema import change_rows, changes, metadata
from models.store.store import Store

ReplayStep = Callable[[int, int], None]
STANDS_ON = "Chưa hoàn tác được “{}” vì số liệu đã chốt vẫn dựa vào việc này."
STAYS = "Số liệu đã báo cáo phải được giữ nguyên; việc này vì thế cũng được giữ lại."
STRETCH = 5_000
"""So many rows are replayed before undo and redo look whether they shall stop."""


def undo(store: Store, step: ReplayStep | None = None) -> str | None:
    """Take back the newest change that holds; returns its summary, None when there is none.

    `step` hears again and again (rows done, of) and may raise: then nothing is taken back. Raises
    `AppError` where something that is not undone, such as frozen figures, stands on it.
    """
    return _step(store, DONE, UNDONE, step, newest=True)


def redo(store: Store, step: ReplayStep | None = None) -> str | None:
    """Do again what was undone last; returns its summary, None when there is nothing.

    `step` as in `undo`.
    """
    return _step(store, UNDONE, DONE, step, newest=False)


def _entry(connection: Connection, state: str, *, newest: bool) -> Row[Any] | None:
    return connection.execute(NEWEST if newest else OLDEST, {"state": state}).first()


def _step(
    store: Store, state: str, becomes: str, step: ReplayStep | None, *, newest: bool
) -> str | None:
    entry: Row[Any] | None = None
    try:
        with store.writing() as connection:
            entry = _entry(connection, state, newest=newest)
            if entry is None:
                return None
            backward = becomes == UNDONE
            unpack_rows(connection, [entry.id])
            refuse_forgotten(connection, entry.id, entry.summary)
            refuse_reopening(connection, entry.id, entry.summary)
            refuse_closed_marks(connection, entry.id, entry.kind)
            topics = play_back(connection, entry.id, step, backward=backward)
            guard_risk(store, "undo" if backward else "redo", entry.row_count)
            own = changes.c.id == entry.id
            connection.execute(update(changes).where(own).values(state=becomes))
            _log_step(store, connection, entry, backward=backward)
    except IntegrityError as error:
        # What cannot be undone itself, such as frozen figures, may stand on rows that would go.
        if entry is None:
            raise
        raise AppError(STANDS_ON.format(entry.summary), STAYS) from error
    store.announce(frozenset(topics | {changes.name}))
    return str(entry.summary)


def _log_step(store: Store, connection: Connection, entry: Row[Any], *, backward: bool) -> None:
    word = "Hoàn tác" if backward else "Làm lại"
    own = next_id(connection, changes)
    connection.execute(
        insert(changes),
        {
            "id": own,
            "at": store.clock(),
            "who": store.who,
            "kind": "undo" if backward else "redo",
            "summary": f"{word}: {entry.summary[:1].lower()}{entry.summary[1:]}",
            "state": LOGGED,
            "target_id": entry.id,
            "row_count": entry.row_count,
        },
    )
    seal_entry(connection, own)


def play_back(
    connection: Connection, change_id: int, step: ReplayStep | None, *, backward: bool
) -> set[str]:
    """Set each row of the change to what it was before (or after) it; returns the topics.

    Only within a change that writes this down.
    """
    runs = _runs(connection, change_id, backward=backward)
    done, of = 0, sum(run.rows for run in runs)
    for run in runs:
        _replay_run(connection, change_id, run, backward=backward)
        done += run.rows
        if step is not None:
            step(done, of)
    return {run.table for run in runs}


def _replay_run(connection: Connection, change_id: int, run: _Run, *, backward: bool) -> None:
    table = metadata.tables[run.table]
    which = (change_rows.c.change_id == change_id) & change_rows.c.id.between(run.first, run.last)
    if run.rows < ENOUGH or not replay_run(connection, table, run.act, which, backward=backward):
        text = change_rows.c.before if backward else change_rows.c.after
        order = change_rows.c.id.desc() if backward else change_rows.c.id
        rows = connection.execute(select(change_rows.c.row_id, text).where(which).order_by(order))
        _ACTS[run.act](connection, table, [(row[0], row[1]) for row in rows])


@dataclass(frozen=True, slots=True)
class _Run:
    """Some neighbours in the journal to which the same happens, by the ids of their rows there."""

    table: str
    act: str
    first: int
    last: int
    rows: int


def _runs(connection: Connection, change_id: int, *, backward: bool) -> list[_Run]:
    """What a change did, in the order in which it must be replayed."""
    is_new, is_gone = change_rows.c.before.is_(None), change_rows.c.after.is_(None)
    order = change_rows.c.id.desc() if backward else change_rows.c.id
    rows = connection.execute(
        select(change_rows.c.table_name, is_new, is_gone, change_rows.c.id)
        .where(change_rows.c.change_id == change_id)
        .order_by(order)
    )
    made = []
    for (table, new, gone), run in groupby(rows, key=itemgetter(0, 1, 2)):
        act = "update" if not (new or gone) else "insert" if bool(new) != backward else "delete"
        for ids in _parts([row[3] for row in run], STRETCH):
            made.append(_Run(table, act, min(ids[0], ids[-1]), max(ids[0], ids[-1]), len(ids)))
    return made


ChangedRows = list[tuple[int, str | None]]


def _insert(connection: Connection, table: Table, wanted: ChangedRows) -> None:
    unpacked = (unpack_row(text, table) for _, text in wanted if text is not None)
    for _, same in groupby(unpacked, key=tuple):
        connection.execute(insert(table), list(same))


def _delete(connection: Connection, table: Table, wanted: ChangedRows) -> None:
    ids = [row_id for row_id, _ in wanted]
    for part in _parts(ids):
        connection.execute(delete(table).where(table.c.id.in_(part)))


def _update(connection: Connection, table: Table, wanted: ChangedRows) -> None:
    rows = (unpack_row(text, table) for _, text in wanted if text is not None)
    for names, same in groupby(rows, key=tuple):
        connection.execute(
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values({name: bindparam(f"new_{name}") for name in names if name != "id"}),
            [_renamed(row) for row in same],
        )


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    renamed = {f"new_{name}": value for name, value in row.items() if name != "id"}
    return {"row_id": row["id"], **renamed}


def _parts(ids: list[int], size: int = BATCH) -> Iterator[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


_ACTS = {"insert": _insert, "delete": _delete, "update": _update}
