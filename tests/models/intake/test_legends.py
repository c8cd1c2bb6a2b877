"""The title says what its signs mean, and of which year it speaks; neither is dropped."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.memory import with_remembered
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.legends import legend_of
from models.intake.shape.other_times import other_time
from models.intake.shape.rows import shape_rows
from models.intake.sitting.lists import ListSitting
from models.store.data_file import DataFile
from tests.models.intake.test_row_marks import row_of
from tests.models.intake.workbooks import AN, BINH

BEGINS, TODAY = date(2026, 5, 28), date(2026, 6, 8)


@pytest.mark.parametrize(
    "title",
    [
        "Đã hoàn thành (x: chưa)",
        "Hoàn thành (đánh dấu x nếu chưa)",
        "Hoàn thành (chưa thì đánh x)",
        "Hoàn thành (chưa: x)",
        "Hoàn thành x là chưa",
        "Hoàn thành - x: chưa",
        "Hoàn thành (x = chưa hoàn thành)",
        "Hoàn thành (tích nếu chưa hoàn thành)",
        "Đã hoàn thành (ghi x vào ô nếu chưa hoàn thành)",
        "Đã hoàn thành (v: đã, x: chưa)",
        "Hoàn thành (những người chưa thì ghi x)",
        "Đã đăng ký (x: chưa đăng ký)",
        "Đăng ký (x = chưa đăng ký)",
        "Đăng ký (đánh dấu x nếu không đăng ký)",
        "Đăng ký\n(x: chưa)",
    ],
)
def test_a_cross_that_means_no_marks_nobody(title: str) -> None:
    row = row_of((title,), ("x",))
    assert not row.registered
    assert not row.completed
    assert False in (row.registered, row.completed)


@pytest.mark.parametrize(
    ("title", "cell", "registered"),
    [
        ("Đăng ký (1: có, 0: không)", 1, True),
        ("Đăng ký (1: có, 0: không)", "0", False),
        ("Đăng ký (1 = chưa, 0 = đã)", 1, False),
        ("Đăng ký (1 = chưa, 0 = đã)", 0, True),
        ("Đăng ký (0: đã đăng ký; 1: chưa đăng ký)", "1", False),
        ("Đăng ký 1 = có 0 = không", "1", True),
        ("Đăng ký: x = đã, o = chưa", "o", False),
        ("Đăng ký: x = đã, o = chưa", "x", True),
        ("Đã đăng ký (v: đã, x: chưa)", "v", True),
        ("Đã đăng ký (đánh dấu x)", "x", True),
        ("Đã đăng ký (đánh dấu x nếu đã đăng ký)", "x", True),
        ("Đã đăng ký (để trống nếu chưa)", "x", True),
        ("Đã đăng ký (để trống nếu chưa)", None, None),
        ("Đã đăng ký (x: chưa)", "Đã đăng ký", True),
        ("Chưa đăng ký (đánh dấu x)", "x", False),
        ("Tình trạng đăng ký (Đã/Chưa)", "Đã", True),
    ],
)
def test_signs_mean_what_the_title_says(title: str, cell: Cell, registered: bool | None) -> None:
    assert row_of((title,), (cell,)).registered is registered


@pytest.mark.parametrize(
    ("line", "registered"),
    [
        ("(x: chưa đăng ký)", False),
        ("Ghi chú: đánh dấu x nếu chưa đăng ký", False),
        ("Người chưa đăng ký thì đánh dấu x", False),
        ("Để trống nếu đã đăng ký", False),
        ("Đánh dấu x nếu đã đăng ký", True),
        ("(Đánh dấu x vào ô tương ứng)", True),
        ("UBND XÃ KẺ SẶT", True),
        ("Kính gửi các đ/c", True),
    ],
)
def test_a_line_above_the_table_says_what_signs_mean(line: str, registered: bool) -> None:
    rows: list[GridRow] = [
        (line, None, None, None),
        ("STT", "Họ và tên", "Số điện thoại", "Đăng ký"),
        (1, *AN, "x"),
        (2, *BINH, None),
    ]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    assert shape_rows(book, guess, TODAY).rows[0].registered is registered


@pytest.mark.parametrize("title", ["Đăng ký (Đ/C)", "Đã đăng ký Đ/C", "Đăng ký (Đ: đã, C: chưa)"])
def test_letters_stand_for_words(title: str) -> None:
    legend = legend_of(title)
    assert legend.signs == {"d": True, "c": False}
    assert "ăng ký" in legend.rest


@pytest.mark.parametrize("title", ["Đ/C đã đăng ký", "Đăng ký/Chưa đăng ký", "Số lần thi (1 lần)"])
def test_what_is_no_legend_is_left(title: str) -> None:
    assert legend_of(title) == (title, {})


def columns_of(file: DataFile, *titles: str) -> list[Field]:
    rows: list[GridRow] = [
        ("STT", "Họ và tên", "Số điện thoại", *titles),
        (1, *AN, *("x" for _ in titles)),
        (2, *BINH, *(None for _ in titles)),
    ]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = with_remembered(file, find_tables(book))
    told = [each.reason for each in ListSitting(file).take_workbook(book).problems]
    unread = [each for each in guess.columns if each.field is Field.OTHER_MATTER]
    assert all(map(str.startswith, told, (each.why for each in unread)))
    return [each.field for each in guess.columns[3:]]


@pytest.mark.parametrize(
    "title",
    [
        "Đã hoàn thành (để trống nếu đã hoàn thành)",
        "Đã hoàn thành (năm 2025)",
        "Hoàn thành 2024",
        "Hoàn thành năm 2027",
        "Đã đăng ký (đợt 1/2025)",
        "Đăng ký tháng 3/2026",
        "Đăng ký quý I/2026",
        "Đăng ký (đợt 2/25)",
        "Đã đăng ký đến 31/12/2025",
        "Hoàn thành năm 2025-2026",
        "Đã đăng ký (năm trước)",
    ],
)
def test_a_column_of_another_time_marks_nobody_and_is_told(file: DataFile, title: str) -> None:
    assert columns_of(file, title) == [Field.OTHER_MATTER]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Hoàn thành năm 2026", Field.COMPLETED),
        ("Đã đăng ký (đợt 1/2026)", Field.REGISTERED),
        ("Đã đăng ký đến 05/6/2026", Field.REGISTERED),
        ("Đăng ký tháng 6/2026", Field.REGISTERED),
        ("Đã hoàn thành chặng 1", Field.COMPLETED),
        ("Đã đăng ký đợt 1", Field.REGISTERED),
    ],
)
def test_a_column_of_the_contests_own_time_is_read(
    file: DataFile, title: str, field: Field
) -> None:
    assert columns_of(file, title) == [field]


def test_the_column_of_this_year_takes_the_place_of_last_years(file: DataFile) -> None:
    found = columns_of(file, "Đã đăng ký năm 2025", "Đã đăng ký năm 2026")
    assert found == [Field.OTHER_MATTER, Field.REGISTERED]


def test_a_contest_over_two_years_has_both() -> None:
    assert not other_time("Hoàn thành 2025", date(2026, 1, 5), date(2025, 12, 1))
    assert other_time("Hoàn thành 2025", TODAY, BEGINS) == "2025"
