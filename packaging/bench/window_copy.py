"""A proven copy beside the window while a heartbeat measures how long its event loop is blocked.

`window_copy.py DATA` opens the window on DATA and makes a kept copy in a lane of its own. It prints
one JSON object: the longest gap between two beats in milliseconds.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from window_import import Heartbeat

from models.store.backup import back_up
from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.collecting import Collecting
from ui.window.main_window import MainWindow
from ui.work import Work

SETTLED_MS, LONGEST_MS = 6_000, 30_000


def main(data: Path) -> None:
    """Copy once and print what was measured."""
    gc.disable()
    make_application()
    desk = Desk(Lane())
    settings = QSettings(str(data.with_name("settings.ini")), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    window.resize(1366, 768)
    window.show()
    session = Session(desk, settings, window)
    session.ready.connect(Collecting(window).begin)
    session.start(StartRequest(data))
    # What the start loads behind the first page is over by then.
    QTest.qWait(SETTLED_MS)
    made: list[object] = []
    beside = Lane(window)
    heart = Heartbeat()
    beside.run(Work(lambda _: back_up(data), made.append))
    waited = 0
    while not made and waited < LONGEST_MS:
        QTest.qWait(20)
        waited += 20
    if not made:
        raise TimeoutError("no copy was made")
    QTest.qWait(200)
    print(json.dumps({"worst_ms": heart.worst()[0][0]}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
