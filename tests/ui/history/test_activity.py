"""Nhật ký hoạt động in the window: searched, narrowed, opened, exported."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from models.papers.action_log import actions, log_action
from models.records.actions import ActionKind
from tests.factory import add_people
from ui.history.activity import ActivityDialog
from ui.table.data_table import DataTable


@pytest.fixture
def host(qtbot, desk):
    add_people(desk.file, 2)
    log_action(desk.file, ActionKind.RESTORED, count=532, place="E:/sao.tiendo")
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, desk, host):
    made = ActivityDialog(desk, host)
    with qtbot.waitSignal(made.shown):
        made.open()
    return made


def told(dialog):
    model = dialog.findChild(DataTable, "activity-table").model()
    return [model.index(line, 2).data() for line in range(model.rowCount())]


def test_it_is_searched_and_narrowed(qtbot, dialog):
    whole = dialog.findChild(QLabel, "activity-whole")
    qtbot.waitUntil(lambda: whole.text() == "Nhật ký nguyên vẹn đến 17:00 ngày 08/06/2026.")
    qtbot.waitUntil(lambda: "Thêm Trần Văn An" in told(dialog))
    search = dialog.findChild(QLineEdit, "activity-search")
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClicks(search, "khoi phuc")
    qtbot.waitUntil(lambda: told(dialog) == ["Khôi phục từ bản sao lưu"])
    with qtbot.waitSignal(dialog.shown):
        qtbot.keyClick(dialog.findChild(QComboBox, "activity-group"), Qt.Key.Key_Down)
    assert told(dialog) == []
    assert dialog.findChild(QLabel, "activity-count").text() == "0 dòng."
    assert not dialog.findChild(QPushButton, "activity-save").isEnabled()


def test_a_change_opens_row_by_row(qtbot, dialog):
    qtbot.waitUntil(lambda: "Thêm Trần Văn An" in told(dialog))
    table = dialog.findChild(DataTable, "activity-table")
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QDialog, "change-dialog") is not None)


def test_it_is_exported_and_that_is_logged(qtbot, desk, dialog, tmp_path):
    qtbot.mouseClick(dialog.findChild(QPushButton, "activity-save"), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "activity-place")
    out = tmp_path / "nk.xlsx"
    chooser.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: "Đã xuất" in dialog.findChild(QLabel, "activity-count").text())
    chooser.reject()
    assert out.exists()
    (line,) = actions(desk.file, kinds={ActionKind.LOG_EXPORTED})
    assert (line.count, line.place) == (4, str(out))
