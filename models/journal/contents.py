"""Bytes by their hash. They never change, so the journal keeps only the rows that name them."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from sqlalchemy import CompoundSelect, Connection, delete, exists, func, insert, select, union_all

from models.journal.change import Change
from models.journal.raw import any_text, raw_cells
from models.journal.rows import member_of_row
from models.journal.states import DONE, UNDONE
from models.store.schema import (
    attachments,
    change_rows,
    changes,
    city_templates,
    contents,
    issued_files,
)
from models.store.store import Store

NAMED_BY = (attachments, issued_files, city_templates)
"""The tables whose rows name bytes by their hash."""


def keep_content(change: Change, content: bytes) -> str:
    """Keep `content` for a row that `change` writes; returns its hash, by which it is found."""
    digest = hashlib.sha256(content).hexdigest()
    own = contents.c.sha256 == digest
    if change.connection.execute(select(contents.c.sha256).where(own)).first() is None:
        row = {"sha256": digest, "size": len(content), "bytes": content}
        change.connection.execute(insert(contents), row)
    return digest


def content_of(connection: Connection, digest: str) -> bytes | None:
    """The bytes of that hash; None when they are not there, or are not those any more."""
    own = select(contents.c.bytes).where(contents.c.sha256 == digest)
    with any_text(connection):
        for (found,) in raw_cells(connection, own):
            # A damaged one may be no bytes at all.
            if isinstance(found, bytes) and hashlib.sha256(found).hexdigest() == digest:
                return found
    return None


class DamagedContent(NamedTuple):
    """Bytes that are not those of their hash, or, `missing`, that a row names and nobody has."""

    sha256: str
    missing: bool


def damaged_contents(connection: Connection) -> list[DamagedContent]:
    """Every content that is damaged or missing; each is read once, one at a time."""
    found, there = [], set()
    every = select(contents.c.sha256, contents.c.size, contents.c.bytes)
    with any_text(connection):
        for digest, size, content in raw_cells(connection, every):
            there.add(digest)
            # A damaged one may be no bytes at all.
            whole = isinstance(content, bytes) and len(content) == size
            if not whole or hashlib.sha256(content).hexdigest() != digest:
                found.append(DamagedContent(digest, missing=False))
        named = union_all(*(select(table.c.sha256) for table in NAMED_BY))
        wanted = {digest for (digest,) in raw_cells(connection, named)}
    found += (DamagedContent(each, missing=True) for each in wanted - there)
    return sorted(found)


def drop_unneeded_contents(store: Store) -> int:
    """Take away bytes that no row names and that neither undo nor redo can bring back.

    Returns how many. Called while nobody changes anything.
    """
    if store.only_read is not None:
        return 0
    with store.reading() as connection:
        if not _unneeded(connection):
            return 0
    with store.writing() as connection:
        # Whoever wrote meanwhile may need one of them.
        return drop_unneeded_within(connection)


def drop_unneeded_within(connection: Connection) -> int:
    """The same within a transaction that writes."""
    gone = _unneeded(connection)
    for digest in gone:
        connection.execute(delete(contents).where(contents.c.sha256 == digest))
    return len(gone)


def _unneeded(connection: Connection) -> list[str]:
    bare = select(contents.c.sha256).where(
        *(~exists().where(table.c.sha256 == contents.c.sha256) for table in NAMED_BY)
    )
    loose = set(connection.execute(bare).scalars())
    if not loose:
        return []
    return sorted(loose - set(connection.execute(_recalled(connection)).scalars()))


def _recalled(connection: Connection) -> CompoundSelect[tuple[str]]:
    """The hashes in rows that undo or redo may write again."""
    lasting = changes.c.state.in_((DONE, UNDONE))
    found = (
        select(func.coalesce(member_of_row(connection, side, table.c.sha256), ""))
        .join(changes, changes.c.id == change_rows.c.change_id)
        .where(change_rows.c.table_name == table.name, lasting, side.is_not(None))
        for table in NAMED_BY
        for side in (change_rows.c.before, change_rows.c.after)
    )
    return union_all(*found)
