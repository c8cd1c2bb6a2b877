"""Bytes that change where they lie: in a closed file, in a killed one and its log, in kept copies.

Each damage follows from its seed. What becomes of it is one of `Found`; only `SILENT` is a fault,
and a refusal or a finding without a clear sentence or without a way back.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

from models.store.header import log_of
from tests.crash.noticing import Back, Found
from tests.crash.scene import Scene
from tests.crash.shim import Interference
from tests.crash.stage import Reference, Stage, answered

PAGE, SECTOR = 4096, 512
MUCH = 4 * PAGE


class Subject(StrEnum):
    """What is damaged."""

    CLOSED = "closed file"
    KILLED = "file that was killed, or its log"
    COPY = "kept copy"
    CLOSED_SECRET = "closed encrypted file"
    KILLED_SECRET = "encrypted file that was killed, or its log"
    COPY_SECRET = "kept copy of an encrypted file"


@dataclass
class Damaged:
    """What became of many damages, and what must not be."""

    counts: Counter[tuple[Subject, Found]] = field(default_factory=Counter)
    ways: Counter[Back] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def of(self, found: Found) -> int:
        """How many came to that."""
        return sum(count for (_, each), count in self.counts.items() if each is found)

    def __str__(self) -> str:
        parts = [f"{subject} — {found}: {n}" for (subject, found), n in sorted(self.counts.items())]
        parts += [f"back by {way}: {n}" for way, n in sorted(self.ways.items())]
        return f"{sum(self.counts.values())} places; " + "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Whole:
    """A scene before it is damaged, and what its file and each of its copies hold."""

    scene: Scene
    truths: dict[str, str]

    @classmethod
    def of(cls, stage: Stage, scene: Scene) -> Self:
        """The scene as it is now."""
        return cls(scene, answered(stage.ask("whole", scene))[-1]["truths"])


KINDS = {"keeping": "", "keeping-encrypted": "_SECRET"}
"""Scripts whose file has proven copies and later acts, and what is added to the subject then."""
COPIES = frozenset({Subject.COPY, Subject.COPY_SECRET})
WITH_LOG = frozenset({Subject.KILLED, Subject.KILLED_SECRET})


def subjects(stage: Stage, chosen: Collection[Subject]) -> dict[Subject, Whole]:
    """A closed file with proven copies, one that was killed with changes in its log, a copy; each
    plain and, if `chosen`, encrypted."""
    found = {}
    for kind, more in KINDS.items():
        if not any(each.name.endswith("_SECRET") == bool(more) for each in chosen):
            continue
        known = stage.reference(kind, 0)
        closed = stage.copy_of(known)
        answered(stage.play(kind, closed, Interference()))
        whole = Whole.of(stage, closed)
        found[Subject[f"CLOSED{more}"]] = found[Subject[f"COPY{more}"]] = whole
        killed = Subject[f"KILLED{more}"]
        if killed in chosen:
            found[killed] = Whole.of(stage, _killed(stage, known))
    return found


def _killed(stage: Stage, known: Reference) -> Scene:
    """The same file, killed while much stands in its log that is in no copy."""
    for at in range(known.operations - 1, 0, -1):
        scene = stage.copy_of(known)
        stage.play(known.kind, scene, Interference(kill_at=at))
        log = log_of(scene.data)
        if log.exists() and log.stat().st_size > MUCH:
            return scene
        shutil.rmtree(scene.root)
    raise AssertionError(known)


def damage_cases(
    stage: Stage, seeds: Iterable[int], chosen: tuple[Subject, ...] = tuple(Subject)
) -> Damaged:
    """Damage one place for each seed, and see whether it is noticed and can be mended."""
    tally = Damaged()
    at_hand = subjects(stage, chosen)
    for seed in seeds:
        drawn = random.Random(seed)
        subject = chosen[seed % len(chosen)]
        whole = at_hand[subject]
        scene = whole.scene.copied_to(stage.new_scene(seed).root)
        place = _place(scene, subject, drawn)
        told = _spoil(place, drawn)
        asked = {"copy": place.name if subject in COPIES else "", "truths": whole.truths}
        found = stage.ask("damaged", scene, **asked)["lines"][-1]
        shutil.rmtree(scene.root)
        tally.counts[subject, Found(found.get("found", Found.BROKE))] += 1
        tally.ways[Back(found.get("back", Back.NOTHING))] += 1
        for fault in found.get("faults", [found.get("broke", "")]):
            tally.failures.append(f"--seed {seed}: {subject}, {told}: {fault}")
    return tally


def _place(scene: Scene, subject: Subject, drawn: random.Random) -> Path:
    if subject in COPIES:
        return drawn.choice(sorted(scene.copies.glob("*.tiendo"))[:-1])
    if subject in WITH_LOG and drawn.random() < 0.5:
        return log_of(scene.data)
    return scene.data


def _spoil(path: Path, drawn: random.Random) -> str:
    """Change something in the file; most often where something stands. Says what."""
    content = bytearray(path.read_bytes())
    while True:
        at = drawn.randrange(len(content))
        if content[at] == 0 and drawn.random() < 0.7:
            continue
        before = bytes(content)
        told = _changed(content, at, drawn)
        if bytes(content) != before:
            path.write_bytes(content)
            return f"{path.name} at {at} of {len(content)}, {told}"


def _changed(content: bytearray, at: int, drawn: random.Random) -> str:
    way = drawn.randrange(4)
    if way == 0:
        bit = drawn.randrange(8)
        content[at] ^= 1 << bit
        return f"bit {bit}"
    if way == 1:
        content[at] = drawn.randrange(256)
        return f"byte {content[at]}"
    size = PAGE if way == 2 else SECTOR
    begin = at - at % size
    content[begin : begin + size] = bytes(min(size, len(content) - begin))
    return f"{size} bytes of nothing at {begin}"
