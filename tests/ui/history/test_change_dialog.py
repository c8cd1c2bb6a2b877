"""One entry of the history in the window: its rows, taking it back, and what rests on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.errors import AppError
from models.journal.history import history
from models.records import Mark
from models.roster.marks import set_marks
from tests.factory import add_people
from ui.history.change_dialog import ChangeDialog
from ui.table.data_table import DataTable


@pytest.fixture
def host(qtbot, desk):
    ids = add_people(desk.file, 3)
    set_marks(desk.file, ids[:1], Mark.REGISTERED)
    set_marks(desk.file, ids[1:], Mark.COMPLETED)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(qtbot, desk, host):
    def open_entry(summary):
        entry = next(each.id for each in history(desk.file) if each.summary == summary)
        dialog = ChangeDialog(desk, entry, host)
        with qtbot.waitSignal(dialog.shown):
            dialog.open()
        return dialog

    return open_entry


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def texts(table):
    model = table.model()
    return [
        [model.index(line, column).data() for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def test_the_rows_stand_there_before_and_after(qtbot, opened):
    dialog = opened("Đánh dấu 2 người đã hoàn thành")
    table = dialog.findChild(DataTable, "entry-rows")
    qtbot.waitUntil(lambda: texts(table)[0][0] == "Thêm")
    assert [row[2] for row in texts(table)] == ["Trần Văn An", "Lê Văn An"]
    values = dialog.findChild(DataTable, "entry-values")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ["Người", "–", "Lê Văn An"] in texts(values))


def test_it_is_taken_back_after_a_question(qtbot, desk, opened):
    dialog = opened("Đánh dấu 1 người đã đăng ký")
    said = []
    desk.noticed.connect(said.append)
    press(qtbot, dialog, "take-back")
    qtbot.waitUntil(lambda: dialog.findChild(QWidget, "question") is not None)
    question = dialog.findChild(QWidget, "question")
    assert "1 dòng trở lại như trước" in question.findChild(QLabel, "question-words").text()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, question, "act")
    assert [each.text for each in said] == [
        "Đã lấy lại: đánh dấu 1 người đã đăng ký. Ctrl+Z để hoàn tác."
    ]
    assert history(desk.file, 1)[0].summary == "Lấy lại: đánh dấu 1 người đã đăng ký"


def test_what_rests_on_it_is_listed_and_all_goes_together(qtbot, desk, opened):
    dialog = opened("Thêm Trần Văn An")
    problem = dialog.findChild(QLabel, "problem").text()
    assert "•  Đánh dấu 2 người đã hoàn thành (17:00 ngày 08/06/2026" in problem
    assert not dialog.findChild(QPushButton, "take-back").isEnabled()
    press(qtbot, dialog, "take-back-all")
    qtbot.waitUntil(lambda: dialog.findChild(QWidget, "question") is not None)
    question = dialog.findChild(QWidget, "question")
    assert "4 việc sẽ được lấy lại" in question.findChild(QLabel, "question-words").text()
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, question, "act")
    assert [each.in_effect for each in history(desk.file)[:6]] == [True, *[False] * 4, True]


def test_where_nothing_is_written_nothing_is_taken_back(desk, opened):
    desk.file.only_read = AppError("Chỉ xem.", "")
    dialog = opened("Đánh dấu 1 người đã đăng ký")
    assert not dialog.findChild(QPushButton, "take-back").isEnabled()
    assert not dialog.findChild(QPushButton, "take-back-all").isEnabled()
