"""The unit tree, read as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from models.records import Contact, Unit, UnitKind
from models.store.prepared import DeclaredReader, Prepared, PreparedReader, rows_by_name
from models.store.store import Store
from models.store.texts import (
    ROSTER_ALIASES,
    ROSTER_CONTACTS,
    ROSTER_MOVING,
    ROSTER_PEOPLE_BY_UNIT,
    ROSTER_UNITS,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

UnitRow = dict[str, Any]


def list_units(data_file: Store) -> tuple[Unit, ...]:
    """Every unit in the order of the tree: each parent before its children."""
    with data_file.reading_prepared() as reader:
        return _read(reader, data_file.clock().date())


def load_units(connection: Connection, day: date) -> tuple[Unit, ...]:
    """Like `list_units` with the people of `day`, over a connection that is already open."""
    return _read(DeclaredReader(connection), day)


def load_tree(connection: Connection) -> tuple[Unit, ...]:
    """Like `load_units` with the heads, but without the people and the other names of units."""
    reader = DeclaredReader(connection)
    contacts = _contacts_by_unit(reader)
    every = _in_tree_order(_rows(reader, ROSTER_UNITS))
    return tuple(_unit(row, depth, {}, contacts, {}) for row, depth in every)


def _read(reader: PreparedReader, day: date) -> tuple[Unit, ...]:
    rows = _rows(reader, ROSTER_UNITS)
    counts = _people_by_unit(reader, day)
    contacts = _contacts_by_unit(reader)
    aliases = _aliases_by_unit(reader)
    found = [_unit(row, depth, counts, contacts, aliases) for row, depth in _in_tree_order(rows)]
    return tuple(found)


def _rows(reader: PreparedReader, what: Prepared) -> Iterator[UnitRow]:
    return rows_by_name(what, reader.rows(what))


def _in_tree_order(rows: Iterable[UnitRow]) -> Iterable[tuple[UnitRow, int]]:
    children: dict[int | None, list[UnitRow]] = {}
    for row in rows:
        children.setdefault(row["parent_id"], []).append(row)
    pending = [(row, 0) for row in reversed(children.get(None, []))]
    while pending:
        row, depth = pending.pop()
        yield row, depth
        pending.extend((child, depth + 1) for child in reversed(children.get(row["id"], [])))


def _unit(
    row: UnitRow,
    depth: int,
    counts: Mapping[int, int],
    contacts: Mapping[int, list[Contact]],
    aliases: Mapping[int, list[str]],
) -> Unit:
    return Unit(
        id=row["id"],
        uid=row["uid"],
        name=row["name"],
        kind=UnitKind(row["kind"]),
        parent_id=row["parent_id"],
        position=row["position"],
        depth=depth,
        people=counts.get(row["id"], 0),
        contacts=tuple(contacts.get(row["id"], ())),
        aliases=tuple(aliases.get(row["id"], ())),
    )


def _people_by_unit(reader: PreparedReader, day: date) -> dict[int, int]:
    """How many people are present in each unit; the few who have yet to move are put right."""
    counts: Counter[int] = Counter(dict(reader.rows(ROSTER_PEOPLE_BY_UNIT, day=day)))
    for stored, real in reader.rows(ROSTER_MOVING, day=day):
        counts[stored] -= 1
        counts[real] += 1
    return counts


def _contacts_by_unit(reader: PreparedReader) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for row in _rows(reader, ROSTER_CONTACTS):
        contact = Contact(row["role"], row["name"], row["position"], row["phone"], row["email"])
        found.setdefault(row["unit_id"], []).append(contact)
    return found


def _aliases_by_unit(reader: PreparedReader) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in _rows(reader, ROSTER_ALIASES):
        found.setdefault(row["unit_id"], []).append(row["alias"])
    return found
