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

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from window_import import Heartbeat

from models.safekeeping.proof import journal_holds
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
    pass_time(SETTLED_MS)
    made: list[object] = []
    beside = Lane(window)
    heart = Heartbeat()
    beside.run(Work(lambda _: back_up(data, further=journal_holds), made.append))
    waited = 0
    while not made and waited < LONGEST_MS:
        pass_time(20)
        waited += 20
    if not made:
        raise TimeoutError("no copy was made")
    pass_time(200)
    print(json.dumps({"worst_ms": heart.worst()[0][0]}))
    sys.stdout.flush()
    os._exit(0)


def pass_time(wait: int) -> None:
    """Let so many milliseconds pass in the event loop, as the window does: it leaves the
    interpreter to the lanes, which `QTest.qWait` would not."""
    loop = QEventLoop()
    QTimer.singleShot(wait, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
