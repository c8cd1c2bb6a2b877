"""The history as the officer reads it, and a fingerprint of everything the file holds."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, union_all

from models.journal.change import BATCH
from models.journal.closed_marks import MERGE
from models.journal.packs import whole_journal
from models.journal.rows import member_of_row, pack_row
from models.journal.states import DONE, IN_EFFECT
from models.journal.taken_back import STEPS, taken_back
from models.records import ChangeEntry
from models.store.schema import (
    DOMAIN_TABLES,
    absences,
    awards,
    change_rows,
    changes,
    entry_authors,
    exemptions,
    participations,
    people,
    posts,
)
from models.store.store import Store
from models.text.names import search_fold


def history(store: Store, limit: int = 200, text: str = "") -> tuple[ChangeEntry, ...]:
    """The newest `limit` changes, newest first; undoing and redoing are entries too. With `text`
    those that have all its words in what was done or in who did it, with or without diacritics."""
    wanted = search_fold(text).split()
    statement = select(changes).order_by(changes.c.id.desc()).limit(limit)
    with store.reading() as connection:
        if wanted:
            return entries_of_ids(connection, list(islice(_saying(connection, wanted), limit)))
        return _entries(connection, connection.execute(statement).all())


def _saying(connection: Connection, wanted: Sequence[str]) -> Iterator[int]:
    columns = changes.c.id, changes.c.summary, changes.c.who
    for row in connection.execute(select(*columns).order_by(changes.c.id.desc())):
        said = search_fold(f"{row.summary} {row.who}")
        if all(word in said for word in wanted):
            yield int(row.id)


def history_of(store: Store, person_id: int) -> tuple[ChangeEntry, ...]:
    """The changes that touched one person, or what is kept of them, newest first.

    What touched an entry that was merged into theirs is among them. A mark that was undone
    has no row any more, so marks are found by what the journal wrote of them.
    """
    with store.reading() as connection, whole_journal(connection):
        entries = entries_merged_into(connection, person_id)
        touched = union_all(*chain.from_iterable(_touching(connection, each) for each in entries))
        statement = select(changes).where(changes.c.id.in_(touched)).order_by(changes.c.id.desc())
        return _entries(connection, connection.execute(statement).all())


def entries_merged_into(connection: Connection, person_id: int) -> list[int]:
    """The person and, again and again, who was merged into one of them."""
    found = [person_id]
    of_people = change_rows.c.table_name == people.name
    for each in found:
        merges = select(change_rows.c.change_id).where(of_people, change_rows.c.row_id == each)
        gone = (
            select(change_rows.c.row_id)
            .join(changes, changes.c.id == change_rows.c.change_id)
            .where(of_people, change_rows.c.after.is_(None), change_rows.c.row_id != each)
            .where(changes.c.kind == MERGE, changes.c.state == DONE, changes.c.id.in_(merges))
        )
        found += [row_id for row_id in connection.execute(gone).scalars() if row_id not in found]
    return found


def _touching(connection: Connection, person_id: int) -> list[Select[tuple[int]]]:
    own = (change_rows.c.table_name == people.name) & (change_rows.c.row_id == person_id)
    found = [select(change_rows.c.change_id).where(own)]
    for table in (participations, exemptions, absences, posts, entry_authors, awards):
        of_table = change_rows.c.table_name == table.name
        theirs = select(table.c.id).where(table.c.person_id == person_id)
        found.append(
            select(change_rows.c.change_id).where(of_table, change_rows.c.row_id.in_(theirs))
        )
        # Only rows that are gone must be read for whose they were.
        gone = ~select(table.c.id).where(table.c.id == change_rows.c.row_id).exists()
        whose = func.coalesce(change_rows.c.before, change_rows.c.after)
        # To look for the digits is cheaper than to take every row apart.
        maybe = whose.contains(str(person_id))
        said = member_of_row(connection, whose, table.c.person_id) == person_id
        found.append(select(change_rows.c.change_id).where(of_table, maybe, said, gone))
    return found


def newest_change(connection: Connection, before: int | None = None) -> int:
    """The id of the newest change (older than `before`); undoing and redoing are changes too."""
    statement = select(func.max(changes.c.id))
    if before is not None:
        statement = statement.where(changes.c.id < before)
    return int(connection.execute(statement).scalar() or 0)


def fingerprint(store: Store) -> str:
    """A SHA-256 over every row of the office's data, without the journal."""
    digest = hashlib.sha256()
    with store.reading() as connection:
        for table in DOMAIN_TABLES:
            digest.update(table.name.encode())
            for row in connection.execute(select(table).order_by(table.c.id)).mappings():
                digest.update(pack_row(dict(row)).encode())
    return digest.hexdigest()


def entries_of_ids(connection: Connection, ids: Collection[int]) -> tuple[ChangeEntry, ...]:
    """The entries with these ids, newest first."""
    found: list[Row[Any]] = []
    wanted = sorted(ids, reverse=True)
    for start in range(0, len(wanted), BATCH):
        part = changes.c.id.in_(wanted[start : start + BATCH])
        statement = select(changes).where(part).order_by(changes.c.id.desc())
        found += connection.execute(statement).all()
    return _entries(connection, found)


def _entries(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[ChangeEntry, ...]:
    gone = taken_back(connection)
    return tuple(
        ChangeEntry(
            id=row.id,
            at=row.at,
            who=row.who,
            kind=row.kind,
            summary=row.summary,
            rows=row.row_count,
            in_effect=row.state in IN_EFFECT and row.id not in gone,
            undoes=row.target_id if row.kind in STEPS else None,
            stays=row.state in IN_EFFECT and row.state != DONE,
            taken_back_by=gone.get(row.id),
        )
        for row in rows
    )
