"""Codes and births written into the cells of names go where they belong."""

from collections.abc import Sequence
from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows

TODAY = date(2026, 6, 1)
HEAD = ("TT", "Họ và tên", "Đơn vị", "SĐT")


def shaped(*names: str, head: Sequence[str] = HEAD, more: Sequence[Cell] = ()) -> ShapedTable:
    rows = [
        (at + 1, name, "Phòng Kinh tế", f"09123456{at:02}", *more) for at, name in enumerate(names)
    ]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", [tuple(head), *rows]),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, TODAY)


def births(*names: str) -> list[tuple[str, str]]:
    return [(row.name, row.birth) for row in shaped(*names).rows]


@pytest.mark.parametrize(
    ("cell", "name", "birth"),
    [
        ("Đặng Hữu Toàn SN 2001", "Đặng Hữu Toàn", "2001"),
        ("Đặng Thu Thảo (1994)", "Đặng Thu Thảo", "1994"),
        ("Lê Quang Duy - 1990", "Lê Quang Duy", "1990"),
        ("Hoàng Công Kiên, sinh năm 1979", "Hoàng Công Kiên", "1979"),
        ("Nguyễn Văn An sn1980", "Nguyễn Văn An", "1980"),
        ("Lương Hữu Khôi\n1998", "Lương Hữu Khôi", "1998"),
        ("Đinh Minh Khôi 1974", "Đinh Minh Khôi", "1974"),
        ("Phạm Thị Mai (SN: 1985)", "Phạm Thị Mai", "1985"),
        ("Lê Văn Hùng (sinh ngày 02-04-1985)", "Lê Văn Hùng", "1985-04-02"),
        ("Phạm Mai, NS 1979", "Phạm Mai", "1979"),
        ("TRAN VAN AN SINH NAM 1990", "TRAN VAN AN", "1990"),
        ("Lê Na sn 85", "Lê Na", "1985"),
        ("ThS. Lê Thị Hoa, sinh 1990", "Lê Thị Hoa", "1990"),
        ("Lê Văn Sinh 1990", "Lê Văn Sinh", "1990"),
        ("Bùi Văn Sinh", "Bùi Văn Sinh", ""),
        ("Đỗ Thị Năm", "Đỗ Thị Năm", ""),
    ],
)
def test_a_year_beside_a_name_is_the_birth(cell: str, name: str, birth: str) -> None:
    assert births(cell, "Trần Thị Bình (1988)")[0] == (name, birth)


def test_a_post_behind_the_year_stays() -> None:
    (row,) = shaped("Vũ Thị Hoa (SN 1990) - Trưởng thôn").rows
    assert (row.name, row.birth, row.position) == ("Vũ Thị Hoa", "1990", "Trưởng thôn")


def test_a_year_that_tells_namesakes_apart_stays_with_the_name() -> None:
    names = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Nguyễn Văn An 1990")
    assert births(*names)[3] == ("Nguyễn Văn An 1990", "")


def test_a_column_of_births_speaks_for_itself() -> None:
    head = (*HEAD, "Ngày sinh")
    (row,) = shaped("Đặng Thu Thảo (1994)", head=head, more=("02/03/1994",)).rows
    assert row.birth == "1994-03-02"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("CB000 - {}", "CB001 - {}", ["CB000", "CB001"]),
        ("NV12_{}", "NV13_{}", ["NV12", "NV13"]),
        ("GV-003. {}", "GV-004. {}", ["GV-003", "GV-004"]),
        ("[0001] {}", "[0002] {}", ["0001", "0002"]),
        ("KS.VHXH.01: {}", "KS.VHXH.02: {}", ["KS.VHXH.01", "KS.VHXH.02"]),
        ("CB01 {}", "CB02 {}", ["CB01", "CB02"]),
        ("VC/2024/015 - {}", "VC/2024/016 - {}", ["VC/2024/015", "VC/2024/016"]),
        ("MS1234|{}", "MS1235|{}", ["MS1234", "MS1235"]),
        ("{} - CB01", "{} - CB02", ["CB01", "CB02"]),
        ("{} (NV7)", "{} (NV8)", ["NV7", "NV8"]),
        ("1. {}", "2. {}", ["", ""]),
    ],
)
def test_a_code_beside_the_names_of_a_column(first: str, second: str, codes: list[str]) -> None:
    table = shaped(first.format("Trần Thị Minh Trang"), second.format("ThS. Lê Văn An"))
    assert [row.name for row in table.rows] == ["Trần Thị Minh Trang", "Lê Văn An"]
    assert [row.staff_code for row in table.rows] == codes


def test_a_lone_code_is_told_with_what_to_do() -> None:
    (lone,) = shaped("CB01: Trần Thị Trang", "Lê Văn An", "Đỗ Thị Mai", "Phan Văn Hùng").rejected
    assert "tách mã ra một cột riêng" in lone.reason


def test_a_list_of_coded_names_without_a_header() -> None:
    rows = [(f"CB00{at} - {name}", f"091234567{at}") for at, name in enumerate(("Lê An", "Vũ Hoa"))]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    assert [row.name for row in shape_rows(book, guess, TODAY).rows] == ["Lê An", "Vũ Hoa"]
