"""The two entries of the menu, by their keys, in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton

from models.journal.history import fingerprint
from tests.models.marking.roster import fill
from ui.duplicates.dialog import DuplicatesDialog
from ui.marking.dialog import MarkTextDialog
from ui.table.data_table import DataTable
from ui.theme.appearance import Appearance
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BOTH = Modifier.ControlModifier | Modifier.ShiftModifier


@pytest.fixture
def window(qtbot, qapp, desk, tmp_path):
    fill(desk.file)
    settings = open_settings(tmp_path)
    window = MainWindow(desk, settings)
    qtbot.addWidget(window)
    connect_deeds(window, desk, Appearance(qapp, settings))
    window.resize(1366, 768)
    window.show()
    window.show_file("roster")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_control_shift_m_marks_what_was_copied_and_control_z_takes_it_back(qtbot, desk, window):
    before = fingerprint(desk.file)
    QGuiApplication.clipboard().setText("1. Nguyễn Văn An\n2. 0982103591")
    qtbot.keyClick(window, Key.Key_M, BOTH)
    dialog = window.findChild(MarkTextDialog)
    act = dialog.findChild(QPushButton, "act")
    qtbot.waitUntil(lambda: act.text() == "Đánh dấu 2 người đã đăng ký" and act.isEnabled())
    with qtbot.waitSignal(dialog.marked):
        qtbot.keyClick(dialog.findChild(DataTable, "box-mark-text"), Key.Key_Return)
    assert fingerprint(desk.file) != before
    undo = window.findChild(QAction, "command-undo")
    qtbot.waitUntil(lambda: "2 người đã đăng ký" in undo.text())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: "2 người" not in undo.text())
    assert fingerprint(desk.file) == before


def test_the_menu_opens_those_who_may_stand_twice(qtbot, window):
    window.findChild(QAction, "command-duplicates").trigger()
    dialog = window.findChild(DuplicatesDialog)
    with qtbot.waitSignal(dialog.shown):
        pass
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Key.Key_Escape)


def test_both_wait_for_a_file(qtbot, desk, window):
    for key in ("mark-text", "duplicates"):
        assert window.findChild(QAction, f"command-{key}").isEnabled()
    window.commands.set_open(False)
    for key in ("mark-text", "duplicates"):
        assert not window.findChild(QAction, f"command-{key}").isEnabled()
