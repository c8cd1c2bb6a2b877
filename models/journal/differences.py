"""Whether the tables hold what the journal last wrote of each row, both ways.

Doing, undoing and redoing are played through: the last of them that touched a row says what must
stand in it. A row that an older version wrote lacks the columns that came later; they have their
usual value, or what an earlier row of the journal says. What an upgrade wrote otherwise, it
journaled (`models.journal.rebasing`). Of what was forgotten it is only known whether it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, case, cast, exists, func, select
from sqlalchemy import String as Text

from models.journal.bulk import row_as_json
from models.journal.chain_check import STEPS
from models.journal.raw import RawCells, any_text, raw_cells
from models.journal.replayed import KnownRow, differing_columns, last_known
from models.store.schema import CONTENT_TABLES, JOURNAL_TABLES, change_rows, changes, metadata

JOURNALED_TABLES: tuple[Table, ...] = tuple(
    table for table in metadata.sorted_tables if table.name not in JOURNAL_TABLES | CONTENT_TABLES
)
"""Whose rows are written by `changing` alone, the logs among them."""
BATCH = 500
_Steps = Mapping[int, Sequence[tuple[int, bool]]]
"""By the entry that was undone or redone: which entries did that, and whether backward."""


class RowDifference(NamedTuple):
    """A row that is not what the journal last wrote of it.

    `stored` is the row as the database has it, None where it is missing; `journal` is what must
    stand there (days and moments as such), None where nothing must: nobody wrote it, or it was
    deleted. `columns` are those that differ, of a row that is there.
    """

    table: str
    row_id: int
    stored: Mapping[str, Any] | None
    journal: Mapping[str, Any] | None
    columns: tuple[str, ...]


def journal_differences(
    connection: Connection, tables: Sequence[Table] = JOURNALED_TABLES
) -> list[RowDifference]:
    """Every row of `tables` that differs from the journal, by table and id."""
    with any_text(connection):
        steps = _steps(connection)
        stepped = _stepped(connection, steps)
        return [
            difference
            for table in tables
            for difference in _of_table(connection, table, steps, stepped.get(table.name, {}))
        ]


def _of_table(
    connection: Connection, table: Table, steps: _Steps, stepped: Mapping[int, bool]
) -> Iterator[RowDifference]:
    # What was stepped over is judged by all that happened to it, or its newest row says it all.
    doubtful = {row_id for row_id, by_newest in stepped.items() if not by_newest}
    try:
        doubtful.update(
            row_id for (row_id,) in raw_cells(connection, _unlike(table, connection.dialect.name))
        )
    except Exception:
        if connection.dialect.name != "sqlite":
            raise
        # Bytes where a text should be: SQLite makes no JSON of them, so that each row is read. Any
        # other error, of whichever driver, comes again with that.
        doubtful.update(row_id for (row_id,) in raw_cells(connection, _journaled_ids(table)))
    doubtful.update(row_id for (row_id,) in raw_cells(connection, _unjournaled_ids(table)))
    ids = sorted(doubtful)
    for start in range(0, len(ids), BATCH):
        yield from _judged(connection, table, ids[start : start + BATCH], steps)


@lru_cache(maxsize=256)
def _unlike(table: Table, dialect: str) -> Select[tuple[int]]:
    """The ids of rows whose newest journal text is not, letter by letter, what stands there."""
    newest = (
        select(change_rows.c.row_id, func.max(change_rows.c.id).label("id"))
        .where(change_rows.c.table_name == table.name)
        .group_by(change_rows.c.row_id)
        .subquery()
    )
    stands = case((table.c.id.is_not(None), row_as_json(dialect, table)))
    return (
        select(newest.c.row_id)
        .join(change_rows, change_rows.c.id == newest.c.id)
        .outerjoin(table, table.c.id == newest.c.row_id)
        .where(change_rows.c.after.is_distinct_from(cast(stands, Text)))
    )


def _journaled_ids(table: Table) -> Select[tuple[int]]:
    return select(change_rows.c.row_id).where(change_rows.c.table_name == table.name).distinct()


@lru_cache(maxsize=256)
def _unjournaled_ids(table: Table) -> Select[tuple[int]]:
    written = exists().where(
        change_rows.c.table_name == table.name, change_rows.c.row_id == table.c.id
    )
    return select(table.c.id).where(~written)


def _steps(connection: Connection) -> _Steps:
    statement = (
        select(changes.c.target_id, changes.c.id, changes.c.kind)
        .where(changes.c.target_id.is_not(None), changes.c.kind.in_(STEPS))
        .order_by(changes.c.id)
    )
    found: dict[int, list[tuple[int, bool]]] = {}
    for target, own, kind in raw_cells(connection, statement):
        found.setdefault(target, []).append((own, kind == "undo"))
    return found


def _stepped(connection: Connection, steps: _Steps) -> Mapping[str, Mapping[int, bool]]:
    """By table and id the rows that undo or redo wrote: whether their newest journal text still
    says what must stand there."""
    if not steps:
        return {}
    targets = select(changes.c.target_id).where(
        changes.c.target_id.is_not(None), changes.c.kind.in_(STEPS)
    )
    touched = (
        select(change_rows.c.table_name, change_rows.c.row_id)
        .where(change_rows.c.change_id.in_(targets))
        .distinct()
        .subquery()
    )
    every = select(
        change_rows.c.table_name, change_rows.c.row_id, change_rows.c.change_id, change_rows.c.id
    ).join(
        touched,
        (change_rows.c.table_name == touched.c.table_name)
        & (change_rows.c.row_id == touched.c.row_id),
    )
    last: dict[tuple[str, int], tuple[int, int, bool]] = {}
    newest: dict[tuple[str, int], int] = {}
    for table, row_id, change_id, own in raw_cells(connection, every):
        key = (table, row_id)
        event, backward = steps[change_id][-1] if change_id in steps else (change_id, False)
        mine = (event, -own if backward else own, backward)
        last[key] = max(last.get(key, mine), mine)
        newest[key] = max(newest.get(key, own), own)
    found: dict[str, dict[int, bool]] = {}
    for (table, row_id), (_, own, backward) in last.items():
        by_newest = not backward and own == newest[table, row_id]
        found.setdefault(table, {})[row_id] = by_newest
    return found


def _judged(
    connection: Connection, table: Table, ids: Sequence[int], steps: _Steps
) -> Iterator[RowDifference]:
    """Those of the rows `ids` that really differ."""
    names = [column.name for column in table.c]
    rows = raw_cells(connection, select(table).where(table.c.id.in_(ids)))
    stored = {row["id"]: row for row in (dict(zip(names, cells, strict=True)) for cells in rows)}
    known = _known(connection, table, ids, steps)
    for row_id in ids:
        row, said = stored.get(row_id), known.get(row_id)
        must_stand = said is not None and said.stands
        if row is None or not must_stand:
            if (row is not None) != must_stand:
                values = said.typed(table) if said is not None and must_stand else None
                yield RowDifference(table.name, row_id, row, values, ())
            continue
        assert said is not None
        columns = differing_columns(table, row, said)
        if columns:
            yield RowDifference(table.name, row_id, row, said.typed(table), columns)


def _known(
    connection: Connection, table: Table, ids: Sequence[int], steps: _Steps
) -> Mapping[int, KnownRow]:
    """What the journal says of each of the rows `ids` that it speaks of."""
    statement = select(
        change_rows.c.row_id, change_rows.c.change_id, change_rows.c.id, change_rows.c.before,
        change_rows.c.after,
    ).where(change_rows.c.table_name == table.name, change_rows.c.row_id.in_(ids))  # fmt: skip
    events: dict[int, list[tuple[int, int, Any]]] = {}
    for row_id, change_id, own, before, after in raw_cells(connection, statement):
        its_events = events.setdefault(row_id, [])
        its_events.append((change_id, own, after))
        for event, backward in steps.get(change_id, ()):
            its_events.append((event, -own, before) if backward else (event, own, after))
    return {row_id: last_known(table, _texts(told)) for row_id, told in events.items()}


def _texts(events: Iterable[RawCells]) -> list[Any]:
    """What was written of a row, the oldest first."""
    return [text for _, _, text in sorted(events, key=lambda each: each[:2])]
