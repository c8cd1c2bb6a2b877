"""Finding, within one list, the person who stands twice and the phone that two people share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.matching.identity import Identity
from models.matching.likeness import name_form
from models.matching.people import PersonVerdict, Tier, compare_people
from models.matching.spelling import loose_syllable

MOST_COMPARED = 12
"""In a larger group that shares a field, everybody is compared with the first only."""

WHOLE_DAY = len("1985-04-02")

PERHAPS_NAMESAKES = "có thể là một người ghi hai lần, hoặc hai người trùng tên"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two places of a list, `first` < `second`, that are or may be one person."""

    first: int
    second: int
    verdict: PersonVerdict


def duplicates_within(identities: Sequence[Identity]) -> tuple[Duplicate, ...]:
    """Every pair of one list that is one person (SAME) or may be (LIKELY), in list order.

    Sure are only an equal name with the same phone, staff code, record or day of birth; a phone
    shared by two names carries a warning.
    """
    compared: dict[tuple[int, int], PersonVerdict] = {}
    for group in _groups(identities):
        for first, second in _pairs(group):
            if (first, second) not in compared:
                compared[first, second] = _within(identities[first], identities[second])
    return tuple(
        Duplicate(first, second, verdict)
        for (first, second), verdict in sorted(compared.items(), key=lambda item: item[0])
        if verdict.tier is not Tier.DIFFERENT
    )


def _within(a: Identity, b: Identity) -> PersonVerdict:
    verdict = compare_people(a, b)
    if not verdict.if_alone or (len(a.birth) >= WHOLE_DAY and a.birth == b.birth):
        return verdict
    reasons = (*verdict.reasons, PERHAPS_NAMESAKES)
    return replace(verdict, tier=Tier.LIKELY, reasons=reasons, if_alone=False)


def _groups(identities: Sequence[Identity]) -> Iterator[list[int]]:
    """The places that share a phone, a staff code, a record, a name with a day of birth, or a
    loose name in a unit."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, each in enumerate(identities):
        for key in _keys(each):
            found.setdefault(key, []).append(at)
    return (group for group in found.values() if len(group) > 1)


def _keys(who: Identity) -> Iterable[tuple[str, str]]:
    if mobile := who.mobile:
        yield "phone", mobile
    if who.staff_code:
        yield "code", who.staff_code
    if who.uid:
        yield "uid", who.uid
    if len(who.birth) >= WHOLE_DAY:
        yield who.birth, who.name_key
    if who.unit_id is not None or who.unit:
        unit = who.unit_key if who.unit_id is None else str(who.unit_id)
        yield unit, "".join([loose_syllable(word) for word in name_form(who.name_key).split(" ")])


def _pairs(group: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(group) > MOST_COMPARED:
        yield from ((group[0], other) for other in group[1:])
        return
    for at, first in enumerate(group):
        for second in group[at + 1 :]:
            yield first, second
