"""The blank form of a list: what is filled into it is read without a question."""

from __future__ import annotations

from datetime import date

import openpyxl

from models.intake.plan_records import ImportBox, PlanOptions
from models.intake.sitting.lists import plan_file
from reports.blank_list import BLANK_LIST_NAME, blank_list

DAY = date(2026, 6, 8)


def filled(tmp_path, *rows):
    """The form with these rows below its example."""
    path = tmp_path / BLANK_LIST_NAME
    path.write_bytes(blank_list(DAY))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    first = next(cell.row for cell in sheet["A"] if cell.value == "Ví dụ") + 1
    for at, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            sheet.cell(at, column, value)
    book.save(path)
    return path


def test_what_is_filled_in_is_read_and_the_example_is_not(file, tmp_path):
    path = filled(
        tmp_path,
        (1, "Đặng Thị Ngọc Ánh", "30/06/1973", "Nữ", "Văn phòng Đảng ủy", "Văn thư", "Công chức",
         "0960001448", ""),
        (2, "Trần Văn Bình", "1980", "Nam", "Văn phòng Đảng ủy", "Chuyên viên", "Viên chức",
         "0960 001 449", "mới về"),
    )  # fmt: skip
    plan = plan_file(file, path, PlanOptions())
    names = {row.name for row in plan.in_box(ImportBox.NEW)}
    assert names == {"Đặng Thị Ngọc Ánh", "Trần Văn Bình"}
    assert plan.in_box(ImportBox.REJECTED) == ()
    assert plan.in_box(ImportBox.UNCERTAIN) == ()


def test_the_same_day_gives_the_same_bytes():
    assert blank_list(DAY) == blank_list(DAY)
