"""How long a document takes as PDF and as Word: lists of 15.000 to 60.000 people, one of 532.

`python packaging/bench/documents.py` prints seconds beside those of a bare reportlab canvas that
draws the same strings in the same face in the same run, each in a process of its own, with the
peak of its memory. A list must grow no faster than its rows.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(HERE)]

SIZES = (15_000, 30_000, 60_000)
COMMUNE = 532
CITY_UNITS = 114
SCREEN_WIDTH = 900
DAY = date(2026, 6, 5)
RUNS = 3
RATIO_AIM, MEMORY_AIM_MB, LIST_AIM_S, FIRST_AIM_S, SUMMARY_AIM_S = 1.5, 320, 0.7, 0.3, 0.2
WORD_SIZES, WORD_AIM_S = (15_000, 30_000), 2.0
GROWTH_AIM = 1.25
"""So many times the seconds of a row of the shortest list may a row of the longest take."""


def measure_documents() -> None:
    """Print one line per figure: what, measured, ratio, aim."""
    each = dict[int, float]()
    for rows in SIZES:
        bare = _run("bare", rows)
        ours = _run("list", rows)
        each[rows] = ours["seconds"] / rows
        ratio = ours["seconds"] / bare["seconds"]
        _say(
            f"list of {rows:,} as PDF",
            ours["seconds"],
            ratio <= RATIO_AIM,
            f"{ratio:.2f} × the bare canvas's {bare['seconds']:.2f} s, aim <= {RATIO_AIM}; "
            f"{each[rows] * 1e6:.0f} microseconds a row",
        )
    peak = ours["peak_mb"]
    print(
        f"{'  peak memory of the last':<44}{peak:9.0f} MB  (aim <= {MEMORY_AIM_MB} MB) "
        f"{'ok' if peak <= MEMORY_AIM_MB else 'MISSED'}"
    )
    _say_growth(each)
    for what, words, aim in (
        ("list", f"list of {COMMUNE} as PDF", LIST_AIM_S),
        ("first", "  its first page", FIRST_AIM_S),
        ("choice", "  from the choice to the picture of it", FIRST_AIM_S),
        ("summary", f"summary by units of {COMMUNE} as PDF", SUMMARY_AIM_S),
    ):
        run = _run(what, COMMUNE)
        _say(
            words,
            run["seconds"],
            run["seconds"] <= aim,
            f"aim <= {aim} s; {run['first_seconds']:.2f} s with the loading of the renderer",
        )
    _measure_word()


def _measure_word() -> None:
    run = _run("word", COMMUNE)
    _say(
        f"list of {COMMUNE} as Word",
        run["first_seconds"],
        run["first_seconds"] <= WORD_AIM_S,
        f"with the loading of the renderer, aim <= {WORD_AIM_S} s; {run['seconds']:.2f} s without",
    )
    each = dict[int, float]()
    for rows in WORD_SIZES:
        run = _run("word", rows)
        each[rows] = run["seconds"] / rows
        print(
            f"{f'list of {rows:,} as Word':<44}{run['seconds']:9.3f} s   "
            f"({each[rows] * 1e6:.0f} microseconds a row, peak {run['peak_mb']:.0f} MB)"
        )
    _say_growth(each)


def _say_growth(each: dict[int, float]) -> None:
    """By how much a row of the longest list takes longer than one of the shortest."""
    growth = each[max(each)] / each[min(each)]
    print(
        f"{'  a row of the longest against the shortest':<44}{growth:9.2f} ×   "
        f"(aim <= {GROWTH_AIM}) {'ok' if growth <= GROWTH_AIM else 'MISSED'}"
    )


def _say(what: str, seconds: float, met: bool, words: str) -> None:
    verdict = "ok" if met else "MISSED"
    print(f"{what:<44}{seconds:9.3f} s   ({words}) {verdict}", flush=True)


def _run(what: str, rows: int) -> dict[str, float]:
    """The middle one of some runs in processes of their own."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, __file__, what, str(rows)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        runs.append(json.loads(done.stdout))
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def _once(what: str, rows: int) -> dict[str, float]:
    """One measurement in this process: the first time, and with everything loaded."""
    draw = _drawer(what, rows)
    first = _seconds(draw)
    again = first if rows > COMMUNE else min(_seconds(draw) for _ in range(RUNS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": again, "first_seconds": first, "peak_mb": peak}


def _seconds(draw: Callable[[], object]) -> float:
    start = time.process_time()
    draw()
    return time.process_time() - start


def _drawer(what: str, rows: int) -> Callable[[], object]:
    if what == "choice":
        return _choice()
    document = _document(what, rows)
    if what == "bare":
        return lambda: _bare(document)
    if what == "word":

        def written() -> bytes:
            from reports.render.docx import render_docx

            return render_docx(document)

        return written

    def draw() -> bytes:
        from reports.render.pdf import render_first_page, render_pdf

        return (render_first_page if what == "first" else render_pdf)(document)

    return draw


def _choice() -> Callable[[], object]:
    """What the reports page does when a list is chosen: compose it, draw its first page."""
    from models.office.practice import make_practice

    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    file = make_practice(Path(folder) / "mau.tiendo")
    atexit.register(file.close)

    def choose() -> object:
        from reports.gather.request import Request
        from ui.calls.reports import open_kind, page_picture

        opened = open_kind(file, Request("not-completed"))
        return page_picture(opened.drawn.pdf, 0, SCREEN_WIDTH)

    return choose


def _document(what: str, rows: int) -> Any:
    """The summary by units, or the list of all people of as many units as a city has communes."""
    from models.records import UnitFigures, UnitKind
    from reports.kinds.people_list import people_list
    from reports.kinds.unit_summary import unit_summary
    from reports.occasion import Occasion
    from tests.reports.samples import COMMUNE as COMMUNE_OF_TESTS
    from tests.reports.samples import CONTEST, ISSUER, commune_figures, made_up_person, of_units

    if what == "summary":
        return unit_summary(Occasion(commune_figures(), ISSUER, COMMUNE_OF_TESTS, CONTEST))
    count = 25 if rows == COMMUNE else CITY_UNITS
    sizes = [rows // count + (at < rows % count) for at in range(count)]
    figures = of_units(
        *(
            UnitFigures(at, f"Trường Tiểu học số {at}", UnitKind.SCHOOL, size, 0, 0)
            for at, size in enumerate(sizes, start=1)
        )
    )
    people = []
    for line in figures.units:
        for _ in range(line.total):
            person = made_up_person(len(people) + 1, line, DAY)
            people.append(replace(person, name=f"{person.name} {len(people)}"))
    occasion = Occasion(figures, ISSUER, COMMUNE_OF_TESTS, CONTEST)
    return people_list(people, None, occasion, masked=False)


def _bare(document: Any) -> bytes:
    """The strings of the table on a bare canvas, row below row, in the faces of the document."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfgen.canvas import Canvas

    from reports.document import RowStyle, Table
    from reports.profile import ND30_2020
    from reports.render.fonts import document_fonts
    from reports.render.pdf.faces import registered_faces
    from reports.render.text import cell_text

    faces = registered_faces(document_fonts())
    (table,) = (block for block in document.body if isinstance(block, Table))
    styles, target = ND30_2020.styles, BytesIO()
    canvas = Canvas(target, pagesize=landscape(A4), invariant=1)
    step, top, bottom = ND30_2020.leading(styles.table_cell) + 6, 510, 60
    y = top
    for row in table.rows:
        face = faces[row.style is not RowStyle.NORMAL, False]
        canvas.setFont(face.name, styles.table_cell.size)
        for at, cell in row.placed():
            canvas.drawString(90 + 80 * at, y, cell_text(cell))
        y -= step
        if y < bottom:
            canvas.showPage()
            y = top
    canvas.save()
    return target.getvalue()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_once(sys.argv[1], int(sys.argv[2]))))
    else:
        measure_documents()
