"""The roster's keys in memory: whom a query finds, in its order, in one pass over the keys."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from heapq import merge
from itertools import chain, compress, count, islice
from typing import TypeAlias
from weakref import WeakKeyDictionary

from models.machine.collector import paused_collector
from models.records import PeopleQuery, Status
from models.roster.index_asked import blanks_asked, ids_asked
from models.roster.index_flags import (
    COMPLETED,
    EXEMPT,
    FAILED,
    MARKS,
    PHONE,
    PRESENT,
    REGISTERED,
    Marked,
    acceptance_table,
    flags_accepted,
    marked_of,
)
from models.roster.index_words import BLOCK, lines_with, typed
from models.store.prepared import DeclaredReader, PreparedReader
from models.store.store import Store
from models.store.texts import (
    ROSTER_COMPLETED,
    ROSTER_EXEMPTED,
    ROSTER_FAILED,
    ROSTER_KEYS,
    ROSTER_REGISTERED,
    ROSTER_UNIT_KEYS,
)
from models.text.names import search_fold

NOBODY = -1
STRETCH = 20_000
KEYS_OF = frozenset({"people", "posts", "units", "absences"})
MARKS_OF = frozenset({"participations", "exemptions", "contests"})

Ids: TypeAlias = "array[int]"


@contextmanager
def _reading(data_file: Store, query: PeopleQuery, today: date) -> Iterator[PreparedReader]:
    """What answers `query`: texts as long as the keys say it all, else SQLAlchemy too."""
    if query.as_of in (None, today) and query.order == "name" and not query.columns:
        with data_file.reading_prepared() as reader:
            yield reader
    else:
        with data_file.reading() as connection:
            yield DeclaredReader(connection)


def find_ids(data_file: Store, query: PeopleQuery) -> Sequence[int]:
    """The ids of the people that `query` finds, in its order, like `list_ids` but at once.

    The keys are read when they are first wanted, and again after they have changed. Only one
    thread may ask.
    """
    return _index_of(data_file).find(data_file, query)


def count_people_now(data_file: Store, *, include_left: bool) -> int:
    """How many people are on the roster today, or were ever."""
    return _index_of(data_file).count(data_file, include_left=include_left)


def count_statuses(data_file: Store) -> dict[Status, int]:
    """How many people have each status today, by the same rules as the figures."""
    return _index_of(data_file).statuses(data_file)


def is_read(data_file: Store) -> bool:
    """Whether the keys have been read once, so that a search answers at once."""
    return _index_of(data_file).read


def count_marked(data_file: Store, ids: Sequence[int]) -> Marked:
    """How many of these people are registered and completed."""
    return _index_of(data_file).marked(data_file, ids)


_indexes: WeakKeyDictionary[Store, RosterIndex] = WeakKeyDictionary()


def _index_of(data_file: Store) -> RosterIndex:
    if data_file not in _indexes:
        _indexes[data_file] = RosterIndex()
        data_file.on_change(_indexes[data_file].hear)
    return _indexes[data_file]


class RosterIndex:
    """Everybody in the order of names: ids, keys in blocks, unit, and flags, side by side."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._marks_known = False
        self._stale: set[str] = set()
        self._ids: Ids = array("q")
        self._places: Ids = array("i")
        self._units: Ids = array("i")
        self._flags = bytearray()
        self._blocks: list[str] = []
        self._key_blocks: list[str] = []
        self._unit_keys: dict[int, str] = {}
        self._noted: Ids = array("i")
        self._noted_keys: dict[tuple[str, str], str] = {}
        self._orders: dict[str, tuple[Ids, int]] = {}
        self._columns: dict[PeopleQuery, bytearray] = {}

    @property
    def read(self) -> bool:
        """Whether there are keys, be they older than the last change."""
        return self._day is not None

    def hear(self, topics: frozenset[str]) -> None:
        """Remember what has changed; called by whoever commits."""
        self._stale |= topics

    def find(self, data_file: Store, query: PeopleQuery) -> Ids:
        """The ids that `query` finds."""
        today = data_file.clock().date()
        with self._taken() as heard, _reading(data_file, query, today) as reader:
            if query.as_of not in (None, today):
                self._stale |= heard
                return array("q", ids_asked(reader, query, query.as_of or today))
            self._refresh(reader, today, heard, marks=bool(query.statuses))
            places = self._in_order(reader, query, self._accepted(reader, query))
            return self._ids_at(iter(places))

    def _ids_at(self, places: Iterator[int]) -> Ids:
        """The ids of places, a stretch at a time: within one the window cannot take its turn."""
        ids = array("q")
        while part := array("i", islice(places, STRETCH)):
            ids.extend(map(self._ids.__getitem__, part))
        return ids

    def count(self, data_file: Store, *, include_left: bool) -> int:
        """How many people there are."""
        with self._taken() as heard, data_file.reading_prepared() as reader:
            self._refresh(reader, data_file.clock().date(), heard, marks=False)
        if include_left:
            return len(self._ids)
        return self._flags.translate(acceptance_table(lambda flags: bool(flags & PRESENT))).count(1)

    def statuses(self, data_file: Store) -> dict[Status, int]:
        """How many of the present people have each status."""
        with self._taken() as heard, data_file.reading_prepared() as reader:
            self._refresh(reader, data_file.clock().date(), heard, marks=True)
        return {
            status: self._flags.translate(
                flags_accepted(PeopleQuery(statuses=frozenset({status})))
            ).count(1)
            for status in Status
        }

    def marked(self, data_file: Store, ids: Sequence[int]) -> Marked:
        """How many of these people are marked."""
        with self._taken() as heard, data_file.reading_prepared() as reader:
            self._refresh(reader, data_file.clock().date(), heard, marks=True)
        asked = (self._places[each] for each in ids if each < len(self._places))
        known = [place for place in asked if place != NOBODY]
        units = len({self._units[place] for place in known})
        return marked_of(bytes(map(self._flags.__getitem__, known)))._replace(units=units)

    @contextmanager
    def _taken(self) -> Iterator[set[str]]:
        """What was heard before the reading begins; it is heard again when that fails.

        A change that is committed once the reading has begun may not be in it: it waits for the
        next one.
        """
        heard, self._stale = self._stale, set()
        try:
            yield heard
        except BaseException:
            self._stale |= heard
            raise

    def _refresh(self, reader: PreparedReader, day: date, heard: set[str], *, marks: bool) -> None:
        if day != self._day or heard & KEYS_OF:
            self._marks_known = False
            # It also sets aside all that is in memory by now: a look for cycles through
            # everything would make whoever scrolls wait.
            with paused_collector():
                self._read_keys(reader, day)
        elif heard & MARKS_OF:
            self._marks_known = False
            self._orders, self._columns = {}, {}
        if marks and not self._marks_known:
            self._read_marks(reader, day)

    def _read_keys(self, reader: PreparedReader, day: date) -> None:
        self._ids, self._units, self._flags = array("q"), array("i"), bytearray()
        self._blocks, self._key_blocks = [], []
        self._orders, self._columns = {}, {}
        self._day = None
        self._unit_keys = dict(reader.rows(ROSTER_UNIT_KEYS))
        self._noted, numbers = array("i"), defaultdict[tuple[str, str], int](count().__next__)
        rows = reader.streamed(ROSTER_KEYS, day=day)
        while part := tuple(islice(rows, BLOCK)):
            ids, unit_ids, names, keys, phones, posts, notes, present = zip(*part, strict=True)
            self._noted.extend(map(numbers.__getitem__, zip(posts, notes, strict=True)))
            self._ids.extend(ids)
            self._units.extend(unit_ids)
            self._flags.extend(
                (PRESENT if here else 0) | (PHONE if phone else 0)
                for here, phone in zip(present, phones, strict=True)
            )
            self._blocks.append("\n".join(map("\t".join, zip(names, phones, strict=True))))
            self._key_blocks.append(" " + " \n ".join(keys) + " ")
        before = self._noted_keys
        self._noted_keys = {
            each: before.get(each) or search_fold(" ".join(filter(None, each))) for each in numbers
        }
        self._places = array("i", [NOBODY]) * (max(self._ids, default=0) + 1)
        for place, person_id in enumerate(self._ids):
            self._places[person_id] = place
        self._day = day

    def _read_marks(self, reader: PreparedReader, day: date) -> None:
        self._flags = self._flags.translate(bytes(flags & ~MARKS for flags in range(256)))
        for flag, whose in (
            (EXEMPT, ROSTER_EXEMPTED),
            (REGISTERED, ROSTER_REGISTERED),
            (FAILED, ROSTER_FAILED),
            (COMPLETED, ROSTER_COMPLETED),
        ):
            for (person_id,) in reader.streamed(whose, day=day):
                self._flags[self._places[person_id]] |= flag
        self._marks_known = True

    def _accepted(self, reader: PreparedReader, query: PeopleQuery) -> Iterable[int]:
        """The places, in the order of names, of whom the query finds."""
        accepted = self._flags.translate(flags_accepted(query))
        if query.unit_ids:
            wanted = query.unit_ids
            accepted = bytearray(
                ok and unit in wanted for ok, unit in zip(accepted, self._units, strict=True)
            )
        if query.columns:
            held = self._holding(reader, query)
            accepted = bytearray(map(min, accepted, held))
        sought = typed(query.search, self._unit_keys, [*self._noted_keys.values()])
        if sought.words:
            lines = self._blocks, self._key_blocks, self._units, self._noted
            ranks = lines_with(sought, *lines)
            # Whoever sorts has said what comes first.
            ranked = query.order == "name" and not query.descending
            found = chain.from_iterable(ranks) if ranked else merge(*ranks)
            return [place for place in found if accepted[place]]
        return compress(range(len(accepted)), accepted)

    def _holding(self, reader: PreparedReader, query: PeopleQuery) -> bytearray:
        """For each place whether the columns that are filtered by hold what is wanted."""
        asked = PeopleQuery(columns=query.columns, include_left=True)
        if asked not in self._columns:
            held = bytearray(len(self._ids))
            day = self._day or date.min
            for person_id in ids_asked(reader, asked, day):
                held[self._places[person_id]] = 1
            self._columns = {asked: held}
        return self._columns[asked]

    def _in_order(
        self, reader: PreparedReader, query: PeopleQuery, places: Iterable[int]
    ) -> Iterable[int]:
        if query.order == "name":
            return reversed(list(places)) if query.descending else places
        ordered, valued = self._order(reader, query.order)
        hit = bytearray(len(self._ids))
        for place in places:
            hit[place] = 1
        if not query.descending:
            return compress(ordered, map(hit.__getitem__, ordered))
        turned = ordered[:valued][::-1] + ordered[valued:][::-1]
        return compress(turned, map(hit.__getitem__, turned))

    def _order(self, reader: PreparedReader, order: str) -> tuple[Ids, int]:
        """All places in another order than that of names, and how many have a value to sort by."""
        if order not in self._orders:
            day = self._day or date.min
            everybody = replace(PeopleQuery(), order=order, include_left=True)
            ids = ids_asked(reader, everybody, day)
            ordered = array("i", map(self._places.__getitem__, ids))
            blanks = blanks_asked(reader, order, day)
            self._orders = {order: (ordered, len(ordered) - blanks)}
        return self._orders[order]
