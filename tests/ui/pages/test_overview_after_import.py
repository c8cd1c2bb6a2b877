"""Tổng quan is right the moment an import ends, whether it is open or not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from models.figures.figures import figures
from models.journal.replay import undo
from models.text.formats import number
from tests.ui.importing.wizards import go_on
from tests.ui.pages.imported import import_small_list, written_list
from ui.importing.wizard import ImportWizard
from ui.intake.steps import IntakeStep
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, desk, tmp_path):
    made = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_file("overview")
    with qtbot.waitSignal(made.page("overview").loaded):
        pass
    return made


def numbers(page):
    cards = ("cardTotal", "cardRegistered", "cardCompleted")
    return [page.findChild(QPushButton, name).text() for name in cards]


def counted(desk):
    found = figures(desk.file)
    return [number(each) for each in (found.total, found.registered, found.completed)]


def units_shown(page):
    return len(page.findChild(DataTable, "rankingTable").rows.ids)


def test_the_open_overview_shows_what_the_wizard_has_imported(qtbot, desk, window, tmp_path):
    page = window.page("overview")
    assert numbers(page) == counted(desk) == ["0", "0", "0"]
    wizard = ImportWizard(desk, [written_list(tmp_path)], window)
    wizard.open()
    told = wizard.findChild(QLabel, "shaped-count")
    qtbot.waitUntil(lambda: "3 người" in told.text(), timeout=20_000)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    with qtbot.waitSignal(page.loaded, timeout=20_000):
        qtbot.keyClick(wizard.findChild(QPushButton, "next"), Key.Key_Space)
    assert numbers(page) == counted(desk) == ["3", "0", "0"]
    assert units_shown(page) == 2


def test_who_comes_to_the_overview_after_an_import_finds_it_right_at_once(
    qtbot, desk, window, tmp_path
):
    page = window.page("overview")
    qtbot.keyClick(window, Key.Key_2, CONTROL)
    assert window.current == "roster"
    with qtbot.waitSignal(page.loaded):
        import_small_list(desk.file, tmp_path)
    qtbot.keyClick(window, Key.Key_1, CONTROL)
    assert numbers(page) == counted(desk) == ["3", "0", "0"], "before anything was read again"
    with qtbot.waitSignal(page.loaded):
        pass
    assert numbers(page) == counted(desk)


def test_an_import_that_is_undone_is_gone_from_the_overview_too(qtbot, desk, window, tmp_path):
    page = window.page("overview")
    with qtbot.waitSignal(page.loaded):
        import_small_list(desk.file, tmp_path)
    assert numbers(page) == ["3", "0", "0"]
    with qtbot.waitSignal(page.loaded):
        undo(desk.file)
    assert numbers(page) == counted(desk) == ["0", "0", "0"]
