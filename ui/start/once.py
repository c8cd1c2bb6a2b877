"""Opens the window once without a screen and reads it: the self-check's look at itself."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from models.clock import Clock
from models.store.data_file import open_file
from models.text.formats import number
from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

PATIENCE_MS = 20_000
PAGES = ("overview", "roster", "reconcile", "units", "contest", "reports", "data")


def show_once(path: Path, clock: Clock) -> str:
    """Open the file at `path` in a window, go through its pages; returns what was seen.

    Raises `TimeoutError` when a page does not show its data in time.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    lane = Lane()
    desk = Desk(lane, clock)
    window = MainWindow(desk, open_settings(path.parent))
    window.show()
    desk.take(open_file(path, clock))
    try:
        for key in PAGES:
            _wait_for(window, key)
        if window.grab().isNull():
            raise RuntimeError("the window draws nothing")
    finally:
        window.close()
        desk.close()
        lane.close()
    return f"{number(len(PAGES))} trang"


def _wait_for(window: MainWindow, key: str) -> None:
    loop = QEventLoop()
    window.page_ready.connect(lambda ready: loop.quit() if ready == key else None)
    QTimer.singleShot(PATIENCE_MS, lambda: loop.exit(1))
    if window.current:
        window.go_to(key)
    else:
        window.show_file(key)
    if loop.exec():
        raise TimeoutError(key)
