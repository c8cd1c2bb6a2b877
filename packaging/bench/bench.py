"""Measures speed and memory as ratios to baselines in the same run, against stated aims."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from big_list import make_list
from big_roster import make_people
from deciding import measure_deciding
from frozen_start import measure_frozen_start
from sizes import measure_sizes

from models.office.practice import make_practice

RUNS = 7
ROWS = 60_000
MOST = 1_700_000


def main() -> None:
    """Print one line per figure: what, measured, ratio, aim."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_start(folder)
        measure_import(folder)
        measure_growth(folder)
        measure_heartbeat(folder)
        measure_plan(folder)
        measure_roster(folder)
    measure_deciding()
    measure_sizes()
    measure_frozen_start()


def say(what: str, ours: float, baseline: float, unit: str, aim: float) -> None:
    """One line: the figure, its baseline, the ratio and whether the aim is met."""
    ratio = ours / baseline
    verdict = "ok" if ratio <= aim else "MISSED"
    print(
        f"{what:<44}{ours:9.2f} {unit:<3} {baseline:9.2f} {unit:<3} ratio {ratio:5.2f}"
        f"  (aim <= {aim}) {verdict}",
        flush=True,
    )


def measure_start(folder: Path) -> None:
    """Start to painted, start to usable and peak memory, against the bare window."""
    make_practice(folder / "mau.tiendo").close()
    home = {"XDG_DATA_HOME": str(folder / "nha"), "XDG_CONFIG_HOME": str(folder / "nha")}
    bare = [run_bare() for _ in range(RUNS)]
    ours = [run_ours(folder / "mau.tiendo", home) for _ in range(RUNS)]
    bare_painted = statistics.median(run["painted"] for run in bare)
    bare_memory = statistics.median(run["peak_mb"] for run in bare)
    for key, what, aim in (
        ("painted", "start to the painted window", 1.5),
        ("usable", "start to 532 people shown", 3.5),
    ):
        say(what, statistics.median(run[key] for run in ours), bare_painted, "s", aim)
    memory = statistics.median(run["peak_mb"] for run in ours)
    say("peak memory with 532 people", memory, bare_memory, "MB", 2.0)
    few = statistics.median(run["usable"] for run in ours)
    make_people(folder / "thanh-pho.tiendo", MOST)
    many = [run_ours(folder / "thanh-pho.tiendo", home)["usable"] for _ in range(RUNS)]
    say(f"start to names shown, {MOST:,} against 532", statistics.median(many), few, "s", 1.5)


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
    lines = process.stdout.read().split("\n")
    _, _, usage = os.wait4(process.pid, 0)
    moments = {line.split()[0]: float(line.split()[1]) for line in lines if line.strip()}
    return {**moments, "peak_mb": usage.ru_maxrss / 1024}


def measure_import(folder: Path) -> None:
    """60.000 rows from the workbook to the committed roster, against reading and inserting."""
    book = folder / "lon.xlsx"
    make_list(book, ROWS)
    baseline = [run_import("baseline", book, fresh(folder)) for _ in range(3)]
    ours = [run_import("ours", book, fresh(folder)) for _ in range(3)]
    seconds = statistics.median(run["seconds"] for run in ours)
    say(
        f"import of {ROWS:,} rows",
        seconds,
        statistics.median(r["seconds"] for r in baseline),
        "s",
        2.5,
    )
    print(
        f"{'peak memory of that import':<44}{max(r['peak_mb'] for r in ours):9.0f} MB"
        "   (aim <= 600 MB)"
    )


def measure_growth(folder: Path) -> None:
    """Planning n rows against a roster of n people: seconds per n must stay level."""
    for rows in (15_000, 30_000, 60_000):
        book = folder / f"lon-{rows}.xlsx"
        make_list(book, rows)
        home = fresh(folder)
        run_import("ours", book, home)
        again = run_import("again", book, home)["seconds"]
        print(
            f"{f'planning {rows:,} rows against {rows:,}':<44}{again:9.2f} s"
            f"   {again / rows * 1e6:.1f} microseconds a row",
            flush=True,
        )


