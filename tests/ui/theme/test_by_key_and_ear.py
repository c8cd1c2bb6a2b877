"""Every page and dialog by the Tab key and by a screen reader: names, order, and a focus that is seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.theme.test_number_pad import MAKERS, answered
from tests.ui.theme.walking import Tour, faults_of_names
from ui.pages.catalog import PAGES
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

ALWAYS = frozenset(
    {
        "CodeDialog", "HandoverDialog", "ImportWizard", "MarkTextDialog", "PersonDialog", "Question",
        "SignersDialog", "UnlockDialog",
    }
)  # fmt: skip
"""The others are gone through by the slow run."""
DIALOGS = [
    name if name in ALWAYS else pytest.param(name, marks=pytest.mark.slow) for name in MAKERS
]
KEEPS_TAB = frozenset({"roster"})
"""In the roster Tab goes from cell to cell, as in Excel."""


@pytest.fixture
def window(qtbot, room, tmp_path, worn):
    made = MainWindow(room.desk, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.show()
    made.show_file("roster")
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_gone_through_by_key_and_by_ear(qtbot, room, worn, name):
    dialog = room.make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    answered(qtbot, room.desk)
    assert faults_of_names(dialog) == []
    # What an answer has filled gets its height when the area around it is laid out next.
    qtbot.waitUntil(lambda: QApplication.focusWidget().height() > 0)
    assert Tour(qtbot, dialog).faults == []
    dialog.done(0)


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_a_page_is_gone_through_by_key_and_by_ear(qtbot, room, window, key):
    window.go_to(key)
    answered(qtbot, room.desk)
    # Cards that an answer has shown get their heights when the area around them is laid out next.
    QApplication.processEvents()
    assert faults_of_names(window) == []
    if key not in KEEPS_TAB:
        assert Tour(qtbot, window).faults == []
