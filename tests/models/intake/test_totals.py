"""Rows that sum up others and people whose names begin like a total: the whole row decides."""

from collections.abc import Sequence
from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows

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
