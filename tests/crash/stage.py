"""Asks the fork server, and knows what a script comes to when nothing disturbs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from tests.crash.repertoire import SCRIPTS
from tests.crash.scene import Scene
from tests.crash.shim import Interference, compiled

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Recording:
    """All operations of a run on the files of its folder `root`. `numbers`: those of the files
    that were there before, by their paths in the scene; `lines`: what was acknowledged."""

    path: Path
    root: str
    numbers: Mapping[str, int]
    lines: tuple[Mapping[str, Any], ...]

    def files(self, ready: Scene) -> Iterator[tuple[str, int, bytes]]:
        """The path, number and content of each file before anything was done."""
        for name, number in self.numbers.items():
            yield f"{self.root}/{name}", number, (ready.root / name).read_bytes()


@dataclass(frozen=True, slots=True)
class Reference:
    """A script that nothing disturbed: the states before it and after each act, and the passwords
    that open the file then ("" for none); what it did."""

    kind: str
    seed: int
    scene: Scene
    states: tuple[str, ...]
    passwords: tuple[str, ...]
    seconds: float
    operations: int
    writes: int
    recording: Recording
    flaws: frozenset[str]
    """What the check finds in the scene though nothing disturbed it: its people are made up."""


class Stage:
    """A folder with a fork server that plays in it, `warm` for scripts of some kinds.

    `has_shim`: whether it can be played below the libraries too.
    """

    def __init__(self, folder: Path, warm: Iterable[str] = SCRIPTS) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._shim = compiled(folder)
        self.has_shim = self._shim is not None
        self._warm = tuple(warm)
        self._number = 0
        self._known: dict[tuple[str, int, bool], Reference] = {}

    @cached_property
    def _server(self) -> subprocess.Popen[str]:
        environ = os.environ | {"PYTHONHASHSEED": "0", "PYTHONWARNINGS": "default"}
        if self._shim is not None:
            environ["LD_PRELOAD"] = str(self._shim)
        return subprocess.Popen(
            [sys.executable, "-m", "tests.crash.server", *self._warm],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=environ,
        )

    def close(self) -> None:
        """End the server."""
        if "_server" in vars(self):
            assert self._server.stdin
            assert self._server.stdout
            self._server.stdin.close()
            self._server.stdout.close()
            self._server.wait(timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, what: str, scene: Scene, **more: Any) -> dict[str, Any]:
        """Have a child do that in the scene; returns its lines and how it ended."""
        assert self._server.stdin
        assert self._server.stdout
        job = {"what": what, "root": str(scene.root), "seed": scene.seed, **more}
        self._server.stdin.write(json.dumps(job) + "\n")
        self._server.stdin.flush()
        answer: dict[str, Any] = json.loads(self._server.stdout.readline())
        return answer

    def new_scene(self, seed: int) -> Scene:
        """The place of a scene that is not made yet."""
        self._number += 1
        return Scene(self.folder / f"canh-{self._number}", seed)

    def reference(self, kind: str, seed: int) -> Reference:
        """The script of that kind and seed, undisturbed; played once."""
        if (kind, seed) not in self._known:
            self._known[kind, seed] = self._played(kind, seed)
        return self._known[kind, seed]

    def _played(self, kind: str, seed: int) -> Reference:
        ready = self.new_scene(seed)
        begin = answered(self.ask("prepare", ready, kind=kind))[-1]
        place = self._copy(ready)
        record = self.folder / f"{kind}-{seed}.log"
        files = [each for each in place.root.rglob("*") if each.is_file()]
        numbers = {str(each.relative_to(place.root)): each.stat().st_ino for each in files}
        played = self.play(kind, place, Interference(), reference=True, log=record)
        *acts, counted = answered(played)
        assert all("state" in each for each in acts), acts[-1]
        recording = Recording(record, str(place.root), numbers, tuple(acts))
        found = [self.judge(self._copy(ready)), self.judge(place)]
        flaws = frozenset(flaw for each in found for flaw in each["flaws"])
        states = tuple(each["state"] for each in (begin, *acts))
        passwords = tuple(each["password"] for each in (begin, *acts))
        sums = counted["seconds"], counted["operations"], counted["writes"]
        return Reference(kind, seed, ready, states, passwords, *sums, recording, flaws)

    def play(
        self,
        kind: str,
        scene: Scene,
        plan: Interference,
        *,
        reference: bool = False,
        log: Path | None = None,
    ) -> dict[str, Any]:
        """Play a script in a scene that is ready for it."""
        plans = {"plan": asdict(plan), "reference": reference, "log": str(log) if log else ""}
        return self.ask("play", scene, kind=kind, **plans)

    def copy_of(self, known: Reference) -> Scene:
        """A scene that is ready for that script."""
        return self._copy(known.scene)

    def _copy(self, scene: Scene) -> Scene:
        return scene.copied_to(self.new_scene(scene.seed).root)

    def judge(self, scene: Scene) -> dict[str, Any]:
        """What whoever opens the scene next finds; then it is taken away."""
        found: dict[str, Any] = answered(self.ask("judge", scene))[-1]
        shutil.rmtree(scene.root)
        return found


def answered(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of a job that nothing disturbed."""
    lines: list[dict[str, Any]] = answer["lines"]
    assert answer["code"] == 0, lines[-1].get("broke", lines) if lines else answer
    return lines
