"""A column of progress in a list means the same as in an export."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.workbooks import AN, BINH, CUONG

HEAD = ("STT", "Họ và tên", "Số điện thoại")
DAY = date(2026, 6, 8)


@pytest.mark.parametrize("title", ["Tiến độ", "Tiến độ (%)", "Hoàn thành (%)"])
@pytest.mark.parametrize(
    ("cells", "completed"),
    [
        ((1, 35, 100), [False, False, True]),
        (("1", 2, "100"), [False, False, True]),
        (("75%", 1, "100%"), [False, False, True]),
        ((99, 0.5, 50), [False, False, False]),
        ((0.25, 1, 0), [False, True, False]),
        ((1, 0, 1), [True, False, True]),
        ((50, None, 100), [False, None, True]),
    ],
)
def test_only_the_whole_completes(
    title: str, cells: tuple[Cell, ...], completed: list[bool | None]
) -> None:
    people = (AN, BINH, CUONG)
    rows = [(*HEAD, title)]
    rows += [(n, *who, cell) for n, (who, cell) in enumerate(zip(people, cells, strict=True), 1)]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, DAY)
    assert [row.completed for row in table.rows] == completed
    assert not table.problems


def test_so_many_parts_of_all_are_a_share() -> None:
    rows = [(*HEAD, "Tiến độ")]
    rows += [
        (n, *who, c)
        for n, (who, c) in enumerate(zip((AN, BINH, CUONG), ("3/5", "5/5", "0/5"), strict=True), 1)
    ]
    book = Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),))
    (guess,) = find_tables(book)
    assert [row.completed for row in shape_rows(book, guess, DAY).rows] == [False, True, False]
