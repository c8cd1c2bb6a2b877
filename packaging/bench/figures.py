"""How long all figures take: of a commune, of 60.000 people in 114 communes, of a past day.

`python packaging/bench/figures.py` prints the middle one of several runs in milliseconds of the
processor, beside what SQLite alone takes to count the people. The curve must be one statement,
whatever its length.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from big_roster import make_people
from sqlalchemy import event

from models.figures.board import figures_board
from models.figures.curve import daily_counts, daily_counts_by_unit
from models.figures.figures import figures
from models.store.data_file import DataFile, open_file
from resources.catalog import communes

SIZES = ((532, 0, 20), (60_000, 114, 300))
"""People, communes as units (0: the units of one commune), the aim in milliseconds."""
NOW, PAST = date(2026, 6, 8), date(2026, 6, 3)
CURVE = date(2026, 5, 1), date(2026, 6, 29)
RUNS = 7
AS_THE_PRESENT = 2.0

FACTS = (
    """UPDATE people SET staff_type = CASE id % 4 WHEN 0 THEN 'cadre' WHEN 1 THEN 'worker'
    WHEN 2 THEN 'public_employee' ELSE '' END""",
    """INSERT INTO participations (person_id, contest_id, registered_on, completed_on, attempts)
    SELECT id, 1, date('2026-05-28', '+' || (id % 15) || ' day'),
    CASE WHEN id % 3 = 0 THEN date('2026-05-30', '+' || (id % 15) || ' day') END, id % 3 + 1
    FROM people WHERE id % 2 = 0""",
    """INSERT INTO exemptions (person_id, contest_id, reason, since)
    SELECT id, 1, 'Nghỉ thai sản', '2026-06-01' FROM people WHERE id % 50 = 7""",
    """INSERT INTO absences (person_id, since, until)
    SELECT id, '2026-06-02', '2026-06-05' FROM people WHERE id % 100 = 13""",
    """INSERT INTO posts (person_id, unit_id, main, until)
    SELECT id, unit_id, 1, '2026-06-05' FROM people WHERE id % 100 = 9""",
)
"""Half of the people are marked, some are exempt, away or have moved."""

UNIT = """INSERT INTO units (uid, name, name_key, name_search, kind, position)
VALUES (?, ?, ?, ?, 'government', ?)"""


def measure_figures() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        for people, units, aim in SIZES:
            path = Path(name) / f"{people}.tiendo"
            make_office(path, people, units)
            with open_file(path) as file:
                _measure(file, path, people, aim)


def make_office(path: Path, people: int, units: int) -> None:
    """A file of so many people with marks and dated facts; `units` communes share them."""
    make_people(path, people)
    connection = sqlite3.connect(path)
    if units:
        names = [each.name for each in communes()][:units]
        told = [(f"u{at}", name, name, name, at) for at, name in enumerate(names)]
        connection.executemany(UNIT, told)
        first = "(SELECT min(id) FROM units WHERE uid = 'u0')"
        connection.execute(f"UPDATE people SET unit_id = {first} + id % {units}")
    for statement in FACTS:
        connection.execute(statement)
    connection.commit()
    connection.close()


def _measure(file: DataFile, path: Path, people: int, aim: float) -> None:
    present = _middle(lambda: figures(file, NOW))
    past = _middle(lambda: figures(file, PAST))
    _say(f"figures of {people:,} people", present, f"aim <= {aim} ms", present <= aim)
    with sqlite3.connect(path) as bare:
        count = "SELECT unit_id, count(*) FROM people GROUP BY unit_id"
        alone = _middle(lambda: bare.execute(count).fetchall())
    print(f"{'  SQLite counts them by unit in':<44}{alone:9.1f} ms", flush=True)
    ratio = past / present
    words = f"{ratio:.2f} × the present, aim <= {AS_THE_PRESENT}"
    _say("  of a past day", past, words, ratio <= AS_THE_PRESENT)
    board = _middle(lambda: figures_board(file, NOW))
    print(f"{'  with ranks, levels, change of the day, pace':<44}{board:9.1f} ms", flush=True)
    for what, curve in (("commune", daily_counts), ("each unit", daily_counts_by_unit)):
        asked = _statements(file, lambda curve=curve: curve(file, *CURVE))
        milliseconds = _middle(lambda curve=curve: curve(file, *CURVE))
        words = f"{asked} statement, aim 1"
        _say(f"  curve of 60 days, {what}", milliseconds, words, asked == 1)


def _middle(run: Callable[[], object]) -> float:
    """The middle one of several runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)


def _statements(file: DataFile, run: Callable[[], object]) -> int:
    """How many statements it asks."""
    asked: list[str] = []

    def hear(*told: object) -> None:
        asked.append(str(told[2]))

    event.listen(file.engine, "before_cursor_execute", hear)
    run()
    event.remove(file.engine, "before_cursor_execute", hear)
    return sum("SELECT" in each for each in asked)


def _say(what: str, milliseconds: float, words: str, met: bool) -> None:
    print(f"{what:<44}{milliseconds:9.1f} ms   ({words}) {'ok' if met else 'MISSED'}", flush=True)


if __name__ == "__main__":
    measure_figures()
