"""The first keys after a start, typed before what stands behind the first page is loaded.

`first_key.py DATA` opens the window on the roster, types a word into the search box as soon as the
names stand there, takes it back, and goes on after a moment until all is loaded. It prints one JSON
object: milliseconds from the first key to its painted result, and the longest and the middle one
of those that followed.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from ui.start.imports import import_unwatched

import_unwatched()

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.start.behind import MODULES
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.collecting import Collecting
from ui.window.main_window import MainWindow

LONGEST_S = 20.0
WORD = (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_I)
MOMENT_MS = 450
"""Between two words: what is loaded goes on meanwhile, and the next letter falls into it."""


class Painted(QObject):
    """Leaves `loop` once the table has been painted after `heard` is set."""

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__()
        self.heard = False
        self._loop = loop

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.heard and event.type() == QEvent.Type.Paint:
            self.heard = False
            QTimer.singleShot(0, self._loop.quit)
        return False

    def hear(self) -> None:
        """The page has its answer."""
        self.heard = True


def main(data: Path) -> None:
    """Start, type, print."""
    # As in the program: the window looks for rings itself, now and then.
    gc.disable()
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        settings = QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat)
        settings.setValue("window/page", "roster")
        desk = Desk(Lane())
        window = MainWindow(desk, settings)
        window.resize(1366, 768)
        window.show()
        session = Session(desk, settings, window)
        ready: list[int] = []
        session.ready.connect(lambda: ready.append(1))
        session.ready.connect(Collecting(window).begin)
        session.start(StartRequest(data=data))
        while not ready:
            app.processEvents()
        keys = list(typed(window))
        window.close()
        desk.close()
        desk.lane.close()
    told = {"meanwhile_ms": max(keys[1:]), "middle_ms": statistics.median(keys[1:])}
    print(json.dumps({"at_once_ms": keys[0], **told}))


def typed(window: MainWindow):
    """Milliseconds of each key, until everything behind the page has been loaded."""
    page, loop = window.page("roster"), QEventLoop()
    box, painted = page.findChild(QLineEdit, "search"), Painted(loop)
    page.table.viewport().installEventFilter(painted)
    page.loaded.connect(painted.hear)
    box.setFocus()
    until = time.perf_counter() + LONGEST_S
    while not set(MODULES) <= set(sys.modules) and time.perf_counter() < until:
        for key in (*WORD, *(Qt.Key.Key_Backspace for _ in WORD)):
            started = time.perf_counter()
            QTest.keyClick(box, key)
            # A loop of Qt's sleeps until something happens, as the window does, and leaves the
            # interpreter to the lane meanwhile: `QTest.qWait` would not.
            loop.exec()
            yield 1000 * (time.perf_counter() - started)
        QTimer.singleShot(MOMENT_MS, loop.quit)
        loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
