"""From an empty profile to the first PDF by keys alone, as somebody does who uses no mouse."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)

from models.office.practice import sample_list
from models.records import PeopleQuery, Status
from models.roster.people import list_people
from tests.conftest import clock
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.theme.appearance import Appearance
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT = Modifier.ControlModifier, Modifier.AltModifier
PATIENT = 30_000
MOST_KEYS, MOST_SECONDS = 60, 180
LIST = "ds.xlsx"


class Typist:
    """Presses keys where the focus is, as a keyboard does, and counts them."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """One key, in what has the focus."""
        self.count += 1
        self._qtbot.keyClick(self._hearing(), key, modifier)

    def type(self, text: str) -> None:
        """Letters one by one."""
        for letter in text:
            self.count += 1
            self._qtbot.keyClicks(self._hearing(), letter)

    def until(self, there: Callable[[], bool]) -> None:
        """Wait until something has come; what is stuck fails."""
        self._qtbot.waitUntil(there, timeout=PATIENT)

    def _hearing(self) -> QWidget:
        self.until(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()


@pytest.fixture(params=[100, 150], ids=lambda size: f"{size}%")
def window(request, qtbot, qapp, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    """A user who has never started the program, with the list in the documents folder."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "nha" / "TienDo.tiendo"))
    # Whose documents are written into: nobody's but the test's own.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    shutil.copy(sample_list(), tmp_path / LIST)
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    lane = Lane()
    desk = Desk(lane, clock)
    settings = open_settings(tmp_path)
    appearance = Appearance(qapp, settings)
    appearance.set_text_size(request.param)
    made = MainWindow(desk, settings)
    made.resize(1366, 697)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    connect_deeds(made, desk, appearance)
    Session(desk, settings, made).start(StartRequest())
    yield made
    made.close()
    desk.close()
    lane.close()
    appearance.setParent(None)
    appearance.deleteLater()
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def answer_file_dialog(typist: Typist, name: str, press: Callable[[], None]) -> None:
    """`press` opens the dialog of the system, here Qt's own: a name and Enter.

    That dialog may run a loop of its own, so that whoever answers it is called from within.
    """
    asking, answered = QTimer(interval=20), list[str]()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not dialog.isVisible():
            return
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        if QApplication.focusWidget() is not line:
            dialog.activateWindow()
            line.setFocus()
            return
        asking.stop()
        if name:
            line.selectAll()
            typist.type(name)
        answered.append(line.text())
        typist.press(Key.Key_Return)

    asking.timeout.connect(answer)
    asking.start()
    press()
    typist.until(lambda: bool(answered))


def test_the_first_pdf_is_made_by_less_than_sixty_keys(qtbot, window, tmp_path):
    began = time.monotonic()
    typist = Typist(qtbot, window)
    typist.until(lambda: window.findChild(QLineEdit, "communeField") is not None)
    typist.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    typist.type("ke sat")
    typist.press(Key.Key_Return)
    typist.until(window.findChild(QPushButton, "begin").isEnabled)
    typist.press(Key.Key_Return)
    typist.until(lambda: window.current == "overview")

    answer_file_dialog(typist, LIST, lambda: typist.press(Key.Key_O, CTRL))
    typist.until(lambda: window.findChild(QDialog, "import-wizard") is not None)
    wizard = window.findChild(QDialog, "import-wizard")
    go_on = wizard.findChild(QPushButton, "next")
    imported = []
    wizard.imported.connect(imported.append)
    for _step in range(4):
        typist.until(lambda: bool(imported) or (go_on.isVisible() and go_on.isEnabled()))
        if imported:
            break
        typist.press(Key.Key_Return)
        qtbot.wait(0)
    typist.until(lambda: bool(imported))
    assert imported[0].new == 532

    window.activateWindow()
    typist.until(window.isActiveWindow)
    typist.press(Key.Key_2, CTRL)
    table = window.page("roster").table
    typist.until(lambda: table.model().rowCount() == 532)
    typist.until(lambda: table.model().index(0, 2).data() not in (None, "…"))
    typist.press(Key.Key_F, CTRL)
    typist.press(Key.Key_Escape)
    for _ in range(4):
        typist.press(Key.Key_Down, Modifier.ShiftModifier)
    typist.press(Key.Key_Space)
    marked = PeopleQuery(statuses=frozenset({Status.REGISTERED}))
    typist.until(lambda: len(list_people(window.desk.file, marked)) == 5)

    typist.press(Key.Key_6, CTRL)
    page = window.page("reports")
    save = page.findChild(QPushButton, "save-pdf")
    typist.until(save.isEnabled)
    written = []
    window.desk.noticed.connect(lambda notice: written.append(notice.path))
    answer_file_dialog(typist, "bao-cao.pdf", lambda: typist.press(Key.Key_P, ALT))
    typist.until(lambda: bool(written))
    assert written[0] == tmp_path / "bao-cao.pdf"
    with pypdfium2.PdfDocument(written[0]) as book:
        assert len(book) >= 1
    assert typist.count < MOST_KEYS
    assert time.monotonic() - began < MOST_SECONDS
