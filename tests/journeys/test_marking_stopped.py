"""Marking, unmarking and undoing everybody is stopped in the window, and nothing has happened."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from models.journal.history import fingerprint
from models.office.practice import make_practice, practice_clock
from models.store.data_file import open_file
from tests.ui.keys import agree
from ui.desk import Desk
from ui.lane import Lane
from ui.notice import Notice
from ui.people.question import Question
from ui.people.reason_dialog import LeaveDialog
from ui.progress import STOPPED
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.work_line import WorkLine

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
BOTH = Modifier.ControlModifier | Modifier.ShiftModifier
PATIENT = 20_000


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    make_practice(tmp_path / "mau.tiendo").close()
    lane = Lane()
    desk = Desk(lane, practice_clock)
    made = MainWindow(desk, open_settings(tmp_path))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    path = Path(shutil.copy(tmp_path / "mau.tiendo", tmp_path / "xa.tiendo"))
    desk.take(open_file(path, practice_clock))
    made.show_file("roster")
    table = made.page("roster").table
    qtbot.waitUntil(lambda: table.model().rowCount() == 532, timeout=PATIENT)
    yield made
    made.close()
    desk.close()
    lane.close()


class Held:
    """Work that stands before the next change, so that somebody has the time to stop that."""

    def __init__(self, window: MainWindow) -> None:
        self._go = threading.Event()
        window.desk.ask(lambda _file: self._go.wait(PATIENT / 1000))

    def let_go(self) -> None:
        self._go.set()


def stopped_by(qtbot, window, key, modifier, way, *, asked=True):
    """Press a key for a long change, agree to it where it is asked about, stop it, and wait for
    the word that it was stopped."""
    page, line = window.page("roster"), window.findChild(WorkLine)
    if asked:
        qtbot.keyClick(page.table, key, modifier)
        qtbot.waitUntil(lambda: page.findChild(Question) is not None, timeout=PATIENT)
        held = Held(window)
        agree(qtbot, page, PATIENT)
    else:
        held = Held(window)
        qtbot.keyClick(page.table, key, modifier)
    qtbot.waitUntil(line.isVisible, timeout=PATIENT)
    if way == "escape":
        qtbot.keyClick(window, Key.Key_Escape)
    else:
        qtbot.mouseClick(line.findChild(QPushButton, "workStop"), Left)
    with qtbot.waitSignal(line.stopped, timeout=PATIENT):
        held.let_go()
    assert window.messages.notice == Notice(STOPPED)
    assert window.messages.isVisible()
    assert not line.isVisible()


def test_everybody_leaves_only_when_it_is_not_stopped(qtbot, window):
    file, page = window.desk.file, window.page("roster")
    line, table = window.findChild(WorkLine), page.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_A, Modifier.ControlModifier)
    first = fingerprint(file)
    for stop in (True, False):
        qtbot.keyClick(table, Key.Key_Minus, Modifier.ControlModifier)
        qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None, timeout=PATIENT)
        dialog = page.findChild(LeaveDialog)
        held = Held(window)
        with qtbot.waitSignal(dialog.finished):
            qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)
        if stop:
            qtbot.waitUntil(line.isVisible, timeout=PATIENT)
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
            assert "ra khỏi danh sách" in line.findChild(QLabel, "workText").text()
            qtbot.keyClick(window, Key.Key_Escape)
            with qtbot.waitSignal(line.stopped, timeout=PATIENT):
                held.let_go()
            assert fingerprint(file) == first
            qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
        else:
            with qtbot.waitSignal(window.desk.said, timeout=PATIENT) as said:
                held.let_go()
            assert "532 người ra khỏi danh sách" in said.args[0]


@pytest.mark.parametrize("way", ["escape", "button"])
def test_everybody_is_marked_unmarked_and_undone_only_by_who_wants_it(qtbot, window, way):
    file, page = window.desk.file, window.page("roster")
    table = page.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_A, Modifier.ControlModifier)
    first = fingerprint(file)
    stopped_by(qtbot, window, Key.Key_Space, Modifier.NoModifier, way)
    assert fingerprint(file) == first
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.keyClick(table, Key.Key_H, BOTH)
        agree(qtbot, page, PATIENT)
    marked = fingerprint(file)
    assert marked != first
    stopped_by(qtbot, window, Key.Key_H, BOTH, way)
    assert fingerprint(file) == marked
    stopped_by(qtbot, window, Key.Key_Z, Modifier.ControlModifier, way, asked=False)
    assert fingerprint(file) == marked
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.keyClick(table, Key.Key_Z, Modifier.ControlModifier)
    assert fingerprint(file) == first
