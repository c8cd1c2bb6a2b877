"""Which units a file speaks of: nobody outside of them is lost because it is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from models.reconcile.records import Account, Match, RosterPerson
from models.reconcile.unit_texts import UnitTexts

Scope = frozenset[int]
"""Ids of units, with all that is below them; empty: the file speaks of everybody."""

EVERYBODY: Scope = frozenset()
PART = 10
"""One in so many rows may be a stray; a unit with fewer is not what a file is about."""


def units_kept(text: str) -> tuple[int, ...]:
    """The ids that a reconciliation keeps as "3,14"."""
    return tuple(int(each) for each in text.split(",") if each)


def keep_units(scope: Scope) -> str:
    """The other way round."""
    return ",".join(map(str, sorted(scope)))


def scope_of(
    wanted: Sequence[int] | None,
    accounts: Sequence[Account],
    matches: Sequence[Match],
    people: Sequence[RosterPerson],
    texts: UnitTexts,
) -> Scope:
    """The units that the officer named, else those that the file is about.

    `wanted` None: found by what the file says, () everybody. A file is about a part only when it
    speaks of half the units of last time or fewer, two are left out, and next to none of its rows
    are of others: a file of all units in which many are missing is what the watch is for.
    """
    if wanted is not None:
        return texts.with_parts(wanted)
    before = Counter(person.unit_id for person in people if person.seen and person.counts)
    told = _told(accounts, matches, people, texts)
    about = _about(told, before)
    inside = texts.with_parts(about)
    left_out = before.keys() - inside
    strays = sum(count for unit_id, count in told.items() if unit_id not in inside)
    clearly_fewer = len(left_out) >= 2 and 2 * len(before.keys() & inside) <= len(before)
    if not about or not clearly_fewer or strays * PART > sum(told.values()):
        return EVERYBODY
    return inside


def units_told(
    accounts: Sequence[Account],
    matches: Sequence[Match],
    people: Sequence[RosterPerson],
    texts: UnitTexts,
) -> Scope:
    """The units of which the file has anybody; empty when too much of it stands for no unit."""
    home = {person.id: person.unit_id for person in people}
    told: set[int] = set()
    unclear = 0
    for account, match in zip(accounts, matches, strict=True):
        written = texts.find(account.unit).unit_id if account.unit else None
        own = home.get(match.person_id or 0)
        told.update(each for each in (written, own) if each is not None)
        unclear += written is None and own is None and not texts.is_elsewhere(account.unit)
    return EVERYBODY if unclear * PART > len(accounts) else texts.with_parts(told)


def _told(
    accounts: Sequence[Account],
    matches: Sequence[Match],
    people: Sequence[RosterPerson],
    texts: UnitTexts,
) -> Counter[int]:
    """How many registered accounts stand for each unit: that written, else that of the person."""
    home = {person.id: person.unit_id for person in people}
    told: Counter[int] = Counter()
    for account, match in zip(accounts, matches, strict=True):
        if not account.registered:
            continue
        written = texts.find(account.unit).unit_id if account.unit else None
        unit_id = written if written is not None else home.get(match.person_id or 0)
        if unit_id is not None:
            told[unit_id] += 1
    return told


def _about(told: Mapping[int, int], before: Mapping[int, int]) -> Set[int]:
    """The units of which the file says more than a stray row."""
    total = sum(told.values())
    return {
        unit_id
        for unit_id, count in told.items()
        if count * PART >= total or 2 * count > before.get(unit_id, 0)
    }


def scope_names(scope: Scope, texts: UnitTexts) -> tuple[str, ...]:
    """The names of the units in the order of the tree, of each branch only the highest."""
    return tuple(texts.names[each] for each in texts.tops_of(scope))
