"""Fuzzing from a seed on: `make fuzz DOOR=file SECONDS=600 SEED=7`.

A failure is kept as a case of the corpus, which every run of the tests plays again; one that is
too large for it under `build/fuzz`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.fuzz.doors import DOORS, Door, emptied
from tests.fuzz.guard import Fence, bounded_memory, bounded_time
from tests.fuzz.seeds import CORPUS, Parts, Seeds, kept_cases, zipped

MOST_KEPT = 12
LARGEST_KEPT = 200_000
"""Bytes of a case in the corpus; what is encrypted does not get smaller, and a test of its own
tells it better."""
ELSEWHERE = CORPUS.parents[2] / "build" / "fuzz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Play and tell; 1 when something stumbled."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--door", choices=[*DOORS], action="append")
    parser.add_argument("--seconds", type=float, default=10.0, help="for each door")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=CORPUS, help="where a failure is kept")
    given = parser.parse_args(arguments)
    # A module first needed behind the fence would have its bytecode cached outside of it.
    sys.dont_write_bytecode = True
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=where) as place:
        home = Path(place).resolve()
        for name in ("TMPDIR", "HOME", "TIENDO_DATA"):
            os.environ[name] = str(home / name.lower())
        tempfile.tempdir = str(emptied(home / "tmpdir"))
        session = Session(home, Seeds(emptied(home / "seeds")), given.keep)
        session.play_kept()
        for name in given.door or DOORS:
            session.play(name, given.seconds, given.seed)
    sys.stdout.writelines(f"{each}\n" for each in session.failures)
    return 1 if session.failures else 0


class Session:
    """Cases played one after another, in a folder behind a fence."""

    def __init__(self, home: Path, seeds: Seeds, keep: Path) -> None:
        self._home, self._seeds, self._keep = home, seeds, keep
        self._fence = Fence(home)
        self.failures: list[str] = []
        self._places: set[str] = set()

    def play_kept(self) -> None:
        """What something once stumbled over."""
        for door, parts in kept_cases():
            folder = emptied(self._home / "case")
            _put(folder, parts)
            self._enter(door, DOORS[door], folder, Random(0), parts)

    def play(self, name: str, seconds: float, seed: int) -> None:
        """New cases for one door, until the time is over."""
        door, count = DOORS[name], 0
        until, longest = time.monotonic() + seconds, 0.0
        while time.monotonic() < until:
            rng = Random(f"{name} {seed + count}")
            folder = emptied(self._home / "case")
            door.make(rng, self._seeds, folder)
            parts = _parts(folder)
            begin = time.perf_counter()
            self._enter(name, door, folder, rng, parts, seed + count)
            longest = max(longest, time.perf_counter() - begin)
            count += 1
        sys.stdout.write(f"{name}: {count} cases, the longest {longest:.1f} s\n")
        sys.stdout.flush()

    def _enter(
        self, name: str, door: Door, folder: Path, rng: Random, parts: Parts, seed: int = -1
    ) -> None:
        self._fence.shut = True
        try:
            with bounded_memory(), bounded_time():
                door.enter(rng, folder)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._fence.shut = False
            self._failed(name, seed, error, parts)
        finally:
            self._fence.shut = False

    def _failed(self, name: str, seed: int, error: BaseException, parts: Parts) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        own = [each for each in frames if f"{os.sep}tests{os.sep}" not in each.filename]
        last = [f"{Path(each.filename).name}:{each.lineno}" for each in own[-4:]]
        where = f"{type(error).__name__} {' '.join(last)}"
        if where in self._places or len(self._places) >= MOST_KEPT:
            return
        self._places.add(where)
        case = zipped(parts)
        place = self._keep if len(case) <= LARGEST_KEPT else ELSEWHERE
        place.mkdir(parents=True, exist_ok=True)
        kept = place / f"{name}-{hashlib.sha256(case).hexdigest()[:8]}.zip"
        kept.write_bytes(case)
        told = f"{name} seed {seed}: {where}: {str(error)[:300]}; kept as {kept}"
        self.failures.append(told)
        sys.stderr.write(told + "\n")
        sys.stderr.write("".join(traceback.format_exception(error)[-12:]))
        sys.stderr.flush()


def _parts(folder: Path) -> Parts:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def _put(folder: Path, parts: Parts) -> None:
    for name, data in parts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
