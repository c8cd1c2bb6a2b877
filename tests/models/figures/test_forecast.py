"""Where the pace leads by each deadline, in words: against counts done by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures.forecast import WINDOWS, forecast_words, forecasts
from models.records import Mark, Stage

TODAY = date(2026, 6, 8)
FIRST = Stage(1, "Chặng 1", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))


def told(counts, today=TODAY, stage=FIRST, total=532, target=100, mark=Mark.REGISTERED, window=3):
    return [
        forecast_words(each, window)
        for each in forecasts(mark, stage, total, counts, today, target)
    ]


def test_the_communes_own_deadline_comes_first_and_the_citys_after():
    assert told((0, 0, 0, 12, 24)) == [
        "Với tốc độ 8 người/ngày (3 ngày qua), hết hạn của xã 10/6 đạt 40/532 (7,5%); "
        "cần 254 người/ngày.",
        "Với tốc độ 8 người/ngày (3 ngày qua), hết hạn của thành phố 11/6 đạt 48/532 (9,0%); "
        "cần 170 người/ngày.",
    ]


def test_three_days_and_seven_days_are_two_paces():
    counts = (0, 0, 0, 0, 3, 6, 15, 24)
    assert told(counts, window=3)[0].startswith("Với tốc độ 7 người/ngày (3 ngày qua), ")
    assert told(counts, window=7)[0].startswith("Với tốc độ 3,4 người/ngày (7 ngày qua), ")
    (found, _) = forecasts(Mark.REGISTERED, FIRST, 532, counts, TODAY)
    # 24 + 2 × 7, and 24 + 2 × 24/7 without the part of a person.
    assert [found.reached(each) for each in WINDOWS] == [38, 30]


def test_only_open_days_count_in_both_windows():
    begun = Stage(1, "Chặng 1", date(2026, 6, 7), date(2026, 6, 11))
    (found,) = forecasts(Mark.REGISTERED, begun, 100, (0, 0, 0, 0, 0, 0, 4, 10), TODAY)
    assert [now.present for _, now in found.paces] == [5, 5]


def test_a_saturday_and_a_sunday_are_open_days():
    monday = date(2026, 6, 8)
    assert monday.weekday() == 0
    (found, _) = forecasts(Mark.REGISTERED, FIRST, 100, (10, 10, 10, 13), monday)
    assert dict(found.paces)[3].present == 1


@pytest.mark.parametrize(
    ("today", "counts", "said"),
    [
        (date(2026, 6, 10), (4, 9), "Hôm nay là hạn của xã 10/6: còn 91 người chưa đăng ký."),
        (date(2026, 6, 12), (4, 9), "Đã quá hạn của xã 10/6, còn 91 người chưa đăng ký."),
        (date(2026, 6, 12), (9, 100), "Đã đạt chỉ tiêu 100% đăng ký."),
        (
            date(2026, 5, 20),
            (0, 0, 0, 0),
            "Chưa đủ ngày để tính tốc độ; để kịp hạn của xã 10/6 cần 8 người/ngày.",
        ),
        (
            date(2026, 6, 8),
            (9, 9, 9, 9),
            "Với tốc độ 0 người/ngày (3 ngày qua), hết hạn của xã 10/6 đạt 9/100 (9,0%); "
            "cần 46 người/ngày.",
        ),
    ],
)
def test_each_state_has_its_sentence(today, counts, said):
    assert told(counts, today, total=100)[0] == said


def test_completing_and_a_target_have_their_words():
    assert told((95,), total=100, target=90, mark=Mark.COMPLETED)[0] == (
        "Đã đạt chỉ tiêu 90% hoàn thành."
    )
    assert told((0, 0, 0, 0), total=0)[0] == "Chưa có ai thuộc đối tượng."


@given(st.integers(1, 900), st.data(), st.integers(-3, 30))
def test_a_forecast_never_leaves_what_is_done_and_what_is_there(total, data, days):
    counts = data.draw(st.lists(st.integers(0, total), min_size=1, max_size=9).map(sorted))
    stage = Stage(1, "a", TODAY - timedelta(days=90), TODAY + timedelta(days=days))
    (found,) = forecasts(Mark.REGISTERED, stage, total, counts, TODAY)
    for window in WINDOWS:
        reached = found.reached(window)
        assert reached is None or found.done <= reached <= total
        assert (reached is None) == (days < 0 or len(counts) < 2)
        if found.needed is not None and dict(found.paces)[window].enough:
            assert reached is None or reached == total or found.needed == 0 or days == 0
