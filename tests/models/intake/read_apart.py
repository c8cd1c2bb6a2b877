"""Reads files in a small process of its own, so that the memory its readers take can be told.

A process begins with the greatest memory of the one that started it, as the system counts: of a
reader that a whole run of tests started, nothing could be told.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from models.errors import AppError
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows

ReadApart = Callable[[Path], tuple[str, int]]


def outcome(path: Path) -> str:
    """The sentence, or "" when the file was read and shaped to its end."""
    try:
        workbook = read_workbook(path)
        for guess in find_tables(workbook):
            shape_rows(workbook, guess, date(2026, 6, 8))
    except AppError as error:
        return str(error)
    return ""


@contextmanager
def reading_apart() -> Iterator[ReadApart]:
    """`read(path)` gives the outcome, and the most bytes that any reader has held so far."""
    with get_context("spawn").Pool(1) as pool:
        yield lambda path: pool.apply(_outcome_and_peak, (path,))
        pool.close()
        pool.join()


def _outcome_and_peak(path: Path) -> tuple[str, int]:
    return outcome(path), _peak_of_readers()


def _peak_of_readers() -> int:
    """Windows tells the peak of a process only while it lives."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
