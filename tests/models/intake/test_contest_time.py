"""Days that cannot be, or are not of the contest, mark nobody silently."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.intake.grid import Cell
from models.intake.merging import marks_in_row
from models.intake.shape.statuses import StatusAsked, judge_status
from models.records import Mark
from tests.models.intake.test_row_marks import row_of

TODAY, BEGINS = date(2026, 6, 8), date(2026, 5, 28)
STATUS = StatusAsked(about_completion=True, named=False, today=TODAY, begins=BEGINS)
NAMED = STATUS._replace(named=True)


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành ngày 31/02/2026",
        "Đăng ký ngày 30/02/2026",
        "Hoàn thành 08/13/2026",
        "Hoàn thành ngày 00/06/2026",
        "Hoàn thành 31/4",
        "Đã đăng ký ngày 29/02/2026",
        "Đã thi 32/5/2026",
        "Hoàn thành năm 2025",
        "Hoàn thành 2025",
        "Đã đăng ký 12/2025",
        "Đã đăng ký 13/2026",
        "Hoàn thành 08/06/1985",
        "Đã đăng ký 01/01/2020",
        "Hoàn thành 28/05/2025",
        "Hoàn thành 2025-06-08",
        "Đã hoàn thành 09/6/2027",
        "Đã đăng ký 7/2026",
        "Hoàn thành 2/3",
        "Hoàn thành 1/4",
    ],
)
def test_a_status_with_a_day_that_cannot_be_is_asked(text: str) -> None:
    said = judge_status(text, STATUS)
    assert said.asked
    assert (said.registered, said.completed).count(True) == 0
    assert said.doubt


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hoàn thành 05/06/2026", date(2026, 6, 5)),
        ("Hoàn thành 8-6", TODAY),
        ("Hoàn thành 5/6", date(2026, 6, 5)),
        ("Hoàn thành lúc 08:30 08/6/2026", TODAY),
        ("Đã nộp bài lúc 8.30 ngày 5/6/2026", date(2026, 6, 5)),
        ("Hoàn thành 08/06/26", TODAY),
        ("Hoàn thành năm 2026", None),
        ("Hoàn thành tháng 6/2026", None),
        ("Đã hoàn thành", None),
        ("Đạt 8.5", None),
    ],
)
def test_a_day_of_the_contest_is_taken(text: str, day: date | None) -> None:
    said = judge_status(text, STATUS)
    assert (said.completed, said.completed_on, said.asked) == (True, day, ())


@pytest.mark.parametrize(
    "cell", [date(1985, 6, 8), datetime(2025, 6, 8), date(1905, 7, 18), "31/02/2026", "08/06/2025"]
)
def test_a_lone_day_that_cannot_be_is_asked(cell: Cell) -> None:
    said = judge_status(cell, NAMED)
    assert said.asked == (Mark.COMPLETED,)
    assert said.completed is None


@pytest.mark.parametrize(
    "cell",
    [
        "08/06/1985",
        "31/12/2019",
        date(2025, 6, 8),
        "32/05/2026",
        "2025",
        date(2027, 6, 8),
        "1/2026",
    ],
)
@pytest.mark.parametrize("title", ["Ngày đăng ký", "Ngày hoàn thành"])
def test_an_event_day_that_cannot_be_is_told_and_marks_nobody(title: str, cell: Cell) -> None:
    row = row_of((title,), (cell,))
    assert not set(Mark) & marks_in_row(row, TODAY).keys()
    assert row.registered_on is row.completed_on is None
    assert row.problems


def test_what_was_completed_before_the_contest_is_asked_and_an_old_account_is_told() -> None:
    row = row_of(("Đã hoàn thành", "Ngày hoàn thành"), ("x", "08/06/2025"))
    assert row.asked == (Mark.COMPLETED,)
    row = row_of(("Đã đăng ký", "Ngày đăng ký"), ("x", "08/06/2025"))
    assert marks_in_row(row, TODAY) == {Mark.REGISTERED: TODAY}
    assert "quá sớm" in row.problems[0].reason


@pytest.mark.parametrize("cell", ["28/5/2026", "20/05/2026", date(2026, 6, 1)])
def test_somebody_may_register_before_the_first_stage(cell: Cell) -> None:
    row = row_of(("Ngày đăng ký",), (cell,))
    assert row.registered
    assert not row.problems


def test_a_year_in_a_cell_of_dates_is_shown_as_the_year() -> None:
    (problem,) = row_of(("Ngày đăng ký",), (date(1905, 7, 18),)).problems
    assert "“2026” chưa đủ ngày" in problem.reason
