"""What a damaged file still holds of the journal, brought into the copy that takes its place.

Each entry after the copy is the next link of the copy's chain: it is taken only when it is word
for word what was written. What the entries did is done again, so that the file is the very one
that was damaged, up to the first entry that cannot be read whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from models.errors import AppError
from models.journal.chain import chain_head, content_hash, link_hash
from models.journal.contents import NAMED_BY
from models.journal.raw import RawCells, any_text, raw_cells, raw_rows
from models.journal.replay import play_back
from models.journal.replayed import stored_moment
from models.journal.rows import unpack_row
from models.journal.states import DISCARDED, DONE, LOGGED, NEVER_UNDONE, UNDONE
from models.store.connection import engine_over
from models.store.data_file import DataFile
from models.store.driver import connected, driver_errors
from models.store.keyring import FileKey
from models.store.known_schema import refuse_what_runs
from models.store.schema import change_rows, changes, contents, metadata, reseals
from models.store.sweeping import UNSWEPT

_STEPS = {"undo": UNDONE, "redo": DONE}
_HEADS = select(changes).order_by(changes.c.id)
_PLAIN = frozenset({DONE, UNDONE, DISCARDED, LOGGED})


class Salvaged(NamedTuple):
    """How many entries of a damaged file were done again, and whether some after them are lost.

    `first_lost` is the summary of the first that is not there any more, if it can be read.
    """

    brought: int
    whole: bool
    first_lost: str = ""


class _Unreadable(Exception):
    """The next entry is not to be had."""

    def __init__(self, summary: str = "") -> None:
        super().__init__(summary)
        self.summary = summary


def salvage_later(damaged: Path, key: FileKey | None, file: DataFile) -> Salvaged:
    """Do again in `file`, a copy that has just been restored, what the file at `damaged` holds of
    later entries.

    Nobody else has either open. What cannot be read, or is not what was written, stays out, and so
    does all after it.
    """
    try:
        with closing(connected(damaged, key)) as looked_at:
            refuse_what_runs(looked_at, damaged)
        engine = engine_over(lambda: connected(damaged, key), key)
        with closing(_Source(engine)) as source:
            return _brought(source, file)
    except driver_errors(OSError, UnicodeError, SQLAlchemyError, AppError):
        return Salvaged(0, whole=False)


class _Source:
    """The journal of the damaged file, read entry by entry."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.connection = engine.connect()

    def close(self) -> None:
        self.connection.close()
        self._engine.dispose()

    def heads_after(self, last: int) -> Iterator[dict[str, Any]]:
        """The heads of the entries after `last`; ends where they cannot be read."""
        names = [column.name for column in changes.c]
        statement = _HEADS.where(changes.c.id > last)
        for row in raw_cells(self.connection, statement):
            yield dict(zip(names, row, strict=True))

    def rows_of(self, entry: int) -> list[RawCells]:
        return list(raw_rows(self.connection, change_rows.c.change_id == entry))

    def resealed_by(self, entry: int) -> bool:
        statement = select(reseals.c.id).where(reseals.c.change_id == entry).limit(1)
        return self.connection.execute(statement).first() is not None

    def content(self, digest: str) -> dict[str, Any] | None:
        """The bytes of that hash, when they are those."""
        row = self.connection.execute(select(contents).where(contents.c.sha256 == digest)).first()
        if row is None or hashlib.sha256(bytes(row.bytes)).hexdigest() != digest:
            return None
        return dict(row._mapping)


def _brought(source: _Source, file: DataFile) -> Salvaged:
    done = 0
    with any_text(source.connection):
        with file.reading() as connection:
            last = connection.execute(select(changes.c.id).order_by(changes.c.id.desc())).scalar()
        try:
            for head in source.heads_after(int(last or 0)):
                with file.writing() as connection:
                    _do_again(connection, source, head)
                done += 1
        except _Unreadable as stopped:
            return Salvaged(done, whole=False, first_lost=stopped.summary)
        except driver_errors(SQLAlchemyError, UnicodeError, ValueError, TypeError, AppError):
            return Salvaged(done, whole=False)
    return Salvaged(done, whole=True)


def _do_again(connection: Connection, source: _Source, head: dict[str, Any]) -> None:
    """Write one entry as it stands in the damaged file, and do what it did."""
    rows = source.rows_of(head["id"])
    _refuse_changed(connection, source, head, rows)
    undoes = _STEPS.get(head["kind"])
    state = LOGGED if head["state"] in NEVER_UNDONE else DONE
    told = {**head, "at": stored_moment(head["at"]), "state": state}
    connection.execute(insert(changes), told)
    if rows:
        connection.execute(insert(change_rows), [_row(each) for each in rows])
        _bring_contents(connection, source, rows)
    if undoes is not None:
        play_back(connection, head["target_id"], None, backward=undoes == UNDONE)
        of = changes.c.id == head["target_id"]
        connection.execute(update(changes).where(of).values(state=undoes))
    elif rows:
        play_back(connection, head["id"], None, backward=False)
    if state == DONE:
        # As when it was done: what had been undone could no longer be redone.
        later = changes.c.state == UNDONE
        connection.execute(update(changes).where(later).values(state=DISCARDED))


def _refuse_changed(
    connection: Connection, source: _Source, head: dict[str, Any], rows: list[RawCells]
) -> None:
    """Raise `_Unreadable` unless the entry is the next link of the chain, as it was written.

    What took something away for good is not done again: only the copy before it would be there.
    """
    summary = head["summary"] if isinstance(head["summary"], str) else ""
    at = stored_moment(head["at"])
    if head["state"] == UNSWEPT or head["state"] not in _PLAIN or head["pack_id"] is not None:
        raise _Unreadable(summary)
    if not hasattr(at, "isoformat") or source.resealed_by(head["id"]):
        raise _Unreadable(summary)
    linked = (
        head["id"], at.isoformat(), head["who"], head["kind"], head["target_id"],
        head["row_count"], head["content_hash"], head["state"] not in NEVER_UNDONE,
    )  # fmt: skip
    if link_hash(chain_head(connection), linked) != head["link"]:
        raise _Unreadable
    if content_hash(head["salt"], head["summary"], rows, ()) != head["content_hash"]:
        raise _Unreadable(summary)


def _row(cells: RawCells) -> dict[str, Any]:
    names = ("change_id", "table_name", "row_id", "before", "after", "id")
    return dict(zip(names, cells, strict=True))


def _bring_contents(connection: Connection, source: _Source, rows: list[RawCells]) -> None:
    """The bytes that rows of the entry name; without them the entry stays out."""
    names = {table.name for table in NAMED_BY}
    for _, table, _, _, after, _ in rows:
        if table not in names or after is None:
            continue
        digest = unpack_row(after, metadata.tables[table])["sha256"]
        there = select(contents.c.sha256).where(contents.c.sha256 == digest)
        if connection.execute(there).first() is not None:
            continue
        found = source.content(digest)
        if found is None:
            raise _Unreadable
        connection.execute(insert(contents), found)
