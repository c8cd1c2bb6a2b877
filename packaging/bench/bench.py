"""Measures speed and memory as ratios to baselines in the same run, against stated aims."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

from big_list import make_list
from deciding import measure_deciding
from documents import measure_documents
from figures import measure_figures
from frozen_start import measure_frozen_start
from report_date import measure_report_date
from safekeeping import measure_safekeeping
from sheets import measure_sheets
from sizes import measure_sizes
from start import measure_start, say
from window_pages import measure_pages
from window_reports import measure_preview

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
    measure_pages()
    measure_deciding()
    measure_figures()
    measure_documents()
    measure_report_date()
    measure_sheets()
    measure_preview()
    measure_safekeeping()
    measure_sizes()
    measure_frozen_start()


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
    ("key_worst_ms", "key to painted result, worst", "ms", 60, 1000),
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
    """The roster page by key: 532, 60.000 (the median of some runs) and 1.700.000 people."""
    sizes = (532, ROWS, MOST)
    city = [run_roster(ROWS, folder) for _ in range(3)]
    middle = {key: statistics.median(run[key] for run in city) for key, *_ in ROSTER_AIMS}
    runs = [run_roster(sizes[0], folder), middle, run_roster(sizes[2], folder)]
    print(f"{'the roster in the window':<40}" + "".join(f"{size:>12,}" for size in sizes))
    for key, words, unit, aim, large_aim in ROSTER_AIMS:
        figures = "".join(f"{run[key]:12.2f}" if key in run else f"{'':>12}" for run in runs)
        aims = [f"<= {aim} {unit} at 60.000"] if aim else []
        aims += [f"<= {large_aim} {unit} at 1.700.000"] if large_aim else []
        missed = (aim and runs[1][key] > aim) or (large_aim and runs[2][key] > large_aim)
        verdict = f"({', '.join(aims)}) {'MISSED' if missed else 'ok'}" if aims else ""
        verdict += f"  worst of {len(city)}: {max(run[key] for run in city):.2f}"
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
