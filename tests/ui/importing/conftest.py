"""A wizard on made-up lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QWidget

from ui.importing.wizard import ImportWizard
from ui.intake.steps import IntakeStep

HEADER = ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại"]
PEOPLE = [
    [1, "Trần Văn An", "Y sĩ", "Trạm Y tế xã", "0982103591"],
    [2, "Lê Thị Bình", "Điều dưỡng", "Trạm Y tế xã", "0912330118"],
    [3, "Phạm Đức Cường", "Trưởng thôn", "Thôn Đoài", "0378551902"],
]


@pytest.fixture
def make_list(tmp_path):
    def maker(name="Danh sách.xlsx", rows=PEOPLE, header=HEADER, sheets=1, hidden=()) -> Path:
        book = Workbook()
        book.remove(book.active)
        for number in range(sheets):
            sheet = book.create_sheet(f"Trang {number + 1}")
            for row in [header, *rows]:
                sheet.append(row)
            for row in hidden:
                sheet.row_dimensions[row].hidden = True
        book.save(tmp_path / name)
        return tmp_path / name

    return maker


@pytest.fixture
def open_wizard(qtbot, desk):
    hosts = []

    def opener(*paths, step=IntakeStep.COLUMNS):
        host = QWidget()
        qtbot.addWidget(host)
        hosts.append(host)
        host.show()
        wizard = ImportWizard(desk, list(paths), host)
        with qtbot.waitSignal(
            wizard.stepped, check_params_cb=lambda now: now == step, timeout=20_000
        ):
            wizard.open()
        return wizard

    return opener
