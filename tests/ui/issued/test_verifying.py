"""Kiểm tra báo cáo through the window: dropped and chosen files, several candidates, scans."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QWidget

from models.papers.issuing import issued_bytes
from models.records import Mark
from models.roster.marks import set_marks
from reports.gather.request import Request
from reports.issuing import issue
from tests.factory import add_people
from tests.ui.attachments.drops import drop_files
from ui.issued.verifying import VerifyDialog, open_verifying
from ui.table.data_table import DataTable

JUNE_8 = date(2026, 6, 8)
SUMMARY = Request("unit-summary", JUNE_8)


@pytest.fixture
def people(desk):
    return add_people(desk.file, 5)


@pytest.fixture
def host(qtbot, people):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, desk, host):
    open_verifying(desk, host)
    made = host.findChild(VerifyDialog)
    qtbot.waitExposed(made)
    return made


def answer(dialog):
    return dialog.findChild(QLabel, "verify-answer").text()


def chosen(dialog, path):
    """Choose a file by the button."""
    dialog.findChild(QPushButton, "verify-choose").click()
    asked = dialog.findChild(QFileDialog, "verify-file-dialog")
    asked.fileSelected.emit(str(path))
    asked.close()


def changed(content, value):
    """The workbook with another total."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    page = book.worksheets[0]
    total = next(cell for row in page.iter_rows() for cell in row if cell.value == "Tổng cộng")
    page[f"C{total.row}"] = value
    target = BytesIO()
    book.save(target)
    return target.getvalue(), f"C{total.row}"


def test_a_file_that_is_dropped_is_told_to_be_the_same(qtbot, desk, dialog, tmp_path):
    report = issue(desk.file, SUMMARY)
    path = tmp_path / "tra lai.pdf"
    path.write_bytes(issued_bytes(desk.file, report.id, "pdf"))
    assert drop_files(dialog, [path])
    qtbot.waitUntil(lambda: "khớp từng byte" in answer(dialog))
    assert not dialog.findChild(DataTable, "verify-differences").isVisible()


def test_a_changed_cell_is_named_in_the_table(qtbot, desk, dialog, tmp_path):
    report = issue(desk.file, SUMMARY)
    content, at = changed(issued_bytes(desk.file, report.id, "xlsx"), 31)
    path = tmp_path / "sua.xlsx"
    path.write_bytes(content)
    chosen(dialog, path)
    table = dialog.findChild(DataTable, "verify-differences")
    qtbot.waitUntil(lambda: table.isVisible() and table.model().rowCount() == 1)
    told = [f"ô {at} của trang “Biểu tổng hợp”", "5", "31"]
    qtbot.waitUntil(lambda: [table.model().index(0, each).data() for each in range(3)] == told)
    assert "1 chỗ khác" in answer(dialog)


def test_of_several_one_is_chosen_by_keys(qtbot, desk, dialog, people, tmp_path):
    first = issue(desk.file, SUMMARY)
    set_marks(desk.file, people[:1], Mark.REGISTERED, JUNE_8)
    issue(desk.file, SUMMARY, replaces=first.id)
    content, _ = changed(issued_bytes(desk.file, first.id, "xlsx"), 31)
    book = openpyxl.load_workbook(BytesIO(content))
    book.properties.description = ""
    path = tmp_path / "sua.xlsx"
    book.save(path)
    chosen(dialog, path)
    which = dialog.findChild(QComboBox, "verify-which")
    qtbot.waitUntil(lambda: which.isVisible() and which.count() == 3)
    assert "một trong nhiều bản phát hành" in answer(dialog)
    which.setFocus()
    for _ in range(2):
        QTest.keyClick(which, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: first.short_hash in answer(dialog))
    assert "không khớp" in answer(dialog)
    notes = dialog.findChild(QLabel, "verify-notes").text()
    assert "đã được thu hồi bằng" in notes


def test_what_cannot_be_read_is_one_sentence(qtbot, desk, dialog, tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    chosen(dialog, path)
    problem = dialog.findChild(QLabel, "verify-problem")
    qtbot.waitUntil(lambda: "không phải là PDF, Word (.docx) hay Excel" in problem.text())
    assert answer(dialog) == ""


def test_enter_begins_with_the_choice_of_a_file(qtbot, dialog):
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QFileDialog, "verify-file-dialog") is not None)
    dialog.findChild(QFileDialog, "verify-file-dialog").close()
    assert dialog.isVisible()
