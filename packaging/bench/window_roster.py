"""The roster in the real window, measured by a heartbeat in its event loop.

`window_roster.py PEOPLE FOLDER [open|all]` makes a file of PEOPLE in FOLDER by bulk SQL, opens
it in the window, and types, sorts, scrolls, marks and undoes by key. It prints one JSON object:
milliseconds from each act to the painted result, the longest gap between two beats, and memory.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from big_roster import make_people
from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from window_import import Heartbeat, rest, wait_until

from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.pages.roster.page import RosterPage
from ui.people.question import Question
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.collecting import Collecting
from ui.window.main_window import MainWindow

TYPED = ("dang thi", "nguyen van an", "0910", "truong", "zz", "hoa")
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


class Painted(QObject):
    """Leaves its loop when the table is painted with the answer that the page has taken."""

    def __init__(self, page: RosterPage) -> None:
        super().__init__()
        self.at = 0.0
        self._answered = False
        self._loop = QEventLoop()
        self._page = page
        page.table.viewport().installEventFilter(self)

    def wait(self, act: Callable[[], object]) -> None:
        """Act, and wait as the window does: it sleeps, and leaves the interpreter to the lane."""
        connection = self._page.loaded.connect(self._hear)
        act()
        self._loop.exec()
        self._page.loaded.disconnect(connection)

    def _hear(self) -> None:
        self._answered = True
        self._page.table.viewport().update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._answered and event.type() == QEvent.Type.Paint:
            self._answered, self.at = False, time.perf_counter()
            QTimer.singleShot(0, self._loop.quit)
        return False


def main(count: int, folder: Path, which: str) -> None:
    """Make the file, open it, measure, and print what was found."""
    path = folder / "xa.tiendo"
    make_people(path, count)
    # As in the program: the window looks for rings itself, now and then.
    gc.disable()
    app = make_application()
    desk = Desk(Lane())
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/page", "roster")
    window = MainWindow(desk, settings)
    window.resize(1366, 768)
    window.show()
    heart = Heartbeat()
    session = Session(desk, settings, window)
    session.ready.connect(Collecting(window).begin)
    started = time.perf_counter()
    session.start(StartRequest(data=path))
    wait_until(lambda: window.current == "roster")
    page = window.page("roster")
    assert isinstance(page, RosterPage)
    told: dict[str, float] = {"open_s": time.perf_counter() - started}
    wait_until(lambda: len(page.table.rows.ids) == count)
    told["shown_s"] = time.perf_counter() - started
    # The first counts of the filter panel come a moment after the list; then nothing waits.
    rest(heart)
    quiet: list[object] = []
    desk.ask(lambda _file: None, quiet.append)
    wait_until(lambda: bool(quiet))
    measure(page, window, heart, told, marks=which == "all")
    told["gap_ms"], told["gap_at"] = heart.worst()[0]  # type: ignore[assignment]
    told["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"worst": heart.worst(), **told}))
    window.close()
    desk.close()
    desk.lane.close()
    app.quit()


def measure(
    page: RosterPage, window: MainWindow, heart: Heartbeat, told: dict[str, float], *, marks: bool
) -> None:
    """Everything an officer does on the page, each from the key to the painted result."""
    painted = Painted(page)
    keys = list(search(page, heart, painted))
    told["key_ms"], told["key_worst_ms"] = statistics.median(keys), max(keys)
    sorts = [sort(page, heart, painted, descending) for descending in (True, False, True, False)]
    told["sort_ms"] = max(sorts)
    told["scroll_ms"] = scroll(page, heart, "scrolling", lambda share: share / 100)
    near = 60 / len(page.table.rows.ids)
    told["painting_ms"] = scroll(page, heart, "painting", lambda share: share % 2 * near)
    told["page_wait_ms"] = max(0.0, told["scroll_ms"] - told["painting_ms"])
    if marks:
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_A, CONTROL)
        rest(heart)
        for key, doing, press in (
            ("mark_s", "marking", lambda: mark(page)),
            ("undo_s", "undoing", window.commands["undo"].trigger),
            ("redo_s", "redoing", window.commands["redo"].trigger),
        ):
            told[key] = timed(page, heart, doing, press)


def mark(page: RosterPage) -> None:
    """Space, and yes to the question that comes up for many people."""
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    wait_until(lambda: page.findChild(Question) is not None)
    QTest.mouseClick(page.findChild(Question).findChild(QPushButton, "act"), LEFT)


def timed(page: RosterPage, heart: Heartbeat, doing: str, press: Callable[[], object]) -> float:
    """Seconds from the key to the committed change that the page shows."""
    heart.doing = doing
    heard: list[object] = []
    page.loaded.connect(lambda: heard.append(1))
    started = time.perf_counter()
    press()
    wait_until(lambda: bool(heard))
    seconds = time.perf_counter() - started
    rest(heart)
    return seconds


def search(page: RosterPage, heart: Heartbeat, painted: Painted) -> Iterator[float]:
    """Type words letter by letter; milliseconds from each key to the painted result."""
    box = page.findChild(QLineEdit, "search")
    assert box is not None
    heart.doing = "searching"
    for words in TYPED:
        box.setFocus()
        box.clear()
        rest(heart)
        for letter in words:
            yield until_painted(painted, lambda x=letter: QTest.keyClicks(box, x))  # type: ignore[misc]
    box.clear()
    rest(heart)


def sort(page: RosterPage, heart: Heartbeat, painted: Painted, descending: bool) -> float:
    """Sort by name; milliseconds to the painted result."""
    heart.doing = "sorting"
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    spent = until_painted(painted, lambda: page.table.header.setSortIndicator(1, order))
    rest(heart)
    return spent


def until_painted(painted: Painted, act: Callable[[], object]) -> float:
    """Milliseconds from `act` to the first painting after its answer."""
    started = time.perf_counter()
    painted.wait(act)
    return (painted.at - started) * 1000


def scroll(page: RosterPage, heart: Heartbeat, doing: str, place: Callable[[int], float]) -> float:
    """Drag the bar through a hundred places; the longest gap between two beats meanwhile."""
    bar = page.table.verticalScrollBar()
    rest(heart)
    heart.doing = doing
    beats = len(heart.gaps)
    for share in range(101):
        bar.setValue(round(bar.maximum() * place(share)))
        for _ in range(3):
            QApplication.processEvents()
            time.sleep(0.002)
    return max(gap for gap, _ in heart.gaps[beats:])


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "all")
