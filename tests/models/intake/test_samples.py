"""Examples of a form are never people; "Nguyễn Văn A" alone is asked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.plan_records import ImportBox, PlanOptions
from models.intake.sentences import plan_problems
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows
from models.intake.shape.samples import EXAMPLE, is_placeholder, is_sample_sheet
from models.intake.sitting.lists import plan_file
from models.store.data_file import DataFile

HEAD = ("STT", "Họ và tên", "Đơn vị", "SĐT", "Ghi chú")
AN = (1, "Vũ Đức Nam", "Trạm Y tế", "0859070157", None)


def shaped(*rows: Sequence[Cell]) -> ShapedTable:
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", [HEAD, *map(tuple, rows)]),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, date(2026, 6, 1))


@pytest.mark.parametrize(
    "row",
    [
        ("VD", "Nguyễn Văn A", "Trạm Y tế", "0912345678", None),
        ("Ví dụ", "Trần Thị Bình", "Trạm Y tế", "0912345678", None),
        ("VD:", "Lê Văn C", None, "0912345678", None),
        ("Ví dụ 1", "Lê Văn C", None, "0912345678", None),
        ("Mẫu", "Lê Văn Hùng", "Trạm Y tế", "0912345678", None),
        (None, "VD Nguyễn Văn A", "Trạm Y tế", "0912345678", None),
        (None, "Ví dụ: Nguyễn Thị Hoa", "Trạm Y tế", "0912345678", None),
        (None, "(VD: Nguyễn Văn A)", "VD: Phòng Kinh tế", "VD: 0912345678", None),
        (None, "Nguyễn Văn An (ví dụ)", "Trạm Y tế", "0912345678", None),
        (0, "Nguyễn Văn An", "Trạm Y tế", "0912345678", "Ví dụ"),
        ("vd", "Nguyen Van A", "Trạm Y tế", "0912345678", None),
        ("Dòng mẫu", "Trần Thị B", "Trạm Y tế", "0912345678", None),
    ],
)
def test_a_row_that_says_it_is_an_example_is_nobody(row: tuple[Cell, ...]) -> None:
    table = shaped(row, AN)
    assert [each.name for each in table.rows] == ["Vũ Đức Nam"]
    assert [each.reason for each in table.skipped] == [EXAMPLE]


@pytest.mark.parametrize(
    ("name", "anybody"),
    [
        ("Nguyễn Văn A", True), ("Nguyễn Văn B", True), ("Trần Thị B", True), ("Lê Văn X", True),
        ("NGUYỄN VĂN A", True), ("Nguyen Van A", True), ("Nguyễn A", True), ("Phạm Thị C1", True),
        ("Trần Văn XXX", True), ("Nguyễn Văn Test", True), ("Nguyễn Văn Mẫu", True),
        ("Bùi Văn A", False), ("Nguyễn Văn An", False), ("Nguyễn Thị Lan A", False), ("Nguyễn Thị Ý", False),
        ("Giàng A Páo", False), ("Y Blai Kpă", False), ("Lê Na", False), ("Đỗ Thị Hà Y", False),
    ],
)  # fmt: skip
def test_who_stands_for_anybody(name: str, anybody: bool) -> None:
    assert is_placeholder(name) is anybody


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        ("Mẫu", True), ("Ví dụ", True), ("Hướng dẫn", True), ("Hướng dẫn nhập liệu", True),
        ("VD", True), ("mẫu nhập", True), ("Sample", True), ("Huong dan", True),
        ("Ví dụ cách ghi", True), ("File mẫu", True),
        ("Mẫu 01", False), ("Mẫu giáo", False), ("Biểu mẫu", False), ("Mầm non", False),
        ("Danh sách", False), ("Sheet1", False), ("Mậu dịch", False),
    ],
)  # fmt: skip
def test_sheets_of_examples(name: str, sample: bool) -> None:
    assert is_sample_sheet(name) is sample


def written(tmp_path: Path, sheets: dict[str, list[tuple[object, ...]]]) -> Path:
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "ds.xlsx"
    book.save(path)
    return path


def test_a_placeholder_is_asked_and_not_written(file: DataFile, tmp_path: Path) -> None:
    rows = [HEAD, AN, (2, "Nguyễn Văn A", "Trạm Y tế", "0912345678", None)]
    plan = plan_file(file, written(tmp_path, {"DS": rows}), PlanOptions())
    assert [row.box for row in plan.rows] == [ImportBox.NEW, ImportBox.UNCERTAIN]
    (said,) = [each for each in plan_problems(plan) if each.value == "Nguyễn Văn A"]
    assert (
        said.reason
        == "Cần quyết định: “Nguyễn Văn A” thường là tên ví dụ trong biểu mẫu, chưa chắc là người thật."
    )


def test_a_sheet_of_examples_beside_the_list_is_asked(file: DataFile, tmp_path: Path) -> None:
    sample = [HEAD, (1, "Trần Thị Hoa", "Trạm Y tế", "0912345678", None)]
    path = written(tmp_path, {"Danh sách": [HEAD, AN], "Mẫu": sample})
    plan = plan_file(file, path, PlanOptions())
    assert [row.name for row in plan.in_box(ImportBox.NEW)] == ["Vũ Đức Nam"]
    assert any("“Mẫu”" in each.reason for each in plan_problems(plan))
    alone = plan_file(file, written(tmp_path, {"Mẫu": [HEAD, AN]}), PlanOptions())
    assert [row.name for row in alone.in_box(ImportBox.NEW)] == ["Vũ Đức Nam"]
