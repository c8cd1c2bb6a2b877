"""The journal as a chain: what an entry says is hashed into it, and each entry leads to the next.

What an entry says is its summary, its rows and what it sealed anew, hashed under a salt of its
own. Its link is over the link before, over what never changes of the entry, and over that hash. An
entry that forgets something says the new hash of each entry that it took words from: that one's
salt goes with the words, so that nobody finds them by trying, and its first hash stays in the
chain. Of `state` the link only has whether undo may reach the entry; see `state_faults`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from models.journal.raw import RawCells, RowsByEntry, raw_rows
from models.journal.states import NEVER_UNDONE
from models.store.schema import change_rows, changes, reseals

BATCH = 500
_PIECES = 2_000
"""So many rows are hashed at once."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode
_OWN = changes.c.id == bindparam("own")
_ENTRY = select(changes).where(_OWN)
_PREVIOUS = (
    select(changes.c.link)
    .where(changes.c.id < bindparam("own"))
    .order_by(changes.c.id.desc())
    .limit(1)
)
_ROWS_OF = change_rows.c.change_id == bindparam("own")
_RESEALED = (
    select(reseals.c.target_id, reseals.c.content_hash)
    .where(reseals.c.change_id == bindparam("own"))
    .order_by(reseals.c.target_id)
)
_SALT = update(changes).where(_OWN).values(salt=bindparam("new_salt"))
_SEAL = _SALT.values(content_hash=bindparam("content"), link=bindparam("new_link"))
_RESEAL = insert(reseals).values(
    change_id=bindparam("by"), target_id=bindparam("own"), content_hash=bindparam("content")
)


def chain_head(connection: Connection) -> str:
    """The link of the newest entry; "" of a journal without one."""
    newest = select(changes.c.link).order_by(changes.c.id.desc()).limit(1)
    return connection.execute(newest).scalar() or ""


def seal_entry(connection: Connection, change_id: int) -> None:
    """Chain the newest entry, of which everything has been written."""
    own = {"own": change_id}
    entry = connection.execute(_ENTRY, own).one()
    previous = connection.execute(_PREVIOUS, own).scalar() or ""
    salt = new_salt()
    rows = raw_rows(connection, _ROWS_OF, own)
    content = content_hash(salt, entry.summary, rows, _resealed_by(connection, change_id))
    head = (
        entry.id, entry.at.isoformat(), entry.who, entry.kind, entry.target_id, entry.row_count,
        content, entry.state not in NEVER_UNDONE,
    )  # fmt: skip
    link = link_hash(previous, head)
    connection.execute(_SEAL, {**own, "new_salt": salt, "content": content, "new_link": link})


def reseal(connection: Connection, by: int, targets: Iterable[int]) -> None:
    """Say in the entry `by`, before it is sealed, what is left of the entries `targets`.

    Each gets another salt: nothing tells any more what stood there.
    """
    ids = sorted(set(targets) - {by})
    for start in range(0, len(ids), BATCH):
        part = ids[start : start + BATCH]
        statement = select(changes.c.id, changes.c.summary).where(changes.c.id.in_(part))
        rows = RowsByEntry(raw_rows(connection, change_rows.c.change_id.in_(part)))
        told = []
        for entry in connection.execute(statement.order_by(changes.c.id)).all():
            salt, own = new_salt(), _resealed_by(connection, entry.id)
            content = content_hash(salt, entry.summary, rows.of(entry.id), own)
            told.append({"by": by, "own": entry.id, "new_salt": salt, "content": content})
        connection.execute(
            _SALT, [{name: each[name] for name in ("own", "new_salt")} for each in told]
        )
        connection.execute(
            _RESEAL, [{name: each[name] for name in ("by", "own", "content")} for each in told]
        )


def new_salt() -> str:
    """As many random letters as nobody tries out."""
    return os.urandom(16).hex()


def content_hash(
    salt: object, summary: object, rows: Iterable[RawCells], resealed: Iterable[Sequence[Any]]
) -> str:
    """What an entry says, hashed: its summary, its rows in their order, what it sealed anew."""
    digest = hashlib.sha256(_bytes(_encode([salt, summary])))
    pieces: list[str] = []
    for row in rows:
        pieces.append(_piece(row))
        if len(pieces) == _PIECES:
            digest.update(_bytes("".join(pieces)))
            pieces.clear()
    pieces.extend(_encode(["reseals", target, content]) for target, content in resealed)
    digest.update(_bytes("".join(pieces)))
    return digest.hexdigest()


def link_hash(previous: str, head: Sequence[Any]) -> str:
    """The link of an entry: `head` is its id, time, who, kind, target, number of rows, its hashed
    content, and whether undo may reach it."""
    return hashlib.sha256(_bytes(_encode([previous, *head]))).hexdigest()


def _piece(row: RawCells) -> str:
    """A row of the journal as it is hashed: JSON of the table, the row, and both sides."""
    _, table, row_id, before, after, _ = row
    try:
        # As JSON writes it, in half the time.
        return (
            f"[{quoted(table)},{row_id!r},{'null' if before is None else quoted(before)},"
            f"{'null' if after is None else quoted(after)}]"
        )
    except TypeError:
        # Damaged: a text is no text any more.
        return _encode([table, row_id, before, after])


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _resealed_by(connection: Connection, change_id: int) -> list[Sequence[Any]]:
    return list(connection.execute(_RESEALED, {"own": change_id}))
