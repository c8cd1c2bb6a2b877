"""How long the first decision about a table takes in a process, whatever the size of the table.

Rows are sampled. `python packaging/bench/deciding.py` prints the figures in seconds of the
processor, each the middle one of several processes in which nothing has been decided before.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from lists.people import Crowd, MadeUp

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables

RUNS = 5
WIDE = 60
LARGE = 60_000
AIMS = ((532, 12, 0.060), (LARGE, WIDE, 0.5))
"""Rows, columns, and the seconds that the decision may take."""

OTHERS = ("Hệ số lương {}", "Chỉ tiêu {}", "Tháng {}", "Mã số {}", "Ngày cấp {}", "Địa chỉ {}")


def measure_deciding() -> None:
    """Print one line per size: measured, aim and whether it is met."""
    for rows, width, aim in AIMS:
        seconds = statistics.median(_apart(rows, width) for _ in range(RUNS))
        verdict = "ok" if seconds <= aim else "MISSED"
        what = f"deciding {rows:,} rows × {width} columns"
        print(f"{what:<44}{seconds:9.3f} s   (aim <= {aim} s) {verdict}", flush=True)


def _apart(rows: int, width: int) -> float:
    """What `_seconds` says in a process of its own."""
    command = [sys.executable, __file__, str(rows), str(width)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def _seconds(book: Workbook) -> float:
    start = time.process_time()
    tables = find_tables(book)
    taken = time.process_time() - start
    assert tables, "the list was not recognised"
    return taken


def _book(rows: int, width: int) -> Workbook:
    """A made-up list with as many columns as asked, those that nobody reads at its right."""
    draw = Random(5)
    crowd = Crowd(draw)
    people = [crowd.one(f"Trường Tiểu học số {at % 40 + 1}") for at in range(rows)]
    header: list[Cell] = ["STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Chức vụ", "Đơn vị"]
    header += [OTHERS[at % len(OTHERS)].format(at) for at in range(width - len(header))]
    body = [_row(at, person, width) for at, person in enumerate(people, start=1)]
    blank: tuple[Cell, ...] = (None,) * width
    title = ("DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN", *blank[1:])
    return Workbook(
        "lon.xlsx", "", "xlsx", (Sheet("Danh sách", [title, blank, tuple(header), *body]),)
    )


def _row(number: int, person: MadeUp, width: int) -> tuple[Cell, ...]:
    born = f"{person.birth:%d/%m/%Y}"
    own: list[Cell] = [number, person.name, born, person.phone, person.post, person.unit]
    others: tuple[Cell, ...] = (
        2.34 + number % 9, number % 7, "x", person.code, "01/02/2019", f"Thôn {number % 30}",
    )  # fmt: skip
    return (*own, *(others[at % len(others)] for at in range(width - len(own))))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(_seconds(_book(int(sys.argv[1]), int(sys.argv[2]))))
    else:
        measure_deciding()
