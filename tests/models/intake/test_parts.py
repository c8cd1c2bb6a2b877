"""Parts of one unit in a column are no units; the unit is the one that the list names."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.file_units import with_unit_of_file
from models.intake.grid import Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.shape.rows import shape_rows

NAMES = ("Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường", "Đỗ Thị Dung")


def read(
    title: str, header: str, cells: list[str], file_name: str = "Sách.xlsx"
) -> tuple[TableGuess, ShapedTable]:
    rows: list[tuple[object, ...]] = [(title or None, None, None, None)]
    rows.append(("TT", "Họ và tên", header, "SĐT"))
    rows += [(n + 1, NAMES[n % 4], cell, f"09821035{n}1") for n, cell in enumerate(cells)]
    book = Workbook(file_name, "0", "xlsx", (Sheet("Sheet1", rows),))
    (guess,) = with_unit_of_file(book, find_tables(book))
    return guess, shape_rows(book, guess, date(2026, 6, 8))


SCHOOL = "DANH SÁCH CBGVNV TRƯỜNG THCS HOA SEN"
CLINIC = "DANH SÁCH VIÊN CHỨC TRẠM Y TẾ XÃ"


@pytest.mark.parametrize(
    ("title", "header", "cells", "unit"),
    [
        (SCHOOL, "Tổ chuyên môn", ["Tổ KHTN", "Tổ KHXH"], "TRƯỜNG THCS HOA SEN"),
        (SCHOOL, "Tổ chuyên môn", ["KHTN", "Văn phòng"], "TRƯỜNG THCS HOA SEN"),
        (SCHOOL, "Tổ", ["Tổ 1", "Tổ 4-5"], "TRƯỜNG THCS HOA SEN"),
        (SCHOOL, "Tổ/Bộ phận", ["Ban giám hiệu", "Tổ Toán", "Tổ Văn"], "TRƯỜNG THCS HOA SEN"),
        (CLINIC, "Bộ phận", ["Bộ phận Dược", "Bộ phận Sản"], "TRẠM Y TẾ XÃ"),
        (CLINIC, "Khoa", ["Khoa Nội", "Khoa Nhi"], "TRẠM Y TẾ XÃ"),
    ],
)
def test_everybody_is_in_the_unit_of_the_list_and_the_column_is_told(title, header, cells, unit):
    guess, table = read(title, header, cells)
    assert {row.unit for row in table.rows} == {unit}
    assert any("Cột C" in remark and cells[0] in remark for remark in guess.remarks)


@pytest.mark.parametrize("cells", [["Tổ KHTN", "Tổ KHXH"], ["Khoa Nội", "Khoa Nhi"]])
def test_the_name_of_the_file_is_the_unit_of_parts_as_well(cells):
    _, table = read("", "Tổ", cells, "Danh sách Trường THCS Hoa Sen.xlsx")
    assert {row.unit for row in table.rows} == {"Trường THCS Hoa Sen"}


def test_parts_of_an_unknown_unit_are_asked_about_with_their_column():
    _, table = read("", "Tổ chuyên môn", ["Tổ KHTN", "Tổ KHXH"])
    assert {row.unit for row in table.rows} == {""}
    assert '--map "C=unit"' in table.unit_asked


@pytest.mark.parametrize(
    ("title", "header", "cells"),
    [
        ("", "Tổ", ["Tổ 1", "Tổ 2"]),
        ("", "Khoa", ["Khoa Nội", "Khoa Nhi"]),
        ("", "Đơn vị công tác", ["Tổ Toán - Tin", "Tổ Ngữ văn"]),
        ("", "Tổ dân phố", ["Tổ dân phố số 1", "Tổ dân phố số 2"]),
        (SCHOOL, "Đơn vị", ["Phòng Kinh tế", "Trạm Y tế"]),
        (SCHOOL, "Bộ phận", ["Phòng Kinh tế", "Tổ Văn thư"]),
        ("", "Tổ công tác", ["Tổ công nghệ số thôn Nội", "Tổ hòa giải thôn Nội"]),
        (CLINIC, "Phòng ban", ["Phòng Kinh tế", "Văn phòng Đảng ủy"]),
        ("", "ĐV", ["P.KT", "P.VHXH"]),
        ("", "Dept.", ["Phòng Kinh tế", "Trạm Y tế"]),
    ],
)
def test_what_may_be_a_unit_stays_one(title, header, cells):
    _, table = read(title, header, cells)
    assert [row.unit for row in table.rows] == cells
