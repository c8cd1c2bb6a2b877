"""Post and unit in one column are told apart where the whole column shows both."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.column_map import fields_by_letter
from models.intake.grid import Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.post_and_unit import post_and_unit
from models.intake.shape.rows import shape_rows
from models.intake.wishes import Wishes, wished_tables

BOTH = ["Chuyên viên - Phòng Kinh tế", "Chuyên viên - Phòng Văn hóa - Xã hội"]


def read(header: str, cells: list[str], title: str = "", said: str = "") -> list[tuple[str, str]]:
    names = ("Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường", "Đỗ Thị Dung")
    rows: list[tuple[object, ...]] = [(title or None, None, None, None)]
    rows.append(("TT", "Họ và tên", header, "SĐT"))
    rows += [(n + 1, names[n], cell, f"09821035{n}1") for n, cell in enumerate(cells)]
    book = Workbook("Sách.xlsx", "0", "xlsx", (Sheet("Sheet1", rows),))
    wishes = Wishes(fields=fields_by_letter(said)) if said else Wishes()
    ((guess,), _) = wished_tables(book, find_tables(book), wishes)
    return [(r.position, r.unit) for r in shape_rows(book, guess, date(2026, 6, 8)).rows]


@pytest.mark.parametrize(
    ("text", "post", "unit"),
    [
        ("Chuyên viên - Phòng Văn hóa - Xã hội", "Chuyên viên", "Phòng Văn hóa - Xã hội"),
        ("Chuyên viên Phòng Kinh tế", "Chuyên viên", "Phòng Kinh tế"),
        ("Chuyên viên (Phòng Kinh tế)", "Chuyên viên", "Phòng Kinh tế"),
        ("Phòng Kinh tế, Chuyên viên", "Chuyên viên", "Phòng Kinh tế"),
        ("Giáo viên/Trường THCS Sơn Ca", "Giáo viên", "Trường THCS Sơn Ca"),
        ("Trưởng phòng Kinh tế", "Trưởng phòng Kinh tế", "Phòng Kinh tế"),
        ("Phó Trưởng Công an xã", "Phó Trưởng Công an xã", "Công an xã"),
        ("Chánh Văn phòng HĐND và UBND", "Chánh Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND"),
        ("Trạm trưởng Trạm Y tế", "Trạm trưởng", "Trạm Y tế"),
        ("Hiệu trưởng Trường Mầm non Hoa Sen", "Hiệu trưởng", "Trường Mầm non Hoa Sen"),
        ("Chủ tịch Hội Nông dân", "Chủ tịch Hội Nông dân", "Hội Nông dân"),
        ("Trưởng thôn Nội", "Trưởng thôn Nội", "Thôn Nội"),
    ],
)
def test_both_are_found(text, post, unit):
    assert post_and_unit(text) == (post, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Chuyên viên", "Trưởng phòng", "Trưởng thôn", "Giáo viên Toán", "Văn thư - Lưu trữ",
        "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Lãnh đạo UBND xã", "Tổ trưởng tổ Toán",
        "Bí thư chi bộ thôn Nội", "Chuyên viên - Phòng Kinh tế, Bí thư Đoàn xã",
        "Bí thư Đảng ủy, Chủ tịch HĐND xã",
    ],
)  # fmt: skip
def test_what_holds_one_or_more_than_two_stays_whole(text):
    assert post_and_unit(text) is None


@pytest.mark.parametrize(
    "header", ["Chức vụ - Đơn vị công tác", "Chức vụ, đơn vị", "Đơn vị - Chức vụ", "Chức vụ"]
)
def test_a_column_of_both_gives_both(header):
    assert read(header, BOTH) == [
        ("Chuyên viên", "Phòng Kinh tế"), ("Chuyên viên", "Phòng Văn hóa - Xã hội"),
    ]  # fmt: skip


def test_a_column_called_the_unit_by_the_officer_is_told_apart_as_well():
    assert read("Chức vụ - Đơn vị", BOTH, said="C=unit")[0] == ("Chuyên viên", "Phòng Kinh tế")


def test_a_title_that_names_both_lets_a_cell_hold_one():
    found = read("Chức vụ, đơn vị", ["Trưởng Công an xã", "Trạm trưởng Trạm Y tế", "Ủy viên"])
    assert [unit for _, unit in found] == ["Công an xã", "Trạm Y tế", ""]


def test_posts_of_which_some_name_no_unit_are_left_whole():
    cells = ["Trưởng phòng Kinh tế", "Chuyên viên", "Kế toán"]
    assert read("Chức vụ", cells) == [(cell, "") for cell in cells]


def test_the_unit_of_the_list_goes_before_what_posts_say():
    found = read("Chức vụ", BOTH, title="DANH SÁCH CÁN BỘ TRẠM Y TẾ XÃ")
    assert found == [(cell, "TRẠM Y TẾ XÃ") for cell in BOTH]
