"""Pasting a list: from Excel, Word, Zalo or the Explorer, by key, through the same wizard."""

from itertools import pairwise
from time import perf_counter

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton

from models.intake.sitting.sources import PASTED_NAME
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.people import list_people
from tests.conftest import clock
from ui.importing.clipboard import list_in
from ui.importing.wizard import ImportWizard
from ui.intake.steps import IntakeStep
from ui.pages.catalog import PAGES
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, BOTH = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier
HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại")
PEOPLE = (
    ("1", "Trần Văn An", "Y sĩ", "Trạm Y tế xã", "0982103591"),
    ("2", "Lê Thị Bình", "Điều dưỡng", "Trạm Y tế xã", "0912330118"),
)
TABBED = "".join("\t".join(row) + "\r\n" for row in (HEADER, *PEOPLE))
ZALO = (
    "1. Trần Văn An - 0982 103 591 - Trạm Y tế xã\n2. Lê Thị Bình - 0912 330 118 - Trạm Y tế xã\n"
)


@pytest.fixture
def desk(qtbot, data_path):
    """A desk without a file: the session opens it."""
    from ui.desk import Desk
    from ui.lane import Lane

    lane = Lane()
    made = Desk(lane, clock)
    yield made
    made.close()
    lane.close()


@pytest.fixture
def window(qtbot, desk, data_path, tmp_path, monkeypatch):
    documents = tmp_path / "Tài liệu"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    monkeypatch.setenv("TIENDO_PAGE", "roster")
    settings = open_settings(tmp_path)
    window = MainWindow(desk, settings, PAGES)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    session = Session(desk, settings, window)
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.start(StartRequest(data=data_path))
    qtbot.waitUntil(window.isActiveWindow)
    return window


def copy(text="", html="", files=(), image=None):
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    if files:
        mime.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    if image is not None:
        mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)


def paste(qtbot, window, step=IntakeStep.COLUMNS, key=BOTH, at=None):
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(at or window, Key.Key_V, key)
    wizard = window.findChild(ImportWizard)
    assert wizard is not None
    if wizard.step is not step:
        with qtbot.waitSignal(
            wizard.stepped, check_params_cb=lambda now: now == step, timeout=20_000
        ):
            pass
    return wizard


def take_all(qtbot, wizard):
    qtbot.waitUntil(lambda: "2 người" in wizard.findChild(QLabel, "shaped-count").text())
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        qtbot.keyClick(wizard, Key.Key_Return)
    with qtbot.waitSignal(wizard.imported) as imported:
        qtbot.keyClick(wizard.findChild(QPushButton, "next"), Key.Key_Space)
    return imported.args[0]


def names(desk):
    return [person.name for person in list_people(desk.file, PeopleQuery())]


def table_of(rows):
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)


def test_cells_of_excel_are_pasted_read_and_taken_back(qtbot, desk, window):
    before = fingerprint(desk.file)
    copy(TABBED)
    wizard = paste(qtbot, window)
    with qtbot.waitSignal(desk.noticed) as noticed:
        assert take_all(qtbot, wizard).new == 2
    assert PASTED_NAME in noticed.args[0].text
    assert names(desk) == ["Trần Văn An", "Lê Thị Bình"]
    undo(desk.file)
    assert fingerprint(desk.file) == before


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (ZALO, ""),
        ("Trần Văn An\n0982103591", f"<html><table>{table_of((HEADER, *PEOPLE))}</table></html>"),
        (ZALO, "<p>1. Trần Văn An</p>"),
    ],
    ids=["zalo", "word", "zalo with markup"],
)
def test_lines_of_zalo_and_tables_of_word_are_read(qtbot, desk, window, text, html):
    copy(text, html)
    take_all(qtbot, paste(qtbot, window))
    assert {p.phone for p in list_people(desk.file, PeopleQuery())} == {"0982103591", "0912330118"}


def test_control_v_in_the_roster_pastes_a_list_and_in_the_search_field_text(qtbot, window):
    copy("Trần Văn")
    table = window.findChild(DataTable, "roster-table")
    search = window.page("roster").bar.search
    search.setFocus()
    qtbot.keyClick(search, Key.Key_V, CONTROL)
    assert search.text() == "Trần Văn"
    assert window.findChild(ImportWizard) is None
    copy(TABBED)
    table.setFocus()
    paste(qtbot, window, key=CONTROL, at=table)


