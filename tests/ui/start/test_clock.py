"""The machine's clock is asked about once, when the history speaks against it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from models.journal.clock import doubt_between
from models.store.data_file import open_file
from tests.conftest import NOON, clock
from tests.factory import add_people
from tests.ui.start.conftest import PAGES
from ui.desk import Desk
from ui.lane import Lane
from ui.start.choice import ChoiceDialog
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.main_window import MainWindow


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(0), ""),
        (timedelta(minutes=-4), ""),
        (timedelta(minutes=-6), "trước lần ghi gần nhất"),
        (timedelta(days=-1), "trước lần ghi gần nhất"),
        (timedelta(days=-9000), "trước lần ghi gần nhất"),
        (timedelta(days=200), ""),
        (timedelta(days=400), "hơn một năm"),
        (timedelta(days=30000), "hơn một năm"),
    ],
)
def test_when_the_clock_is_doubted(after, words):
    told = doubt_between(NOON, NOON + after)
    assert words in told
    assert bool(words) == bool(told)


@pytest.fixture
def start_at(qtbot, settings, data_path):
    """Starts the window on the file with the clock at a moment; gives the window."""
    made = []

    def start(moment: datetime) -> MainWindow:
        lane = Lane()
        desk = Desk(lane, lambda: moment)
        window = MainWindow(desk, settings, PAGES)
        qtbot.addWidget(window)
        window.show()
        session = Session(desk, settings, window)
        made.append((desk, lane))
        with qtbot.waitSignal(session.ready):
            session.start(StartRequest(data_path))
        # What else there is to ask about a file is asked once its first page is there.
        qtbot.waitUntil(lambda: "UBND" in window.windowTitle())
        done = []
        desk.ask(lambda _file: None, done.append)
        qtbot.waitUntil(lambda: bool(done))
        return window

    with open_file(data_path, clock) as file:
        add_people(file, 1)
    yield start
    for desk, lane in made:
        desk.close()
        lane.close()


def finish(window):
    """The next start finds the file free."""
    window.desk.close()
    window.close()


@pytest.mark.parametrize("days", [-3, -8000, 800])
def test_a_wrong_clock_is_asked_about_once(qtbot, start_at, days):
    moment = NOON + timedelta(days=days)
    window = start_at(moment)
    question = window.findChild(ChoiceDialog)
    assert question is not None
    qtbot.mouseClick(question.findChild(QPushButton, "clockRight"), Qt.MouseButton.LeftButton)
    finish(window)
    assert start_at(moment).findChild(ChoiceDialog) is None


@pytest.mark.parametrize("days", [0, 1, 90])
def test_a_right_clock_is_not_asked_about(start_at, days):
    assert start_at(NOON + timedelta(days=days)).findChild(ChoiceDialog) is None


def test_whoever_wants_to_set_the_clock_leaves(qtbot, start_at):
    window = start_at(NOON - timedelta(days=3))
    leave = window.findChild(QPushButton, "clockLeave")
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
