"""A contest of one's own by real keys: from a file without any to the report that goes out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QWidget

from models.contests.current import current_contest
from models.office.setup import init_file
from models.records import PeopleQuery, Status
from models.roster.people import list_people
from tests.conftest import clock
from tests.factory import add_people
from tests.ui.keys import type_vietnamese
from ui.desk import Desk
from ui.lane import Lane
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
Control, Shift = Modifier.ControlModifier, Modifier.ShiftModifier
PATIENT = 20_000


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    file = init_file(tmp_path / "xa.tiendo", "Xã Kẻ Sặt", None, clock)
    add_people(file, 5)
    lane = Lane()
    desk = Desk(lane, clock)
    made = MainWindow(desk, open_settings(tmp_path))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    desk.take(file)
    made.show_file("overview")
    yield made
    made.close()
    desk.close()
    lane.close()


def found(qtbot, parent: QWidget, kind: type, name: str):
    qtbot.waitUntil(lambda: parent.findChild(kind, name) is not None, timeout=PATIENT)
    return parent.findChild(kind, name)


def go(qtbot, window: MainWindow, key: Qt.Key, page: str):
    """Another page by Ctrl and its number, once it has put its data on the screen."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = window.page(page)
    with qtbot.waitSignal(made.loaded, timeout=PATIENT):
        qtbot.keyClick(window, key, Control)
    assert window.current == page
    return made


def fill(dialog: QDialog, fields: dict[str, str]) -> None:
    """Type into the fields, each anew."""
    for name, text in fields.items():
        field = dialog.findChild(QWidget, name)
        assert field.isVisible(), name
        field.setFocus()
        field.selectAll()
        type_vietnamese(field, text)


def enter(qtbot, window: MainWindow, dialog: QDialog) -> None:
    """Enter closes the dialog, and the window has the focus again."""
    with qtbot.waitSignal(dialog.finished, timeout=PATIENT):
        qtbot.keyClick(dialog, Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def make_the_contest(qtbot, window: MainWindow) -> None:
    page = go(qtbot, window, Key.Key_5, "contest")
    assert found(qtbot, page, QLabel, "contestTitle").text() == "Chưa có cuộc thi"
    qtbot.keyClick(found(qtbot, page, QPushButton, "contestNew"), Key.Key_Space)
    dialog = found(qtbot, page, QDialog, "new-contest")
    source = found(qtbot, dialog, QComboBox, "new-source")
    qtbot.waitUntil(lambda: source.count() > 1)
    source.setFocus()
    qtbot.keyClick(source, Key.Key_End)
    assert source.currentText() == "Tự đặt"
    one_mark = found(qtbot, dialog, QWidget, "new-one-mark")
    qtbot.keyClick(one_mark, Key.Key_Space)
    fill(
        dialog,
        {
            "new-name": "Kích hoạt chữ ký số cá nhân năm 2026",
            "new-short": "Chữ ký số 2026",
            "new-starts": "1/6/2026",
            "new-ends": "15/6/2026",
            "new-word": "đã kích hoạt chữ ký số",
        },
    )
    enter(qtbot, window, dialog)
    title = found(qtbot, page, QLabel, "contestTitle")
    qtbot.waitUntil(lambda: title.text() == "Cuộc thi Chữ ký số 2026", timeout=PATIENT)


def set_the_commune_s_deadline(qtbot, window: MainWindow) -> None:
    stages = found(qtbot, window, DataTable, "stages")
    qtbot.waitUntil(lambda: stages.model().rowCount() == 1, timeout=PATIENT)
    stages.setFocus()
    qtbot.keyClick(stages, Key.Key_Home, Control)
    qtbot.waitUntil(window.findChild(QPushButton, "stages-edit").isEnabled)
    qtbot.keyClick(stages, Key.Key_Return)
    dialog = found(qtbot, window, QDialog, "stage-dialog")
    fill(dialog, {"stage-own": "10/6/2026"})
    enter(qtbot, window, dialog)
    status = "Còn 2 ngày đến hạn của xã"
    qtbot.waitUntil(lambda: stages.model().index(0, 1).data() == status, timeout=PATIENT)


def offer_a_prize(qtbot, window: MainWindow) -> None:
    prizes = found(qtbot, window, DataTable, "prizes")
    prizes.setFocus()
    qtbot.keyClick(prizes, Key.Key_Insert)
    dialog = found(qtbot, window, QDialog, "prize-dialog")
    fill(dialog, {"prize-rank": "Đơn vị xuất sắc", "prize-amount": "1500000"})
    enter(qtbot, window, dialog)
    words = "Một triệu năm trăm nghìn đồng"
    qtbot.waitUntil(lambda: prizes.model().index(0, 3).data() == words, timeout=PATIENT)


def mark_three(qtbot, window: MainWindow) -> None:
    table = go(qtbot, window, Key.Key_2, "roster").table
    qtbot.waitUntil(lambda: table.model().rowCount() == 5, timeout=PATIENT)
    qtbot.waitUntil(lambda: table.model().index(0, 1).data() not in (None, "…"), timeout=PATIENT)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Home, Control)
    for _ in range(2):
        qtbot.keyClick(table, Key.Key_Down, Shift)
    qtbot.keyClick(table, Key.Key_H, Control | Shift)
    query = PeopleQuery(statuses=frozenset({Status.COMPLETED}))
    qtbot.waitUntil(lambda: len(list_people(window.desk.file, query)) == 3, timeout=PATIENT)


