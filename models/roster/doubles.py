"""Entries of the roster that may be one person, with reasons in words, the surest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, select

from models.matching.duplicates import MOST_COMPARED, duplicates_within
from models.matching.identity import Identity
from models.matching.likeness import name_form
from models.matching.people import PersonVerdict, Tier, compare_people
from models.matching.spelling import loose_syllable
from models.records import Person
from models.roster.person_rows import people_by_ids
from models.roster.presence import gone_by
from models.roster.unit_of_day import unit_on
from models.store.schema import distinct_people, people, units
from models.store.store import Store

MOST_NAMESAKES = 3
"""A name that more people have says too little across units."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two entries, `first` the older one. `sure`: they share more than a name."""

    first: Person
    second: Person
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    sure: bool = False
    score: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """The ids of both entries."""
        return self.first.id, self.second.id


Group = tuple[Double, ...]


def find_duplicates(data_file: Store) -> tuple[Group, ...]:
    """Pairs that are or may be one person, those with a common entry in one group.

    Surest groups first. Pairs of which the officer said that they are two people are left out,
    and so is who has left, since nobody counts them twice.
    """
    with data_file.reading() as connection:
        standing = _not_gone(connection, data_file.clock().date())
        statement = select(distinct_people.c.first_id, distinct_people.c.second_id)
        distinct = {(row.first_id, row.second_id) for row in connection.execute(statement)}
    found = {pair: verdict for pair, verdict in _pairs(standing) if pair not in distinct}
    ids = sorted({each for pair in found for each in pair})
    shown = {person.id: person for person in people_by_ids(data_file, ids)}
    doubles = [
        _double(shown[first], shown[second], verdict)
        for (first, second), verdict in found.items()
        if first in shown and second in shown
    ]
    return _grouped(sorted(doubles, key=lambda each: (not each.sure, -each.score, each.key)))


def _double(first: Person, second: Person, verdict: PersonVerdict) -> Double:
    return Double(
        first,
        second,
        verdict.reasons,
        verdict.warnings,
        verdict.tier is Tier.SAME,
        verdict.score,
    )


def _not_gone(connection: Connection, today: date) -> list[Identity]:
    """Everybody but who has left; who is yet to come will count, and is compared as well."""
    columns = (
        people.c.id,
        people.c.name,
        people.c.name_key,
        people.c.phone,
        units.c.id.label("unit_id"),
        people.c.birth,
        people.c.staff_code,
        units.c.name.label("unit"),
    )
    statement = select(*columns).select_from(people.join(units, units.c.id == unit_on(today)))
    return [
        Identity(
            id=row.id,
            name=row.name,
            name_key=row.name_key,
            phone=row.phone,
            unit_id=row.unit_id,
            unit=row.unit,
            birth=row.birth,
            staff_code=row.staff_code,
        )
        for row in connection.execute(statement.where(~gone_by(today)).order_by(people.c.id))
    ]


def _pairs(standing: Sequence[Identity]) -> Iterator[tuple[tuple[int, int], PersonVerdict]]:
    for each in duplicates_within(standing):
        yield _ids(standing[each.first], standing[each.second]), each.verdict
    yield from _worn_names(standing)
    yield from _across_units(standing)


def _worn_names(standing: Sequence[Identity]) -> Iterator[tuple[tuple[int, int], PersonVerdict]]:
    """Names of one unit with a middle name left out, or in another order."""
    groups: dict[tuple[object, ...], list[Identity]] = {}
    for each in standing:
        words = [loose_syllable(word) for word in name_form(each.name_key).split(" ")]
        groups.setdefault((each.unit_id, words[0], words[-1]), []).append(each)
        groups.setdefault((each.unit_id, frozenset(words)), []).append(each)
    for group in groups.values():
        for first, second in combinations(group[:MOST_COMPARED], 2):
            if name_form(first.name_key) == name_form(second.name_key):
                continue
            verdict = compare_people(first, second)
            if verdict.tier is not Tier.DIFFERENT:
                yield _ids(first, second), verdict


def _across_units(standing: Sequence[Identity]) -> Iterator[tuple[tuple[int, int], PersonVerdict]]:
    """Rare names that stand in two units, when nothing speaks against one person."""
    by_form: dict[str, list[Identity]] = {}
    for each in standing:
        by_form.setdefault(name_form(each.name_key), []).append(each)
    for same in by_form.values():
        if not 2 <= len(same) <= MOST_NAMESAKES:
            continue
        for at, first in enumerate(same):
            for second in same[at + 1 :]:
                verdict = compare_people(first, second)
                if first.unit_id != second.unit_id and verdict.tier is not Tier.DIFFERENT:
                    yield _ids(first, second), verdict


def _ids(first: Identity, second: Identity) -> tuple[int, int]:
    assert first.id is not None
    assert second.id is not None
    return first.id, second.id


def _grouped(doubles: Sequence[Double]) -> tuple[Group, ...]:
    """Pairs that hang together, in the order of the surest of each."""
    leads: dict[int, int] = {}

    def lead(of: int) -> int:
        while leads.setdefault(of, of) != of:
            of = leads[of]
        return of

    for each in doubles:
        leads[lead(each.second.id)] = lead(each.first.id)
    groups: dict[int, list[Double]] = {}
    for each in doubles:
        groups.setdefault(lead(each.first.id), []).append(each)
    return tuple(map(tuple, groups.values()))
