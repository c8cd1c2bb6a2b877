"""What is said of a contest after its last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.blueprints import preset_contest
from models.contests.ending import ending_words, result_day
from models.records import Contest

CONTEST = preset_contest("ai-2026")
CLOSED = replace(CONTEST, closed_on=date(2026, 6, 20))
SIGNATURES = replace(CONTEST, one_mark=True, completed_word="đã kích hoạt chữ ký số")


@pytest.mark.parametrize(
    ("contest", "today", "counts", "words"),
    [
        (CONTEST, date(2026, 6, 25), (529, 532), ""),
        (
            CONTEST,
            date(2026, 6, 26),
            (529, 532),
            "Đã kết thúc ngày 25/06/2026 · 529/532 hoàn thành (99,4%)",
        ),
        (CLOSED, date(2026, 6, 20), (0, 5), "Đã đóng ngày 20/06/2026 · 0/5 hoàn thành (0%)"),
        (
            SIGNATURES,
            date(2026, 7, 1),
            (1200, 1200),
            "Đã kết thúc ngày 25/06/2026 · 1.200/1.200 đã kích hoạt chữ ký số (100%)",
        ),
        (
            CONTEST,
            date(2026, 7, 1),
            (0, 0),
            "Đã kết thúc ngày 25/06/2026 · chưa có ai thuộc đối tượng",
        ),
    ],
)
def test_the_end_and_the_result(
    contest: Contest, today: date, counts: tuple[int, int], words: str
) -> None:
    assert ending_words(contest, today, *counts) == words


@pytest.mark.parametrize(
    ("contest", "today", "day"),
    [
        (CONTEST, date(2026, 6, 8), date(2026, 6, 8)),
        (CONTEST, date(2027, 1, 1), date(2026, 6, 25)),
        (CLOSED, date(2027, 1, 1), date(2026, 6, 20)),
    ],
)
def test_the_result_is_of_the_last_day(contest: Contest, today: date, day: date) -> None:
    assert result_day(contest, today) == day
