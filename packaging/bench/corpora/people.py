"""People: hard pairs, a commune of namesakes, everybody written in other ways, doubled entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from corpora.making import COMMUNE, UNITS, Resident, Written, residents, written
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from models.matching.duplicates import duplicates_within
from models.matching.finder import Finder
from models.matching.identity import Identity, identity
from models.matching.people import Tier
from models.matching.units import UnitFinder
from tests.models.matching.commune import ASKED, ASKED_IN_VAIN, NOBODY, RIGHT, WRONG, commune
from tests.models.matching.corpus import people_pairs

BEST = {Tier.SAME: Outcome.RIGHT, Tier.LIKELY: Outcome.ASKED, Tier.DIFFERENT: Outcome.APART}
UNIT_IDS = {unit.name: unit.id for unit in UNITS}


def judged_pair(judged: Tier, expected: Tier) -> Outcome:
    """What it means that a pair of `expected` was judged so."""
    if judged is Tier.SAME:
        return Outcome.RIGHT if expected is Tier.SAME else Outcome.WRONG
    if expected is Tier.DIFFERENT:
        return Outcome.APART if judged is Tier.DIFFERENT else Outcome.VAIN
    return Outcome.ASKED if judged is Tier.LIKELY else Outcome.MISSED


def pairs() -> Corpus:
    """The pairs that the tests hold."""
    cases = (
        Case(str(each), judged_pair(each.judged, each.expected), BEST[each.expected])
        for each in people_pairs()
    )
    return corpus("hard pairs of people", "people", cases)


def namesakes(seeds: tuple[int, ...]) -> Iterator[Corpus]:
    """The commune full of namesakes of the tests: a list of a unit, an export of a platform."""
    told = {
        RIGHT: Outcome.RIGHT, WRONG: Outcome.WRONG, ASKED: Outcome.ASKED,
        ASKED_IN_VAIN: Outcome.VAIN, NOBODY: Outcome.APART,
    }  # fmt: skip
    for name, trusted in (("namesakes, lists of units", True), ("namesakes, platform", False)):
        cases = []
        for seed in seeds:
            roster, rows = commune(seed)
            finder = Finder(roster, incoming=[row.row for row in rows], trust_units=trusted)
            for row in rows:
                outcome = told[row.outcome(finder)]
                stranger = row.truth is None
                if not stranger and outcome in {Outcome.VAIN, Outcome.APART}:
                    outcome = Outcome.MISSED
                label = f"{seed}: {row.row.name}, {row.row.phone}, {row.row.unit} [{row.kind}]"
                cases.append(Case(label, outcome, Outcome.APART if stranger else Outcome.RIGHT))
        yield corpus(name, "people", cases)


def others_writing(count: int, seed: int) -> Corpus:
    """Everybody of a made-up roster as another list writes them."""
    draw = Random(f"people-{seed}")
    people = residents(draw, count)
    rows = written(draw, people, count // 6)
    units = UnitFinder(UNITS, COMMUNE)
    roster = [of_roster(at, each) for at, each in enumerate(people)]
    incoming = [_incoming(row, units) for row in rows]
    finder = Finder(roster, incoming=incoming)
    cases = []
    for row, who in zip(rows, incoming, strict=True):
        answer = finder.find(who)
        sure = None if answer.same is None else answer.same.id
        outcome = found(sure, (each.identity.id for each in answer.candidates), row.who)
        cases.append(Case(str(row), outcome, best_of(row)))
    return corpus("people as others write them", "people", cases)


def best_of(row: Written) -> Outcome:
    """A stranger is left alone, somebody of the roster is found."""
    return Outcome.APART if row.who is None else Outcome.RIGHT


def of_roster(at: int, person: Resident) -> Identity:
    """Somebody of the roster as matching sees them."""
    return identity(
        person.name, id=at, uid=f"u{at}", phone=person.phone, birth=person.birth,
        unit=person.unit, unit_id=UNIT_IDS[person.unit],
    )  # fmt: skip


def _incoming(row: Written, units: UnitFinder) -> Identity:
    unit_id = units.find(row.unit).unit_id
    return identity(row.name, phone=row.phone, birth=row.birth, unit=row.unit, unit_id=unit_id)


def doubled(count: int, seed: int) -> Corpus:
    """A roster on which some stand twice, the second time as somebody else wrote them."""
    draw = Random(f"twice-{seed}")
    people = residents(draw, count)
    roster = [of_roster(at, each) for at, each in enumerate(people)]
    units = UnitFinder(UNITS, COMMUNE)
    again = [row for row in written(draw, people, 0) if draw.random() < 0.3]
    for at, row in enumerate(again, start=len(roster)):
        roster.append(replace(_incoming(row, units), id=at, uid=f"u{at}"))
    truth = {(row.who, at): row for at, row in enumerate(again, start=len(people))}
    told = {(each.first, each.second): each.verdict.tier for each in duplicates_within(roster)}
    cases = [
        Case(
            f"{row} = {roster[pair[0] or 0].name}",
            judged_pair(told.get(pair, Tier.DIFFERENT), Tier.SAME),
        )
        for pair, row in truth.items()
    ]
    cases += [
        Case(
            " | ".join(_shown(roster[at]) for at in pair),
            judged_pair(tier, Tier.DIFFERENT),
            Outcome.APART,
        )
        for pair, tier in told.items()
        if pair not in truth
    ]
    return corpus("duplicates within a roster", "people", cases)


def _shown(who: Identity) -> str:
    return ", ".join(filter(None, (who.name, who.phone, who.birth, who.unit)))
