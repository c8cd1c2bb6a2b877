"""A row's marks are decided by all its columns: a no or a doubt beside a yes marks nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.merging import marks_in_row
from models.intake.shape.find import find_tables
from models.intake.shape.records import SourceRow
from models.intake.shape.rows import shape_rows
from models.records import ContestTerms, Mark
from tests.models.intake.workbooks import AN, BINH, CUONG

TODAY = date(2026, 6, 8)
DAY = "05/06/2026"
BEGINS = date(2026, 5, 28)
BOTH = (Mark.REGISTERED, Mark.COMPLETED)
FAILING = {Mark.REGISTERED, Mark.FAILED}


def row_of(
    titles: Sequence[str], cells: Sequence[Cell], pass_mark: float | None = None
) -> SourceRow:
    """The first row of a list that has such cells, above two rows that say nothing doubtful."""
    plain: dict[str, Cell] = {"Điểm": 8, "Kết quả": "Đạt", "Tiến độ": "100%"}
    rest = tuple(plain.get(title) for title in titles)
    rows: list[GridRow] = [("STT", "Họ và tên", "Số điện thoại", *titles), (1, *AN, *cells)]
    rows += [(n, *who, *rest) for n, who in enumerate((BINH, CUONG), 2)]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    return shape_rows(book, guess, TODAY, ContestTerms(pass_mark, BEGINS)).rows[0]


@pytest.mark.parametrize(
    ("titles", "cells", "asked"),
    [
        (("Trạng thái", "Ngày đăng ký"), ("Đã hủy đăng ký", DAY), (Mark.REGISTERED,)),
        (("Trạng thái", "Ngày đăng ký"), ("Chưa đăng ký", DAY), (Mark.REGISTERED,)),
        (("Trạng thái", "Ngày đăng ký"), ("Từ chối", DAY), (Mark.REGISTERED,)),
        (("Trạng thái", "Ngày đăng ký"), ("Chờ duyệt", DAY), (Mark.REGISTERED,)),
        (("Trạng thái", "Ngày đăng ký"), ("Chưa xác nhận", DAY), (Mark.REGISTERED,)),
        (("Tình trạng", "Ngày đăng ký"), ("Nghỉ việc", DAY), (Mark.REGISTERED,)),
        (("Tình trạng", "Ngày đăng ký"), ("Nghỉ hưu từ 01/5/2026", DAY), (Mark.REGISTERED,)),
        (("Đã đăng ký", "Ngày đăng ký"), ("Chưa", DAY), (Mark.REGISTERED,)),
        (("Đã đăng ký", "Ngày đăng ký"), ("Không", DAY), (Mark.REGISTERED,)),
        (("Đăng ký", "Ngày đăng ký"), ("Hủy", DAY), (Mark.REGISTERED,)),
        (("Đã đăng ký", "Chưa đăng ký"), ("x", "x"), (Mark.REGISTERED,)),
        (("Đã đăng ký", "Đã hoàn thành"), ("Chưa", "x"), BOTH),
        (("Đã đăng ký", "Đã hoàn thành"), ("Không", "100%"), BOTH),
        (("Đã đăng ký", "Ngày hoàn thành"), ("Chưa đăng ký", DAY), BOTH),
        (("Chưa đăng ký", "Đã hoàn thành"), ("x", "x"), BOTH),
        (("Trạng thái", "Ngày thi"), ("Vắng thi", DAY), BOTH),
        (("Trạng thái", "Ngày thi"), ("Bỏ thi", DAY), BOTH),
        (("Trạng thái", "Ngày hoàn thành"), ("Nghỉ thai sản", DAY), BOTH),
        (("Trạng thái", "Ngày hoàn thành"), ("Chưa hoàn thành", DAY), (Mark.COMPLETED,)),
        (("Trạng thái", "Ngày hoàn thành"), ("Đã đăng ký", DAY), (Mark.COMPLETED,)),
        (("Đã hoàn thành", "Ngày hoàn thành"), ("x", "Chưa"), (Mark.COMPLETED,)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Chưa hoàn thành"), (Mark.COMPLETED,)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Vắng thi"), (Mark.COMPLETED,)),
        (("Đã đăng ký", "Ghi chú"), ("x", "Xin hủy đăng ký"), (Mark.REGISTERED,)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Bị hủy kết quả"), (Mark.COMPLETED,)),
        (("Trạng thái", "Ngày thi"), ("Đình chỉ thi", DAY), BOTH),
        (("Ngày hoàn thành", "Ghi chú"), (DAY, "Nghỉ thai sản từ 01/3/2026"), BOTH),
    ],
)
def test_a_no_or_a_doubt_beside_a_yes_is_asked_with_both_values(
    titles: Sequence[str], cells: Sequence[Cell], asked: tuple[Mark, ...]
) -> None:
    row = row_of(titles, cells)
    assert row.asked == asked
    assert not set(asked) & marks_in_row(row, TODAY).keys()
    told = [each.reason for each in row.problems if all(str(cell) in each.reason for cell in cells)]
    assert told
    assert told[-1].startswith("Cần quyết định:")


@pytest.mark.parametrize(
    ("titles", "cells", "pass_mark"),
    [
        (("Tiến độ", "Kết quả"), ("40%", "Đạt"), None),
        (("Tiến độ", "Tình trạng"), ("100%", "Chưa thi"), None),
        (("Tiến độ", "Trạng thái"), ("100%", "Chưa hoàn thành"), None),
        (("Tiến độ", "Trạng thái"), ("0%", "Hoàn thành"), None),
        (("Điểm", "Kết quả"), ("4/10", "Đạt"), 5),
        (("Điểm", "Kết quả"), (4, "Hoàn thành"), 5),
        (("Điểm", "Kết quả"), ("9/10", "Không đạt"), 5),
        (("Điểm", "Kết quả"), ("0/10", "Đạt"), None),
        (("Điểm", "Ngày hoàn thành"), ("Vắng", DAY), 5),
        (("Điểm", "Ngày hoàn thành"), ("-", DAY), 5),
        (("Điểm", "Đã hoàn thành"), ("Vắng thi", "x"), None),
        (("Điểm", "Ngày thi"), (0, DAY), None),
    ],
)
def test_progress_points_and_status_that_contradict_are_asked(
    titles: Sequence[str], cells: Sequence[Cell], pass_mark: float | None
) -> None:
    row = row_of(titles, cells, pass_mark)
    assert Mark.COMPLETED in row.asked
    assert Mark.COMPLETED not in marks_in_row(row, TODAY)
    shown = ["để trống" if cell == "-" else str(cell) for cell in cells]
    assert any(all(cell in each.reason for cell in shown) for each in row.problems)


@pytest.mark.parametrize(
    ("title", "cells", "scores"),
    [
        ("Điểm", ("12/10", "9/10", "10/10"), [None, 9, 10]),
        ("Điểm", ("105/100", "100", "0"), [None, 100, 0]),
        ("Điểm (thang 10)", (45, 9.5, 10), [None, 9.5, 10]),
        ("Điểm (/100)", (145, 95, 100), [None, 95, 100]),
        ("Điểm ngày 05/10", (85, 95, 100), [85, 95, 100]),
    ],
)
def test_points_above_the_full_marks_are_told(
    title: str, cells: Sequence[Cell], scores: list[float | None]
) -> None:
    people = zip((AN, BINH, CUONG), cells, strict=True)
    rows: list[GridRow] = [("STT", "Họ và tên", "Số điện thoại", title)]
    rows += [(n, *who, cell) for n, (who, cell) in enumerate(people, 1)]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    assert [row.score for row in table.rows] == scores
    assert ["cao hơn điểm tối đa" in each.reason for each in table.problems] == (
        [True] * scores.count(None)
    )


@pytest.mark.parametrize("title", ["Nghỉ việc", "Đã nghỉ hưu", "Nghỉ thai sản", "Chuyển công tác"])
@pytest.mark.parametrize("cell", ["x", "Có", date(2026, 6, 1)])
def test_a_mark_under_a_title_of_leaving_is_a_proposal(title: str, cell: Cell) -> None:
    row = row_of((title,), (cell,))
    assert row.employment is not None
    assert not set(Mark) & marks_in_row(row, TODAY).keys()
    row = row_of((title, "Ngày hoàn thành"), (cell, DAY))
    assert Mark.COMPLETED in row.asked


@pytest.mark.parametrize("title", ["Số lần đăng ký", "Số lượt ghi danh", "Số lần ĐK"])
def test_how_often_somebody_signed_up_is_no_count_of_attempts(title: str) -> None:
    assert row_of((title,), (2,)).attempts is None


@pytest.mark.parametrize(
    ("titles", "cells", "pass_mark", "marked"),
    [
        (("Trạng thái", "Ngày đăng ký"), ("Đã đăng ký", DAY), None, {Mark.REGISTERED}),
        (("Trạng thái", "Ngày đăng ký"), ("", DAY), None, {Mark.REGISTERED}),
        (("Trạng thái", "Ngày đăng ký"), ("Chưa hoàn thành", DAY), None, {Mark.REGISTERED}),
        (("Trạng thái", "Ngày đăng ký"), ("Không đạt", DAY), None, FAILING),
        (("Tình trạng", "Ngày đăng ký"), ("Đang công tác", DAY), None, {Mark.REGISTERED}),
        (("Đã đăng ký", "Đã hoàn thành"), ("", "x"), None, set(BOTH)),
        (("Đã đăng ký", "Đã hoàn thành"), ("x", "Chưa"), None, {Mark.REGISTERED}),
        (("Đã đăng ký", "Chưa đăng ký"), (1, 0), None, {Mark.REGISTERED}),
        (("Đã đăng ký", "Chưa đăng ký"), ("Có", "Không"), None, {Mark.REGISTERED}),
        (("Đã đăng ký", "Chưa hoàn thành"), ("x", "x"), None, {Mark.REGISTERED}),
        (("Kết quả", "Ngày thi"), ("Đạt", DAY), None, set(BOTH)),
        (("Kết quả", "Ngày thi"), ("Không đạt", DAY), None, FAILING),
        (("Kết quả", "Ngày thi"), ("Xuất sắc", DAY), None, set(BOTH)),
        (("Trạng thái", "Ngày thi"), ("Hợp lệ", DAY), None, set(BOTH)),
        (("Kết quả", "Ngày hoàn thành"), ("Không đạt", DAY), None, FAILING),
        (("Đã đăng ký", "Ngày hoàn thành"), ("Đã đăng ký", DAY), None, set(BOTH)),
        (("Tiến độ", "Kết quả"), ("100%", "Đạt"), None, set(BOTH)),
        (("Tiến độ", "Kết quả"), ("100%", "Không đạt"), None, FAILING),
        (("Điểm", "Kết quả"), ("8/10", "Đạt"), 5, set(BOTH)),
        (("Điểm", "Kết quả"), (45, "Không đạt"), 50, FAILING),
        (("Điểm", "Ngày hoàn thành"), (3, DAY), 5, set()),
        (("Điểm", "Ngày hoàn thành"), (7, DAY), 5, set(BOTH)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Chưa có số điện thoại"), None, set(BOTH)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Huy chương vàng"), None, set(BOTH)),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Cán bộ thi đua"), None, set(BOTH)),
        (("Đã đăng ký", "Ghi chú"), ("x", "Chưa đăng ký tạm trú"), None, {Mark.REGISTERED}),
        (("Đã hoàn thành", "Ghi chú"), ("x", "Nghỉ thai sản từ 01/7/2026"), None, set(BOTH)),
    ],
)
def test_columns_that_agree_mark_and_ask_nothing(
    titles: Sequence[str], cells: Sequence[Cell], pass_mark: float | None, marked: set[Mark]
) -> None:
    row = row_of(titles, cells, pass_mark)
    assert not row.asked
    assert set(Mark) & marks_in_row(row, TODAY).keys() == marked
