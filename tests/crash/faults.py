"""A disk that is full, broken or closed to us at any write of an act, each by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tests.crash.kills import Tally
from tests.crash.shim import Fault, Interference
from tests.crash.stage import Reference, Stage
from tests.crash.verdict import faults_of

UNTOLD = 30
"""A sentence that has fewer letters tells nothing."""


def refused_cases(
    stage: Stage, kind: str, seed: int, writes: Iterable[int], fault: Fault, *, stays: bool = True
) -> Tally:
    """Refuse each of those writes (and, when it `stays`, all after it) in a run of its own."""
    tally = Tally()
    known = stage.reference(kind, seed)
    for number in writes:
        plan = Interference(fail_at=number, fault=fault, stays=stays)
        for told in _refused(stage, known, plan, tally):
            tally.failures.append(f"{kind}, seed {seed}, write {number}: {told}")
        tally.cases[f"{kind} {fault.name.lower()}"] += 1
    return tally


def _refused(stage: Stage, known: Reference, plan: Interference, tally: Tally) -> Iterator[str]:
    scene = stage.copy_of(known)
    lines: list[dict[str, Any]] = stage.play(known.kind, scene, plan)["lines"]
    said = next((each for each in lines if "refused" in each), None)
    tally.unfinished += said is None
    if said is not None and min(len(said["refused"]), len(said["advice"])) < UNTOLD:
        yield f"nói chưa rõ: {said}"
    # What was refused is not done at all; whoever is told nothing has everything.
    # Only an upgrade is done by whoever opens the file next, when the disk has room again.
    more = int(known.kind == "migration")
    yield from faults_of(known, lines, stage.judge(scene), more=more)
