"""Kits through the window: out to the units, filled in there, back by drop, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QTreeWidget, QWidget

from models.journal.history import fingerprint
from models.office.practice import make_practice, practice_clock
from models.records import PeopleQuery
from models.roster.people import list_people
from ui.desk import Desk
from ui.lane import Lane
from ui.start.request import StartRequest
from ui.start.session import Session
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
PATIENT = 20_000


def find(parent: QWidget, kind: type, name: str):
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def write_all_kits(qtbot, window: MainWindow, folder: Path) -> list[Path]:
    page = window.page("units")
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        window.go_to("units")
    qtbot.mouseClick(find(page, QPushButton, "unitKits"), Left)
    form = find(page, QDialog, "kits-dialog")
    act = find(form, QPushButton, "act")
    qtbot.waitUntil(lambda: act.isEnabled() and "28 biểu mẫu" in act.text(), timeout=PATIENT)
    qtbot.keyClick(find(form, QTreeWidget, "kitUnits"), Key.Key_Return)
    dialog = find(form, QFileDialog, "folder-dialog")
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT) as noticed:
        dialog.fileSelected.emit(str(folder))
        dialog.reject()
    assert noticed.args[0].text.startswith("Đã ghi 28 biểu mẫu")
    assert find(window, QPushButton, "messageFolder").isVisible()
    return sorted(folder.glob("ThucHanh_Phieu_*.xlsx"))


def fill_in(path: Path) -> None:
    """As the clerk of a unit: one corrected post, one mark, one newcomer; rows turned round."""
    book = load_workbook(path)
    sheet = book.active
    titles = {cell.value: cell.column for cell in sheet[7]}
    people = [row for row in range(8, sheet.max_row + 1) if sheet.cell(row, 3).value]
    lines = [[cell.value for cell in sheet[row]] for row in people]
    for row, line in zip(people, reversed(lines), strict=True):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = value
    sheet.cell(people[0], titles["Chức vụ"]).value = "Dược sĩ phụ trách"
    marked = next(r for r in people[1:] if sheet.cell(r, titles["Đã đăng ký"]).value == "Chưa")
    sheet.cell(marked, titles["Đã đăng ký"]).value = "Có"
    sheet.cell(marked, titles["Ngày đăng ký"]).value = "07/06/2026"
    new = people[-1] + 1
    sheet.cell(new, titles["Họ và tên"]).value = "Đặng Thị Người Mới"
    sheet.cell(new, titles["Số điện thoại"]).value = "0987 654 321"
    book.save(path)


def drop(window: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = window.rect().center()
    actions, keys = Qt.DropAction.CopyAction, Modifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, actions, mime, Left, keys))
    QApplication.sendEvent(window, QDropEvent(QPoint(place), actions, mime, Left, keys))


def take_in(qtbot, window: MainWindow, path: Path):
    """Drop the file and press the wizard's way forward until it is taken in."""
    drop(window, path)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import-wizard") is not None)
    wizard = find(window, QDialog, "import-wizard")
    go_on = find(wizard, QPushButton, "next")
    done = []
    wizard.imported.connect(done.append)
    for _ in range(4):
        qtbot.waitUntil(
            lambda: bool(done) or (go_on.isVisible() and go_on.isEnabled()), timeout=PATIENT
        )
        if done:
            break
        qtbot.keyClick(go_on, Key.Key_Space)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENT)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import-wizard") is None)
    return done[0]


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on the practice commune; what it remembers is of this test alone."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    make_practice(tmp_path / "xa.tiendo").close()
    lane = Lane()
    desk = Desk(lane, practice_clock)
    settings = open_settings(tmp_path)
    made = MainWindow(desk, settings)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    Session(desk, settings, made).start(StartRequest(data=tmp_path / "xa.tiendo"))
    qtbot.waitUntil(lambda: made.current == "overview", timeout=PATIENT)
    yield made
    made.close()
    desk.close()
    lane.close()


def test_kits_go_out_and_come_back(qtbot, tmp_path, window):
    kits = tmp_path / "phieu"
    kits.mkdir()
    paths = write_all_kits(qtbot, window, kits)
    assert len(paths) == 28
    file = window.desk.file
    before = fingerprint(file)
    roster = list_people(file, PeopleQuery())
    registered = sum(each.registered_on == date(2026, 6, 7) for each in roster)
    path = next(each for each in paths if "Tram-Y-te" in each.name)
    fill_in(path)
    result = take_in(qtbot, window, path)
    assert (result.new, result.updated, result.rejected) == (1, 2, 0)
    people = list_people(file, PeopleQuery())
    assert len(people) == 533
    newcomer = next(each for each in people if each.name == "Đặng Thị Người Mới")
    assert (newcomer.unit, newcomer.phone) == ("Trạm Y tế xã", "0987654321")
    assert sum(each.registered_on == date(2026, 6, 7) for each in people) == registered + 1
    assert any(each.position == "Dược sĩ phụ trách" for each in people)

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENT)
    qtbot.keyClick(window, Key.Key_Z, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: fingerprint(file) == before, timeout=PATIENT)
