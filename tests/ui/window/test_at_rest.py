"""A window that nobody touches does nothing: no layout that asks for itself again, no painting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.ui.theme.test_number_pad import answered
from ui.notice import Notice, Tone
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

PAGES = ("overview", "roster", "reconcile", "units", "contest", "reports", "data")
TOLD = (
    None,
    Notice("Đã đánh dấu 1 người.", tone=Tone.DONE),
    Notice("Chưa ghi được tệp này. " * 4, tone=Tone.PROBLEM),
)
BUSY = {QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Paint}


class Restless(QObject):
    """Counts what is done anywhere in the program."""

    def __init__(self):
        super().__init__()
        self.seen = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() in BUSY:
            self.seen.append((type(watched).__name__, watched.objectName(), event.type()))
        return False


def pass_turns(turns):
    for _ in range(turns):
        QApplication.processEvents()


@pytest.fixture
def window(qtbot, practice, tmp_path, worn):
    made = MainWindow(practice, open_settings(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.show_file("overview")
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("told", TOLD, ids=("silent", "passing", "staying"))
def test_a_page_at_rest_does_nothing(qtbot, practice, window, told):
    busy = {}
    for key in PAGES:
        window.go_to(key)
        answered(qtbot, practice)
        if told is not None:
            practice.noticed.emit(told)
            qtbot.waitUntil(window.messages.isVisible)
        answered(qtbot, practice)
        pass_turns(100)
        restless = Restless()
        pass_turns(50)
        QApplication.instance().removeEventFilter(restless)
        if restless.seen:
            busy[key] = restless.seen
    assert busy == {}
