"""What rests on an entry: later acts on its rows, and rows that would lose what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, UniqueConstraint, and_, select, tuple_

from models.journal.change import BATCH, rows_by_id
from models.journal.rows import unpack_row
from models.journal.states import IN_EFFECT
from models.store.schema import (
    DOMAIN_TABLES,
    attachments,
    change_rows,
    changes,
    entries,
    metadata,
    official_figures,
    participations,
    reconciliations,
    reminders,
    stages,
)

RowKey = tuple[str, int]
Holding = Callable[[set[int]], set[int]]
RowStates = dict[RowKey, tuple[str | None, str | None]]
"""What each row was before the first of the entries, and is after the last of them."""
_OF_STAGE = (participations, entries, official_figures, reminders, reconciliations)


def net_states(connection: Connection, ids: Sequence[int]) -> RowStates:
    """The rows that these entries changed; what is again as it was is not among them."""
    first: dict[RowKey, str | None] = {}
    last: dict[RowKey, str | None] = {}
    for part in _parts(sorted(ids)):
        rows = (
            select(
                change_rows.c.table_name,
                change_rows.c.row_id,
                change_rows.c.before,
                change_rows.c.after,
            )
            .where(change_rows.c.change_id.in_(part))
            .order_by(change_rows.c.change_id, change_rows.c.id)
        )
        for table, row_id, before, after in connection.execute(rows):
            first.setdefault((table, row_id), before)
            last[table, row_id] = after
    return {key: (first[key], last[key]) for key in first if first[key] != last[key]}


def differs_now(connection: Connection, states: RowStates) -> bool:
    """Whether some row is not as the entries left it; columns that came later do not count."""
    for name, keys in _by_table(states).items():
        table = metadata.tables[name]
        now = rows_by_id(connection, table, keys)
        for row_id in keys:
            left = states[name, row_id][1]
            if (left is None) != (row_id not in now):
                return True
            if left is not None and any(
                now[row_id][column] != value for column, value in unpack_row(left, table).items()
            ):
                return True
    return False


def resting_acts(
    connection: Connection, ids: Sequence[int], states: RowStates, holding: Holding
) -> set[int] | None:
    """The later entries, in effect and not among `ids`, on which taking these back would infringe.

    `holding` says which of some entries still hold. None where a row stands in the way that no
    such entry has written.
    """
    acts = holding(_later_on_rows(connection, ids))
    in_the_way = {
        *_children(connection, states),
        *_lost_parents(connection, states),
        *_taken_keys(connection, states),
    }
    known = True
    for key in in_the_way:
        wrote = holding(_wrote(connection, key, min(ids)) - set(ids))
        known = known and bool(wrote)
        acts |= wrote
    return acts if known or acts else None


def _later_on_rows(connection: Connection, ids: Sequence[int]) -> set[int]:
    own, later = change_rows.alias("own"), change_rows.alias("later")
    found: set[int] = set()
    for part in _parts(ids):
        statement = (
            select(later.c.change_id)
            .distinct()
            .select_from(own)
            .join(
                later,
                and_(
                    later.c.table_name == own.c.table_name,
                    later.c.row_id == own.c.row_id,
                    later.c.change_id > own.c.change_id,
                ),
            )
            .join(changes, changes.c.id == later.c.change_id)
            .where(
                own.c.change_id.in_(part),
                own.c.before.is_distinct_from(own.c.after),
                changes.c.state.in_(IN_EFFECT),
            )
        )
        found.update(connection.execute(statement).scalars())
    return found - set(ids)


def _wrote(connection: Connection, key: RowKey, after: int) -> set[int]:
    """The entries in effect that wrote the row, later than `after`."""
    statement = (
        select(change_rows.c.change_id)
        .join(changes, changes.c.id == change_rows.c.change_id)
        .where(
            change_rows.c.table_name == key[0],
            change_rows.c.row_id == key[1],
            changes.c.id > after,
            changes.c.state.in_(IN_EFFECT),
        )
    )
    return set(connection.execute(statement).scalars())


def _children(connection: Connection, states: RowStates) -> Iterator[RowKey]:
    """Rows that stay and refer to one that would go."""
    going = _by_table({key: each for key, each in states.items() if each[0] is None})
    for child in DOMAIN_TABLES:
        for column, parent in _references(child):
            for part in _parts(going.get(parent, ())):
                yield from _staying(connection, child, column.in_(part), states)
    for parent, ids in going.items():
        for part in _parts(ids):
            owned = (attachments.c.owner_table == parent) & attachments.c.owner_id.in_(part)
            yield from _staying(connection, attachments, owned, states)
    for part in _parts(going.get(reconciliations.name, ())):
        seen = participations.c.seen_in.in_(part)
        yield from _staying(connection, participations, seen, states)
    for row_id in going.get(stages.name, ()):
        stage = unpack_row(states[stages.name, row_id][1] or "{}", stages)
        for child in _OF_STAGE:
            of_stage = (child.c.contest_id == stage["contest_id"]) & (
                child.c.stage == stage["number"]
            )
            yield from _staying(connection, child, of_stage, states)


def _staying(
    connection: Connection, table: Table, which: Any, states: RowStates
) -> Iterator[RowKey]:
    for row_id in connection.execute(select(table.c.id).where(which)).scalars():
        if (table.name, row_id) not in states:
            yield table.name, row_id


def _lost_parents(connection: Connection, states: RowStates) -> Iterator[RowKey]:
    """Rows that are gone and that rows as they were before refer to."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for table, _, row in _as_before(states):
        for column, parent in _references(table):
            if row.get(column.name) is not None:
                wanted[parent].add(row[column.name])
        if table is attachments:
            wanted[row["owner_table"]].add(row["owner_id"])
    for name, ids in wanted.items():
        back = {key[1] for key, each in states.items() if key[0] == name and each[0] is not None}
        there = rows_by_id(connection, metadata.tables[name], sorted(ids - back))
        yield from ((name, each) for each in ids - back - there.keys())


def _taken_keys(connection: Connection, states: RowStates) -> Iterator[RowKey]:
    """Rows that stay and have what a row as it was before must have alone."""
    wanted: defaultdict[tuple[str, tuple[str, ...]], set[tuple[Any, ...]]] = defaultdict(set)
    for table, _, row in _as_before(states):
        for names in _unique(table):
            wanted[table.name, names].add(tuple(row.get(name) for name in names))
    for (table_name, names), values in wanted.items():
        table = metadata.tables[table_name]
        for part in _parts(list(values)):
            taken = tuple_(*(table.c[name] for name in names)).in_(part)
            yield from _staying(connection, table, taken, states)


def _as_before(states: RowStates) -> Iterator[tuple[Table, int, dict[str, Any]]]:
    for (name, row_id), (before, _) in states.items():
        if before is not None:
            table = metadata.tables[name]
            yield table, row_id, unpack_row(before, table)


def _references(table: Table) -> Iterator[tuple[Any, str]]:
    for column in table.c:
        for key in column.foreign_keys:
            yield column, key.column.table.name


def _unique(table: Table) -> Iterator[tuple[str, ...]]:
    for column in table.c:
        if column.unique:
            yield (column.name,)
    for each in table.constraints:
        if isinstance(each, UniqueConstraint) and len(each.columns) > 1:
            yield tuple(column.name for column in each.columns)


def _by_table(keys: Iterable[RowKey] | Mapping[RowKey, Any]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for name, row_id in keys:
        found[name].append(row_id)
    return found


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + BATCH] for at in range(0, len(values), BATCH))
