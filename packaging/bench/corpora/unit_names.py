"""Names of units: hard pairs, abbreviations and communes that were merged, spellings gathered."""

from __future__ import annotations

from random import Random

from corpora.making import (
    COMMUNE,
    FOREIGN,
    UNIT_NAMES,
    UNITS,
    of_another_commune,
)
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from corpora.people import BEST, judged_pair
from models.matching.clusters import cluster_names
from models.matching.people import Tier
from models.matching.units import UnitFinder
from tests.models.matching.corpus_units import FINDER, unit_pairs


def pairs() -> Corpus:
    """The names that the tests hold."""
    cases = []
    for pair in unit_pairs():
        taken = FINDER.find(pair.text).unit_id
        judged = Tier.SAME if taken is not None else pair.judged
        outcome = judged_pair(judged, pair.expected)
        if taken is not None and taken != pair.unit.id:
            outcome = Outcome.WRONG
        cases.append(Case(str(pair), outcome, BEST[pair.expected]))
    return corpus("hard names of units", "units", cases)


def spellings(seed: int, rounds: int) -> Corpus:
    """Every unit of a made-up commune in each way of writing, also those of other communes."""
    draw = Random(f"units-{seed}")
    finder = UnitFinder(UNITS, COMMUNE)
    cases: dict[str, Case] = {}
    for _ in range(rounds):
        for unit in UNITS:
            for how, spell in (*UNIT_NAMES.items(), (FOREIGN, of_another_commune)):
                text = spell(draw, unit.name)
                truth = None if how == FOREIGN else unit.id
                answer = finder.find(text)
                outcome = found(answer.unit_id, (each for each, _ in answer.suggestions), truth)
                best = Outcome.APART if truth is None else Outcome.RIGHT
                cases.setdefault(text, Case(f"{text} [{unit.name}; {how}]", outcome, best))
    return corpus("units as others write them", "units", cases.values())


def gathered(seed: int) -> Corpus:
    """Unknown names of a file put together: a name beside one of another unit is wrong."""
    draw = Random(f"clusters-{seed}")
    truth: dict[str, int] = {}
    for unit in UNITS:
        for how in draw.sample(list(UNIT_NAMES), 4):
            truth.setdefault(UNIT_NAMES[how](draw, unit.name), unit.id)
    cases = []
    for cluster in cluster_names(truth, COMMUNE):
        units = {truth[name] for name in cluster.names}
        for name in cluster.names:
            if len(units) > 1:
                outcome = Outcome.WRONG
            else:
                outcome = Outcome.RIGHT if len(cluster.names) > 1 else Outcome.MISSED
            cases.append(Case(name, outcome))
    return corpus("spellings of units gathered", "units", cases)