def report(qtbot, window: MainWindow, path: Path) -> str:
    page = go(qtbot, window, Key.Key_6, "reports")
    qtbot.mouseClick(found(qtbot, page, QPushButton, "save-pdf"), Left)
    dialog = found(qtbot, page, QFileDialog, "save-dialog")
    with qtbot.waitSignal(window.desk.noticed, timeout=PATIENT):
        dialog.fileSelected.emit(str(path))
    dialog.reject()
    with pypdfium2.PdfDocument(path) as book:
        return " ".join(page.get_textpage().get_text_range() for page in book)


def close_it(qtbot, window: MainWindow) -> str:
    page = go(qtbot, window, Key.Key_5, "contest")
    qtbot.keyClick(found(qtbot, page, QPushButton, "contest-close"), Key.Key_Space)
    question = found(qtbot, page, QDialog, "question")
    qtbot.mouseClick(found(qtbot, question, QPushButton, "act"), Left)
    # What is offered then would take the personal data away: Enter leaves it.
    offer = found(qtbot, page, QDialog, "purge-question")
    with qtbot.waitSignal(offer.finished, timeout=PATIENT):
        qtbot.keyClick(offer.focusWidget() or offer, Key.Key_Return)
    ending = page.findChild(QLabel, "contestEnding")
    qtbot.waitUntil(lambda: "Đã đóng" in ending.text(), timeout=PATIENT)
    return ending.text()


def test_a_contest_of_one_s_own_from_nothing_to_its_report(qtbot, tmp_path, window):
    make_the_contest(qtbot, window)
    set_the_commune_s_deadline(qtbot, window)
    offer_a_prize(qtbot, window)
    mark_three(qtbot, window)

    contest = current_contest(window.desk.file)
    assert (contest.one_mark, contest.stages[0].internal_ends_on) == (True, date(2026, 6, 10))
    text = " ".join(report(qtbot, window, tmp_path / "bieu.pdf").split())
    assert "Kích hoạt chữ ký số cá nhân năm 2026" in text
    assert "Đã kích hoạt chữ ký số" in text
    assert "Đã đăng ký" not in text
    assert text[text.index("Tổng cộng") :].split()[2:5] == ["5", "3", "60,0%"]

    assert close_it(qtbot, window) == (
        "Đã đóng ngày 08/06/2026 · 3/5 đã kích hoạt chữ ký số (60,0%)"
    )
