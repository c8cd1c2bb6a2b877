"""How long the documents of one report date take: the table of 532 people, and everything.

`python packaging/bench/report_date.py` makes them of the practice commune (28 units with people),
several times in one process; the first run has the imports in it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from models.office.practice import PRACTICE_DAY, make_practice
from models.records.moment import Moment
from models.store.store import Store
from reports.catalog import UNIT_SUMMARY, kind_of
from reports.compose import compose
from reports.gather.request import Request
from reports.publish import render_document
from ui.calls.bundle import save_bundle

RUNS = 5
TABLE_SECONDS, EVERYTHING_SECONDS = 0.5, 10.0


def measure_report_date() -> None:
    """Print the seconds of both, and of how many files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with make_practice(folder / "xa.tiendo") as file:
            tables = [_seconds_of_table(file) for _ in range(RUNS)]
            _say("table of units in all its formats, first", tables[0], TABLE_SECONDS)
            middle = statistics.median(tables[1:])
            _say("table of units in all its formats, later", middle, TABLE_SECONDS)
            whole = []
            for run in range(3):
                out = folder / str(run)
                out.mkdir()
                start = time.perf_counter()
                made = save_bundle(file, out, as_of=Moment(PRACTICE_DAY))
                whole.append(time.perf_counter() - start)
            words = f"everything of a date, {len(made.files)} files"
            _say(words, statistics.median(whole), EVERYTHING_SECONDS)


def _seconds_of_table(file: Store) -> float:
    start = time.perf_counter()
    document = compose(file, Request(UNIT_SUMMARY, PRACTICE_DAY))
    for fmt in kind_of(UNIT_SUMMARY).formats:
        render_document(document, fmt)
    return time.perf_counter() - start


def _say(what: str, seconds: float, aim: float) -> None:
    verdict = "ok" if seconds <= aim else "MISSED"
    print(f"{what:<44}{seconds:9.2f} s   (aim <= {aim} s) {verdict}", flush=True)


if __name__ == "__main__":
    measure_report_date()
