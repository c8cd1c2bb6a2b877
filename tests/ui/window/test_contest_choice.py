"""A contest is chosen or added in the window at any time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from models.contests.current import current_contest
from models.office.setup import init_file
from tests.conftest import clock
from ui.desk import Desk
from ui.lane import Lane
from ui.pages.catalog import PageEntry
from ui.pages.units import UnitsPage
from ui.theme.appearance import Appearance
from ui.window.contest_choice import ContestDialog
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    lane = Lane()
    desk = Desk(lane, clock)
    desk.take(init_file(tmp_path / "bare.tiendo", "Xã Kẻ Sặt", None, clock))
    settings = open_settings(tmp_path)
    made = MainWindow(desk, settings, (PageEntry("units", "Đơn vị", "units", UnitsPage),))
    qtbot.addWidget(made)
    connect_deeds(made, desk, Appearance(qapp, settings))
    made.show()
    made.show_file("units")
    yield made
    desk.close()
    lane.close()


def test_a_file_without_a_contest_gets_one(qtbot, window):
    window.commands["contest"].trigger()
    dialog = window.findChild(ContestDialog)
    act = dialog.findChild(QPushButton, "act")
    qtbot.waitUntil(act.isEnabled)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Từ nay làm việc với" in window.messages.notice.text)
    contest = current_contest(window.desk.file)
    assert contest is not None
    assert contest.code == "ai-2026"
    qtbot.waitUntil(lambda: "thêm cuộc thi" in window.commands["undo"].text().lower())


def test_closing_the_question_changes_nothing(qtbot, window):
    window.commands["contest"].trigger()
    dialog = window.findChild(ContestDialog)
    qtbot.waitUntil(dialog.findChild(QPushButton, "act").isEnabled)
    qtbot.mouseClick(dialog.findChild(QPushButton, "keep"), Qt.MouseButton.LeftButton)
    assert current_contest(window.desk.file) is None
