"""Which column holds the names: they are nearly unique and begin with family names."""

from collections.abc import Sequence
from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows

TITLED = (
    "ThS. Hoàng Thị Minh Huệ", "BS CKI. Hoàng Xuân Sơn", "Đ/c Ngô Ngọc Lan", "TS. Lương Đình Tâm",
    "CN. Phan Thị Thu Thảo", "BSCKII Đinh Thu Hiền", "PGS.TS. Mai Văn Phú", "Thượng tá Lê Văn Hải",
)  # fmt: skip
BARE = (
    "Hoàng Thị Minh Huệ", "Hoàng Xuân Sơn", "Ngô Ngọc Lan", "Lương Đình Tâm", "Phan Thị Thu Thảo",
    "Đinh Thu Hiền", "Mai Văn Phú", "Lê Văn Hải",
)  # fmt: skip


def shaped(head: Sequence[Cell], *rows: Sequence[Cell]) -> ShapedTable:
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", [tuple(head), *map(tuple, rows)]),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, date(2026, 6, 1))


@pytest.mark.parametrize(
    "title",
    [
        "Ông/Bà", "Ông (Bà)", "Thầy/Cô", "Đồng chí", "Bác sĩ", "Đ/c", "Quý thầy cô", "Anh/Chị",
        "Họ tên Ông (Bà)", "Ông/Bà (họ và tên)", "Cán bộ", "Người tham gia",
    ],
)  # fmt: skip
@pytest.mark.parametrize("post", ["Viên chức", "Giáo viên", "Viên chức hợp đồng"])
def test_names_with_degrees_under_an_address(title: str, post: str) -> None:
    rows = [(at + 1, name, post, "Trạm Y tế", f"083597955{at}") for at, name in enumerate(TITLED)]
    table = shaped(("STT", title, "Chức vụ", "Đơn vị", "Điện thoại"), *rows)
    assert tuple(row.name for row in table.rows) == BARE


@pytest.mark.parametrize("post", ["Viên chức", "Hàm Yên", "Kim Thành", "Giáo viên"])
def test_few_words_again_and_again_are_no_names(post: str) -> None:
    """Whatever they look like, and where no header says which column is which."""
    table = shaped(*((post, name, f"083597955{at}") for at, name in enumerate(TITLED)))
    assert tuple(row.name for row in table.rows) == BARE


def test_an_address_alone_is_the_gender() -> None:
    rows = [
        (("Ông", "Bà")[at % 2], name, "Trạm Y tế", f"083597955{at}") for at, name in enumerate(BARE)
    ]
    table = shaped(("Ông/Bà", "Họ và tên", "Đơn vị", "SĐT"), *rows)
    assert tuple(row.name for row in table.rows) == BARE


def test_names_of_attempts_come_again() -> None:
    rows = [(name, "Trạm Y tế", 50 + at) for name in BARE[:3] for at in range(4)]
    table = shaped(("Họ và tên", "Đơn vị", "Điểm"), *rows)
    assert len(table.rows) == 12
