"""The roster's keys in memory: whom a query finds, in its order, in one pass over the keys."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress, islice
from typing import TypeAlias
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, select

from models.machine.collector import paused_collector
from models.records import PeopleQuery, Status
from models.roster.exempt_days import exempted_on
from models.roster.index_flags import (
    COMPLETED,
    EXEMPT,
    MARKS,
    PHONE,
    PRESENT,
    REGISTERED,
    Marked,
    accepting,
    marked_of,
    table,
)
from models.roster.index_words import BLOCK, lines_with, searched
from models.roster.people import count_blanks, ids_found
from models.roster.presence import present_on
from models.roster.registration import completed_by, registered_by
from models.roster.unit_of_day import unit_on
from models.store.data_file import DataFile
from models.store.schema import contests, exemptions, participations, people, units

NOBODY = -1
STRETCH = 20_000
KEYS_OF = frozenset({"people", "posts", "units", "absences"})
MARKS_OF = frozenset({"participations", "exemptions", "contests"})

Ids: TypeAlias = "array[int]"


def find_ids(data_file: DataFile, query: PeopleQuery) -> Sequence[int]:
    """The ids of the people that `query` finds, in its order, like `list_ids` but at once.

    The keys are read when they are first wanted, and again after they have changed. Only one
    thread may ask.
    """
    return _index_of(data_file).find(data_file, query)


def count_people_now(data_file: DataFile, *, include_left: bool) -> int:
    """How many people are on the roster today, or were ever."""
    return _index_of(data_file).count(data_file, include_left=include_left)


def count_statuses(data_file: DataFile) -> dict[Status, int]:
    """How many people have each status today, by the same rules as the figures."""
    return _index_of(data_file).statuses(data_file)


def is_read(data_file: DataFile) -> bool:
    """Whether the keys have been read once, so that a search answers at once."""
    return _index_of(data_file).read


def count_marked(data_file: DataFile, ids: Sequence[int]) -> Marked:
    """How many of these people are registered and completed."""
    return _index_of(data_file).marked(data_file, ids)


_indexes: WeakKeyDictionary[DataFile, RosterIndex] = WeakKeyDictionary()


def _index_of(data_file: DataFile) -> RosterIndex:
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
        self._unit_keys: dict[int, str] = {}
        self._orders: dict[str, tuple[Ids, int]] = {}
        self._columns: dict[PeopleQuery, bytearray] = {}

    @property
    def read(self) -> bool:
        """Whether there are keys, be they older than the last change."""
        return self._day is not None

    def hear(self, topics: frozenset[str]) -> None:
        """Remember what has changed; called by whoever commits."""
        self._stale |= topics

    def find(self, data_file: DataFile, query: PeopleQuery) -> Ids:
        """The ids that `query` finds."""
        today = data_file.clock().date()
        with data_file.reading() as connection:
            if query.as_of not in (None, today):
                found = ids_found(query, query.as_of or today)
                return array("q", connection.execute(found).scalars())
            self._refresh(connection, today, marks=bool(query.statuses))
            places = self._in_order(connection, query, self._accepted(connection, query))
            return self._ids_at(iter(places))

    def _ids_at(self, places: Iterator[int]) -> Ids:
        """The ids of places, a stretch at a time: within one the window cannot take its turn."""
        ids = array("q")
        while part := array("i", islice(places, STRETCH)):
            ids.extend(map(self._ids.__getitem__, part))
        return ids

    def count(self, data_file: DataFile, *, include_left: bool) -> int:
        """How many people there are."""
        with data_file.reading() as connection:
            self._refresh(connection, data_file.clock().date(), marks=False)
        if include_left:
            return len(self._ids)
        return self._flags.translate(table(lambda flags: bool(flags & PRESENT))).count(1)

    def statuses(self, data_file: DataFile) -> dict[Status, int]:
        """How many of the present people have each status."""
        with data_file.reading() as connection:
            self._refresh(connection, data_file.clock().date(), marks=True)
        return {
            status: self._flags.translate(
                accepting(PeopleQuery(statuses=frozenset({status})))
            ).count(1)
            for status in Status
        }

    def marked(self, data_file: DataFile, ids: Sequence[int]) -> Marked:
        """How many of these people are marked."""
        with data_file.reading() as connection:
            self._refresh(connection, data_file.clock().date(), marks=True)
        known = (self._places[each] for each in ids if each < len(self._places))
        flags = bytes(self._flags[place] for place in known if place != NOBODY)
        return marked_of(flags)

    def _refresh(self, connection: Connection, day: date, *, marks: bool) -> None:
        heard, self._stale = self._stale, set()
        try:
            if day != self._day or heard & KEYS_OF:
                self._marks_known = False
                # It also sets aside all that is in memory by now: a look for cycles through
                # everything would make whoever scrolls wait.
                with paused_collector():
                    self._read_keys(connection, day)
            elif heard & MARKS_OF:
                self._marks_known = False
                self._orders, self._columns = {}, {}
            if marks and not self._marks_known:
                self._read_marks(connection, day)
        except BaseException:
            self._stale |= heard
            raise

    def _read_keys(self, connection: Connection, day: date) -> None:
        self._ids, self._units, self._flags = array("q"), array("i"), bytearray()
        self._blocks = []
        self._orders, self._columns = {}, {}
        self._day = None
        keys = connection.execute(select(units.c.id, units.c.name_search))
        self._unit_keys = {row[0]: row[1] for row in keys}
        statement = (
            select(
                people.c.id,
                unit_on(day),
                people.c.name_search,
                people.c.phone,
                present_on(day),
            )
            .order_by(people.c.name_sort, people.c.id)
            .execution_options(yield_per=BLOCK)
        )
        for part in connection.execute(statement).partitions():
            ids, unit_ids, names, phones, present = zip(*part, strict=True)
            self._ids.extend(ids)
            self._units.extend(unit_ids)
            self._flags.extend(
                (PRESENT if here else 0) | (PHONE if phone else 0)
                for here, phone in zip(present, phones, strict=True)
            )
            self._blocks.append("\n".join(map("\t".join, zip(names, phones, strict=True))))
        self._places = array("i", [NOBODY]) * (max(self._ids, default=0) + 1)
        for place, person_id in enumerate(self._ids):
            self._places[person_id] = place
        self._day = day

    def _read_marks(self, connection: Connection, day: date) -> None:
        self._flags = self._flags.translate(bytes(flags & ~MARKS for flags in range(256)))
        contest = select(contests.c.id).where(contests.c.current).scalar_subquery()
        marked = select(participations.c.person_id).where(participations.c.contest_id == contest)
        exempted = select(exemptions.c.person_id).where(
            exemptions.c.contest_id == contest,
            exempted_on(day),
        )
        for flag, whose in (
            (EXEMPT, exempted),
            (REGISTERED, marked.where(registered_by(day))),
            (COMPLETED, marked.where(completed_by(day))),
        ):
            for person_id in connection.execute(whose).scalars():
                self._flags[self._places[person_id]] |= flag
        self._marks_known = True

    def _accepted(self, connection: Connection, query: PeopleQuery) -> Iterable[int]:
        """The places, in the order of names, of whom the query finds."""
        accepted = self._flags.translate(accepting(query))
        if query.unit_ids:
            wanted = query.unit_ids
            accepted = bytearray(
                ok and unit in wanted for ok, unit in zip(accepted, self._units, strict=True)
            )
        if query.columns:
            held = self._holding(connection, query)
            accepted = bytearray(map(min, accepted, held))
        words = searched(query.search, self._unit_keys)
        if words:
            found = lines_with(words, self._blocks, self._units)
            return [place for place in found if accepted[place]]
        return compress(range(len(accepted)), accepted)

    def _holding(self, connection: Connection, query: PeopleQuery) -> bytearray:
        """For each place whether the columns that are filtered by hold what is wanted."""
        asked = PeopleQuery(columns=query.columns, include_left=True)
        if asked not in self._columns:
            held = bytearray(len(self._ids))
            day = self._day or date.min
            for person_id in connection.execute(ids_found(asked, day)).scalars():
                held[self._places[person_id]] = 1
            self._columns = {asked: held}
        return self._columns[asked]

    def _in_order(
        self, connection: Connection, query: PeopleQuery, places: Iterable[int]
    ) -> Iterable[int]:
        if query.order == "name":
            return reversed(list(places)) if query.descending else places
        ordered, valued = self._order(connection, query.order)
        hit = bytearray(len(self._ids))
        for place in places:
            hit[place] = 1
        if not query.descending:
            return compress(ordered, map(hit.__getitem__, ordered))
        turned = ordered[:valued][::-1] + ordered[valued:][::-1]
        return compress(turned, map(hit.__getitem__, turned))

    def _order(self, connection: Connection, order: str) -> tuple[Ids, int]:
        """All places in another order than that of names, and how many have a value to sort by."""
        if order not in self._orders:
            day = self._day or date.min
            everybody = replace(PeopleQuery(), order=order, include_left=True)
            ids = connection.execute(ids_found(everybody, day)).scalars()
            ordered = array("i", map(self._places.__getitem__, ids))
            blanks = connection.execute(count_blanks(order, day)).scalar_one()
            self._orders = {order: (ordered, len(ordered) - blanks)}
        return self._orders[order]
