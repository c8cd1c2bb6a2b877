"""60.000 rows of ten columns: reading stays near the bare parser, shaping near linear."""

from __future__ import annotations

from datetime import date
from itertools import islice, product
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from openpyxl import Workbook as Book
from python_calamine import CalamineWorkbook

from models.intake.grid import Sheet, Workbook
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows

TODAY = date(2026, 6, 8)
HEAD = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Chức vụ",
    "Đơn vị",
    "SĐT",
    "Email",
    "Đã đăng ký",
    "Ghi chú",
]
WORDS = (
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"],
    ["Văn", "Thị", "Đức", "Minh", "Thu", "Quang", "Hồng", "Ngọc", "Xuân", "Thanh"],
    ["An", "Bảo", "Cẩm", "Diệu", "Gia", "Hải", "Khánh", "Lan", "Mai", "Nam"],
    ["Bình", "Cường", "Dung", "Giang", "Hà", "Hùng", "Lâm", "Mỹ", "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Uyên", "Vinh", "Yến", "Đạt", "Ý", "Ân"],
)  # fmt: skip


def people(count: int) -> list[tuple]:
    """Rows about that many made-up people, hardly two of one name."""
    names = islice((" ".join(words) for words in product(*WORDS)), 20_000)
    known = list(names)
    return [
        (
            n, known[n % len(known)], date(1970 + n % 35, 1 + n % 12, 1 + n % 28), ("Nam", "Nữ")[n % 2],
            "Giáo viên", f"Trường Tiểu học {n % 25}", f"09{n * 1237 % 10**8:08d}",
            f"u{n}@haiphong.gov.vn", "x" if n % 3 else None, None,
        )
        for n in range(1, count + 1)
    ]  # fmt: skip


def timed(work) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


@pytest.mark.slow
def test_reading_stays_near_the_bare_parser(tmp_path: Path):
    book = Book(write_only=True)
    sheet = book.create_sheet("DS")
    for row in (HEAD, *people(60_000)):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)

    def bare() -> None:
        CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

    alone = median(timed(bare) for _ in range(3))
    ours = median(timed(lambda: read_workbook(path)) for _ in range(3))
    assert ours < 2.0 * alone


@pytest.mark.slow
def test_shaping_grows_with_the_rows_and_no_faster():
    def shape(count: int) -> float:
        book = Workbook("a", "0", "xlsx", (Sheet("DS", [tuple(HEAD), *people(count)]),))
        (guess,) = find_tables(book)
        return timed(lambda: shape_rows(book, guess, TODAY))

    shape(1_000)
    small, large = shape(15_000), shape(60_000)
    assert large < 6 * small
    assert large / 60_000 < 40e-6
