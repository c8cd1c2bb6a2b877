"""Rows that sum up others and people whose names begin like a total: the whole row decides."""

from collections.abc import Sequence
from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows
from models.intake.shape.totals import TOTAL

HEAD = ("STT", "Họ và tên", "Đơn vị", "SĐT")
PEOPLE: list[tuple[Cell, ...]] = [
    (1, "Nguyễn Văn An", "Trạm Y tế", "0912345671"),
    (2, "Trần Thị Bình", "Trạm Y tế", "0912345672"),
]


def shaped(*rows: Sequence[Cell], head: tuple[str, ...] = HEAD) -> ShapedTable:
    table = [head, *(row[: len(head)] for row in PEOPLE), *map(tuple, rows)]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", table),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, date(2026, 6, 1))


@pytest.mark.parametrize(
    "name",
    [
        "Cộng Hòa Bình", "Tổng Văn Hùng", "CONG TON NU LAN", "Tong Thi Lan", "TONG VAN HUNG",
        "Cộng Thị Mai", "CỘNG VĂN AN", "Tống Cộng", "TONG CONG", "Cong Hoa",
    ],
)  # fmt: skip
def test_somebody_with_a_phone_is_no_total(name: str) -> None:
    table = shaped((3, name, "Trạm Y tế", "0912345673"))
    assert [row.name for row in table.rows][2:] == [name]


@pytest.mark.parametrize("name", ["Cộng Hòa Bình", "Tổng Văn Hùng", "CONG TON NU LAN"])
@pytest.mark.parametrize(
    "row", [(3, "Trạm Y tế", None), (None, "Trạm Y tế", None), (3, None, None)]
)
def test_a_number_or_a_unit_is_enough(name: str, row: tuple[Cell, Cell, Cell]) -> None:
    table = shaped((row[0], name, *row[1:]))
    assert [each.name for each in table.rows][2:] == [name]


@pytest.mark.parametrize(
    "row",
    [
        (None, "Tổng cộng", None, 2), (None, "Cộng", None, None), ("Tổng số", None, None, 2),
        (None, "Tổng cộng: 5", None, None), (3, "Tổng số", None, "2"), ("Cộng:", "2", None, None),
        (None, "TONG CONG", None, 12), (None, "Tong so: 5 nguoi", None, None),
        (None, "Cộng Phòng Kinh tế", None, 5), (None, "Tổng số giáo viên nữ", None, 1),
        (None, "Tổng cộng (I+II)", None, 20), ("II. Tổng cộng", None, None, None),
        (None, "TỔNG GIÁO VIÊN", "Trạm Y tế", 3),
    ],
)  # fmt: skip
def test_totals_are_nobody(row: tuple[Cell, ...]) -> None:
    table = shaped(row)
    assert len(table.rows) == 2
    assert [each.reason for each in table.skipped] == ["Dòng tổng cộng"]


def test_a_total_under_a_column_of_births_is_nobody() -> None:
    head = ("STT", "Họ và tên", "Năm sinh")
    table = [head, (1, "NGUYEN VAN AN", 1980), (2, "TRAN THI BINH", 1985), (None, "TONG CONG", 2)]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", table),))
    (guess,) = find_tables(book)
    assert len(shape_rows(book, guess, date(2026, 6, 1)).rows) == 2


def test_with_nothing_beside_it_it_is_asked() -> None:
    (last,) = shaped((None, "Cộng Hòa Bình", None, None)).rejected
    assert "dòng cộng" in last.reason


SCORES = ("Họ và tên", "Tài khoản", "Đơn vị", "Điểm", "Số lượt")
MARKED: list[tuple[Cell, ...]] = [
    ("Nguyễn Văn An", "0912345671", "Trạm Y tế", 9, 2),
    ("Trần Thị Bình", "0912345672", "Trạm Y tế", 7.5, 1),
]


def scored(*rows: Sequence[Cell]) -> ShapedTable:
    book = Workbook("kq.xlsx", "", "xlsx", (Sheet("KQ", [SCORES, *MARKED, *map(tuple, rows)]),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, date(2026, 6, 1))


@pytest.mark.parametrize(
    "footer",
    [
        "Điểm trung bình toàn bộ", "Overall average", "Trung bình", "Tổng số lượt", "Average",
        "Bình quân", "Điểm TB", "Tỷ lệ đạt", "Cao nhất", "Thấp nhất:", "Grand total", "Số lượt thi",
        "TRUNG BÌNH CỘNG", "Toàn xã", "Số người tham gia", "Highest score", "Diem trung binh",
    ],
)  # fmt: skip
def test_a_footer_of_numbers_is_nobody_and_is_told(footer: str) -> None:
    table = scored((footer, None, None, "8,25", 3))
    assert [row.name for row in table.rows] == ["Nguyễn Văn An", "Trần Thị Bình"]
    (skipped,) = table.skipped
    assert skipped.row == 4
    assert skipped.reason == TOTAL


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Bình", "Hoàng Điểm", "Lò Thị Trung", "TRAN THI BINH"],
)
def test_somebody_with_a_score_alone_is_somebody(name: str) -> None:
    table = scored((name, None, None, 8, 1))
    assert [row.name for row in table.rows][2:] == [name]


@pytest.mark.parametrize("name", ["Trung Bình", "Overall Average"])
def test_what_has_a_login_is_an_account(name: str) -> None:
    assert len(scored((name, "0912345673", None, 8, 1)).rows) == 3
