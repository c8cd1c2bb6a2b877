"""Readers of packages, copies and data files given what nobody of ours wrote: a moment here, ten
minutes each in `make test-all`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.seeds import SEED, kept_cases

ROOT = Path(__file__).parents[2]
DOORS = ("city", "package", "copies", "file")
A_MOMENT, LONG = 1.0, float(os.environ.get("FUZZ_SECONDS", "600"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bounds of a POSIX process")


def fuzz(seconds: float, seed: int, *doors: str, **environment: str) -> str:
    words = [word for door in doors for word in ("--door", door)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *words, "--seconds", str(seconds), "--seed", str(seed)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=120 + 3 * seconds * len(doors),
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-6000:]}"
    return done.stdout


def test_every_door_for_a_moment(tmp_path):
    """Also where nothing was imported before: no bytecode is cached from behind the fence."""
    told = fuzz(A_MOMENT, 0, *DOORS, PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(tmp_path))
    assert [line.split(":")[0] for line in told.splitlines()] == [*DOORS]


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS)
def test_a_door_for_long(door):
    """From a seed that no run had before, which a failure names."""
    fuzz(LONG, int.from_bytes(os.urandom(4)), door)


def test_the_corpus_is_small():
    files = list(SEED.parent.iterdir())
    assert sum(each.stat().st_size for each in files) < 2_000_000
    assert {door for door, _ in kept_cases()} <= set(DOORS)
