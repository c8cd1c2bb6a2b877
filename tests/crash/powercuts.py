"""Power cuts at any operation of recorded scripts, each of which follows from its seed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from tests.crash.disk import Disk, Op, read_record
from tests.crash.kills import Tally
from tests.crash.repertoire import SCRIPTS
from tests.crash.scene import Scene
from tests.crash.stage import Reference, Stage
from tests.crash.verdict import faults_of

VARIANTS = 2


def power_cases(
    stage: Stage, seeds: Iterable[int], kinds: tuple[str, ...] = (), variants: int = VARIANTS
) -> Tally:
    """Cut the power once for each seed, and judge what is left."""
    tally = Tally()
    chosen = kinds or tuple(SCRIPTS)
    for seed in seeds:
        drawn = random.Random(seed)
        kind = chosen[seed % len(chosen)]
        known = stage.reference(kind, drawn.randrange(variants))
        for fault in _cut(stage, known, drawn):
            tally.failures.append(f"--seed {seed} ({kind}): {fault}")
        tally.cases[kind] += 1
    return tally


def _cut(stage: Stage, known: Reference, drawn: random.Random) -> Iterator[str]:
    recording = known.recording
    operations = list(read_record(recording.path))
    at = _instant(drawn, [each.op for each in operations])
    disk = Disk({name: (number, held) for name, number, held in recording.files(known.scene)})
    for each in operations[:at]:
        disk.do(each)
    scene = stage.new_scene(known.seed)
    _write(scene, disk.after_power_cut(drawn), recording.root)
    lines = [line for line in recording.lines if line["done"] <= disk.acknowledged]
    for fault in faults_of(known, lines, stage.judge(scene)):
        yield f"{fault} [after operation {at} of {len(operations)}]"


def _instant(drawn: random.Random, operations: list[Op]) -> int:
    """Half of the cuts come at any operation, half shortly after a name or a length changed."""
    rare = [n for n, op in enumerate(operations, 1) if op in (Op.CUT, Op.RENAMED, Op.DELETED)]
    if not rare or drawn.random() < 0.5:
        return drawn.randint(1, len(operations))
    return min(len(operations), drawn.choice(rare) + drawn.randrange(3))


def _write(scene: Scene, files: dict[str, bytes], root: str) -> None:
    scene.make()
    for name, content in files.items():
        place = scene.root / name.removeprefix(f"{root}/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
