"""Tables turned sideways and forms of one person: the sentence says so, and what to do."""

from collections.abc import Sequence

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.evidence.title import read_title
from models.intake.shape.find import find_tables, no_table

PEOPLE = ("Đinh Đình Khôi", "Bùi Công Tâm", "Đào Xuân Quân")
UNITS = ("Phòng Kinh tế",) * 3
PHONES = ("0987062253", "0328204422", "0884997894")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khang")
BORN = ("16/08/1980", "16/10/1994", "27/08/1977")


def book(*rows: Sequence[Cell]) -> Workbook:
    width = max(map(len, rows))
    table = [(*row, *(None,) * (width - len(row))) for row in rows]
    return Workbook("ds.xlsx", "", "xlsx", (Sheet("Sheet1", table),))


@pytest.mark.parametrize(
    "rows",
    [
        [("Họ và tên", *PEOPLE), ("Ngày sinh", *BORN), ("Đơn vị", *UNITS), ("SĐT", *PHONES)],
        [("DANH SÁCH",), ("STT", 1, 2, 3), ("Họ tên", *PEOPLE), ("Đơn vị", *UNITS),
         ("Điện thoại", *PHONES)],
        [("", "Họ và tên:", *PEOPLE), ("", "Năm sinh:", 1980, 1994, 1977), ("", "SĐT:", *PHONES)],
        [("TT", 1, 2, 3), ("HO VA TEN", *PEOPLE), ("CHUC VU", "A", "B", "C"), ("SDT", *PHONES)],
    ],
)  # fmt: skip
def test_a_turned_table(rows: list[tuple[Cell, ...]]) -> None:
    turned = book(*rows)
    assert find_tables(turned) == []
    error = no_table(turned)
    assert "xoay ngang" in error.sentence
    assert "Chuyển vị" in error.advice


@pytest.mark.parametrize(
    "rows",
    [
        [("PHIẾU THÔNG TIN", None), ("Họ và tên:", PEOPLE[0]), ("Ngày sinh:", BORN[0]),
         ("Đơn vị:", UNITS[0]), ("SĐT:", PHONES[0]), ("Họ tên vợ (chồng):", "Lại Thị Bưởi")],
        [("Họ và tên: Đinh Đình Khôi",), ("Ngày sinh: 16/08/1980",), ("Đơn vị: Phòng Kinh tế",),
         ("Điện thoại: 0987062253",)],
        [("1. Họ và tên", PEOPLE[0]), ("2. Chức vụ", "Chuyên viên"), ("3. Số điện thoại", PHONES[0]),
         ("4. Email", "khoi@example.com")],
    ],
)  # fmt: skip
def test_a_form_of_one_person(rows: list[tuple[Cell, ...]]) -> None:
    form = book(*rows)
    assert find_tables(form) == []
    error = no_table(form)
    assert "phiếu thông tin của Đinh Đình Khôi" in error.sentence
    assert "mỗi người một dòng" in error.advice


def test_what_stands_below_a_header_is_not_read_as_titles() -> None:
    """Reading a title takes long, and a list has as many people as it likes."""
    header = ("Họ và tên", "Ngày sinh", "Số điện thoại", "Đơn vị")
    names = [f"{family} Văn {given}" for family in ("Trần", "Lê", "Phạm", "Bùi") for given in GIVEN]
    rows = [
        (name, f"{at + 1:02d}/03/1980", f"09120345{at:02d}", UNITS[0])
        for at, name in enumerate(names)
    ]
    before = read_title.cache_info().misses
    assert len(find_tables(book(header, *rows))) == 1
    assert read_title.cache_info().misses - before < len(names)


def test_several_forms() -> None:
    rows = [
        line
        for name, phone in zip(PEOPLE, PHONES, strict=True)
        for line in (("Họ và tên:", name), ("Đơn vị:", UNITS[0]), ("SĐT:", phone), (None, None))
    ]
    error = no_table(book(*rows))
    assert "3 phiếu thông tin" in error.sentence


def test_a_list_is_a_list() -> None:
    rows = [("Họ và tên", "Đơn vị", "SĐT"), *zip(PEOPLE, UNITS, PHONES, strict=True)]
    (guess,) = find_tables(book(*rows))
    assert guess.wanted
    assert "Không tìm thấy danh sách người" in no_table(book(("Xã", "Huyện"), ("A", "B"))).sentence
