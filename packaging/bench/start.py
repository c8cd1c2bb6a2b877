"""How soon the names stand on the screen, as ratios to a bare window started in turn with ours.

`python packaging/bench/start.py` measures this alone.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from big_roster import make_people

from models.office.practice import make_practice

RUNS = 9
CITY = 60_000
MOST = 1_700_000
AIMS = (
    ("painted", "start to the painted window", 1.3),
    ("usable", "start to 532 people shown and usable", 2.5),
)


def measure_start(folder: Path) -> None:
    """Start to painted, start to usable, the first key, and peak memory."""
    data = folder / "mau.tiendo"
    make_practice(data).close()
    home = {"XDG_DATA_HOME": str(folder / "nha"), "XDG_CONFIG_HOME": str(folder / "nha")}
    run_ours(data, home)
    pairs = [(run_bare(), run_ours(data, home)) for _ in range(RUNS)]
    bare = statistics.median(each["painted"] for each, _ in pairs)
    for key, what, aim in AIMS:
        say_runs(what, [ours[key] for _, ours in pairs], bare, aim)
    memory = [(each["peak_mb"], ours["peak_mb"]) for each, ours in pairs]
    say(
        "peak memory with 532 people",
        statistics.median(ours for _, ours in memory),
        statistics.median(each for each, _ in memory),
        "MB",
        2.0,
    )
    measure_first_key(data, "532")
    make_people(folder / "thanh-pho-nho.tiendo", CITY)
    measure_first_key(folder / "thanh-pho-nho.tiendo", f"{CITY:,}")
    make_people(folder / "thanh-pho.tiendo", MOST)
    many = [run_ours(folder / "thanh-pho.tiendo", home)["usable"] for _ in range(RUNS)]
    say_runs(f"start to the first names of {MOST:,}", many, bare, 5.25)


def measure_first_key(data: Path, people: str) -> None:
    """Words that are typed as soon as the names stand there, while the rest is being loaded."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, str(HERE / "first_key.py"), str(data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
        runs.append(dict(json.loads(done.stdout)))
    for key, what in (
        ("at_once_ms", "key at once"),
        ("middle_ms", "keys while the rest is loaded"),
        ("meanwhile_ms", "  the worst of them"),
    ):
        found, words = [run[key] for run in runs], f"{what}, {people} people"
        print(f"{words:<44}{statistics.median(found):9.0f} ms   worst {max(found):.0f}", flush=True)


def say_runs(what: str, ours: list[float], baseline: float, aim: float) -> None:
    """Like `say` for the median of several runs, with the worst of them."""
    say(what, statistics.median(ours), baseline, "s", aim)
    print(f"{'  the worst of ' + str(len(ours)):<44}{max(ours):9.2f} s", flush=True)


def say(what: str, ours: float, baseline: float, unit: str, aim: float) -> None:
    """One line: the figure, its baseline, the ratio and whether the aim is met."""
    ratio = ours / baseline
    verdict = "ok" if ratio <= aim else "MISSED"
    print(
        f"{what:<44}{ours:9.2f} {unit:<3} {baseline:9.2f} {unit:<3} ratio {ratio:5.2f}"
        f"  (aim <= {aim}) {verdict}",
        flush=True,
    )


def run_bare() -> dict[str, float]:
    """One run of the bare window."""
    return run_window([str(HERE / "bare_window.py"), repr(time.time())], {})


def run_ours(data: Path, home: dict[str, str]) -> dict[str, float]:
    """One run of the program on the practice roster, opened at the list."""
    words = [str(ROOT / "main.py"), "--data", str(data)]
    return run_window(words, {**home, "TIENDO_BENCH": repr(time.time()), "TIENDO_PAGE": "roster"})


def run_window(words: list[str], more: dict[str, str]) -> dict[str, float]:
    """Run a window that reports its moments and closes itself; adds its peak memory."""
    process = subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, text=True, env={**os.environ, **more}
    )
    assert process.stdout is not None
    found: dict[str, float] = {}
    for line in process.stdout:
        found[line.split()[0]] = float(line.split()[1])
        found["peak_mb"] = peak_of(process.pid) or found["peak_mb"]
    process.wait()
    return found


def peak_of(pid: int) -> float:
    """The most memory that a running process has held, in MB; 0 once it is leaving.

    What the system tells of a process that has ended is never less than what the one that started
    it held, as it counts from before the program was loaded.
    """
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    peak = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
    return int(peak.split()[1]) / 1024


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        measure_start(Path(name))
