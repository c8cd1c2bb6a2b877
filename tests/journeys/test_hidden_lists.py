"""A list with hidden rows and a hidden sheet, taken in by command: everybody is accounted for."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import Workbook

from models.intake.hidden import SHEET_UNREAD, STILL_READ
from ui.commandline.run import run

HEADER = ("Họ và tên", "Đơn vị", "Số điện thoại")
PEOPLE = (
    ("Trần Văn An", "Trạm Y tế xã", "0982103591"),
    ("Lê Thị Bình", "Trạm Y tế xã", "0912330118"),
)


def make_list(path: Path) -> Path:
    book = Workbook()
    book.active.title = "Danh sách"
    for sheet in (book.active, book.create_sheet("Cũ")):
        for row in (HEADER, *PEOPLE):
            sheet.append(row)
    book["Danh sách"].row_dimensions[3].hidden = True
    book["Cũ"].sheet_state = "hidden"
    book.save(path)
    return path


def test_hidden_rows_are_read_and_hidden_sheets_are_not_and_both_are_told(data_path, capsys):
    path = make_list(data_path.with_name("tệp.xlsx"))
    assert run(["--data", str(data_path), "--json", "import", str(path), "--dry-run"]) == 0
    taken = json.loads(capsys.readouterr().out)
    assert (taken["rows"], taken["new"]) == (2, 2)
    told = {(p["sheet"], p["row"], p["value"], p["reason"]) for p in taken["problems"]}
    assert ("Danh sách", 3, "Lê Thị Bình", STILL_READ) in told
    assert ("Cũ", 2, "2 dòng", SHEET_UNREAD) in told


def test_a_row_that_is_a_problem_as_a_whole_names_no_column(data_path, capsys):
    path = make_list(data_path.with_name("tệp.xlsx"))
    assert run(["--data", str(data_path), "import", str(path)]) == 0
    assert f"Danh sách, dòng 3: “Lê Thị Bình”: {STILL_READ}" in capsys.readouterr().out
