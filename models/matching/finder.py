"""Finding the person of the roster that a row is about: sure, to be decided, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.matching.identity import Identity
from models.matching.people import Tier, Verdict, compare
from models.text.names import loose_key


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the one, and why."""

    identity: Identity
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """`same` is the sure one; otherwise `candidates` are for the officer to decide."""

    same: Identity | None
    candidates: tuple[Candidate, ...] = ()


NOBODY = Finding(None)


class Finder:
    """Finds people in a roster; built once, then each question costs a few look-ups."""

    def __init__(self, identities: Sequence[Identity]) -> None:
        self._by_uid = {each.uid: each for each in identities if each.uid}
        self._by_phone = _index((each.phone, each) for each in identities)
        self._by_name = _index((each.name_key, each) for each in identities)
        self._by_loose = _index((_loose_in_unit(each), each) for each in identities)

    def find(self, who: Identity) -> Finding:
        """Who of the roster `who` is. Two that may both be the one are never guessed between."""
        if who.uid in self._by_uid:
            return Finding(self._by_uid[who.uid])
        met = self._met(who)
        if not met:
            return NOBODY
        candidates = [
            Candidate(each, verdict)
            for each in met.values()
            if (verdict := compare(who, each)).tier is not Tier.DIFFERENT
        ]
        sure = [each for each in candidates if each.verdict.tier is Tier.SAME]
        if len(sure) == 1:
            return Finding(sure[0].identity)
        return Finding(None, tuple(candidates))

    def _met(self, who: Identity) -> dict[int | None, Identity]:
        met = {each.id: each for each in self._by_name.get(who.name_key, ())}
        if who.phone:
            met |= {each.id: each for each in self._by_phone.get(who.phone, ())}
        if not met:
            met = {each.id: each for each in self._by_loose.get(_loose_in_unit(who), ())}
        return met


def _index(pairs: Iterable[tuple[str, Identity]]) -> dict[str, list[Identity]]:
    found: dict[str, list[Identity]] = {}
    for key, identity in pairs:
        if key:
            found.setdefault(key, []).append(identity)
    return found


def _loose_in_unit(who: Identity) -> str:
    return f"{who.unit_id} {loose_key(who.name)}" if who.unit_id is not None else ""
