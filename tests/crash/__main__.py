"""Crashes from a seed on, with figures: `make crash SEED=7 KILLS=1000 CUTS=300 PLACES=500`.

A failure names its seed; `--kills 1 --cuts 0 --places 0 --seed N` plays that one again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.crash.damage import damage_cases
from tests.crash.kills import kill_cases
from tests.crash.powercuts import power_cases
from tests.crash.repertoire import SCRIPTS
from tests.crash.shim import WITHOUT
from tests.crash.stage import Stage

PLAYED = {"kills": kill_cases, "cuts": power_cases, "places": damage_cases}


def main(arguments: Sequence[str] | None = None) -> int:
    """Play them and tell; 1 when something was lost, damaged or silently wrong."""
    parser = argparse.ArgumentParser(prog="tests.crash", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--cuts", type=int, default=300, help="power cuts")
    parser.add_argument("--places", type=int, default=500, help="damaged places")
    parser.add_argument("--kind", choices=list(SCRIPTS), action="append", help="scripts to disturb")
    given = parser.parse_args(arguments)
    failures: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Stage(Path(folder)) as stage:
        if not stage.has_shim:
            sys.stdout.write(WITHOUT + "\n")
        for name, cases in PLAYED.items():
            count = getattr(given, name)
            if count and (stage.has_shim or name == "kills"):
                chosen: tuple[Any, ...] = (tuple(given.kind or ()),) if name != "places" else ()
                begin = time.perf_counter()
                tally = cases(stage, range(given.seed, given.seed + count), *chosen)
                took = time.perf_counter() - begin
                sys.stdout.write(f"{name}: {tally}, {took:.0f} s\n")
                sys.stdout.flush()
                failures += [f"{name} {each}" for each in tally.failures]
    sys.stdout.writelines(f"{each}\n" for each in failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
