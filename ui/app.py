"""The window's start: paint first, then import what is heavy and open the file in the lane.

The empty frame is painted before the rest of the window is even imported, the window
before the database is. For measuring from outside: with the environment variable
`TIENDO_BENCH` set to the starter's `time.time()`, the program prints "painted <seconds>"
after the first painting and "usable <seconds>" when the first page shows its data, both
since that moment, and closes itself. `TIENDO_PAGE` names the page to come to ("overview",
"roster", …) in place of the last one.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication

from models.clock import Clock, now
from models.machine.handover import call_forward
from models.machine.places import default_data_file
from models.machine.portable import portable_home
from models.version import PRODUCT_NAME, VERSION
from ui.start.request import StartRequest, parse_start
from ui.window.main_window import MainWindow
from ui.window.memory import (
    forget_traces,
    keep_settings_in,
    last_file,
    open_settings,
    user_folder,
)

if TYPE_CHECKING:
    from ui.desk import Desk


LEAVING_SECONDS = 20.0
"""How long closing waits for work that is under way."""


def run_window(argv: Sequence[str], clock: Clock = now) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `argv` as `ui.start.request.parse_start` reads it. When another window has the
    file already, that one comes forward and this start ends with 0.
    """
    # Looking for garbage costs a tenth of the start, and must not come in the lane's thread.
    gc.disable()
    request = parse_start(argv)
    settings = open_settings(user_folder())
    wanted = request.data or last_file(settings) or default_data_file()
    if not request.practice and call_forward(wanted, request.lists):
        return 0
    app = _application()
    window = MainWindow(None, settings)
    desks: list[Desk] = []
    _measure(window.painted, "painted")
    window.painted.connect(lambda: desks.append(_furnish(window, request, clock)))
    window.show()
    code = app.exec()
    from ui.safekeeping.wiring import stop_keeping

    ended = []
    for desk in desks:
        ended.append(stop_keeping(desk, LEAVING_SECONDS))
        desk.close()
        ended.append(desk.lane.close(LEAVING_SECONDS))
    if portable_home() is not None:
        forget_traces()
    if not all(ended):
        _leave_at_once(code)
    return code


def _leave_at_once(code: int) -> None:
    """End the process though the lane hangs: unseen, it would keep the file from the next start.

    What had been committed is in the file; what had not is rolled back when it is opened next.
    """
    logging.getLogger(__name__).warning("the lane did not end in time")
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


def _application() -> QApplication:
    """The application that is there, else one made in our style: one that is set later makes
    PySide name all that a style can do."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    made = QApplication([PRODUCT_NAME, "-style", "fusion"])
    made.setProperty("styled", True)
    return made


def make_application() -> QApplication:
    """The application in Vietnamese: its name, dates and Qt's own words."""
    from PySide6.QtCore import QLocale, QTranslator
    from PySide6.QtGui import QIcon

    from resources import resource_path

    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app = _application()
    app.setApplicationDisplayName(PRODUCT_NAME)
    app.setApplicationVersion(VERSION)
    app.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    translator = QTranslator(app)
    if translator.load(str(resource_path("translations", "qtbase_vi.qm"))):
        app.installTranslator(translator)
    return app


def _furnish(window: MainWindow, request: StartRequest, clock: Clock) -> Desk:
    """What the painted frame does without: looks, menus, the file and all that works with it."""
    from ui.desk import Desk
    from ui.lane import Lane
    from ui.locking.wiring import Locking
    from ui.safekeeping.wiring import keep_safe
    from ui.start.hints import Hints
    from ui.start.record import OnRecord
    from ui.start.session import Session
    from ui.theme.appearance import Appearance
    from ui.window.bugs import BugReporter, start_log
    from ui.window.collecting import Collecting
    from ui.window.deeds import connect_deeds
    from ui.window.taskbar import TaskbarProgress

    app = make_application()
    keep_settings_in(user_folder())
    start_log(user_folder())
    desk = Desk(Lane(), clock)
    bugs = BugReporter(desk, window)
    bugs.noticed.connect(desk.noticed)
    desk.lane.broke.connect(bugs.report)
    bugs.install()
    appearance = Appearance(app, window.settings)
    window.furnish(desk)
    connect_deeds(window, desk, appearance)
    TaskbarProgress(desk, window)
    Hints(desk, window.settings, window)
    keep_safe(window, desk).lane.broke.connect(bugs.report)
    session = Session(desk, window.settings, window)
    Locking(window, desk, session.opener)
    session.ready.connect(Collecting(window).begin)
    session.ready.connect(OnRecord(desk, window).begin)
    if "TIENDO_BENCH" in os.environ:
        session.ready.connect(window.repaint)
        _measure(session.ready, "usable")
        session.ready.connect(window.close)
    session.start(request)
    return desk


def _measure(told: SignalInstance, word: str) -> None:
    """When somebody outside is measuring, say how long it took until `told`."""
    started = os.environ.get("TIENDO_BENCH")
    if started:
        since = float(started)
        told.connect(lambda: _say(word, since), Qt.ConnectionType.SingleShotConnection)


def _say(word: str, since: float) -> None:
    sys.stdout.write(f"{word} {time.time() - since:.3f}\n")
    sys.stdout.flush()
