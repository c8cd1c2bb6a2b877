"""Whether the journal is still what was written: each entry, its rows, and that none is missing.

What it cannot know is whether the newest entries were cut off together with what they did: for
that the head of the chain stands in every kept copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from models.journal.chain import content_hash, link_hash
from models.journal.packs import packed_entries, whole_journal
from models.journal.raw import RawCells, RowsByEntry, any_text, raw_cells, raw_rows
from models.journal.replayed import stored_moment
from models.journal.states import DISCARDED, DONE, LOGGED, NEVER_UNDONE, UNDONE
from models.store.schema import change_rows, changes, reseals

LINK, CONTENT, RESEAL, ORDER = "link", "content", "reseal", "order"
STRAY, PACK = "stray", "pack"
STEPS = frozenset({"undo", "redo"})


class BrokenLink(NamedTuple):
    """An entry of the journal that does not fit, and what of it.

    `LINK`: its head was changed, or an entry before it was taken away, added or moved. `CONTENT`:
    its summary or its rows are not those that were written; `RESEAL`: not those that were left
    when some of them were forgotten. `ORDER`: its rows do not lie in their places. `STRAY`: rows
    that name an entry which is not there. `PACK`: some of its rows are packed, and not to be had.
    """

    change_id: int
    what: str


class _Entry(NamedTuple):
    id: int
    at: Any
    who: Any
    kind: Any
    summary: Any
    state: Any
    target_id: Any
    row_count: Any
    salt: Any
    content_hash: Any
    link: Any
    pack_id: Any


_ENTRIES = select(*(changes.c[name] for name in _Entry._fields)).order_by(changes.c.id)
_RESEALS = select(reseals.c.change_id, reseals.c.target_id, reseals.c.content_hash).order_by(
    reseals.c.change_id, reseals.c.target_id
)


def broken_links(connection: Connection, since: int | None = None) -> list[BrokenLink]:
    """Every entry that does not fit, the oldest first; of those after the entry `since`."""
    with whole_journal(connection), any_text(connection):
        return list(_broken(connection, since or 0))


def _broken(connection: Connection, since: int) -> Iterator[BrokenLink]:
    entries = _entries(connection)
    own, newest = _resealed(connection, {each.id for each in entries})
    rows = RowsByEntry(raw_rows(connection, change_rows.c.change_id > since if since else None))
    gapless = connection.dialect.name == "sqlite"
    packs = packed_entries(connection)
    previous = ""
    for entry in entries:
        if entry.id > since:
            rows.pass_before(entry.id)
            last = rows.last
            its_rows = rows.of(entry.id)
            yield from _of_entry(entry, previous, its_rows, own.get(entry.id, ()), newest)
            if its_rows and not _in_place(its_rows, last, gapless=gapless):
                yield BrokenLink(entry.id, ORDER)
            if entry.pack_id != packs.get(entry.id):
                yield BrokenLink(entry.id, PACK)
        previous = entry.link
    rows.end()
    stray = {*rows.passed, *own.keys()} - {each.id for each in entries}
    yield from (BrokenLink(each, STRAY) for each in sorted(stray))
    unknown = newest.keys() - {each.id for each in entries}
    yield from (BrokenLink(each, RESEAL) for each in sorted(unknown))


def _entries(connection: Connection) -> list[_Entry]:
    return list(map(_Entry._make, raw_cells(connection, _ENTRIES)))


def _resealed(
    connection: Connection, known: set[int]
) -> tuple[Mapping[int, Sequence[Sequence[Any]]], Mapping[int, Any]]:
    """What each entry sealed anew, and what each was sealed with last."""
    own: dict[int, list[Sequence[Any]]] = {}
    newest: dict[int, Any] = {}
    for by, target, content in raw_cells(connection, _RESEALS):
        own.setdefault(by, []).append((target, content))
        newest[target] = content
    return own, newest


def _of_entry(
    entry: _Entry,
    previous: Any,
    rows: Sequence[RawCells],
    own: Sequence[Sequence[Any]],
    newest: Mapping[int, Any],
) -> Iterator[BrokenLink]:
    head = (
        entry.id, _moment(entry.at), entry.who, entry.kind, entry.target_id, entry.row_count,
        entry.content_hash, entry.state not in NEVER_UNDONE,
    )  # fmt: skip
    if link_hash(previous, head) != entry.link:
        yield BrokenLink(entry.id, LINK)
    found = content_hash(entry.salt, entry.summary, rows, own)
    if found != newest.get(entry.id, entry.content_hash):
        yield BrokenLink(entry.id, RESEAL if entry.id in newest else CONTENT)


def _moment(at: Any) -> Any:
    """The time of an entry as it was hashed; what is none stays as it is."""
    found = stored_moment(at)
    return found.isoformat() if isinstance(found, datetime) else found


def _in_place(rows: Sequence[RawCells], last: int, *, gapless: bool) -> bool:
    """Whether the rows of an entry follow one another, and those before; a server skips numbers
    between entries."""
    first = rows[0][5]
    follows = first == last + 1 if gapless and last else first > last
    return bool(follows and rows[-1][5] - first + 1 == len(rows))


class StateFault(NamedTuple):
    """An entry that stands as undone, done or closed to redo, where what was done tells another."""

    change_id: int
    stored: str
    journal: str


def state_faults(connection: Connection) -> list[StateFault]:
    """The entries whose state is not what doing, undoing and redoing come to."""
    with any_text(connection):
        entries = _entries(connection)
    expected: dict[int, str] = {}
    undone: set[int] = set()
    for entry in entries:
        if entry.kind in STEPS and entry.target_id is not None:
            expected[entry.id] = LOGGED
            expected[entry.target_id] = UNDONE if entry.kind == "undo" else DONE
            (undone.add if entry.kind == "undo" else undone.discard)(entry.target_id)
        elif entry.state in NEVER_UNDONE:
            expected[entry.id] = entry.state
        else:
            expected[entry.id] = DONE
            # What was undone cannot be redone after a new deed.
            expected.update(dict.fromkeys(undone, DISCARDED))
            undone.clear()
    return [
        StateFault(each.id, each.state, expected[each.id])
        for each in entries
        if each.state != expected[each.id]
    ]
