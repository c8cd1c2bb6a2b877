"""An import through the window while a heartbeat measures how long its event loop is blocked.

`window_import.py BOOK FOLDER` opens a new data file in FOLDER, drops BOOK on the window and
presses the wizard's button until the list is in. The pages that show people have been opened
before, as on any day but the first. It prints one JSON object: the longest gap between two
beats in milliseconds, the step in which it fell, and the whole time in seconds.

`window_import.py BOOK FOLDER plan` goes as far as the plan, and presses the button at once; it
prints the seconds from the drop to the plan on the screen, in a window that has stood a while.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget

from models.office.setup import init_file
from ui.app import make_application
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.collecting import Collecting
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.importing.wizard import ImportWizard

BEAT = 5
"""Milliseconds between two beats."""

WORST_SHOWN = 5


class Heartbeat(QObject):
    """Beats in the window's event loop and remembers the longest gaps and what went on then."""

    def __init__(self) -> None:
        super().__init__()
        self.doing = "start"
        self.gaps: list[tuple[float, str]] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(((now - self._last) * 1000 - BEAT, self.doing))
        self._last = now

    def worst(self) -> list[tuple[float, str]]:
        """The longest gaps in milliseconds, the longest first."""
        return sorted(self.gaps, reverse=True)[:WORST_SHOWN]


def main(book: Path, folder: Path, *, only_plan: bool) -> None:
    """Take `book` in through the window and print what was measured."""
    init_file(folder / "xa.tiendo", "Xã Kẻ Sặt", "ai-2026").close()
    # As in the program: the window looks for rings itself, now and then.
    gc.disable()
    app = make_application()
    desk = Desk(Lane())
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, settings)
    window.resize(1366, 768)
    window.show()
    session = Session(desk, settings, window)
    ready: list[bool] = []
    session.ready.connect(lambda: ready.append(True))
    session.ready.connect(Collecting(window).begin)
    session.start(StartRequest(data=folder / "xa.tiendo"))
    wait_until(lambda: bool(ready))
    for page in ("overview", "roster"):
        window.go_to(page)
        for _ in range(50):
            QApplication.processEvents()
            time.sleep(0.005)
    if only_plan:
        print(json.dumps({"seconds": to_the_plan(session, window, book)}))
    else:
        heart = Heartbeat()
        started = time.perf_counter()
        take_in(session, window, heart, book)
        seconds = time.perf_counter() - started
        worst = heart.worst()
        print(json.dumps({"worst_ms": worst[0][0], "worst": worst, "seconds": seconds}))
    window.close()
    desk.close()
    desk.lane.close()
    app.quit()


def take_in(session: Session, window: MainWindow, heart: Heartbeat, book: Path) -> None:
    """Drop the list, go on until it is imported, and look at the roster."""
    heart.doing = "reading"
    wizard, button = dropped(session, window, book)
    imported: list[object] = []
    wizard.imported.connect(imported.append)
    for doing in ("planning", "deciding", "writing"):
        wait_until(lambda: bool(imported) or (button.isVisible() and button.isEnabled()))
        if imported:
            break
        rest(heart)
        heart.doing = doing
        QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until(lambda: bool(imported))
    heart.doing = "the pages after it"
    window.go_to("roster")
    rest(heart)


def to_the_plan(session: Session, window: MainWindow, book: Path) -> float:
    """The seconds from the drop to the plan on the screen, without those of the officer."""
    # A window that has stood for some seconds has loaded what a drop needs.
    wait_until(lambda: "ui.importing.wizard" in sys.modules)
    wait_until(lambda: sys.modules["ui.importing.wizard"].__dict__.get("ImportWizard"))
    started = time.perf_counter()
    wizard, button = dropped(session, window, book)
    wait_until(lambda: button.isVisible() and button.isEnabled())
    QTest.keyClick(button, Qt.Key.Key_Space)
    tabs = [wizard.findChild(QTabWidget, name) for name in ("boxes", "asked")]
    wait_until(lambda: any(each is not None and each.isVisible() for each in tabs))
    QApplication.processEvents()
    return time.perf_counter() - started


def dropped(session: Session, window: MainWindow, book: Path) -> tuple[ImportWizard, QPushButton]:
    """Drop the list; the wizard that opens, and its button."""
    session.receive([book])
    # Not at the top: the window loads the wizard while nobody waits for it.
    from ui.importing.wizard import ImportWizard

    wizard = window.findChild(ImportWizard)
    assert wizard is not None
    button = wizard.findChild(QPushButton, "next")
    assert button is not None
    return wizard, button


def rest(heart: Heartbeat) -> None:
    """Let everything that waits in the event loop happen."""
    beats = len(heart.gaps)
    wait_until(lambda: len(heart.gaps) > beats + 60)


def wait_until(holds: object) -> None:
    """Run the event loop until `holds()`."""
    assert callable(holds)
    deadline = time.monotonic() + 120
    while not holds():
        QApplication.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > deadline:
            raise TimeoutError


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), only_plan="plan" in sys.argv[3:])
