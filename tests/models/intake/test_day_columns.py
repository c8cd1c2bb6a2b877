"""A column of dates is read by all its cells: the order of day and month, clocks, years."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows
from tests.models.intake.seen_books import HEADER, TODAY, births


def _table(
    cells: Sequence[object], title: str = "Ngày sinh", field: Field | None = None
) -> ShapedTable:
    header = (*HEADER[:2], title, *HEADER[3:])
    rows: list[tuple[Cell, ...]] = [header, *births(cells)[1:]]  # type: ignore[list-item]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess.with_columns({2: field}) if field else guess, TODAY)


def _births(cells: Sequence[object], **more: object) -> list[str]:
    return [row.birth for row in _table(cells, **more).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (["4/2/1985", "09/15/1990", "12/1/1979"], ["1985-04-02", "1990-09-15", "1979-12-01"]),
        (["4-2-85", "9-15-90", "12-1-79"], ["1985-04-02", "1990-09-15", "1979-12-01"]),
        (["02/04/1985", "15/09/1990", "01/12/1979"], ["1985-04-02", "1990-09-15", "1979-12-01"]),
        (["02/04/1985", "03/05/1990", "01/12/1979"], ["1985-04-02", "1990-05-03", "1979-12-01"]),
        (["04/02/1985 10:00", "9/15/1990 12:00 AM"], ["1985-04-02", "1990-09-15"]),
    ],
)
def test_the_order_is_that_of_all_cells(cells: list[str], right: list[str]) -> None:
    table = _table(cells)
    assert [row.birth for row in table.rows] == right
    assert not table.problems


def test_a_title_that_says_day_month_year_speaks_against_a_lone_slip() -> None:
    table = _table(["01/11/2000", "12/25/1989", "03/07/1983"], title="Ngày, tháng, năm sinh")
    assert [row.birth for row in table.rows][::2] == ["2000-11-01", "1983-07-03"]


@pytest.mark.parametrize(
    "cells",
    [
        ["01/11/2000", "12/25/1989", "03/07/1983"],
        ["05-04-1990", "09-30-1988"],
        ["02.03.1979", "10.11.1982", "07.08.1985", "04.19.1991"],
    ],
)
def test_a_lone_slip_of_the_pen_says_nothing_of_the_other_cells(cells: list[str]) -> None:
    table = _table(cells)
    assert sum(row.birth != "" for row in table.rows) <= 1
    assert any("ngày trước hay tháng trước" in problem.reason for problem in table.problems)


def test_the_title_tells_the_order_where_the_cells_do_not() -> None:
    cells = ["04/02/1985", "09/10/1990"]
    assert _births(cells, title="Ngày sinh (mm/dd/yyyy)") == ["1985-04-02", "1990-09-10"]
    assert _births(cells, title="Ngày sinh (dd/mm/yyyy)") == ["1985-02-04", "1990-10-09"]


def test_an_open_order_is_asked_about_once_and_its_cells_stay_blank() -> None:
    cells = ["13/05/1991", "04/30/1988", "04/02/1985", "1990-09-15", "05/05/1990"]
    table = _table(cells)
    right = ["1991-05-13", "1988-04-30", "", "1990-09-15", "1990-05-05"]
    assert [r.birth for r in table.rows] == right
    assert not any("không có thật" in problem.reason for problem in table.problems)
    asked = [p for p in table.problems if "ngày trước hay tháng trước" in p.reason]
    assert [(p.row, p.column, p.value) for p in asked] == [(1, "C", "Ngày sinh")]
    assert '--map "C=birth_month_first"' in asked[0].reason


def test_the_officer_says_which_part_is_the_day() -> None:
    cells = ["04/02/1985", "03/05/1990"]
    assert _births(cells, field=Field.BIRTH_MONTH_FIRST) == ["1985-04-02", "1990-03-05"]
    assert _births(cells, field=Field.BIRTH_DAY_FIRST) == ["1985-02-04", "1990-05-03"]


def test_one_slip_among_many_does_not_open_the_order() -> None:
    cells = [*(f"{day}/04/1985" for day in range(13, 29)), "02/03/1985", "04/30/1988"]
    births_read = _births(cells)
    assert births_read[-2:] == ["1985-03-02", ""]


def test_dates_that_excel_has_turned_around_are_asked_about() -> None:
    cells = [date(1985, 2, 4), "15/09/1990", date(1979, 12, 1), "30/04/1988"]
    table = _table(cells)
    assert [row.birth for row in table.rows] == ["", "1990-09-15", "", "1988-04-30"]
    (asked,) = table.problems
    assert "đảo ngày và tháng" in asked.reason
    real = [date(1985, 2, 4), "15/09/1990", date(1979, 12, 21), "30/04/1988"]
    assert "" not in _births(real)


def test_clocks_near_midnight_and_in_another_zone() -> None:
    near = [datetime(1985, 4, 1, 23, 59, 43), datetime(1990, 9, 15, 0, 0, 20)]
    assert _births(near) == ["1985-04-02", "1990-09-15"]
    mixed = [*near, datetime(1979, 11, 30, 17, 0)]
    table = _table(mixed)
    assert [row.birth for row in table.rows] == ["1985-04-02", "1990-09-15", ""]
    (asked,) = table.problems
    assert asked.row == 4
    assert "30/11/1979" in asked.reason
    assert "01/12/1979" in asked.reason
    shifted = [datetime(1979, 11, 30, 17), datetime(1990, 9, 14, 17), datetime(1969, 12, 31, 16)]
    assert _births(shifted) == ["1979-12-01", "1990-09-15", "1970-01-01"]
    texts = ["1979-11-30 17:00:00", "1990-09-14 17:00:00", "1985-04-01 17:00:00"]
    assert _births(texts) == ["1979-12-01", "1990-09-15", "1985-04-02"]
    zones = ["1979-11-30T17:00:00Z", "1990-09-15T00:00:00+07:00", "1985-04-01T17:00:00.000Z"]
    assert _births(zones) == ["1979-12-01", "1990-09-15", "1985-04-02"]


def test_a_year_in_a_cell_that_shows_dates() -> None:
    assert _births([date(1905, 6, 7), datetime(1905, 6, 12), 1979]) == ["1985", "1990", "1979"]
    assert _births(["07/06/1905", "12/06/1905"]) == ["1985", "1990"]


@pytest.mark.parametrize("late", [datetime(2026, 5, 10, 23, 59, 30), "10/05/2026 23:59:30"])
def test_the_times_of_acts_stay_on_their_day(late: Cell) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("STT", "Họ và tên", "Số điện thoại", "Đơn vị", "Ngày hoàn thành"),
        (1, "Nguyễn Văn An", "0912345671", "Trạm Y tế", late),
        (2, "Trần Thị Bình", "0912345672", "Trạm Y tế", datetime(2026, 5, 11, 9, 30)),
    ]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    assert [row.completed_on for row in table.rows] == [date(2026, 5, 10), date(2026, 5, 11)]


NOTHINGS = ("NULL", "null", "nan", "NaN", "None", "\\N", "-", "–", "(blank)", "#N/A", "N/A", 0, "0")


@pytest.mark.parametrize("nothing", NOTHINGS)
def test_words_and_noughts_for_nothing_are_empty(nothing: Cell) -> None:
    rows: list[tuple[Cell, ...]] = [
        ("STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Đơn vị", "Chức vụ", "Ghi chú"),
        (1, "Nguyễn Văn An", "02/04/1985", "0912345671", "Trạm Y tế", "Trưởng trạm", "a"),
        (2, "Trần Thị Bình", nothing, nothing, "Trạm Y tế", nothing, nothing),
        (3, "Lê Quang Cường", "01/12/1979", "0912345673", "Trạm Y tế", "Y sĩ", "b"),
        (4, nothing, nothing, nothing, nothing, nothing, nothing),
    ]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    an, binh, cuong = table.rows
    assert (an.birth, cuong.phone.number) == ("1985-04-02", "0912345673")
    assert (binh.birth, binh.phone.raw, binh.position, binh.note) == ("", "", "", "")
    assert not table.problems
    assert not table.rejected
