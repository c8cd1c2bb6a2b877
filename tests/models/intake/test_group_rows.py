"""A row between the people is a unit only if it names one; where it ends is told by its look."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.employment import WorkStanding
from models.intake.shape.find import find_tables
from models.intake.shape.group_kinds import GroupKind, named_by
from models.intake.shape.records import SourceRow
from models.intake.shape.rows import shape_rows
from models.records import StaffType

TODAY = date(2026, 6, 8)
HEAD = ("STT", "Họ và tên", "Ngày sinh", "SĐT")
NAMES = (
    "Trần Văn An",
    "Lê Thị Bình",
    "Phạm Văn Cường",
    "Đỗ Thị Dung",
    "Vũ Văn Giang",
    "Bùi Thị Hà",
)


def people(first: int, *at: int) -> list[tuple[object, ...]]:
    return [(first + n, NAMES[i], f"0{n + 1}/04/1985", f"09821035{i}1") for n, i in enumerate(at)]


def read(*rows: tuple[object, ...], width: int = 4) -> list[SourceRow]:
    full = [(*row, *[None] * (width - len(row))) for row in rows]
    book = Workbook("Sách.xlsx", "0", "xlsx", (Sheet("Sheet1", full),))
    (guess,) = find_tables(book)
    return list(shape_rows(book, guess, TODAY).rows)


def units(*rows: tuple[object, ...]) -> list[str]:
    return [row.unit for row in read(*rows)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("* Hội Nông dân (3 đ/c)", "Hội Nông dân"),
        ("1. Trường Mầm non Sơn Ca", "Trường Mầm non Sơn Ca"),
        ("- Phòng Kinh tế: 5 người", "Phòng Kinh tế"),
        ("+ Trạm Y tế - 5 người", "Trạm Y tế"),
        ("I/ Trạm Y tế", "Trạm Y tế"),
        ("A. Công an xã (gồm 4 đồng chí)", "Công an xã"),
        ("Đơn vị: Đảng ủy xã", "Đảng ủy xã"),
        ("Tổ dân phố số 3", "Tổ dân phố số 3"),
        ("Lãnh đạo UBND xã", "Lãnh đạo UBND xã"),
        ("Thường trực Đảng ủy", "Thường trực Đảng ủy"),
        ("Lãnh đạo Phòng Kinh tế", "Phòng Kinh tế"),
        ("Giáo viên Trường Mầm non Hoa Sen", "Trường Mầm non Hoa Sen"),
        ("Nông dân", "Nông dân"),
        ("Đoàn Thanh niên", "Đoàn Thanh niên"),
        ("Bưu điện văn hóa xã", "Bưu điện văn hóa xã"),
        ("Các trường học", "Các trường học"),
    ],
)
def test_bodies_are_units_however_they_are_marked(text, unit):
    assert named_by(text).kind in {GroupKind.UNIT, GroupKind.BLOCK}
    assert named_by(text).unit == unit


@pytest.mark.parametrize(
    ("text", "kind", "staff_type"),
    [
        ("BIÊN CHẾ", GroupKind.PEOPLE, None),
        ("HỢP ĐỒNG 68", GroupKind.PEOPLE, StaffType.WORKER),
        ("Hợp đồng theo Nghị định 111/2022/NĐ-CP", GroupKind.PEOPLE, StaffType.WORKER),
        ("II. Công chức", GroupKind.PEOPLE, StaffType.CIVIL_SERVANT),
        ("Viên chức", GroupKind.PEOPLE, StaffType.PUBLIC_EMPLOYEE),
        ("Cán bộ, công chức", GroupKind.PEOPLE, None),
        ("Người hoạt động không chuyên trách ở thôn", GroupKind.PEOPLE, StaffType.PART_TIME),
        ("I. Ban giám hiệu", GroupKind.PEOPLE, None),
        ("Lãnh đạo", GroupKind.PEOPLE, None),
        ("Lãnh đạo cơ quan", GroupKind.PEOPLE, None),
        ("Chuyên viên", GroupKind.PEOPLE, None),
        ("Trưởng thôn", GroupKind.PEOPLE, None),
        ("Đoàn viên", GroupKind.PEOPLE, None),
        ("Nữ", GroupKind.PEOPLE, None),
        ("Vần A", GroupKind.PEOPLE, None),
        ("Đợt 1", GroupKind.PEOPLE, None),
        ("Danh sách bổ sung", GroupKind.PEOPLE, None),
        ("Có trình độ đại học trở lên", GroupKind.PEOPLE, None),
        ("Can bo cong chuc", GroupKind.PEOPLE, None),
        ("Đang công tác", GroupKind.STATUS, None),
        ("Dang cong tac", GroupKind.STATUS, None),
        ("Đã nghỉ hưu, chuyển công tác", GroupKind.STATUS, None),
        ("Trường hợp nghỉ thai sản", GroupKind.STATUS, None),
        ("Danh sách cán bộ đã nghỉ hưu", GroupKind.STATUS, None),
        ("Tổ Toán - Lý", GroupKind.PART, None),
        ("Tổ 4-5", GroupKind.PART, None),
        ("Khối 6", GroupKind.PART, None),
        ("Khoa Nội", GroupKind.LOOSE_PART, None),
        ("Nam Đồng", GroupKind.UNKNOWN, None),
        ("Nguyễn Trãi", GroupKind.UNKNOWN, None),
        ("Truong Van An", GroupKind.UNKNOWN, None),
    ],
)
def test_kinds_of_people_what_is_said_of_them_and_parts_are_no_units(text, kind, staff_type):
    named = named_by(text)
    assert (named.kind, named.staff_type) == (kind, staff_type)


def test_a_kind_of_staff_gives_the_kind_and_leaves_the_unit_of_the_title():
    rows = read(
        ("DANH SÁCH CÁN BỘ PHÒNG KINH TẾ",), HEAD,
        ("I", "BIÊN CHẾ"), *people(1, 0, 1), ("II", "HỢP ĐỒNG 68"), *people(1, 2, 3),
    )  # fmt: skip
    assert {row.unit for row in rows} == {"PHÒNG KINH TẾ"}
    assert [row.staff_type for row in rows] == [None, None, StaffType.WORKER, StaffType.WORKER]


@pytest.mark.parametrize("common", ["DANH SÁCH CBCC PHÒNG KINH TẾ", ""])
@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("Đã nghỉ hưu, chuyển công tác", WorkStanding.LEAVES),
        ("NGHỈ THAI SẢN", WorkStanding.EXEMPT),
        ("Biệt phái", WorkStanding.EXEMPT),
    ],
)
def test_a_group_of_those_who_are_gone_says_so_of_each(common, said, standing):
    rows = read(
        (common or None,), HEAD, ("A", "Đang công tác"), *people(1, 0, 1), ("B", said),
        *people(1, 2, 3),
    )  # fmt: skip
    assert {row.unit for row in rows} == {common.removeprefix("DANH SÁCH CBCC ")}
    told = [row.employment and row.employment.standing for row in rows]
    assert told == [None, None, standing, standing]


def test_a_unit_below_a_status_keeps_the_status():
    rows = read(
        HEAD, ("ĐÃ NGHỈ HƯU",), ("PHÒNG KINH TẾ",), *people(1, 0), ("TRẠM Y TẾ",), *people(2, 1),
    )  # fmt: skip
    assert [row.unit for row in rows] == ["PHÒNG KINH TẾ", "TRẠM Y TẾ"]
    assert all(row.employment is not None for row in rows)


def test_a_level_belongs_to_the_unit_of_the_letterhead():
    found = units(
        ("VĂN PHÒNG ĐẢNG ỦY XÃ KẺ SẶT",), ("DANH SÁCH CÁN BỘ, CÔNG CHỨC",), HEAD,
        ("I", "Lãnh đạo"), *people(1, 0, 1), ("II", "Công chức"), *people(3, 2, 3),
        ("III", "Hợp đồng lao động"), *people(5, 4, 5),
    )  # fmt: skip
    assert found == ["VĂN PHÒNG ĐẢNG ỦY XÃ KẺ SẶT"] * 6


def test_a_level_among_units_is_left_open_and_ends_with_the_next_row_of_its_look():
    found = units(
        ("PHÒNG VĂN HÓA - XÃ HỘI",), HEAD, ("I", "Lãnh đạo"), *people(1, 0, 1),
        ("II", "Phòng Kinh tế"), *people(3, 2), (None, "Công chức"), *people(4, 3),
        ("III", "Hợp đồng"), *people(5, 4),
    )  # fmt: skip
    assert found == ["", "", "Phòng Kinh tế", "Phòng Kinh tế", ""]


@pytest.mark.parametrize("sign", ["* {}", "- {} (1 đ/c)", "1. {}", "I/ {}", "A. {}: 1 người", "{}"])
@pytest.mark.parametrize("column", [0, 1])
def test_units_are_read_in_every_look_and_place(sign, column):
    head = [None] * column
    first, second = (sign.format(each) for each in ("Hội Nông dân", "Trạm Y tế"))
    found = units(HEAD, (*head, first), *people(1, 0), (*head, second), *people(2, 1))
    assert found == ["Hội Nông dân", "Trạm Y tế"]


def test_a_list_without_numbers_keeps_its_groups_of_stars():
    rows = [
        ("Họ và tên", "Ngày sinh", "Điện thoại"), ("* Hội Nông dân (1 đ/c)",),
        (NAMES[0], "18/07/1991", "0982103591"), ("* Đoàn Thanh niên (1 đ/c)",),
        (NAMES[1], "28/09/1972", "0982103592"),
    ]  # fmt: skip
    assert [row.unit for row in read(*rows, width=3)] == ["Hội Nông dân", "Đoàn Thanh niên"]


def test_parts_of_a_school_belong_to_the_school_and_are_open_without_one():
    groups = (("I", "Tổ Toán - Lý"), *people(1, 0, 1), ("II", "Tổ Văn phòng"), *people(3, 2, 3))
    school = "TRƯỜNG THCS HOA SEN"
    assert units((f"DANH SÁCH GIÁO VIÊN {school}",), HEAD, *groups) == [school] * 4
    assert units(HEAD, *groups) == [""] * 4


def test_names_of_no_known_kind_are_units_unless_their_company_is_none():
    villages = (("I", "Đồng Tâm"), *people(1, 0), ("II", "Nam Đồng"), *people(2, 1))
    assert units(HEAD, *villages) == ["Đồng Tâm", "Nam Đồng"]
    staff = (("I", "Biên chế"), *people(1, 0), ("II", "Cao Đẳng Khác"), *people(2, 1))
    assert units(HEAD, *staff) == ["", ""]


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["PHÒNG GD&ĐT", "TRƯỜNG MẦM NON HOA HỒNG"], "TRƯỜNG MẦM NON HOA HỒNG"),
        (["ỦY BAN NHÂN DÂN XÃ KẺ SẶT", "PHÒNG VĂN HÓA - XÃ HỘI"], "PHÒNG VĂN HÓA - XÃ HỘI"),
        (["ĐẢNG ỦY XÃ KẺ SẶT", "VĂN PHÒNG"], "VĂN PHÒNG ĐẢNG ỦY XÃ KẺ SẶT"),
        (["UBND XÃ KẺ SẶT", "TRƯỜNG TIỂU HỌC", "HOA SEN"], "TRƯỜNG TIỂU HỌC HOA SEN"),
        (["CÔNG AN THÀNH PHỐ", "CÔNG AN XÃ KẺ SẶT"], "CÔNG AN XÃ KẺ SẶT"),
        (["TRUNG TÂM Y TẾ KHU VỰC", "TRẠM Y TẾ XÃ KẺ SẶT"], "TRẠM Y TẾ XÃ KẺ SẶT"),
        (["UBND XÃ KẺ SẶT\nTRƯỜNG MẦM NON SƠN CA"], "TRƯỜNG MẦM NON SƠN CA"),
        (["TRƯỜNG THCS HOA SEN", "TỔ KHOA HỌC TỰ NHIÊN"], "TRƯỜNG THCS HOA SEN"),
        (["1. Trường Mầm non Sơn Ca"], "Trường Mầm non Sơn Ca"),
        (["UBND XÃ KẺ SẶT", "HỘI NGHỊ TẬP HUẤN"], ""),
        (["PHÒNG GD&ĐT HUYỆN BÌNH GIANG"], ""),
    ],
)
def test_of_a_letterhead_the_last_body_is_its_own(above, unit):
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    heads = [(line, None, motto if not at else None) for at, line in enumerate(above)]
    assert units(*heads, ("DANH SÁCH",), HEAD, *people(1, 0, 1)) == [unit] * 2


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("DANH SÁCH GIÁO VIÊN TRƯỜNG MẦM NON SƠN CA", "TRƯỜNG MẦM NON SƠN CA"),
        ("DANH SÁCH CÁN BỘ HỘI NÔNG DÂN XÃ", "HỘI NÔNG DÂN XÃ"),
        ("DANH SÁCH TẬP HUẤN TẠI TRUNG TÂM CHÍNH TRỊ", "PHÒNG VĂN HÓA - XÃ HỘI"),
        ("DANH SÁCH BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI", "PHÒNG VĂN HÓA - XÃ HỘI"),
    ],
)
def test_the_title_says_whose_list_it_is_before_the_letterhead(title, unit):
    head = ("UBND XÃ KẺ SẶT",), ("PHÒNG VĂN HÓA - XÃ HỘI",), (title,)
    assert units(*head, HEAD, *people(1, 0, 1)) == [unit] * 2
