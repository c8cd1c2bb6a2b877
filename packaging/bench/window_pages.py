"""Going from page to page, resizing and another theme, measured in the real window.

`window_pages.py PEOPLE FOLDER` makes a file of PEOPLE in FOLDER and opens it. It prints one JSON
object in milliseconds: from the key to the painted page (the first time, when the page is built,
and later), and the longest gap in the event loop while the window is resized and dressed anew.
Beside them stands how often the whole window could have been painted meanwhile on its slowest
page: other work of the machine changes that number less.

`measure_pages()` runs it for a commune and a city and prints the table.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZES = ((532, 50), (60_000, 100))
"""People, and the aim of a page change in milliseconds."""
FRAME = 50
ROUNDS = 5
STEPS = 40
RUNS = 3


def measure_pages() -> None:
    """Print the table: the middle one of some runs."""
    for people, aim in SIZES:
        with tempfile.TemporaryDirectory() as name:
            runs = [_run(people, Path(tempfile.mkdtemp(dir=name))) for _ in range(RUNS)]
        print(f"from page to page, {people:,} people")
        for key, words, most in (
            ("first_ms", "built and painted, the slowest page", 0),
            ("change_ms", "painted, the middle page", aim),
            ("change_worst_ms", "painted, the slowest page", aim),
            ("resize_ms", "resizing, longest frame", FRAME),
            ("theme_ms", "another theme, longest frame", FRAME),
            ("text_ms", "another size of the text, longest frame", 0),
            ("paint_ms", "for comparison: the window painted once", 0),
        ):
            found = statistics.median(float(run[key]) for run in runs)
            times = statistics.median(float(run[key]) / float(run["paint_ms"]) for run in runs)
            verdict = f"(aim <= {most} ms) {'ok' if found <= most else 'MISSED'}" if most else ""
            where = runs[0].get(key.replace("_ms", "_at"), "")
            print(f"  {words:<42}{found:9.1f} ms {times:6.1f} x  {verdict} {where}", flush=True)


def _run(people: int, folder: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, str(HERE / "window_pages.py"), str(people), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
    )
    return dict(json.loads(done.stdout))


def main(people: int, folder: Path) -> None:
    """Open the file, go through the pages, resize, dress anew; print what was measured."""
    from big_roster import make_people
    from PySide6.QtCore import QSettings
    from window_import import Heartbeat, rest, wait_until

    from ui.app import make_application
    from ui.desk import Desk
    from ui.lane import Lane
    from ui.start.request import StartRequest
    from ui.start.session import Session
    from ui.theme.appearance import Appearance
    from ui.window.deeds import connect_deeds
    from ui.window.main_window import MainWindow

    make_people(folder / "xa.tiendo", people)
    gc.disable()
    app = make_application()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    appearance, desk = Appearance(app, settings), Desk(Lane())
    window = MainWindow(desk, settings)
    connect_deeds(window, desk, appearance)
    window.resize(1366, 697)
    window.show()
    heart = Heartbeat()
    session = Session(desk, settings, window)
    session.start(StartRequest(data=folder / "xa.tiendo"))
    wait_until(lambda: bool(window.current) and not desk.is_loading)
    rest(heart)
    told: dict[str, object] = _changes(window, heart, rest)
    wide, high = window.width(), window.height()

    def resize() -> None:
        for step in (*range(STEPS), *reversed(range(STEPS))):
            window.resize(wide - 8 * step, high - 3 * step)
            app.processEvents()

    worst = {"resize": 0.0, "theme": 0.0, "text": 0.0}
    at = dict.fromkeys(worst, "")
    for key in PAGE_KEYS:
        window.go_to(key)
        rest(heart)
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("resize", resize),
            ("theme", lambda: appearance.set_theme(_other(appearance))),
            ("text", lambda: appearance.set_text_size(250 - appearance.text_size)),
        )
        for what, act in acts:
            beats = len(heart.gaps)
            act()
            rest(heart)
            longest = max(gap for gap, _ in heart.gaps[beats:])
            if longest > worst[what]:
                worst[what], at[what] = longest, key
    told |= {f"{what}_ms": found for what, found in worst.items()}
    told |= {f"{what}_at": where for what, where in at.items()}
    print(json.dumps(told))
    window.close()
    desk.close()
    desk.lane.close()
    app.quit()


PAGE_KEYS = ("overview", "roster", "reconcile", "units", "contest", "reports", "data")


def _other(appearance):
    from ui.theme.appearance import Theme

    return Theme.LIGHT if appearance.dark else Theme.DARK


def _whole_painting(window) -> float:
    """Milliseconds to paint all that is in the window, the middle one of some."""
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        window.grab()
        spent.append((time.perf_counter() - started) * 1000)
    return statistics.median(spent)


def _changes(window, heart, rest) -> dict[str, object]:
    """Each page some times, from the command to the end of its first painting."""
    first, later, paints = {}, {}, {}
    for round_ in range(ROUNDS + 1):
        for key in PAGE_KEYS:
            taken = _painted(window, key)
            rest(heart)
            if round_ == 0:
                first[key] = taken
                paints[key] = _whole_painting(window)
            else:
                later.setdefault(key, []).append(taken)
    middle = {key: statistics.median(found) for key, found in later.items()}
    slowest = max(middle, key=lambda key: middle[key])
    return {
        "first_ms": max(first.values()),
        "first_at": max(first, key=lambda key: first[key]),
        "change_ms": statistics.median(middle.values()),
        "change_worst_ms": middle[slowest],
        "change_worst_at": slowest,
        "each": middle,
        "paint_ms": max(paints.values()),
        "paint_at": max(paints, key=lambda key: paints[key]),
    }


def _painted(window, key: str) -> float:
    """Milliseconds from the command to the painted page."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

    loop = QEventLoop()

    class Painting(QObject):
        """Leaves the loop when all that is asked to be painted has been."""

        def eventFilter(self, _watched, event) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, loop.quit)
            return False

    started = time.perf_counter()
    window.commands[f"page-{key}"].trigger()
    watching = Painting()
    page = window.page(key)
    page.installEventFilter(watching)
    page.update()
    loop.exec()
    spent = (time.perf_counter() - started) * 1000
    page.removeEventFilter(watching)
    return spent


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
