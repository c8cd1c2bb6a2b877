"""Hidden rows and sheets: nobody is read or left out without a word."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from models.errors import AppError
from models.intake.hidden import LEFT_OUT, SHEET_UNREAD, STILL_READ, hidden_rows, without_hidden
from models.intake.plan_records import ImportBox, PlanOptions
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.intake.sitting.lists import plan_file
from models.intake.wishes import Wishes
from tests.conftest import NOON

HEADER = ("Họ và tên", "Đơn vị", "Số điện thoại")
PEOPLE = (
    ("Trần Văn An", "Trạm Y tế xã", "0982103591"),
    ("Lê Thị Bình", "Trạm Y tế xã", "0912330118"),
    ("Phạm Đức Cường", "Trạm Y tế xã", "12"),
    ("Cường", "Trạm Y tế xã", "0912330119"),
)


@pytest.fixture
def make(tmp_path: Path):
    def maker(hidden_rows=(), hidden_sheets=(), sheets=("Danh sách",)) -> Path:
        book = Workbook()
        book.remove(book.active)
        for title in (*sheets, *hidden_sheets):
            sheet = book.create_sheet(title)
            for row in (HEADER, *PEOPLE):
                sheet.append(row)
            for row in hidden_rows:
                sheet.row_dimensions[row].hidden = True
            sheet.sheet_state = "hidden" if title in hidden_sheets else "visible"
        if not sheets:
            book.create_sheet("Bìa")["A1"] = "Bìa"
        book.save(tmp_path / "tệp.xlsx")
        return tmp_path / "tệp.xlsx"

    return maker


def test_hidden_rows_are_read_and_named(file, make):
    plan = plan_file(file, make(hidden_rows=[3, 4]), PlanOptions())
    assert plan.counts[ImportBox.NEW] == 3
    told = [(p.row, p.value) for p in plan.problems if p.reason == STILL_READ]
    assert told == [(3, "Lê Thị Bình"), (4, "Phạm Đức Cường")]


def test_hidden_rows_left_out_are_skipped_with_the_reason(make):
    book = read_workbook(make(hidden_rows=[3, 4, 5]))
    (guess,) = find_tables(book)
    assert hidden_rows(book.sheets[0], guess) == 3
    whole = shape_rows(book, guess, NOON.date())
    table = without_hidden(whole, book.sheets[0])
    assert [row.name for row in table.rows] == ["Trần Văn An"]
    assert [(row.row, row.reason, row.rejected) for row in table.skipped] == [
        (3, LEFT_OUT, False), (4, LEFT_OUT, False), (5, LEFT_OUT, False),
    ]  # fmt: skip
    assert table.problems == ()
    assert len(table.rows) + len(table.skipped) == len(whole.rows) + len(whole.skipped)


def test_a_hidden_sheet_is_not_read_but_told(file, make):
    plan = plan_file(file, make(hidden_sheets=["Cũ"]), PlanOptions())
    assert {row.sheet for row in plan.rows} == {"Danh sách"}
    (told,) = [p for p in plan.problems if p.reason == SHEET_UNREAD]
    assert (told.sheet, told.value) == ("Cũ", "4 dòng")


def test_a_hidden_sheet_is_read_when_it_is_named(file, make):
    plan = plan_file(file, make(hidden_sheets=["Cũ"]), PlanOptions(), Wishes(sheet="Cũ"))
    assert {row.sheet for row in plan.rows} == {"Cũ"}
    assert SHEET_UNREAD not in {p.reason for p in plan.problems}


def test_a_file_with_hidden_lists_alone_says_so(file, make):
    with pytest.raises(AppError, match="trang tính đang ẩn: “Cũ”"):
        plan_file(file, make(sheets=(), hidden_sheets=["Cũ"]), PlanOptions())
