"""An officer reconciles: drops the platform's export, decides by key, writes, undoes, pastes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QTabWidget

from models.figures.figures import figures
from models.journal.history import fingerprint
from models.records import PersonDraft
from models.roster.people import add_person
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import unit
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.rail_entry import RailEntry

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
CONTROL = Modifier.ControlModifier
PATIENT = 20_000
CULTURE, CLINIC = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã"
PEOPLE = (
    ("Trần Văn An", CULTURE, "0912000001"),
    ("Lê Thị Bình", CULTURE, "0912000002"),
    ("Phạm Đức Cường", CLINIC, "0912000003"),
    ("Vũ Ngọc Dung", CLINIC, "0912000004"),
)
EXPORT = (
    ("Tài khoản", "Họ tên", "SĐT", "Đơn vị công tác", "Điểm", "Hoàn thành"),
    ("an01", "TRẦN VĂN AN", "84912000001", CULTURE, "5", ""),
    ("an01", "TRẦN VĂN AN", "84912000001", CULTURE, "8,5", "x"),
    ("binh", "Lê Thị Bình", "0912.000.002", CLINIC, "7", "x"),
    ("cuong", "Phạm Đức Cường", "", "", "9", "x"),
    ("la", "Hoàng Thị Lạ", "0977000001", CULTURE, "9", "x"),
)


@pytest.fixture
def window(qtbot, data_path: Path, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("TIENDO_PAGE", "overview")
    with open_file(data_path, clock) as file:
        for name, where, phone in PEOPLE:
            add_person(file, PersonDraft(name, unit(file, where).id, phone=phone))
    lane = Lane()
    desk = Desk(lane, clock)
    settings = open_settings(tmp_path)
    made = MainWindow(desk, settings)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    session = Session(desk, settings, made)
    with qtbot.waitSignal(session.ready, timeout=PATIENT):
        session.start(StartRequest(data=data_path))
    yield made
    made.close()
    desk.close()
    lane.close()


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = window.rect().center()
    actions, keys = Qt.DropAction.CopyAction, Modifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, actions, mime, Left, keys))
    QApplication.sendEvent(window, QDropEvent(QPoint(place), actions, mime, Left, keys))


def export(path: Path, rows=EXPORT) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def card(window: MainWindow, name: str) -> str:
    return window.page("reconcile").findChild(QPushButton, f"card-{name}").text()


def table(window: MainWindow, name: str) -> DataTable | None:
    return window.page("reconcile").findChild(DataTable, f"box-reconcile-{name}")


def has_boxes(window: MainWindow) -> bool:
    leave = window.page("reconcile").findChild(QPushButton, "reconcile-leave")
    return leave.isVisible()


def go_there(qtbot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_ready, check_params_cb=lambda key: key == "reconcile"):
        qtbot.keyClick(window, Key.Key_3, CONTROL)
    assert window.current == "reconcile"


def test_a_dropped_export_is_decided_written_and_undone_by_key(qtbot, window, tmp_path):
    file = window.desk.file
    before = fingerprint(file)
    go_there(qtbot, window)
    drop(window, export(tmp_path / "onetouch.xlsx"))
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    shown = {name: card(window, name) for name in ("matched", "wrong_unit", "uncertain")}
    assert shown == {"matched": "1", "wrong_unit": "1", "uncertain": "1"}
    assert window.findChild(QDialog, "import-wizard") is None

    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
    qtbot.waitUntil(lambda: card(window, "uncertain") == "0")
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT) as noticed:
        qtbot.keyClick(table(window, "uncertain"), Key.Key_Return, CONTROL)
    assert "3 người đã đăng ký, 3 người đã hoàn thành" in noticed.args[0].text
    written = fingerprint(file)
    assert written != before

    qtbot.keyClick(window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: fingerprint(file) == before, timeout=PATIENT)
    redo = window.commands["redo"]
    qtbot.waitUntil(lambda: redo.isEnabled() and "onetouch" in redo.text(), timeout=PATIENT)
    qtbot.keyClick(window, Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: fingerprint(file) == written, timeout=PATIENT)


@pytest.mark.parametrize("keys", [CONTROL, CONTROL | Modifier.ShiftModifier])
def test_a_pasted_block_comes_to_the_page_and_who_is_lost_is_first(qtbot, window, tmp_path, keys):
    go_there(qtbot, window)
    drop(window, export(tmp_path / "truoc.xlsx"))
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not has_boxes(window))

    later = (EXPORT[0], EXPORT[3], EXPORT[5])
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in later))
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_V, keys)
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    assert card(window, "regressed") == "1"
    lost = window.page("reconcile").findChild(QPushButton, "reconcile-lost")
    assert lost.isVisible()
    assert "1 người" in lost.text()
    said = window.page("reconcile").findChild(QLabel, "unit-drops").text()
    assert CULTURE in said


def test_the_same_file_on_another_page_is_taken_in_by_the_wizard(qtbot, window, tmp_path):
    qtbot.keyClick(window, Key.Key_4, CONTROL)
    assert window.current == "units"
    drop(window, export(tmp_path / "danhsach.xlsx"))
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import-wizard") is not None)
    wizard = window.findChild(QDialog, "import-wizard")
    wizard.reject()


def test_a_wrong_match_is_taken_back_and_the_next_file_remembers_it(qtbot, window, tmp_path):
    go_there(qtbot, window)
    drop(window, export(tmp_path / "lan-1.xlsx"))
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    page = window.page("reconcile")
    for name in ("reconcile-next", "reconcile-details", "card-matched"):
        qtbot.mouseClick(page.findChild(QPushButton, name), Left)
    qtbot.waitUntil(lambda: table(window, "matched") is not None)
    table(window, "matched").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_2)
    qtbot.waitUntil(lambda: card(window, "matched") == "0")
    assert card(window, "uncertain") == "2"
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not has_boxes(window))
    drop(window, export(tmp_path / "lan-2.xlsx", (*EXPORT, ("x", "Vũ Mới", "", "", "5", ""))))
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    assert card(window, "matched") == "0"
    assert card(window, "regressed") == "0"


def test_the_pass_mark_is_kept_in_the_file_and_undone_by_ctrl_z(qtbot, window, tmp_path):
    dated = (
        ("Tài khoản", "Họ tên", "SĐT", "Đơn vị công tác", "Điểm", "Ngày thi"),
        ("an01", "Trần Văn An", "0912000001", CULTURE, "5", "01/06/2026"),
    )
    go_there(qtbot, window)
    before = fingerprint(window.desk.file)
    drop(window, export(tmp_path / "diem.xlsx", dated))
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    page = window.page("reconcile")
    told, mark = page.findChild(QLabel, "reconcile-summary"), "pass-mark"
    assert "1 người hoàn thành" in told.text()
    qtbot.mouseClick(page.findChild(QPushButton, "reconcile-back"), Left)
    qtbot.mouseClick(page.findChild(QPushButton, "reconcile-back"), Left)
    page.findChild(QLineEdit, mark).setFocus()
    qtbot.keyClicks(page.findChild(QLineEdit, mark), "6,5")
    qtbot.keyClick(page.findChild(QLineEdit, mark), Key.Key_Return)
    qtbot.waitUntil(lambda: "hoàn thành" not in told.text(), timeout=PATIENT)
    assert fingerprint(window.desk.file) != before
    on = page.findChild(QPushButton, "reconcile-next")
    qtbot.waitUntil(on.hasFocus, timeout=PATIENT)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: fingerprint(window.desk.file) == before, timeout=PATIENT)
    qtbot.waitUntil(lambda: "1 người hoàn thành" in told.text(), timeout=PATIENT)
    assert page.findChild(QLineEdit, mark).text() == ""


def test_who_was_lost_stands_in_a_list_until_several_are_decided_at_once(qtbot, window, tmp_path):
    go_there(qtbot, window)
    whole = (EXPORT[0], *(((f"u{at}", n, p, w, "9", "x")) for at, (n, w, p) in enumerate(PEOPLE)))
    for rows in (whole, (whole[0], whole[1], ("u9", "Hoàng Thị Lạ", "0977000001", "", "5", "x"))):
        drop(window, export(tmp_path / f"{len(rows)}.xlsx", rows))
        qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
        with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda: not has_boxes(window))
    page = window.page("reconcile")
    tabs = page.findChild(QTabWidget, "reconcile-tabs")
    qtbot.waitUntil(lambda: tabs.tabText(3).endswith("(3)"), timeout=PATIENT)
    qtbot.mouseClick(tabs.tabBar(), Left, pos=tabs.tabBar().tabRect(3).center())
    lost = page.findChild(DataTable, "box-doubts")
    lost.setFocus()
    qtbot.keyClick(lost, Key.Key_Home, CONTROL)
    qtbot.keyClick(lost, Key.Key_Down, Modifier.ShiftModifier)
    with qtbot.waitSignal(window.desk.said, timeout=PATIENT) as said:
        qtbot.keyClick(lost, Key.Key_2)
    assert "bỏ đánh dấu 2 người" in said.args[0]
    qtbot.waitUntil(lambda: tabs.tabText(3).endswith("(1)"), timeout=PATIENT)
    assert figures(window.desk.file).registered == 2
    qtbot.keyClick(lost, Key.Key_A, CONTROL)
    with qtbot.waitSignal(window.desk.said, timeout=PATIENT):
        qtbot.keyClick(lost, Key.Key_1)
    qtbot.waitUntil(lambda: "(" not in tabs.tabText(3), timeout=PATIENT)
    assert figures(window.desk.file).registered == 2


def test_a_whole_reconciliation_by_keyboard_alone(qtbot, window):
    go_there(qtbot, window)
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in EXPORT))
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: has_boxes(window), timeout=PATIENT)
    page = window.page("reconcile")
    qtbot.waitUntil(lambda: window.rail.findChild(RailEntry, "rail-reconcile").badge == 1)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
    decided = page.findChild(QLabel, "reconcile-decided")
    qtbot.waitUntil(lambda: decided.text().startswith("Đã quyết định hết 1 dòng"))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    told = page.findChild(QLabel, "reconcile-summary")
    assert told.isVisible()
    assert told.text() == "Sẽ ghi 3 người đăng ký mới, 3 người hoàn thành mới."
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: not has_boxes(window))
    assert figures(window.desk.file).completed == 3
