"""One measured import in a process of its own: `ours` or `baseline`, of one workbook."""

from __future__ import annotations

import json
import resource
import sqlite3
import sys
import time
from pathlib import Path


def baseline(book: Path, folder: Path) -> float:
    """python-calamine reads all cells, raw sqlite3 inserts them in one transaction."""
    from python_calamine import CalamineWorkbook

    start = time.perf_counter()
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()[1:]
    connection = sqlite3.connect(folder / "tran.db")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    columns = ", ".join(f"c{i}" for i in range(10))
    connection.execute(f"CREATE TABLE people (id INTEGER PRIMARY KEY, {columns})")
    marks = ", ".join("?" * 10)
    connection.executemany(f"INSERT INTO people ({columns}) VALUES ({marks})", rows)
    connection.commit()
    connection.close()
    return time.perf_counter() - start


def ours(book: Path, folder: Path) -> float:
    """From the workbook to the committed roster, journal and all."""
    from models.intake.apply import apply_plan
    from models.intake.plan_records import ImportDecisions, PlanOptions
    from models.intake.sitting.lists import plan_file
    from models.office.setup import init_file

    with init_file(folder / "xa.tiendo", "Xã Kẻ Sặt", "ai-2026") as file:
        start = time.perf_counter()
        plan = plan_file(file, book, PlanOptions())
        planned = time.perf_counter()
        result = apply_plan(file, plan, ImportDecisions())
        end = time.perf_counter()
    sys.stderr.write(
        f"plan {planned - start:.2f} s, apply {end - planned:.2f} s, {result.new} new\n"
    )
    return end - start


def again(book: Path, folder: Path) -> float:
    """Planning the same list against the roster that it has become."""
    from models.intake.plan_records import PlanOptions
    from models.intake.sitting.lists import ListSitting
    from models.store.data_file import open_file

    with open_file(folder / "xa.tiendo") as file:
        sitting = ListSitting(file)
        source = sitting.take(book)
        start = time.perf_counter()
        sitting.plan_sources([source], PlanOptions())
        return time.perf_counter() - start


if __name__ == "__main__":
    work = {"ours": ours, "baseline": baseline, "again": again}[sys.argv[1]]
    seconds = work(Path(sys.argv[2]), Path(sys.argv[3]))
    peaks = [
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    print(json.dumps({"seconds": seconds, "peak_mb": max(peaks)}))
