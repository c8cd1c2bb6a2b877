"""What titles say: the thing, and whose or which it is."""

from __future__ import annotations

import pytest

from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import Field

OWN = (
    ("Họ và tên", Field.FULL_NAME), ("HoTen", Field.FULL_NAME), ("hoten", Field.FULL_NAME),
    ("full_name", Field.FULL_NAME), ("Tên giáo viên", Field.FULL_NAME), ("Tên CB", Field.FULL_NAME),
    ("TenNV", Field.FULL_NAME), ("Họ tên học sinh", Field.FULL_NAME),
    ("Person_Name", Field.FULL_NAME), ("Họ và tên đệm", Field.FAMILY_NAME),
    ("Your last name", Field.FAMILY_NAME), ("Your first name", Field.GIVEN_NAME),
    ("Mã giáo viên", Field.STAFF_CODE), ("mssv", Field.STAFF_CODE), ("MASV", Field.STAFF_CODE),
    ("Mã số thẻ", Field.STAFF_CODE), ("Person_ID", Field.STAFF_CODE), ("MaNV", Field.STAFF_CODE),
    ("ĐT DĐ", Field.PHONE), ("Số điên thoại", Field.PHONE), ("Mobilephone_Number", Field.PHONE),
    ("Số điện thoại của sinh viên", Field.PHONE), ("SoDienThoai", Field.PHONE),
    ("Bộ phận/ Phòng ban", Field.UNIT), ("Tên đơn vị", Field.UNIT), ("Nơi công tác", Field.UNIT),
    ("Vị trí/ Chức vụ", Field.POSITION), ("Chức vụ trong chi đoàn", Field.POSITION),
    ("ngaysinh ", Field.BIRTH), ("NgaySinh", Field.BIRTH), ("Sinh ngày", Field.BIRTH),
    ("EMAIL công vụ", Field.EMAIL), ("GioiTinh", Field.GENDER),
)  # fmt: skip

NOTHING = (
    "Ngày nghỉ", "Ngày cấp", "Ngày vào làm", "Ngày ký", "Phụ cấp chức vụ", "Hệ số lương",
    "Department_ID", "Mã công ty", "Mã khoa", "Tên ngành", "Tên lớp", "Đơn vị tính", "Nơi cấp",
    "Người khai ký và ghi rõ họ tên", "Số hợp đồng lao động", "ĐT cơ quan", "Lớp",
)  # fmt: skip

OTHERS = (
    "Họ tên lãnh đạo phụ trách", "Họ và tên chủ hộ", "Họ và tên chủ nhà", "Tên người giám hộ",
    "Họ và tên bố (hoặc mẹ)", "Họ tên vợ", "Họ tên con", "Người liên hệ", "Giáo viên chủ nhiệm",
    "ĐT GĐ", "Số điện thoại của Bố (hoặc mẹ)", "SĐT người liên hệ", "SĐT người giúp đỡ",
    "Điện thoại thủ trưởng", "Email phụ huynh",
)  # fmt: skip


@pytest.mark.parametrize(("text", "field"), OWN)
def test_a_title_of_the_person_is_understood(text: str, field: Field):
    title = read_title((text,))
    assert title.best is field
    assert not title.other


@pytest.mark.parametrize("text", NOTHING)
def test_a_title_of_something_else_names_nothing_of_the_person(text: str):
    title = read_title((text,))
    read = {f for f, weight in title.scores.items() if weight > 2} - {Field.IGNORED}
    assert not read
    assert title.thing


@pytest.mark.parametrize("text", OTHERS)
def test_a_title_says_that_it_is_of_somebody_else(text: str):
    title = read_title((text,))
    assert title.other
    assert all(weight <= 2 for weight in title.scores.values())


def test_the_row_above_says_whose_a_column_is():
    assert read_title(("Người giám hộ", "Họ tên")).other
    assert read_title(("Thông tin nơi ở ngoại trú", "Tổ dân phố")).best is None
    assert not read_title(("Thông tin cá nhân", "Họ tên")).other


def test_a_number_tells_titles_of_one_thing_apart():
    first, second = read_title(("Họ tên giám thị 1",)), read_title(("Họ tên giám thị 2",))
    assert (first.number, second.number) == ("1", "2")
    assert first.bare == second.bare
