"""The one write path: a named change is one transaction that also writes the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from models.errors import AppError
from models.journal.bulk import insert_columns, log_inserted, log_updated
from models.journal.chain import reseal, seal_entry
from models.journal.closed_marks import PERSON_PURGE, refuse_closed_marks
from models.journal.purged_rows import refuse_purged_rows
from models.journal.risks import guard_risk
from models.journal.rows import pack_row
from models.journal.states import DISCARDED, DONE, LOGGED, UNDONE
from models.store.schema import change_rows, changes, participations, people
from models.store.store import Store

RowValues = Mapping[str, Any]
WriteStep = Callable[[int], None]
BATCH = 500
STRETCH = 4_000
"""So many rows are written before the change looks whether it shall stop."""


class Change:
    """What one change writes. Made by `changing`; touches rows only through these methods.

    `step` is told the rows written so far, again and again; when it raises, nothing stays.
    """

    def __init__(
        self, connection: Connection, change_id: int, summary: str, step: WriteStep | None = None
    ) -> None:
        self.connection = connection
        self.id = change_id
        self.summary = summary
        self.topics: set[str] = set()
        self.row_count = 0
        self.forgot: set[int] = set()
        """Entries from which this change took what they said; they are sealed anew with it."""
        self._step = step

    def insert(self, table: Table, rows: Sequence[RowValues]) -> list[int]:
        """Insert `rows` (all with the same keys) and journal them; returns their new ids."""
        if not rows:
            return []
        return self.insert_columns(table, {name: [row[name] for row in rows] for name in rows[0]})

    def insert_columns(self, table: Table, columns: Mapping[str, Sequence[Any]]) -> list[int]:
        """Like `insert`, of rows that are told by column: the shorter way for very many."""
        count = len(next(iter(columns.values())))
        first = next_id(self.connection, table)
        for start in range(0, count, STRETCH):
            part = {name: cells[start : start + STRETCH] for name, cells in columns.items()}
            at, last = first + start, first + min(start + STRETCH, count) - 1
            insert_columns(self.connection, table, at, part)
            log_inserted(self.connection, table, self.id, at, last)
            self._touched(table, last - at + 1)
        return list(range(first, first + count))

    def update(self, table: Table, values: Mapping[int, RowValues]) -> int:
        """Set the columns of `values` (by row id, all with the same keys); returns rows changed.

        A row that already holds the values is left alone and not journaled. Raises `AppError` for
        one that is gone.
        """
        before = rows_by_id(self.connection, table, list(values))
        entries: list[tuple[int, str | None, str | None]] = []
        parameters: list[dict[str, Any]] = []
        for row_id, new in values.items():
            old = before.get(row_id)
            if old is None:
                raise AppError(
                    "Mục này không còn trong dữ liệu nên chưa ghi gì.",
                    "Có thể mục này vừa được xóa hoặc hoàn tác; hãy xem lại rồi làm lại.",
                )
            if all(old[name] == value for name, value in new.items()):
                continue
            parameters.append({"row_id": row_id, **{f"new_{k}": v for k, v in new.items()}})
            entries.append((row_id, pack_row(old), pack_row({**old, **new})))
        names = list(next(iter(values.values()), ()))
        for start in range(0, len(parameters), STRETCH):
            self._run_update(table, names, parameters[start : start + STRETCH])
            self.journal(table, entries[start : start + STRETCH])
        return len(parameters)

    def update_where(
        self, table: Table, values: Mapping[str, ColumnElement[Any]], where: ColumnElement[bool]
    ) -> int:
        """Set columns to expressions in all rows for which `where` holds; returns rows changed.

        The database does it all, the journal too; rows that hold the values already are left
        alone. `where` may join another table.
        """
        differs = or_(*(table.c[name].is_distinct_from(value) for name, value in values.items()))
        touched = and_(where, differs)
        count = log_updated(self.connection, table, self.id, values, touched)
        if count:
            self.connection.execute(update(table).values(dict(values)).where(touched))
            self._touched(table, count)
        return count

    def insert_from(
        self, table: Table, names: Sequence[str], rows: Select[Any], order: ColumnElement[Any]
    ) -> int:
        """Insert what `rows` selects into the columns `names`, with new ids in the order `order`.

        The database does it all, the journal too; returns how many rows.
        """
        first = next_id(self.connection, table)
        number = func.row_number().over(order_by=order) + (first - 1)
        numbered = rows.add_columns(number.label("new_id")).order_by(order)
        self.connection.execute(insert(table).from_select([*names, "id"], numbered))
        count = self.connection.execute(
            select(func.count()).select_from(table).where(table.c.id >= first)
        ).scalar_one()
        if count:
            log_inserted(self.connection, table, self.id, first, first + count - 1)
            self._touched(table, count)
        return count

    def _run_update(
        self, table: Table, names: Sequence[str], parameters: list[dict[str, Any]]
    ) -> None:
        statement = update(table).where(table.c.id == bindparam("row_id"))
        self.connection.execute(
            statement.values({name: bindparam(f"new_{name}") for name in names}), parameters
        )

    def delete(self, table: Table, ids: Sequence[int]) -> int:
        """Delete the rows with these ids and journal what they held; returns rows deleted."""
        before = rows_by_id(self.connection, table, ids)
        if before:
            self.connection.execute(
                table.delete().where(table.c.id == bindparam("row_id")),
                [{"row_id": row_id} for row_id in before],
            )
            self.journal(table, [(row_id, pack_row(old), None) for row_id, old in before.items()])
        return len(before)

    def note(self, table: Table, row_id: int) -> None:
        """Journal a row as it is, so that the change is told of it even when nothing differs."""
        kept = pack_row(rows_by_id(self.connection, table, [row_id])[row_id])
        self.journal(table, [(row_id, kept, kept)])

    def played(self, tables: Iterable[str], rows: int) -> None:
        """Count rows that the journal itself played back within this change, and wrote down."""
        self.topics.update(tables)
        self.row_count += rows

    def _touched(self, table: Table, rows: int) -> None:
        self.topics.add(table.name)
        self.row_count += rows
        if self._step is not None:
            self._step(self.row_count)

    def journal(self, table: Table, entries: Sequence[tuple[int, str | None, str | None]]) -> None:
        """Journal what became of rows: (id, before, after) each."""
        self._touched(table, len(entries))
        self.connection.execute(
            insert(change_rows),
            [
                {
                    "change_id": self.id,
                    "table_name": table.name,
                    "row_id": row_id,
                    "before": before,
                    "after": after,
                }
                for row_id, before, after in entries
            ],
        )


@contextmanager
def changing(
    store: Store,
    kind: str,
    summary: str,
    *,
    undoable: bool = True,
    step: WriteStep | None = None,
) -> Iterator[Change]:
    """One named change: everything inside is committed together, or none of it.

    `kind` is a short code ("mark", "import"); `summary` is what the officer reads,
    and may be set anew through `change.summary`. A change that touches no row
    leaves no trace. One that is not `undoable` (the making of the file) is only
    logged. `step` hears of the rows written and may raise to stop it all. After the commit
    the listeners of `store` are told.
    """
    with store.writing() as connection:
        entry_id = _open_entry(store, connection, kind, DONE if undoable else LOGGED)
        change = Change(connection, entry_id, summary, step)
        yield change
        if participations.name in change.topics:
            refuse_closed_marks(connection, entry_id, kind)
        if people.name in change.topics and kind != PERSON_PURGE:
            refuse_purged_rows(connection, entry_id)
        guard_risk(store, kind, change.row_count)
        _close_entry(change, undoable=undoable)
    if change.row_count:
        store.announce(frozenset(change.topics | {changes.name}))


def next_entry_id(connection: Connection) -> int:
    """The id of the entry that is written next. Rows of one that was taken away behind the program
    are nobody's, and stay so."""
    written = connection.execute(select(func.max(change_rows.c.change_id))).scalar() or 0
    return max(next_id(connection, changes), int(written) + 1)


