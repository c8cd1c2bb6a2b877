"""An officer's first day through the window: from the three questions to the two documents."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from models.journal.history import fingerprint
from models.office.choices import remember_choices
from models.office.practice import sample_list
from models.office.signers import store_signer
from models.records.choices import PARTS, DocumentChoices, NamedSigner
from tests.conftest import clock
from tests.ui.keys import type_vietnamese
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ROOT = Path(__file__).parents[2]
PATIENT = 20_000


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has never started the program."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("TIENDO_DATA", str(tmp_path / "nha" / "TienDo.tiendo"))
    return tmp_path


@pytest.fixture
def window(qtbot, home: Path) -> Iterator[MainWindow]:
    lane = Lane()
    desk = Desk(lane, clock)
    settings = open_settings(home)
    made = MainWindow(desk, settings)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    Session(desk, settings, made).start(StartRequest())
    yield made
    made.close()
    desk.close()
    lane.close()


def find(parent: QWidget, kind: type, name: str):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def drop(window: QWidget, path: Path) -> None:
    """Let a file fall on the middle of the window, as the system delivers it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = window.rect().center()
    actions, keys = Qt.DropAction.CopyAction, Modifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, actions, mime, Left, keys))
    QApplication.sendEvent(window, QDropEvent(QPoint(place), actions, mime, Left, keys))


def answer_the_three_questions(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.findChild(QLineEdit, "communeField") is not None)
    type_vietnamese(find(window, QLineEdit, "communeField"), "Xã Kẻ Sặt")
    begin = find(window, QPushButton, "begin")
    qtbot.waitUntil(begin.isEnabled)
    qtbot.mouseClick(begin, Left)
    qtbot.waitUntil(lambda: window.current == "overview", timeout=PATIENT)


def take_the_list_in(qtbot, window: MainWindow) -> None:
    drop(window, sample_list())
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import-wizard") is not None)
    wizard = find(window, QDialog, "import-wizard")
    go_on = find(wizard, QPushButton, "next")
    summary = find(wizard, QLabel, "plan-summary")
    for _step in ("the files", "the columns"):
        qtbot.waitUntil(lambda: go_on.isVisible() and go_on.isEnabled(), timeout=PATIENT)
        qtbot.keyClick(go_on, Key.Key_Space)
    qtbot.waitUntil(lambda: summary.isVisible() and go_on.isEnabled(), timeout=PATIENT)
    assert "532" in go_on.text()
    with qtbot.waitSignal(wizard.imported, timeout=PATIENT) as imported:
        qtbot.keyClick(go_on, Key.Key_Space)
    assert (imported.args[0].new, imported.args[0].rejected) == (532, 0)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import-wizard") is None)
    # A window manager gives the focus back to the window below; offscreen there is none.
    window.activateWindow()


def number_on(window: MainWindow, name: str) -> str:
    return find(window.page("overview"), QPushButton, name).text()


def press(qtbot, window: MainWindow, key: Qt.Key) -> None:
    """Ctrl and a key, wherever the focus is."""
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENT)
    qtbot.keyClick(window, key, Modifier.ControlModifier)


def mark_the_first(qtbot, window: MainWindow, people: int) -> None:
    press(qtbot, window, Key.Key_2)
    assert window.current == "roster"
    page = window.page("roster")
    table = page.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 532, timeout=PATIENT)
    qtbot.waitUntil(lambda: table.model().index(0, 1).data() not in (None, "…"), timeout=PATIENT)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Home, Modifier.ControlModifier)
    for _ in range(people - 1):
        qtbot.keyClick(table, Key.Key_Down, Modifier.ShiftModifier)
    assert len(table.selected_ids()) == people
    qtbot.keyClick(table, Key.Key_Space)


def save(qtbot, window: MainWindow, button: str, path: Path) -> None:
    page = window.page("reports")
    qtbot.mouseClick(find(page, QPushButton, button), Left)
    dialog = find(page, QFileDialog, "save-dialog")
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT) as noticed:
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(QFileDialog, "save-dialog") is None)
    assert path.exists(), noticed.args[0].text


