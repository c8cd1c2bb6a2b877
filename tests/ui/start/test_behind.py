"""What stands behind the first page is loaded once its names are there, beside the lane."""

from __future__ import annotations

import subprocess
import sys

from ui.start.behind import MODULES


def test_all_of_it_can_be_loaded_beside_the_lane():
    code = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from ui.desk import Desk\n"
        "from ui.lane import Lane\n"
        "from ui.start.behind import MODULES, Behind\n"
        "app = QCoreApplication([])\n"
        "desk = Desk(Lane())\n"
        "told = []\n"
        "desk.loaded.connect(lambda: told.append(desk.is_loading))\n"
        "behind = Behind(desk, app)\n"
        "behind.begin()\n"
        "behind.begin()\n"
        "assert desk.is_loading\n"
        "look = QTimer(interval=20)\n"
        "look.timeout.connect(lambda: set(MODULES) <= set(sys.modules) and app.quit())\n"
        "look.start()\n"
        "QTimer.singleShot(30_000, lambda: app.exit(1))\n"
        "code = app.exec()\n"
        "desk.lane.close()\n"
        "assert told == [False], told\n"
        "sys.exit(code)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_start_with_a_file_loads_it(qtbot, session, data_path):
    from ui.start.request import StartRequest

    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(data=data_path))
    qtbot.waitUntil(lambda: set(MODULES) <= set(sys.modules))
