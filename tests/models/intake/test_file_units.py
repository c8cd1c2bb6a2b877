"""The unit in the name of a file is proposed, and only when the list names none."""

import pytest

from models.intake.file_units import BY_FILE_NAME, unit_of_file, with_unit_of_file
from models.intake.grid import Sheet, Workbook
from models.intake.shape.find import find_tables


@pytest.mark.parametrize(
    ("file_name", "unit"),
    [
        ("Trạm Y tế.xlsx", "Trạm Y tế"),
        ("01_Trường_MN_Tân_An (2).xls", "Trường MN Tân An"),
        ("12. Danh sách Công an xã.xlsx", "Công an xã"),
        ("Thôn Đoài.ods", "Thôn Đoài"),
        ("Danh sách GV trường THCS Hoa Sen.xlsx", "trường THCS Hoa Sen"),
        ("Danh sách CBGVNV Trường THCS Hoa Sen năm học 2025-2026.xlsx", "Trường THCS Hoa Sen"),
        ("DS đăng ký - Phòng Kinh tế (1).xlsx", "Phòng Kinh tế"),
        ("THCS Hoa Sen.xlsx", "THCS Hoa Sen"),
        ("phong kinh te.xlsx", ""),
        ("Danh sách tập huấn tại Trung tâm Chính trị.xlsx", ""),
        ("Danh sách các phòng, ban.xlsx", ""),
        ("Danh sách phòng chống thiên tai.xlsx", ""),
        ("Danh sách.xlsx", ""),
        ("Đăng ký thi.csv", ""),
        ("UBND xã Kẻ Sặt.xlsx", ""),
        ("Nguyễn Văn An.xlsx", ""),
    ],
)
def test_only_names_of_units_are_taken(file_name, unit):
    assert unit_of_file(file_name) == unit


@pytest.mark.parametrize(
    ("header", "row", "unit"),
    [
        (("Họ và tên", "Số điện thoại"), ("Trần Văn An", "0982103591"), "Trạm Y tế"),
        (("Họ và tên", "Đơn vị"), ("Trần Văn An", "Thôn Đoài"), ""),
    ],
)
def test_what_the_list_says_goes_before_its_name(header, row, unit):
    book = Workbook("Trạm Y tế.xlsx", "0", "xlsx", (Sheet("DS", [header, row, row]),))
    (guess,) = with_unit_of_file(book, find_tables(book))
    assert guess.unit == unit
    assert (BY_FILE_NAME.format(unit=unit) in guess.remarks) is bool(unit)