def sign_and_write(window: MainWindow) -> None:
    """What only the officer knows, as if it had been written down before."""
    lines = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    store_signer(window.desk.file, NamedSigner(0, "ubnd", lines, "Nguyễn Văn Mẫu", True))
    texts = dict.fromkeys(PARTS, "Không có.")
    remember_choices(window.desk.file, "result-report", DocumentChoices(texts=texts))


def choose_document(qtbot, page: QWidget, title: str) -> None:
    kinds = find(page, QListWidget, "kinds")
    (item,) = kinds.findItems(title, Qt.MatchFlag.MatchExactly)
    kinds.scrollToItem(item)
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.mouseClick(kinds.viewport(), Left, pos=kinds.visualItemRect(item).center())


def print_it(qtbot, window: MainWindow, path: Path) -> None:
    """Ctrl+P, and the dialog of the system is agreed to: here it prints to a file."""
    page = window.page("reports")
    window.activateWindow()
    press(qtbot, window, Key.Key_P)
    dialog = find(page, QPrintDialog, "print-dialog")
    dialog.printer().setOutputFileName(str(path))
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
        dialog.done(QDialog.DialogCode.Accepted)


def figures_by_command(data: Path) -> dict:
    words = ["--data", str(data), "--json", "figures", "--as-of", "2026-06-08"]
    command = [sys.executable, str(ROOT / "main.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def pdf_total(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as book:
        text = " ".join(page.get_textpage().get_text_range() for page in book)
    return text[text.index("Tổng cộng") :].split()[2:7]


def workbook_total(path: Path) -> list[float]:
    for row in load_workbook(path, data_only=True).active.iter_rows(values_only=True):
        if any(str(cell).startswith("Tổng cộng") for cell in row if cell):
            return [cell for cell in row if isinstance(cell, int | float)]
    raise AssertionError("the workbook has no total")


def test_an_officers_first_day(qtbot, home, window):
    answer_the_three_questions(qtbot, window)
    take_the_list_in(qtbot, window)
    qtbot.waitUntil(lambda: number_on(window, "cardTotal") == "532", timeout=PATIENT)
    file = window.desk.file
    before = fingerprint(file)

    mark_the_first(qtbot, window, 24)
    qtbot.waitUntil(lambda: fingerprint(file) != before, timeout=PATIENT)
    marked = fingerprint(file)

    press(qtbot, window, Key.Key_Z)
    qtbot.waitUntil(lambda: fingerprint(file) == before, timeout=PATIENT)
    redo = find(window, QAction, "command-redo")
    qtbot.waitUntil(lambda: redo.isEnabled() and "24 người" in redo.text(), timeout=PATIENT)
    press(qtbot, window, Key.Key_Y)
    qtbot.waitUntil(lambda: fingerprint(file) == marked, timeout=PATIENT)

    press(qtbot, window, Key.Key_1)
    qtbot.waitUntil(lambda: number_on(window, "cardRegistered") == "24", timeout=PATIENT)

    page = window.page("reports")
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        press(qtbot, window, Key.Key_6)
    save(qtbot, window, "save-pdf", home / "bieu.pdf")
    save(qtbot, window, "save-excel", home / "bieu.xlsx")
    sign_and_write(window)
    choose_document(qtbot, page, "Báo cáo kết quả")
    save(qtbot, window, "save-word", home / "bao-cao.docx")
    print_it(qtbot, window, home / "in.pdf")

    path = file.path
    window.close()
    window.desk.close()
    window.desk.lane.close()
    figures = figures_by_command(path)
    assert (figures["total"], figures["registered"], figures["completed"]) == (532, 24, 0)
    assert pdf_total(home / "bieu.pdf") == ["532", "24", figures["rate_registered"], "0", "0%"]
    assert workbook_total(home / "bieu.xlsx") == [532, 24, pytest.approx(24 / 532), 0, 0]
    assert date(2026, 6, 8).isoformat() == figures["as_of"]
    report = " ".join(each.text for each in docx.Document(str(home / "bao-cao.docx")).paragraphs)
    assert f"24/532 người, đạt tỷ lệ {figures['rate_registered']}" in report
    with pypdfium2.PdfDocument(home / "in.pdf") as book:
        assert len(book) >= 3