def _open_entry(store: Store, connection: Connection, kind: str, state: str) -> int:
    entry_id = next_entry_id(connection)
    connection.execute(
        insert(changes),
        {
            "id": entry_id,
            "at": store.clock(),
            "who": store.who,
            "kind": kind,
            "summary": "",
            "state": state,
            "target_id": None,
            "row_count": 0,
        },
    )
    return entry_id


def _close_entry(change: Change, *, undoable: bool) -> None:
    own = changes.c.id == change.id
    if not change.row_count:
        change.connection.execute(changes.delete().where(own))
        return
    values = {"row_count": change.row_count, "summary": change.summary}
    change.connection.execute(update(changes).where(own).values(values))
    reseal(change.connection, change.id, change.forgot)
    seal_entry(change.connection, change.id)
    if not undoable:
        return
    # A new deed closes the way forward: what was undone can no longer be redone.
    change.connection.execute(
        update(changes).where(changes.c.state == UNDONE).values(state=DISCARDED)
    )


def next_id(connection: Connection, table: Table) -> int:
    """An id that no row of `table` has now or had before, so that undo and redo never collide."""
    present = connection.execute(select(func.max(table.c.id))).scalar() or 0
    logged = connection.execute(
        select(func.max(change_rows.c.row_id)).where(change_rows.c.table_name == table.name)
    ).scalar()
    return max(int(present), int(logged or 0)) + 1


def rows_by_id(
    connection: Connection, table: Table, ids: Sequence[int]
) -> dict[int, dict[str, Any]]:
    """The rows of `table` with these ids, by id, in the order asked; missing ones left out."""
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        for row in connection.execute(select(table).where(table.c.id.in_(part))).mappings():
            found[row["id"]] = dict(row)
    return {row_id: found[row_id] for row_id in ids if row_id in found}
