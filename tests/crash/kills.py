"""Kills at random instants and at chosen operations, each of which follows from its seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.crash.repertoire import SCRIPTS
from tests.crash.shim import How, Interference
from tests.crash.stage import Reference, Stage
from tests.crash.verdict import faults_of

VARIANTS = 3
"""So many scripts of each kind are drawn; each is killed at many places."""
AGAIN = 0.3
"""The share of kills after which the next opening is killed as well."""
OPENING = 60


@dataclass
class Tally:
    """What became of many cases."""

    cases: Counter[str] = field(default_factory=Counter)
    unfinished: int = 0
    """Those that were over before the interference came."""
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(self.cases.items()))
        total = sum(self.cases.values())
        return f"{total} cases ({kinds}), {self.unfinished} not reached, {len(self.failures)} bad"


def kill_cases(
    stage: Stage, seeds: Iterable[int], kinds: tuple[str, ...] = (), variants: int = VARIANTS
) -> Tally:
    """Kill once for each seed, and judge what is left."""
    tally = Tally()
    chosen = kinds or tuple(SCRIPTS)
    for seed in seeds:
        kind = chosen[seed % len(chosen)]
        for fault in _killed(stage, kind, seed, variants, tally):
            tally.failures.append(f"--seed {seed} ({kind}): {fault}")
        tally.cases[kind] += 1
    return tally


def _killed(stage: Stage, kind: str, seed: int, variants: int, tally: Tally) -> Iterator[str]:
    drawn = random.Random(seed)
    known = stage.reference(kind, drawn.randrange(variants))
    plan = _plan(drawn, stage, known)
    scene = stage.copy_of(known)
    ended = stage.play(kind, scene, plan)
    tally.unfinished += not ended["killed"]
    lines: list[dict[str, Any]] = ended["lines"]
    if drawn.random() < AGAIN and stage.has_shim and scene.data.exists():
        at = Interference(kill_at=drawn.randint(1, OPENING), how=drawn.choice(list(How)))
        stage.ask("open", scene, plan=asdict(at))
    for fault in faults_of(known, lines, stage.judge(scene)):
        yield f"{fault} [{plan}]"


def _plan(drawn: random.Random, stage: Stage, known: Reference) -> Interference:
    """Half of the kills come from outside at any instant, half at an operation."""
    if not stage.has_shim or drawn.random() < 0.5:
        return Interference(after=drawn.uniform(0, known.seconds))
    return Interference(kill_at=drawn.randint(1, known.operations), how=drawn.choice(list(How)))
