"""The first keys after a start, typed before what stands behind the first page is loaded.

`first_key.py DATA` opens the window on the roster, types a letter into the search box as soon as
the names stand there, goes on typing until all is loaded, and prints one JSON object: milliseconds
from the first key to its painted result, and the longest of those that followed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from ui.start.imports import import_unwatched

import_unwatched()

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.start.behind import MODULES
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.main_window import MainWindow

LONGEST_S = 5.0


class Painted(QObject):
    """Knows how often the table was painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def main(data: Path) -> None:
    """Start, type, print."""
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
        session.start(StartRequest(data=data))
        while not ready:
            app.processEvents()
        keys = list(typed(window))
        window.close()
        desk.close()
        desk.lane.close()
    print(json.dumps({"at_once_ms": keys[0], "meanwhile_ms": max(keys[1:])}))


def typed(window: MainWindow):
    """Milliseconds of each key, until everything behind the page has been loaded."""
    page = window.page("roster")
    box, painted = page.findChild(QLineEdit, "search"), Painted()
    page.table.viewport().installEventFilter(painted)
    box.setFocus()
    until, turn = time.perf_counter() + LONGEST_S, 0
    while turn < 2 or (not set(MODULES) <= set(sys.modules) and time.perf_counter() < until):
        # A letter and its taking back change what is found each time.
        yield one(page, painted, box, Qt.Key.Key_Backspace if turn % 2 else Qt.Key.Key_A)
        turn += 1


def one(page, painted: Painted, box: QLineEdit, key: Qt.Key) -> float:
    """Milliseconds from a key to the painted result."""
    heard: list[int] = []
    connection = page.loaded.connect(lambda: heard.append(painted.times))
    started = time.perf_counter()
    QTest.keyClick(box, key)
    while not heard or painted.times == heard[0]:
        QTest.qWait(1)
    page.loaded.disconnect(connection)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
