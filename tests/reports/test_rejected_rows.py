"""Rejected rows come back as a workbook that imports once it is mended."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from models.intake.grid import Sheet
from models.intake.grid import Workbook as GridBook
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from reports.publish import write_file
from reports.rejected_rows import RejectedTable, rejected_path, rejected_workbook

TODAY = date(2026, 6, 8)


def made(folder: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách"
    sheet.append(["DANH SÁCH CÁN BỘ"])
    sheet.append(["STT", "Họ và tên", "Số điện thoại", "Đơn vị"])
    sheet.append([1, "Nguyễn Văn An", "0912000001", "Công an xã"])
    sheet.append([2, "An", "0912000002", "Công an xã"])
    sheet.append([3, "Lê Thị Hòa", "0912000003", "Công an xã"])
    path = folder / "đơn vị.xlsx"
    book.save(path)
    return path


def written(path: Path) -> Path:
    workbook = read_workbook(path)
    (guess,) = find_tables(workbook)
    shaped = shape_rows(workbook, guess, TODAY)
    reasons = {row.row: row.reason for row in shaped.rejected}
    table = RejectedTable(guess.sheet, guess.header_rows, reasons)
    target = rejected_path(path)
    return write_file(rejected_workbook(workbook, [table], TODAY), "xlsx", target)


def test_the_rejected_row_stands_under_its_header_with_a_reason(tmp_path):
    path = written(made(tmp_path))
    assert path.name == "đơn vị - dòng không hợp lệ.xlsx"
    header, row = load_workbook(path)["Danh sách"].iter_rows(values_only=True)
    assert header == ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Lý do không nhận")
    assert row[:4] == (2, "An", "0912000002", "Công an xã")
    assert row[4].endswith(".")


def test_once_mended_it_imports(tmp_path):
    path = written(made(tmp_path))
    book = load_workbook(path)
    book.active["B2"] = "Trần Văn An"
    book.save(path)
    workbook = read_workbook(path)
    (guess,) = find_tables(workbook)
    (person,) = shape_rows(workbook, guess, TODAY).rows
    assert (person.name, person.phone.number, person.unit) == (
        "Trần Văn An",
        "0912000002",
        "Công an xã",
    )
    assert person.note == ""


def test_a_free_name_is_found(tmp_path):
    path = made(tmp_path)
    first, second = written(path), written(path)
    assert first != second
    assert second.name == "đơn vị - dòng không hợp lệ (2).xlsx"
    assert first.read_bytes() == second.read_bytes()


def test_what_is_left_out_twice_has_one_reason_and_no_longer_name(tmp_path):
    once = written(made(tmp_path))
    again = read_workbook(once)
    (guess,) = find_tables(again)
    table = RejectedTable(guess.sheet, guess.header_rows, {2: "Vẫn thiếu."})
    path = rejected_path(once)
    assert path.name == "đơn vị - dòng không hợp lệ (2).xlsx"
    path.write_bytes(rejected_workbook(again, [table], TODAY))
    header, row = load_workbook(path).active.iter_rows(values_only=True)
    assert header == ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Lý do không nhận")
    assert row[-1] == "Vẫn thiếu."


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Tháng 6/2026", "Tháng 6-2026"),
        ("[1] A:B*?\\", "-1- A-B---"),
        ("'Tổ 1'", "Tổ 1"),
        ("x" * 40, "x" * 31),
        ("???", "---"),
        ("\x07", "Trang"),
        ("", "Trang"),
    ],
)
def test_whatever_a_sheet_is_called_its_rows_can_be_saved(name, title):
    sheet = Sheet(name, (("Họ và tên",), ("An",)))
    book = GridBook("a.ods", "0", "ods", (sheet,), ())
    content = rejected_workbook(book, [RejectedTable(name, (1, 1), {2: "Thiếu họ."})], TODAY)
    assert load_workbook(BytesIO(content)).sheetnames == [title]
