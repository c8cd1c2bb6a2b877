"""Hints of the first week: each once, one at a time, off by one switch, and none for who knows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.ui.window.test_main_window import PAGES
from ui.desk import Desk
from ui.lane import Lane
from ui.start.hints import HINTS, SEEN, SINCE, HintLine, Hints
from ui.theme.appearance import Theme
from ui.theme.icons import sign_picture
from ui.window.main_window import MainWindow
from ui.window.memory import hints_on, open_settings

Left, Alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
WORDS = {hint.key: hint.words for hint in HINTS}


@pytest.fixture
def settings(tmp_path):
    return open_settings(tmp_path)


@pytest.fixture
def peopled(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    return data_path


class Office:
    """The window on a file with three people, on a day after the first one."""

    def __init__(self, qtbot, settings, path, days=0):
        now = lambda: datetime(2026, 6, 8, 17, 0) + timedelta(days=days)  # noqa: E731
        self.desk = Desk(Lane(), now)
        self.window = MainWindow(self.desk, settings, PAGES)
        self.window.resize(1366, 697)
        self.hints = Hints(self.desk, settings, self.window)
        self.desk.take(open_file(path, now))
        self.window.show()
        self.window.show_file("overview")

    def tell(self, people):
        """What the session tells once it has asked."""
        self.window.office_told.emit(self.of(people))

    @staticmethod
    def of(people):
        return type("Counted", (), {"people": people})()

    def close(self):
        self.window.close()
        self.desk.close()
        self.desk.lane.close()


@pytest.fixture
def office(qtbot, settings, peopled):
    made = Office(qtbot, settings, peopled)
    yield made
    made.close()


def said(window):
    text = window.findChild(QLabel, "hintText")
    return "" if text.parentWidget().isHidden() else text.text()


def go(qtbot, window, number):
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Alt)


def test_a_page_with_people_has_its_hint_once(qtbot, office):
    office.tell(3)
    assert said(office.window) == WORDS["numbers"]
    go(qtbot, office.window, 2)
    assert said(office.window) == WORDS["mark"]
    qtbot.mouseClick(office.window.findChild(QPushButton, "hintClose"), Left)
    assert said(office.window) == ""
    go(qtbot, office.window, 1)
    go(qtbot, office.window, 2)
    assert said(office.window) == ""


def test_an_empty_file_has_another_one(office):
    office.tell(0)
    assert said(office.window) == WORDS["import"]


def test_one_switch_turns_them_off(qtbot, office, settings):
    office.tell(3)
    qtbot.mouseClick(office.window.findChild(QPushButton, "hintOff"), Left)
    assert not hints_on(settings)
    assert not office.window.commands["hints"].isChecked()
    go(qtbot, office.window, 2)
    assert said(office.window) == ""
    office.window.commands["hints"].trigger()
    go(qtbot, office.window, 3)
    assert said(office.window) == WORDS["reconcile"]


@pytest.mark.parametrize(("days", "shown"), [(6, True), (7, False)])
def test_after_a_week_there_are_none(qtbot, settings, peopled, days, shown):
    settings.setValue(SINCE, "2026-06-08")
    made = Office(qtbot, settings, peopled, days)
    made.tell(3)
    assert bool(said(made.window)) == shown
    made.close()


def test_who_worked_with_the_program_before_has_none(qtbot, settings, peopled):
    settings.setValue("file/last", str(peopled))
    made = Office(qtbot, settings, peopled)
    made.tell(3)
    assert said(made.window) == ""
    made.close()


def test_all_that_was_said_is_remembered(office, settings):
    office.tell(3)
    assert str(settings.value(SEEN)).split() == ["numbers"]


def test_its_sign_follows_theme_and_size_while_it_is_there(qtbot, worn):
    worn.set_theme(Theme.LIGHT)
    line = HintLine()
    qtbot.addWidget(line)
    line.say(WORDS["backup"])
    worn.set_theme(Theme.DARK)
    worn.set_text_size(200)
    (shown,) = [each.pixmap() for each in line.findChildren(QLabel) if each.pixmap()]
    wanted = sign_picture("info", QPalette.ColorRole.ButtonText)
    assert shown.toImage() == wanted.toImage()
