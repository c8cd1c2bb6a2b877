"""The reports page in a real window: from the choice of a list to its first page, and to all.

Run alone it makes the practice commune, chooses its lists in turn, and prints one JSON object:
for each kind the seconds to the first page on the screen and to the whole, and its pages.
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

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("not-registered", "not-completed", "people")
ROUNDS = 3
FIRST_AIM, WHOLE_AIM, PAGES = 0.3, 0.7, 20


def measure_preview() -> None:
    """The median of some choices of each list, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )
    for kind, (first, whole, pages) in json.loads(done.stdout).items():
        aims = [first <= FIRST_AIM, whole <= WHOLE_AIM * max(1, pages / PAGES)]
        print(
            f"{f'preview of {kind}, {pages} pages':<44}{first:9.2f} s  whole {whole:.2f} s"
            f"   (aim <= {FIRST_AIM} s, {PAGES} pages <= {WHOLE_AIM} s)"
            f" {'ok' if all(aims) else 'MISSED'}",
            flush=True,
        )


def choose_lists(folder: Path) -> dict[str, tuple[float, float, int]]:
    """Choose each list some times, as by a click, and wait for its pages."""
    from PySide6.QtCore import QEventLoop

    from models.office.practice import make_practice, practice_clock
    from models.store.data_file import open_file
    from ui.app import make_application
    from ui.desk import Desk
    from ui.lane import Lane
    from ui.pages.reports.page import ReportsPage
    from ui.pages.reports.preview import Preview

    app = make_application()
    path = folder / "mau.tiendo"
    make_practice(path).close()
    lane = Lane()
    desk = Desk(lane, practice_clock)
    desk.take(open_file(path, practice_clock))
    page = ReportsPage(desk)
    page.resize(1170, 690)
    page.show()
    told: dict[str, list[tuple[float, float, int]]] = {}
    loop = QEventLoop()
    firsts: list[float] = []
    preview = page.findChild(Preview)
    preview.page_drawn.connect(lambda at: firsts.append(time.perf_counter()) if at == 1 else None)
    page.loaded.connect(loop.quit)
    page.shown()
    loop.exec()
    for kind in LISTS * ROUNDS:
        firsts.clear()
        begun = time.perf_counter()
        page.take(kind)
        loop.exec()
        whole = time.perf_counter() - begun
        app.processEvents()
        told.setdefault(kind, []).append((firsts[0] - begun, whole, preview.pages))
    desk.close()
    lane.close()
    page.close()
    return {
        kind: (
            statistics.median(first for first, _, _ in runs),
            statistics.median(whole for _, whole, _ in runs),
            runs[0][2],
        )
        for kind, runs in told.items()
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(choose_lists(Path(name))))
