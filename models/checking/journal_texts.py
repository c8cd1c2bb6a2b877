"""Texts of the journal that were damaged, and what surely stood in them: their hash says so.

What the journal writes of a row stands in it twice, as what one entry left and the next one met,
and the newest once more in the table. So a damaged text is tried with each of these, then with
each of its bits turned, until the entry has its hash again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, cast, select, text, update
from sqlalchemy import String as Text
from sqlalchemy.exc import SQLAlchemyError

from models.journal.bulk import row_as_json
from models.journal.chain import content_hash
from models.journal.chain_check import CONTENT, RESEAL, BrokenLink
from models.journal.raw import RawCells, any_text, raw_cells, raw_rows
from models.store.schema import change_rows, changes, metadata, reseals

if TYPE_CHECKING:
    from models.journal.change import Change

_BUDGET = 24_000_000
"""So many bytes are hashed at most to find the one that was turned."""
_MOST_SUSPECTS = 200
_BEFORE, _AFTER = 3, 4
"""Where the sides stand in a row of the journal."""


@dataclass(frozen=True, slots=True)
class TextMend:
    """Sets one text of an entry: a side of a row, or the summary (`row` 0)."""

    change_id: int
    row: int
    side: str
    value: str | None
    table: str = ""
    row_id: int = 0

    def __call__(self, change: Change) -> None:
        """Write it, and tell of it in `change`."""
        if self.row:
            own, table = change_rows.c.id == self.row, change_rows
        else:
            own, table = changes.c.id == self.change_id, changes
        change.connection.execute(update(table).where(own).values({self.side: self.value}))
        note_row(change, self.table, self.row_id)


def note_row(change: Change, table: str, row_id: int) -> None:
    """Let the mending entry name a row whose story was mended; it is left as it is."""
    of = metadata.tables.get(table)
    if of is None:
        return
    own = select(of.c.id).where(of.c.id == row_id)
    if change.connection.execute(own).first() is not None:
        change.note(of, row_id)


class _Broken(NamedTuple):
    id: int
    salt: Any
    summary: Any
    wanted: Any
    rows: list[RawCells]
    resealed: Sequence[Sequence[Any]]

    def is_whole(self, rows: Sequence[RawCells], summary: Any) -> bool:
        return bool(content_hash(self.salt, summary, rows, self.resealed) == self.wanted)


def text_mends(connection: Connection, broken: Sequence[BrokenLink]) -> list[TextMend]:
    """What surely stood in the texts of these entries, of those that lack but one."""
    found = []
    with any_text(connection):
        for each in broken:
            if each.what in (CONTENT, RESEAL):
                mend = _mend_of(connection, _read(connection, each.change_id))
                if mend is not None:
                    found.append(mend)
    return found


def _read(connection: Connection, change_id: int) -> _Broken:
    columns = select(changes.c.salt, changes.c.summary, changes.c.content_hash)
    ((salt, summary, content),) = raw_cells(connection, columns.where(changes.c.id == change_id))
    newest = select(reseals.c.content_hash).where(reseals.c.target_id == change_id)
    later = list(raw_cells(connection, newest.order_by(reseals.c.change_id.desc()).limit(1)))
    own = select(reseals.c.target_id, reseals.c.content_hash).where(
        reseals.c.change_id == change_id
    )
    resealed = list(raw_cells(connection, own.order_by(reseals.c.target_id)))
    rows = list(raw_rows(connection, change_rows.c.change_id == change_id))
    return _Broken(change_id, salt, summary, later[0][0] if later else content, rows, resealed)


def _mend_of(connection: Connection, entry: _Broken) -> TextMend | None:
    for at, side, value in _told_elsewhere(connection, entry):
        if entry.is_whole(_with(entry.rows, at, side, value), entry.summary):
            return _mend(entry, at, side, value)
    for at, side, value in _turned_bits(entry):
        if at < 0:
            if entry.is_whole(entry.rows, value):
                return TextMend(entry.id, 0, "summary", value, *_first_row(entry))
        elif entry.is_whole(_with(entry.rows, at, side, value), entry.summary):
            return _mend(entry, at, side, value)
    return None


def _mend(entry: _Broken, at: int, side: int, value: str | None) -> TextMend:
    row = entry.rows[at]
    name = "before" if side == _BEFORE else "after"
    return TextMend(entry.id, row[5], name, value, row[1], row[2])


def _first_row(entry: _Broken) -> tuple[str, int]:
    return (entry.rows[0][1], entry.rows[0][2]) if entry.rows else ("", 0)


def _with(rows: Sequence[RawCells], at: int, side: int, value: Any) -> list[RawCells]:
    changed = list(rows[at])
    changed[side] = value
    return [*rows[:at], tuple(changed), *rows[at + 1 :]]


_NEIGHBOURS = text(
    "SELECT id, earlier, later FROM (SELECT id, change_id, before, after,"
    " lag(after) OVER w AS earlier, lead(before) OVER w AS later FROM change_rows"
    " WHERE (table_name, row_id) IN"
    " (SELECT table_name, row_id FROM change_rows WHERE change_id = :own)"
    " WINDOW w AS (PARTITION BY table_name, row_id ORDER BY id)) AS told"
    " WHERE change_id = :own AND (before IS DISTINCT FROM earlier"
    " OR later IS NULL OR after IS DISTINCT FROM later)"
)


def _told_elsewhere(
    connection: Connection, entry: _Broken
) -> Iterator[tuple[int, int, str | None]]:
    """What the entries before and after, or the tables, say of rows on which they disagree."""
    places = {row[5]: at for at, row in enumerate(entry.rows)}
    statement = _NEIGHBOURS if connection.dialect.name != "sqlite" else _on_sqlite()
    suspects = list(raw_cells(connection, statement, {"own": entry.id}))
    for own, earlier, later in suspects[:_MOST_SUSPECTS]:
        at = places[own]
        row = entry.rows[at]
        if row[_BEFORE] is not None and earlier not in (None, row[_BEFORE]):
            yield at, _BEFORE, earlier
        if row[_AFTER] is None:
            continue
        told = later if later is not None else _stored_text(connection, row[1], row[2])
        if told not in (None, row[_AFTER]):
            yield at, _AFTER, told


def _on_sqlite() -> Any:
    return text(str(_NEIGHBOURS.text).replace("IS DISTINCT FROM", "IS NOT"))


def _stored_text(connection: Connection, table: Any, row_id: Any) -> str | None:
    of = metadata.tables.get(table)
    if of is None or "id" not in of.c:
        return None
    told = cast(row_as_json(connection.dialect.name, of), Text)
    try:
        found = list(raw_cells(connection, select(told).where(of.c.id == row_id)))
    except SQLAlchemyError:
        if connection.dialect.name != "sqlite":
            raise
        return None
    return found[0][0] if found else None


def _turned_bits(entry: _Broken) -> Iterator[tuple[int, int, str]]:
    """The texts with one bit turned each, as far as that can be tried at no great cost."""
    texts = [(-1, 0, entry.summary)]
    texts += [(at, side, row[side]) for at, row in enumerate(entry.rows) for side in (3, 4)]
    told = [(at, side, _bytes(value)) for at, side, value in texts if isinstance(value, str)]
    size = sum(len(value) for _, _, value in told) or 1
    left = _BUDGET // size
    for at, side, value in told:
        for place in range(len(value) * 8):
            if left <= 0:
                return
            left -= 1
            turned = bytearray(value)
            turned[place // 8] ^= 1 << place % 8
            yield at, side, turned.decode("utf-8", "surrogateescape")


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogateescape")