def test_files_that_were_copied_are_read_as_files(qtbot, tmp_path, window):
    book = Workbook()
    for row in (HEADER, *PEOPLE):
        book.active.append(row)
    book.save(tmp_path / "Trạm Y tế.xlsx")
    copy(files=[tmp_path / "Trạm Y tế.xlsx"])
    paste(qtbot, window)


def test_the_same_list_again_is_recognised(qtbot, window):
    copy(TABBED)
    wizard = paste(qtbot, window)
    take_all(qtbot, wizard)
    qtbot.waitUntil(lambda: window.findChild(ImportWizard) is None)
    window.activateWindow()
    wizard = paste(qtbot, window)
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        qtbot.keyClick(wizard, Key.Key_Return)
    assert "08/06/2026" in wizard.findChild(QLabel, "plan-remarks").text()


def test_rejected_rows_of_a_pasted_list_go_to_the_documents(qtbot, tmp_path, desk, window):
    copy(TABBED + "3\tAn\tY sĩ\tTrạm Y tế xã\t0912330119\r\n")
    wizard = paste(qtbot, window)
    with qtbot.waitSignal(desk.noticed) as noticed:
        take_all(qtbot, wizard)
    assert noticed.args[0].path == tmp_path / "Tài liệu" / f"{PASTED_NAME} - dòng không hợp lệ.xlsx"
    assert noticed.args[0].path.is_file()


@pytest.mark.parametrize("image", [False, True], ids=["empty", "image"])
def test_nothing_to_paste_is_said(qtbot, desk, window, image):
    copy(image=QImage(4, 4, QImage.Format.Format_RGB32) if image else None)
    with qtbot.waitSignal(desk.noticed) as noticed:
        qtbot.keyClick(window, Key.Key_V, BOTH)
    assert ("hình ảnh" in noticed.args[0].text) is image
    assert "Excel" in noticed.args[0].advice
    assert window.findChild(ImportWizard) is None


def test_text_that_is_no_list_leaves_nothing_to_do(qtbot, desk, window):
    before = fingerprint(desk.file)
    copy("Kính gửi các đồng chí")
    wizard = paste(qtbot, window, step=IntakeStep.TABLES)
    assert PASTED_NAME in wizard.findChild(QLabel, "problem").text()
    assert not wizard.findChild(QPushButton, "next").isEnabled()
    with qtbot.waitSignal(wizard.finished):
        qtbot.keyClick(wizard, Key.Key_Escape)
    assert fingerprint(desk.file) == before


def test_a_big_clipboard_does_not_hold_the_window(qtbot, window):
    rows = (f"{at}\tTrần Văn An\tY sĩ\tTrạm Y tế xã\t09{at:08}\r\n" for at in range(20_000))
    copy("\t".join(HEADER) + "\r\n" + "".join(rows))
    beats, beat = [perf_counter()], QTimer(window, interval=10)
    beat.timeout.connect(lambda: beats.append(perf_counter()))
    beat.start()
    paste(qtbot, window)
    beat.stop()
    assert max(b - a for a, b in pairwise(beats)) < 0.5


def test_the_menu_says_how_to_paste(window):
    action = window.findChild(QAction, "command-paste")
    assert action.text() == "&Dán danh sách…"
    assert action.isEnabled()


@pytest.mark.parametrize(
    ("text", "html", "is_page"),
    [
        (TABBED, "<table><tr><td>An</table>", False),
        ("STT\tHọ và tên\n1\tTrần Văn\nAn", "<TABLE border=1><tr><td>An</table>", True),
        ("Trần Văn An", "<b>Trần Văn An</b>", False),
    ],
)
def test_cells_of_excel_win_and_split_cells_are_taken_from_the_page(text, html, is_page):
    mime = QMimeData()
    mime.setText(text)
    mime.setHtml(html)
    found = list_in(mime)
    assert bool(found.html) is is_page