def measure_heartbeat(folder: Path) -> None:
    """How long the window does not answer while it takes in 60.000 rows."""
    book = folder / f"lon-{ROWS}.xlsx"
    worst = [run_wizard(book, folder) for _ in range(3)]
    worst.sort(key=lambda run: float(run["worst_ms"]))
    milliseconds, doing = worst[1]["worst"][0]
    print(
        f"{f'longest wait of the window, {ROWS:,} rows':<44}{milliseconds:9.0f} ms"
        f"   while {doing} (aim <= 100 ms)",
        flush=True,
    )


def measure_plan(folder: Path) -> None:
    """From the drop of a list to its plan on the screen, with no time of the officer's between."""
    for rows, aim in ((532, 1.0), (ROWS, 5.0)):
        book = folder / f"lon-{rows}.xlsx"
        make_list(book, rows)
        runs = sorted(run_wizard(book, folder, "plan")["seconds"] for _ in range(5))
        middle = statistics.median(runs)
        print(
            f"{f'drop to the plan shown, {rows:,} rows':<44}{middle:9.2f} s  worst {runs[-1]:.2f} s"
            f"   (aim <= {aim} s) {'ok' if middle <= aim else 'MISSED'}",
            flush=True,
        )


def run_wizard(book: Path, folder: Path, *how_far: str) -> dict[str, Any]:
    """One list dropped on the window, in a process of its own."""
    words = [sys.executable, str(HERE / "window_import.py"), str(book), str(fresh(folder))]
    done = subprocess.run(
        [*words, *how_far],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return dict(json.loads(done.stdout))


ROSTER_AIMS = (
    ("open_s", "file opened", "s", 0, None),
    ("shown_s", "everybody shown", "s", 0, None),
    ("key_ms", "key to painted result, median", "ms", 50, 1000),
    ("key_worst_ms", "key to painted result, worst", "ms", 100, 1000),
    ("sort_ms", "sorted by name, worst", "ms", 150, None),
    ("scroll_ms", "scrolling, longest gap", "ms", 0, None),
    ("painting_ms", "  the same over rows that are there", "ms", 0, None),
    ("page_wait_ms", "  so long a page is waited for", "ms", 16, None),
    ("mark_s", "all marked as one change", "s", 2, None),
    ("undo_s", "that undone", "s", 2, None),
    ("peak_mb", "peak memory", "MB", 0, 400),
)
"""Key, words, unit, the aim at 60.000 people, the aim at 1.700.000; 0 and None for none."""


def measure_roster(folder: Path) -> None:
    """The roster page by key: 532, 60.000 and 1.700.000 people in a table."""
    sizes = (532, ROWS, MOST)
    runs = [run_roster(size, folder) for size in sizes]
    print(f"{'the roster in the window':<40}" + "".join(f"{size:>12,}" for size in sizes))
    for key, words, unit, aim, large_aim in ROSTER_AIMS:
        figures = "".join(f"{run[key]:12.2f}" if key in run else f"{'':>12}" for run in runs)
        aims = [f"<= {aim} {unit} at 60.000"] if aim else []
        aims += [f"<= {large_aim} {unit} at 1.700.000"] if large_aim else []
        missed = (aim and runs[1][key] > aim) or (large_aim and runs[2][key] > large_aim)
        verdict = f"({', '.join(aims)}) {'MISSED' if missed else 'ok'}" if aims else ""
        print(f"  {words:<38}{figures} {unit:<3} {verdict}", flush=True)


def run_roster(size: int, folder: Path) -> dict[str, float]:
    """One window over so many people; the largest is not marked, it would only take long."""
    which = "open" if size > ROWS else "all"
    script = str(HERE / "window_roster.py")
    done = subprocess.run(
        [sys.executable, script, str(size), str(fresh(folder)), which],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return dict(json.loads(done.stdout))


def fresh(folder: Path) -> Path:
    """A new empty folder."""
    return Path(tempfile.mkdtemp(dir=folder))


def run_import(which: str, book: Path, folder: Path) -> dict[str, float]:
    """One import in a process of its own."""
    words = [sys.executable, str(HERE / "import_once.py"), which, str(book), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    main()
