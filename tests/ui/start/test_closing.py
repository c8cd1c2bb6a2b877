"""Closing waits a bounded time: a lane that hangs does not keep an unseen process."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from models.store.data_file import open_file
from models.store.header import log_of
from tests.conftest import clock
from tests.factory import add_people
from ui.desk import IDLE_MS
from ui.lane import Lane
from ui.window.waiting import Waiting
from ui.work import Work

HANGING = """
import sys, time
import ui.app
from PySide6.QtCore import QTimer
from ui.start import opening
from ui.window.main_window import MainWindow
ui.app.LEAVING_SECONDS = 0.5
opened = opening.open_file
def hang(path, clock):
    file = opened(path, clock)
    time.sleep(600)
opening.open_file = hang
def close_soon(window):
    QTimer.singleShot(int(sys.argv[2]), window.close)
show = MainWindow.show
def shown(window):
    show(window)
    close_soon(window)
MainWindow.show = shown
sys.exit(ui.app.run_window(["--data", sys.argv[1]]))
"""


@pytest.mark.parametrize("closed_after_ms", [1500, 3000])
def test_a_hanging_lane_ends_with_the_window_and_frees_the_file(
    data_path, tmp_path, monkeypatch, closed_after_ms
):
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "nha" / "TienDo.tiendo"))
    command = [sys.executable, "-c", HANGING, str(data_path), str(closed_after_ms)]
    done = subprocess.run(command, check=False, timeout=90, capture_output=True)
    assert done.returncode == 0, done.stderr
    with open_file(data_path, clock):
        pass


def test_work_that_ends_in_time_is_waited_for(qtbot):
    lane, done = Lane(), []
    lane.run(Work(lambda _task: done.append(1)))
    assert lane.close(20) is True
    assert done == [1]


def test_work_that_does_not_end_is_not(qtbot):
    lane, ended = Lane(), threading.Event()
    lane.run(Work(lambda _task: ended.wait(30)))
    assert lane.close(0.1) is False
    ended.set()
    # Its thread must not outlive it: it would answer to a lane that is gone.
    assert lane.close(30)


def test_an_idle_window_writes_the_log_home(qtbot, desk, data_path):
    desk.take(open_file(data_path, clock))
    desk.ask(lambda file: add_people(file, 2))
    log = log_of(data_path)
    qtbot.waitUntil(lambda: log.exists() and log.stat().st_size > 0)
    qtbot.waitUntil(lambda: log.stat().st_size == 0, timeout=2 * IDLE_MS + 10_000)
    assert desk.file.commits == 2


def test_waiting_for_long_says_what_may_be_the_matter(qtbot):
    page = Waiting(patience=1)
    qtbot.addWidget(page)
    page.show()
    leave = page.findChild(QPushButton, "waitingLeave")
    qtbot.waitUntil(leave.isVisible)
    assert "lâu hơn bình thường" in page.findChild(QLabel, "waitingText").text()
    with qtbot.waitSignal(page.leave):
        qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
